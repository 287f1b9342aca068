"""Answers as people read them."""

from dataclasses import replace

import pytest

from kg.query import ask
from kg.query.answer import HEADED, Answer, text_table
from kg.query.passages import AGAIN, quotes_below
from kg.query.rows import Quote, Row
from kg.query.table import show_cell

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


def test_rows_are_blocks_where_columns_have_no_room():
    rows = answer("Delta", "Estuary")
    assert text_table(rows, width=20).splitlines()[2:11] == [
        "name: Delta",
        "paper: 2401.00001",
        "title: Slow",
        "  Rivers: How Deltas",
        "  Remember the",
        "  Floods of a",
        "  Century",
        "date: 2024",
        "",
    ]


@pytest.mark.parametrize("width", [20, 30, 40])
@pytest.mark.parametrize("question", ["leaderboard of GSM8K", "compare AlphaTune and BetaTune"])
def test_narrow_terminals_lose_no_cell(related, question, width):
    found = ask(related, question)
    text = "".join(text_table(found, width=width).split())
    shown = [column for column in found.columns if column not in HEADED]
    cells = [show_cell(row[name]).removeprefix("paper/") for row in found for name in shown]
    assert all("".join(cell.split()) in text for cell in cells)


def test_blocks_stand_below_the_heading_of_their_group(related):
    text = text_table(ask(related, "leaderboard of GSM8K"), width=20)
    assert "\n\naccuracy: own values\n\nrank: 1\nwork: BetaTune\n" in text


def test_the_same_passage_is_not_written_twice():
    quote = Quote("paper/2401.00001", "", "abstract", 0, 9, "The delta", "rule", 0.9)
    rows = [Row((("name", name),), (quote,)) for name in ("one", "other")]
    assert quotes_below(rows, lambda _: ())[1] == AGAIN


def test_verdict_stands_above_the_rows_and_is_cleaned():
    told = replace(answer("Net"), verdict="No: \x1b[31mNet\x1b[0m <b>is</b> not.")
    assert text_table(told).splitlines()[1] == "No: \ufffd[31mNet\ufffd[0m <b>is</b> not."
    html = told._repr_html_()
    assert "&lt;b&gt;is&lt;/b&gt; not." in html
    assert told.to_dict()["verdict"] == told.verdict
