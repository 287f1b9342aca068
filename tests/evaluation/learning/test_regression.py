"""Logistic regression."""

import pytest

from kg.evaluation.learning.regression import fit, line


def test_what_comes_with_a_label_gets_weight() -> None:
    rows = [{"bias", "with"}] * 20 + [{"bias", "without"}] * 20
    weights = fit(rows, [True] * 20 + [False] * 20)
    assert weights["with"] > 1
    assert weights["without"] < -1


def test_a_rare_feature_is_not_learned() -> None:
    rows = [{"bias", "rare"}] + [{"bias"}] * 20
    assert "rare" not in fit(rows, [True] + [False] * 20)


def test_words_are_pulled_harder_than_rules() -> None:
    rows = [{"bias", "left:with", "rule:x"}] * 20 + [{"bias"}] * 20
    weights = fit(rows, [True] * 20 + [False] * 20)
    assert 0 < weights["left:with"] < weights["rule:x"]


@pytest.mark.parametrize(("factor", "slope"), [(1.0, 1.0), (2.0, 0.5)])
def test_a_line_undoes_too_sure_odds(factor: float, slope: float) -> None:
    odds = [factor * 1.0986] * 400 + [-factor * 1.0986] * 400
    labels = ([True] * 300 + [False] * 100) + ([True] * 100 + [False] * 300)
    assert line(odds, labels) == pytest.approx((slope, 0.0), abs=0.02)
