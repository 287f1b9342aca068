"""The question files: each says its question, stands alone, and runs."""

from typing import Any

import pyoxigraph
import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.rdf import sparql as ask
from kg.schema import ontology_path

#: All questions here ask for rows.
sparql: Any = ask

FILES = sorted(ontology_path("queries").glob("*.rq"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def text(request):
    return request.param.read_text(encoding="utf-8")


def test_there_are_ten_or_more():
    assert len(FILES) >= 10


def test_it_begins_with_its_question(text):
    assert text.startswith("# ")
    assert "?" in text.splitlines()[0]


def test_it_declares_its_prefixes_and_no_others(text):
    pyoxigraph.Store().query(text)
    body = text.partition("SELECT")[2]
    declared = [line.split()[1] for line in text.splitlines() if line.startswith("PREFIX")]
    assert [prefix for prefix in declared if prefix not in body and prefix not in "xsd:"] == []


def test_rdflib_reads_it(text):
    assert prepareQuery(text).algebra.name == "SelectQuery"


def test_it_runs_on_a_store(text, store):
    assert sparql(store, text).variables


def test_methods_on_a_model_with_the_sentence(store):
    path = ontology_path("queries/methods-evaluated-on-model.rq")
    query = path.read_text(encoding="utf-8").replace('"Llama2-7B"', '"LLaMA 7B"')
    (row,) = sparql(store, query)
    assert row["method"].value == "Q-GaLore"
    assert row["quote"].value == "We pre-train LLaMA-7B with it."
