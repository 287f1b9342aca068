"""Results beside leaderboard rows."""

import pytest

from kg.evaluation.rows import RowPaper, ScoreRow, score_rows

PAPER = RowPaper(
    "1", "ZorbNet", "It scores 41.5 on MATH.", (ScoreRow("", "MATH", "Accuracy", (41.5,)),)
)


@pytest.mark.parametrize(
    ("result", "found"),
    [
        ({"value": 41.5, "on": "MATH"}, {"rows:value", "rows", "rows:named", "rows:near"}),
        ({"value": [40, 41.5], "on": "MATH"}, {"rows:value", "rows", "rows:named", "rows:near"}),
        ({"value": 41.5, "on": "GSM8K"}, {"rows:value"}),
        ({"value": 41.5}, {"rows:value"}),
        ({"value": 41, "on": "MATH"}, set()),
    ],
)
def test_row_is_found_by_score_and_data_set(record, result, found):
    items = score_rows(PAPER, record("Benchmark MATH, Benchmark GSM8K", results=[result]))
    assert {item.figure for item in items if item.verdict == "right"} == found


def test_lexicon_tells_that_two_names_are_one_data_set(record):
    paper = RowPaper("1", "Z", "", (ScoreRow("", "AI2 Reasoning Challenge", "F1", (88.1,)),))
    predicted = record("Benchmark ARC", results=[{"value": 88.1, "on": "ARC"}])
    found = {item.figure: item.verdict for item in score_rows(paper, predicted)}
    assert found == {"rows:value": "right", "rows": "right", "rows:near": "right"}


@pytest.mark.parametrize(
    ("dataset", "near"), [("Foo test-dev", True), ("Foo", True), ("Food", False), ("A Foo", False)]
)
def test_near_names_go_on_from_each_other(record, dataset, near):
    paper = RowPaper("1", "Z", "", (ScoreRow("", dataset, "F1", (2.0,)),))
    predicted = record("Benchmark Foo", results=[{"value": 2, "on": "Foo"}])
    found = {item.figure: item.verdict for item in score_rows(paper, predicted)}
    assert (found["rows:near"] == "right") == near


@pytest.mark.parametrize(
    ("dataset", "named"), [("ARC", False), ("MATH", True), ("math-500", True), ("MATH-5", False)]
)
def test_data_set_is_named_where_its_words_stand(record, dataset, named):
    paper = RowPaper("1", "", "A search on MATH 500.", (ScoreRow("", dataset, "", (1.0,)),))
    figures = {item.figure for item in score_rows(paper, record())}
    assert ("rows:named" in figures) == named
