"""Figures and their intervals."""

import pytest

from kg.errors import UnknownNameError
from kg.evaluation import Item, PaperScore, Scored, Verdict, check_figures, compare, figures
from kg.evaluation.figures import FIGURES

LETTERS = {
    "r": Verdict.RIGHT,
    "e": Verdict.EXTRA,
    "m": Verdict.MISSED,
    "c": Verdict.COVERS,
    "d": Verdict.COVERED,
}


def scored(*papers, figure="entities"):
    """Make a run of papers whose items are written as letters."""
    return Scored(
        [
            PaperScore(str(n), "T", tuple(Item(figure, LETTERS[x], x) for x in letters))
            for n, letters in enumerate(papers)
        ]
    )


def interval(estimate):
    """Return the ends of an interval that is there."""
    assert None not in (estimate.low, estimate.high)
    return estimate.low, estimate.high


def width(estimate):
    low, high = interval(estimate)
    return high - low


def test_precision_recall_and_f1():
    [found] = figures(scored("rre", "rm"))
    assert (found.right, found.extra, found.missed) == (3, 1, 1)
    assert found.precision is not None
    assert found.recall is not None
    rates = (found.precision.value, found.recall.value, found.score.value)
    assert rates == pytest.approx((0.75, 0.75, 0.75))


def test_nothing_right_is_nought_and_no_error():
    [found] = figures(scored("mm", "m"))
    assert (found.score.value, found.score.low, found.score.high) == (0, 0, 0)


def test_spans_that_overlap_are_counted_on_each_side():
    [found] = figures(scored("ccem", "cddm", figure="overlap"))
    assert found.precision is not None
    assert found.recall is not None
    assert (found.precision.value, found.recall.value) == (0.75, 0.5)


def test_share_has_neither_precision_nor_recall():
    [found] = figures(scored("rrrm", figure="canonical"))
    assert (found.score.value, found.precision, found.recall) == (0.75, None, None)


def test_equal_papers_leave_no_doubt_and_unequal_ones_do():
    [sure], [unsure] = figures(scored(*["rm"] * 20)), figures(scored(*["rr", "mm"] * 10))
    assert sure.score.low == sure.score.value == sure.score.high
    low, high = interval(unsure.score)
    assert low < unsure.score.value < high


def test_interval_is_the_same_each_time_and_narrower_with_more_papers():
    few, many = (figures(scored(*["rr", "rm", "mm"] * times))[0].score for times in (4, 100))
    assert few == figures(scored(*["rr", "rm", "mm"] * 4))[0].score
    assert width(many) < width(few)


def test_interval_is_about_that_of_the_normal_distribution():
    [found] = figures(scored(*["r"] * 200, *["m"] * 200, figure="canonical"))
    assert (found.score.low, found.score.high) == pytest.approx((0.451, 0.549), abs=0.01)


def test_draws_with_nothing_to_count_say_nothing():
    [found] = figures(scored("r", *[""] * 20))
    assert (found.score.low, found.score.high) == (1, 1)


@pytest.mark.parametrize(("papers", "draws"), [(("r", "m"), 0), (("rm",), 1000)])
def test_no_draws_and_a_single_paper_give_no_interval(papers, draws):
    [found] = figures(scored(*papers), draws=draws)
    assert found.score.value == pytest.approx(2 / 3)
    assert (found.score.low, found.score.high) == (None, None)


def test_no_draws_make_no_difference_certain():
    [found] = compare(scored("rr", "r"), scored("rm", "m"), draws=0)
    assert (found.difference.low, found.is_certain) == (None, False)


def test_figures_come_in_the_order_of_the_registry():
    papers = [*scored("r", figure="results").papers, *scored("r", figure="entities").papers]
    assert [found.key for found in figures(Scored(papers))] == ["entities", "results"]
    assert next(iter(FIGURES)) == "entities"


def test_run_differs_from_itself_by_nothing_for_certain():
    run = scored("rre", "rm", "m")
    [found] = compare(run, run)
    assert (found.difference.value, found.difference.low, found.difference.high) == (0, 0, 0)
    assert not found.is_certain


def test_papers_are_drawn_in_pairs():
    # Papers differ much among themselves, and each is a little better in one run.
    one, other = scored(*["rrr", "rmm"] * 20), scored(*["rrm", "rmmm"] * 20)
    [found] = compare(one, other)
    assert found.is_certain
    assert found.difference.value == pytest.approx(found.score - found.other)
    apart = [figures(run)[0].score for run in (one, other)]
    assert width(found.difference) < width(apart[0])


def test_unknown_figure_has_a_hint():
    with pytest.raises(UnknownNameError, match="slot:introduces"):
        check_figures([], ["slot:introduce"])


def test_a_figure_like_no_other_is_told_those_that_are_counted():
    with pytest.raises(UnknownNameError, match=r"'nope'; there are entities$"):
        check_figures([scored("r")], ["nope"])
