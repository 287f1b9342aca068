"""No spreadsheet runs a cell, and what differs stays apart."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.foreign_readers import as_it_was
from kg.cli.output import WRITERS
from kg.formulas import harmless
from kg.query.rows import Row

TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.text(st.sampled_from("'=+-@\t\r\n\"a,;1"), max_size=8),
)


@given(TEXTS)
def test_no_cell_begins_like_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(TEXTS)
@example("'=1")
def test_a_text_comes_back(text):
    assert as_it_was(harmless(text)) == text


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_distinct_cells_of_an_answer_stay_distinct(form, delimiter):
    texts = ["=1", "'=1", "''=1", "1", "'1", "-1", "'-1"]
    written = WRITERS[form](("name",), [Row((("name", text),)) for text in texts])
    cells = [row["name"] for row in csv.DictReader(io.StringIO(written), delimiter=delimiter)]
    assert len(set(cells)) == len(texts)
    assert [as_it_was(cell) for cell in cells] == texts
