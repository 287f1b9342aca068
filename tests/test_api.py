"""``import kg``: what a script or a notebook calls."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import StoreError
from kg.model import Document, Entity, Evidence, Fact, Graph
from kg.store import Store, open_writer

PAPER = Document("paper/2401.00001", "FooNet", "FooNet runs on Llama-2-7B.")
GRAPH = Graph(
    documents=(PAPER,),
    entities=(
        Entity("model/llama-2-7b", "Model", "Llama-2-7B"),
        Entity(PAPER.id, "Paper", PAPER.title),
    ),
    facts=(
        Fact(
            PAPER.id,
            "evaluatedOnModel",
            "model/llama-2-7b",
            (Evidence(PAPER.id, "abstract", 0, 26, "by-hand", 0.9),),
        ),
    ),
)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "kg.sqlite"
    with open_writer(file) as writer, writer.transaction():
        writer.replace_graph(GRAPH, {"graph_id": "0123456789abcdef"})
    return file


def test_open_gives_a_store(path):
    with kg.open(path) as store:
        assert isinstance(store, Store)


def test_open_of_nothing_fails(tmp_path):
    with pytest.raises(StoreError):
        kg.open(tmp_path / "none.sqlite")


def test_ask_takes_a_store_or_a_path(path):
    with kg.open(path) as store:
        from_store = kg.ask(store, "methods evaluated on Llama2-7B")
    assert kg.ask(path, "methods evaluated on Llama2-7B") == from_store
    assert [row.evidence[0].quote for row in from_store] == ["FooNet runs on Llama-2-7B."]


def test_build_reads_into_a_store(tmp_path):
    papers = tmp_path / "papers.jsonl"
    papers.write_text('{"title": "FooNet", "abstract": "FooNet is new."}\n', encoding="utf-8")
    assert kg.build([papers], store=tmp_path / "kg.sqlite").read == 1


@pytest.mark.parametrize("as_given", [str, Path])
def test_build_takes_one_path_alone(tmp_path, as_given):
    papers = tmp_path / "papers.jsonl"
    papers.write_text('{"title": "FooNet", "abstract": "FooNet is new."}\n', encoding="utf-8")
    assert kg.build(as_given(papers), store=tmp_path / "kg.sqlite").read == 1


def test_build_takes_a_tier_and_a_threshold(tmp_path):
    papers = tmp_path / "papers.jsonl"
    papers.write_text('{"title": "FooNet", "abstract": "We use LoRA."}\n', encoding="utf-8")
    kg.build(papers, store=tmp_path / "kg.sqlite", tier="rules", threshold=0.99)
    with kg.open(tmp_path / "kg.sqlite") as store:
        assert store.meta()["extraction"].endswith(":rules")
        assert store.meta()["threshold"] == "0.99"


@pytest.mark.parametrize("function", [kg.build, kg.ask])
def test_help_speaks_of_each_parameter(function):
    optional = inspect.signature(function).parameters.keys() - {"paths", "store", "question"}
    assert [name for name in optional if f"`{name}`" not in function.__doc__] == []


def test_graph_is_at_hand(path):
    with kg.open(path) as store:
        assert kg.graph.to_networkx(store).number_of_nodes() == 2


@pytest.mark.parametrize(
    "name",
    [
        "curation.add",
        "errors.KgError",
        "extract.extract",
        "exporters.EXPORTERS",
        "namespaces.KGO",
        "pipeline.update",
        "query.show",
        "rdf.validate",
        "schema.relations",
        "store.quote",
        "view.render",
    ],
)
def test_what_the_docs_name_is_at_hand_after_import_kg(name):
    code = f"import kg; kg.{name}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_unknown_attribute_fails():
    with pytest.raises(AttributeError):
        kg.nothing  # noqa: B018
