import pytest
from rdflib import URIRef
from rdflib.namespace import DefinedNamespace

from kg import namespaces, schema
from kg.ids import NAMESPACES
from kg.namespaces import BASE, KGO, MODEL, RECORDS, VOCABULARIES


def test_every_term_of_the_ontology_is_there():
    assert issubclass(KGO, DefinedNamespace)
    for name in schema.terms():
        assert KGO[name] == URIRef(VOCABULARIES["kgo"] + name)
    assert KGO.evaluatedOnModel in KGO


def test_a_typo_is_an_error():
    with pytest.raises(AttributeError, match="evaluatedOnModle"):
        getattr(KGO, "evaluatedOnModle")  # noqa: B009  # as an attribute, mypy would see it


@pytest.mark.parametrize("prefix", [*NAMESPACES.values(), *RECORDS])
def test_every_kind_of_node_has_a_namespace(prefix):
    assert getattr(namespaces, prefix.upper())["x"] == URIRef(f"{BASE}{prefix}/x")


def test_a_namespace_of_the_data_holds_any_name():
    assert MODEL["llama-2-7b"] == URIRef(f"{BASE}model/llama-2-7b")


@pytest.mark.parametrize("name", ["MODLE", "model", "Model"])
def test_other_names_are_not_there(name):
    with pytest.raises(AttributeError, match=name):
        getattr(namespaces, name)
