"""Whatever a text holds, the term that is written for it parses and gives it back."""

from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef

from kg import namespaces
from kg.rdf import terms

HARD = ['"', "\\", "\n", "\r", "\r\n", "\t", "\x00", "\x1f", "\x7f", "\x85", "\u2028", "\ufffe",
        "\\u0041", "\\", "'''", '"""', "<b>", "> .", "\u202eאב", "😀", "\ud800", "é", "%zz", "#a#b",
        " ", "{|}^`", "[", "]", "https://", "//", "\N{KELVIN SIGN}"]  # fmt: skip
hard_text = st.lists(st.sampled_from(HARD) | st.text(max_size=4), max_size=8).map("".join)


def clean(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def by_pyoxigraph(value: str, form: Any = pyoxigraph.RdfFormat.N_TRIPLES) -> Any:
    return next(iter(pyoxigraph.parse(f"<a:a> <a:b> {value} .\n", format=form))).object


def by_rdflib(value: str, form: str = "nt") -> Any:
    return next(iter(Graph().parse(data=f"<a:a> <a:b> {value} .\n", format=form)))[2]


@given(hard_text)
def test_literals_come_back_from_pyoxigraph(text):
    assert by_pyoxigraph(terms.literal(text)) == pyoxigraph.Literal(clean(text))


@given(hard_text)
def test_literals_come_back_from_pyoxigraph_as_turtle(text):
    found = by_pyoxigraph(terms.literal(text), pyoxigraph.RdfFormat.TURTLE)
    assert found == pyoxigraph.Literal(clean(text))


@pytest.mark.parametrize("form", ["nt", "turtle"])
@given(text=hard_text)
def test_literals_come_back_from_rdflib(form, text):
    assert by_rdflib(terms.literal(text), form) == Literal(clean(text))


@given(hard_text)
def test_literals_stay_on_one_line_of_text(text):
    assert len(terms.literal(text).splitlines()) == 1


@given(hard_text)
def test_addresses_are_one_term_for_both_parsers(text):
    value = terms.term(terms.ADDRESS, f"https://example.org/{text}")
    expected = by_pyoxigraph(value)
    assert by_rdflib(value) in (URIRef(expected.value), Literal(expected.value))


@given(hard_text)
def test_any_text_as_an_address_is_still_one_term(text):
    assert by_pyoxigraph(terms.term(terms.ADDRESS, text))


@given(hard_text)
def test_ids_are_one_iri_whatever_they_hold(text):
    assert by_pyoxigraph(terms.node(f"model/{text}")).value.startswith(namespaces.BASE)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/50%", "https://example.org/50%25"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("javascript:alert(1)", ""),
        ("https://example.org:port/", ""),
        ("see the page", ""),
        ("", ""),
    ],
)
def test_web_address(text, address):
    assert terms.web_address(text) == address
