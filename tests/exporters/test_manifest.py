"""The manifest says what stands beside it, in JSON and in RDF."""

import hashlib
import json

import pyoxigraph
import pytest

from kg.exporters import EXPORTERS, export
from kg.namespaces import BASE

VOID = "http://rdfs.org/ns/void#"


def manifest(name, store, folder, provenance="full"):
    """Export a store, and return where that is and its manifest as JSON."""
    path = folder / f"graph{EXPORTERS[name].suffix}"
    export(store, name, path, provenance)
    place = (
        path / "manifest.jsonld"
        if path.is_dir()
        else path.with_name(f"{path.name}.manifest.jsonld")
    )
    return path, place, json.loads(place.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPORTERS)
def test_hash_and_size_are_those_of_the_files(name, store, tmp_path):
    path, _, told = manifest(name, store, tmp_path)
    for item in told["distribution"]:
        made = (path / item["title"] if path.is_dir() else path).read_bytes()
        assert item["checksum"]["checksumValue"] == hashlib.sha256(made).hexdigest()
        assert item["byteSize"] == len(made)
    assert len(told["distribution"]) == len(EXPORTERS[name].parts)


@pytest.mark.parametrize("provenance", ["none", "compact", "full"])
def test_triples_are_counted(provenance, store, tmp_path):
    path, _, told = manifest("ntriples", store, tmp_path, provenance)
    assert told["triples"] == len(path.read_text().splitlines())


def test_counts_are_those_of_the_store(store, tmp_path):
    _, _, told = manifest("jsonl", store, tmp_path)
    counts = store.counts()
    numbers = {item["name"]: item["value"] for item in told["counts"]}
    assert numbers["papers"] == counts.documents
    assert numbers["facts"] == sum(counts.facts.values())
    assert numbers["evidence"] == counts.evidence
    by_class = {item["class"]: item["entities"] for item in told["classPartition"]}
    assert by_class == {f"kgo:{name}": number for name, number in counts.entities.items()}


def test_a_relation_has_as_many_triples_as_the_export(store, tmp_path):
    path, _, told = manifest("ntriples", store, tmp_path, "none")
    text = path.read_text()
    for item in told["propertyPartition"]:
        name = item["property"].removeprefix("kgo:")
        assert text.count(f"/ontology#{name}> ") == item["triples"]


def test_the_date_is_of_the_graph_and_not_of_the_clock(store, tmp_path):
    assert manifest("turtle", store, tmp_path)[2]["modified"] == "2024-07-16"


def test_a_graph_without_dates_has_none(open_graph, tmp_path):
    from kg.model import Graph

    assert "modified" not in manifest("turtle", open_graph(Graph()), tmp_path)[2]


def test_versions_are_those_that_the_store_notes(demo, tmp_path):
    _, _, told = manifest("turtle", demo, tmp_path)
    agents = {
        item["name"]: item["softwareVersion"]
        for item in told["wasGeneratedBy"]["wasAssociatedWith"]
    }
    assert set(agents) == {"program", "extraction", "linking", "lexicon"}
    assert agents["extraction"] == demo.meta()["extraction"]


def test_it_is_rdf_without_blank_nodes(store, tmp_path):
    _, place, _ = manifest("csv", store, tmp_path)
    triples = list(pyoxigraph.parse(path=place, format=pyoxigraph.RdfFormat.JSON_LD))
    assert not [t for t in triples if isinstance(t.subject, pyoxigraph.BlankNode)]
    dataset = f"{BASE}dataset/{store.meta()['graph_id']}"
    assert any(t.subject.value == dataset and t.object.value == f"{VOID}Dataset" for t in triples)
    assert all(t.predicate.value.startswith("http") for t in triples)
