"""Cypher texts end where they should, for readers of old and of new."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exporters import EXPORTERS, export
from kg.exporters.cypher import literal

_STRING = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}


def unescaped(found):
    code = found[1]
    return chr(int(code[1:], 16)) if code[0] == "u" and len(code) == 5 else _PLAIN.get(code, code)


def value_of(expression):
    """Return the text that strings joined by + spell, as openCypher reads them."""
    strings = _STRING.findall(expression)
    assert _STRING.sub("''", expression) == " + ".join(["''"] * len(strings))
    return "".join(_ESCAPE.sub(unescaped, text) for text in strings)


def preprocessed(expression):
    """Return what Neo4j makes of a statement before it reads it, in the least careful way."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), expression)


NASTY = st.text(st.sampled_from("\\u0027'\"nrt \x01\u2028{}+;a"), max_size=20)


@given(st.one_of(NASTY, st.text(st.characters(codec="utf-8"))))
def test_a_text_comes_back(text):
    assert value_of(literal(text)) == text


@given(st.one_of(NASTY, st.text(st.characters(codec="utf-8"))))
def test_a_text_comes_back_where_unicode_escapes_are_read_first(text):
    assert value_of(preprocessed(literal(text))) == text


@pytest.mark.parametrize(
    ("value", "spelled"),
    [(True, "true"), (12, "12"), (0.5, "0.5"), (1e20, "1e20"), (float("inf"), "null")],
)
def test_values_that_are_no_text(value, spelled):
    assert literal(value) == spelled


def test_nothing_but_our_words_stands_outside_of_texts(hostile, tmp_path):
    path = tmp_path / "graph.cypher"
    export(hostile, "cypher", path)
    outside = _STRING.sub("''", path.read_text(encoding="utf-8"))
    assert "DETACH" not in outside
    assert re.fullmatch(r"[\w\s'`{}()\[\]:;,.+<>=-]*", outside, re.ASCII)


def test_it_makes_as_many_nodes_and_edges_as_the_store_has(store, tmp_path):
    path = tmp_path / "graph.cypher"
    export(store, "cypher", path)
    text = path.read_text(encoding="utf-8")
    counts = store.counts()
    results = list(store.results())
    points = sum(
        bool(getattr(r, slot))
        for r in results
        for slot in ("paper", "method", "model", "data", "task", "metric", "baseline")
    )
    rows = len(re.findall(r"^\{", text, re.MULTILINE))
    expected = sum(counts.entities.values()) + sum(counts.facts.values()) + len(results) + points
    assert rows == expected
    assert EXPORTERS["cypher"].write(store, io.BytesIO()) == expected
