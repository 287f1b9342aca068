"""The data use only what the ontology and the context define."""

import json
import runpy
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph

from kg.namespaces import STANDARD_TYPES, VOCABULARIES
from kg.rdf.blocks import blocks
from kg.schema import KGO, ontology_path, types

ROOT = Path(__file__).resolve().parents[2]
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
OWL = "http://www.w3.org/2002/07/owl#"


@pytest.fixture(scope="module")
def terms():
    """Return the kinds of the ontology's own terms, by prefixed name."""
    quads = pyoxigraph.parse(path=ontology_path(), format=pyoxigraph.RdfFormat.TURTLE)
    return {
        quad.subject.value.replace(KGO, "kgo:"): quad.object.value.removeprefix(OWL)
        for quad in quads
        if quad.predicate.value == RDF_TYPE
    }


@pytest.fixture(scope="module")
def context():
    return json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))["@context"]


def test_every_term_that_the_data_use_is_defined(store, terms):
    used = {predicate for _, properties in blocks(store) for predicate, _, _ in properties}
    used |= {value for _, properties in blocks(store) for _, kind, value in properties
             if kind == "name"}  # fmt: skip
    assert {name for name in used if name.startswith("kgo:")} <= set(terms)


def test_every_term_is_documented():
    quads = list(pyoxigraph.parse(path=ontology_path(), format=pyoxigraph.RdfFormat.TURTLE))
    ours = {q.subject.value for q in quads if q.subject.value.startswith(KGO)}
    for name in ("label", "definition", "example"):
        assert {q.subject.value for q in quads if q.predicate.value.endswith(f"#{name}")} >= ours


def test_its_page_is_current():
    maker = runpy.run_path(str(ROOT / "scripts" / "make_ontology.py"))
    assert maker["PAGE"].read_text(encoding="utf-8") == maker["page"](), (
        "run: python scripts/make_ontology.py"
    )


def test_rdflib_reads_the_same_ontology():
    quads = pyoxigraph.parse(path=ontology_path(), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(Graph().parse(ontology_path())) == len(set(quads))


def test_the_context_knows_which_properties_point_to_nodes(terms, context):
    points = {name for name, kind in terms.items() if kind == "ObjectProperty"} - {"kgo:relatedTo"}
    coerced = [value for value in context.values() if isinstance(value, dict)]
    assert points <= {value["@id"] for value in coerced if value["@type"] == "@id"}


def test_context_and_data_agree_on_the_prefixes(context):
    shared = set(context) & set(VOCABULARIES)
    assert {name: context[name] for name in shared} == {name: VOCABULARIES[name] for name in shared}
    assert shared == set(VOCABULARIES)


def test_every_type_has_standard_types():
    assert set(types()) <= set(STANDARD_TYPES)


def test_kgo_is_one_namespace():
    assert VOCABULARIES["kgo"] == KGO
