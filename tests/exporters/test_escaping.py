"""Any text stands in XML and CSV, and a spreadsheet runs none of it."""

import csv
import io
import re
from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.foreign_readers import as_it_was
from kg.exporters.csv_tables import _cell
from kg.exporters.xml_text import escape

TEXTS = st.text(st.characters(codec="utf-8"))
FORMULAS = st.text(st.sampled_from("'=+-@\t\r\n\"a,;1"), max_size=8)


@given(TEXTS)
@example("\x00\ufffe]]>\r\n\t")
def test_xml_holds_any_text_as_content_and_as_attribute(text):
    found = ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    wanted = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
    assert (found.text or "", found.get("b")) == (wanted, wanted)


@given(st.one_of(TEXTS, FORMULAS), st.one_of(TEXTS, FORMULAS))
def test_csv_holds_any_text(one, other):
    line = f"{_cell('text', one)},{_cell('text', other)}\n"
    ((first, second),) = csv.reader(io.StringIO(line, newline=""), strict=True)
    assert (as_it_was(first), as_it_was(second)) == (one, other)


def test_what_is_no_text_is_left_as_it_is():
    assert (_cell("number", -0.5), _cell("integer", -1), _cell("decimal", "-3.2")) == (
        "-0.5",
        "-1",
        "-3.2",
    )
    assert (_cell("flag", True), _cell("integer", None)) == ("true", "")
