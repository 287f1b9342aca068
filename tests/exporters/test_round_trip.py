"""Every RDF format says the same, to rdflib and to pyoxigraph."""

import io
import logging
from typing import Any

import pyoxigraph
import pytest
from rdflib import Graph

from kg.exporters import EXPORTERS
from kg.rdf import to_rdflib, triples
from kg.store import Store

FORMATS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld"}


def written(name: str, store: Store) -> bytes:
    out = io.BytesIO()
    EXPORTERS[name].write(store, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def expected(store):
    return set(triples(store))


def terms_of(graph: Graph) -> set[pyoxigraph.Triple]:
    """Return the triples of an rdflib graph as pyoxigraph's."""
    data = graph.serialize(format="nt", encoding="utf-8")
    return {quad.triple for quad in pyoxigraph.parse(data, format=FORMATS["ntriples"])}


def test_the_store_has_triples(expected):
    assert len(expected) > 300


@pytest.mark.parametrize("name", FORMATS)
def test_pyoxigraph_reads_the_same(name, store, expected):
    found = pyoxigraph.parse(written(name, store), format=FORMATS[name])
    assert {quad.triple for quad in found} == expected


# What warns is rdflib's own reader of JSON-LD.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", FORMATS)
def test_rdflib_reads_the_same(name, store, expected, caplog):
    with caplog.at_level(logging.WARNING):
        graph = Graph().parse(data=written(name, store), format=RDFLIB[name])
    assert terms_of(graph) == expected
    assert not caplog.records


def test_the_rdflib_graph_has_the_same_triples_and_our_prefixes(store, expected):
    graph = to_rdflib(store)
    assert terms_of(graph) == expected
    rows: Any = graph.query('SELECT ?m { ?m a kgo:Method ; skos:altLabel "Low-Rank Adaptation" }')
    assert [str(row.m) for row in rows] == ["https://w3id.org/paperkg/method/lora"]


def test_there_are_no_blank_nodes(expected):
    assert not any(isinstance(t.subject, pyoxigraph.BlankNode) for t in expected)
