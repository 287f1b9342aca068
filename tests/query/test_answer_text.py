"""Answers as people read them."""

from kg.query.answer import Answer, Quote, Row
from kg.query.answer_text import text_table
from kg.query.passages import AGAIN, quotes_below

TITLE = "Slow Rivers: How Deltas Remember the Floods of a Century"


def answer(*names: str) -> Answer:
    rows = [
        Row((("name", name), ("paper", "paper/2401.00001"), ("title", TITLE), ("date", "2024")))
        for name in names
    ]
    return Answer("rivers", "papers_using", ("name", "paper", "title", "date"), tuple(rows), 1)


def test_titles_stand_where_there_is_room():
    assert "TITLE" in text_table(answer("Delta"), width=80)


def test_titles_that_would_be_squeezed_are_left_out():
    assert "TITLE" not in text_table(answer("a-name-as-long-as-a-river-is-wide"), width=60)


def test_the_same_passage_is_not_written_twice():
    quote = Quote("paper/2401.00001", "", "abstract", 0, 9, "The delta", "rule", 0.9)
    rows = [Row((("name", name),), (quote,)) for name in ("one", "other")]
    assert quotes_below(rows, lambda _: ())[1] == AGAIN
