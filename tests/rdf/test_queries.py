"""The question files: each says its question, stands alone, and runs."""

from typing import Any

import pyoxigraph
import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.rdf import sparql as ask
from kg.schema import ontology_path
from tests.graphs import relations

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


#: Query files, what the names in them are here, a column, and what stands in it.
RELATED: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("leaderboard-of-benchmark", {}, "value", "70.1 61.5 55 0.58 53.2 51.5"),
    ("results-of-work", {"QLoRA": "BetaTune"}, "value", "40 1.2 61.5 5.4"),
    ("conflicting-results", {}, "work", "AlphaTune"),
    ("what-method-outperforms", {}, "loser", "LoRA AlphaTune"),
    ("models-based-on-model", {}, "model", "Camel-7B Camel-7B-4bit"),
    ("what-model-is-based-on", {}, "origin", "Llama-2-7B Camel-7B Llama-2-7B"),
    ("methods-that-extend-method", {"LoRA": "AlphaTune"}, "method", "BetaTune"),
    ("parts-of-methods", {}, "part", "FourBit"),
    ("data-derived-from-data", {}, "data", "GSM-Bent GSM-Twisted"),
    ("works-trained-on-data", {}, "work", "AlphaTune Camel-7B"),
    ("papers-trained-on-data", {}, "data", "Alpaca Alpaca Alpaca"),
    ("works-for-task", {}, "work", "Camel-7B AlphaTune"),
    ("papers-that-introduce-benchmark-for-task", {}, "name", "GSM-Twisted"),
    ("papers-using-hardware", {}, "issued", "2024-02 2024-07-02 2023-01-05"),
    ("compare-two-methods", {"QLoRA": "BetaTune", "LoRA": "AlphaTune"}, "shared", "2" + " 1" * 11),
    ("new-since-date", {}, "issued", "2024-08-03 2024-07-02 2024-06-01 2024-05-10 2024-02"),
)


@pytest.mark.parametrize(("name", "names", "column", "expected"), RELATED)
def test_query_has_its_answer(open_graph, name, names, column, expected):
    text = ontology_path(f"queries/{name}.rq").read_text(encoding="utf-8")
    for other, ours in names.items():
        text = text.replace(f'"{other}"', f'"{ours}"')
    rows = sparql(open_graph(relations.GRAPH), text)
    assert " ".join(row[column].value for row in rows) == expected


@pytest.mark.parametrize("name", ["what-outperforms-method", "compared-with-method"])
def test_query_finds_the_winner(open_graph, name):
    path = ontology_path(f"queries/{name}.rq")
    column = "winner" if name.startswith("what") else "other"
    rows = sparql(open_graph(relations.GRAPH), path.read_text(encoding="utf-8"))
    assert "AlphaTune" in {row[column].value for row in rows}


def test_task_covers_narrower_ones(open_graph):
    text = ontology_path("queries/papers-on-task.rq").read_text(encoding="utf-8")
    text = text.replace('"question answering"', '"mathematical reasoning"')
    rows = sparql(open_graph(relations.GRAPH), text)
    assert {row["task"].value for row in rows} == {"arithmetic", "mathematical reasoning"}
