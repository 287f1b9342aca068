"""Metrics that no list has, beside the numbers that they measure."""

from decimal import Decimal

from kg.extract import extract
from kg.model import Result


def results(body: str) -> tuple[Result, ...]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", own + body)])
    return found.results


def test_metrics_at_a_cut_off_are_no_numbers() -> None:
    found = results("It brings an improvement of 9.4% in R@3 and 5.1% in F1.")
    assert [(r.value[0], r.metric) for r in found] == [
        (Decimal("9.4"), "Metric/Recall@3"),
        (Decimal("5.1"), "Metric/F1"),
    ]


def test_each_number_has_its_own_cut_off() -> None:
    found = results("It improves Recall@5 by 3.2% and Hit@10 by 4.1%.")
    assert [r.metric for r in found] == ["Metric/Recall@5", "Metric/Hit@10"]


def test_the_end_of_a_joined_word_names_no_metric() -> None:
    (found,) = results("It gets state-of-the-art scores of 41.1% on GSM8K.")
    assert found.metric == ""
