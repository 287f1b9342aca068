"""JSON lines hold any text, on one line for any reader."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kg.exporters.json_text import dump


@given(st.text(st.characters(codec="utf-8")))
def test_text_comes_back(text):
    assert json.loads(dump([text])) == [text]


@given(st.text(st.characters()))
def test_one_line_that_utf8_can_hold(text):
    assert len(dump([text]).splitlines()) == 1
    assert dump([text]).encode()
