"""Every RDF format says the same, to rdflib and to pyoxigraph."""

import io
import logging
import re
from typing import Any

import pyoxigraph
import pytest
from rdflib import Dataset, Graph

from kg.exporters import EXPORTERS, PROVENANCE
from kg.namespaces import BASE
from kg.rdf import to_rdflib, triples
from kg.store import Store

FORMATS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "rdf12": pyoxigraph.RdfFormat.TURTLE,
}
RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
GRAPH = pyoxigraph.NamedNode(f"{BASE}graph/provenance")
PROVENANCE_KINDS = ("assertion", "evidence", "mention", "reading", "run")


def written(name: str, store: Store, provenance: Any = "full") -> bytes:
    out = io.BytesIO()
    EXPORTERS[name].write(store, out, provenance)
    return out.getvalue()


@pytest.fixture(scope="module")
def expected(store):
    return set(triples(store))


def as_xml_holds_it(found: set[pyoxigraph.Triple]) -> set[pyoxigraph.Triple]:
    """Return triples without the characters that XML cannot hold."""
    text = "\n".join(f"{triple} ." for triple in found)
    text = re.sub("\\\\u00(0[0-8BCEF]|1[0-9A-F])|[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text)
    return {quad.triple for quad in pyoxigraph.parse(text, format=FORMATS["ntriples"])}


def unreified(found: set[pyoxigraph.Triple]) -> set[pyoxigraph.Triple]:
    """Return RDF 1.2 as RDF 1.1 would say it."""
    plain = set()
    for triple in found:
        said = triple.object
        if not isinstance(said, pyoxigraph.Triple):
            plain.add(triple)
            continue
        parts = {"subject": said.subject, "predicate": said.predicate, "object": said.object}
        for name, part in parts.items():
            plain.add(pyoxigraph.Triple(triple.subject, pyoxigraph.NamedNode(RDF + name), part))
        types = (pyoxigraph.NamedNode(f"{RDF}type"), pyoxigraph.NamedNode(f"{RDF}Statement"))
        plain.add(pyoxigraph.Triple(triple.subject, *types))
    return plain


def terms_of(graph: Graph) -> set[pyoxigraph.Triple]:
    """Return the triples of an rdflib graph as pyoxigraph's."""
    data = graph.serialize(format="nt", encoding="utf-8")
    return {quad.triple for quad in pyoxigraph.parse(data, format=FORMATS["ntriples"])}


def test_the_store_has_triples(expected):
    assert len(expected) > 300


def test_every_rdf_format_is_read():
    assert set(FORMATS) == {name for name, item in EXPORTERS.items() if item.is_rdf}


@pytest.mark.parametrize("name", FORMATS)
def test_pyoxigraph_reads_the_same(name, store, expected):
    found = pyoxigraph.parse(written(name, store), format=FORMATS[name])
    read = {quad.triple for quad in found}
    wanted = as_xml_holds_it(expected) if name == "rdfxml" else expected
    assert (unreified(read) if name == "rdf12" else read) == wanted


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("provenance", PROVENANCE)
def test_triples_are_counted_as_they_are_written(name, provenance, store):
    out = io.BytesIO()
    number = EXPORTERS[name].write(store, out, provenance)
    assert number == len(list(pyoxigraph.parse(out.getvalue(), format=FORMATS[name])))


# What warns are rdflib's own readers.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:Dataset.* is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads_the_same(name, store, expected, caplog):
    with caplog.at_level(logging.WARNING):
        graph = Dataset(default_union=True) if name in ("nquads", "trig") else Graph()
        graph.parse(data=written(name, store), format=RDFLIB[name])
    assert terms_of(graph) == (as_xml_holds_it(expected) if name == "rdfxml" else expected)
    assert not caplog.records


@pytest.mark.parametrize("name", ["nquads", "trig"])
def test_the_named_graph_has_what_facts_rest_on_and_nothing_else(name, store):
    for quad in pyoxigraph.parse(written(name, store), format=FORMATS[name]):
        kind = quad.subject.value.removeprefix(BASE).partition("/")[0]
        assert (quad.graph_name == GRAPH) == (kind in PROVENANCE_KINDS)


def test_a_reifier_has_the_iri_of_its_assertion(store, expected):
    read = pyoxigraph.parse(written("rdf12", store), format=FORMATS["rdf12"])
    reifiers = {q.subject for q in read if q.predicate.value == f"{RDF}reifies"}
    assert reifiers == {t.subject for t in expected if t.predicate.value == f"{RDF}subject"}


def test_sparql_12_finds_the_confidence_of_a_triple(store):
    engine = pyoxigraph.Store()
    engine.load(written("rdf12", store), format=FORMATS["rdf12"])
    query = f"""PREFIX kgo: <https://w3id.org/paperkg/ontology#>
        SELECT ?sure {{
            <{BASE}paper/2407.08296> kgo:evaluatedOnModel <{BASE}model/llama-7b> ~ ?said .
            ?said kgo:confidence ?sure
        }}"""
    rows: Any = engine.query(query)
    assert [row["sure"].value for row in rows] == ["0.93"]


def test_the_rdflib_graph_has_the_same_triples_and_our_prefixes(store, expected):
    graph = to_rdflib(store)
    assert terms_of(graph) == expected
    rows: Any = graph.query('SELECT ?m { ?m a kgo:Method ; skos:altLabel "Low-Rank Adaptation" }')
    assert [str(row.m) for row in rows] == ["https://w3id.org/paperkg/method/lora"]


def test_there_are_no_blank_nodes(expected):
    assert not any(isinstance(t.subject, pyoxigraph.BlankNode) for t in expected)
