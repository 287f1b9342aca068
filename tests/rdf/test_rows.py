"""Rows as the W3C's formats write them: read back by the engine's own reader, they are the same."""

import csv
from io import StringIO
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, parse_query_results

from kg.rdf.rows import WRITERS, boolean

XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = (
    NamedNode("https://example.org/a?b=c&d=<e>".replace("<", "%3C").replace(">", "%3E")),
    BlankNode("b1"),
    Literal("plain"),
    Literal("quote \" back \\ tab \t line \n & <b> 'x' ]]> end"),
    Literal("chat", language="fr"),
    Literal("1.50", datatype=NamedNode(f"{XSD}decimal")),
    Literal("😀 אב \u2028"),
    None,
)


def solutions():
    """Return an answer of one column with each term, and one that is always bound."""
    engine = pyoxigraph.Store()
    place = NamedNode("https://example.org/p")
    for number, term in enumerate(TERMS):
        node = NamedNode(f"https://example.org/{number}")
        engine.add(pyoxigraph.Quad(node, place, Literal(number)))
        if term is not None:
            engine.add(pyoxigraph.Quad(node, NamedNode("https://example.org/q"), term))
    query = (
        "SELECT ?n ?t { ?s <https://example.org/p> ?n OPTIONAL { ?s <https://example.org/q> ?t } }"
    )
    return engine.query(f"{query} ORDER BY ?n")


def written(form):
    answer = solutions()
    return "".join(WRITERS[form]([v.value for v in answer.variables], iter(answer)))


def shown(rows):
    """Return rows as texts; blank nodes have no names that last."""
    return [["_:" if isinstance(t, BlankNode) else str(t) for t in (r["n"], r["t"])] for r in rows]


@pytest.mark.parametrize(
    ("form", "reader"),
    [
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ],
)
def test_what_is_written_can_be_read(form, reader):
    read = parse_query_results(written(form), format=reader)
    assert shown(read) == shown(solutions())


def test_csv_has_values():
    lines = list(csv.reader(StringIO(written("csv"), newline="")))
    assert lines[0] == ["n", "t"]
    assert [line[1] for line in lines[3:6]] == ["plain", TERMS[3].value, "chat"]
    assert lines[-1][1] == ""


def test_xml_holds_what_xml_can():
    engine: Any = pyoxigraph.Store()
    rows = iter(engine.query('SELECT ("a\\u0001b" AS ?t) {}'))
    assert "<literal>a\ufffdb</literal>" in "".join(WRITERS["xml"](["t"], rows))


@pytest.mark.parametrize("form", ["json", "xml"])
def test_yes_and_no_can_be_read(form):
    reader = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}[form]
    for value in (True, False):
        assert bool(parse_query_results(boolean(form, value=value), format=reader)) is value


def test_a_triple_is_a_term_of_its_own():
    engine: Any = pyoxigraph.Store()
    query = "SELECT ?t { BIND(<<( <a:a> <a:b> 1 )>> AS ?t) }"
    for form, reader in (("json", QueryResultsFormat.JSON), ("xml", QueryResultsFormat.XML)):
        text = "".join(WRITERS[form](["t"], iter(engine.query(query))))
        read: Any = parse_query_results(text, format=reader)
        (row,) = read
        assert isinstance(row["t"], pyoxigraph.Triple)
