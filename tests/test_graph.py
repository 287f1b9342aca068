import pytest

from kg import ids
from kg.errors import UnknownNameError
from kg.graph import to_networkx
from kg.model import Document, Entity, Evidence, Fact, Graph, PartialDate
from kg.store import open_store, open_writer

PAPER, METHOD, MODEL = "paper/2401.00001", "method/foonet", "model/llama-2-7b"
TITLE, ABSTRACT = "FooNet: A Net", "FooNet runs on LLaMA2-7B."
PROOF = Evidence(PAPER, "abstract", 0, 25, "runs-on", 0.9)
GRAPH = Graph(
    (Document(PAPER, TITLE, ABSTRACT),),
    (
        Entity(METHOD, "Method", "FooNet", listed=False),
        Entity(MODEL, "Model", "Llama-2-7B", ("LLaMA2-7B",), size="7B"),
        Entity(PAPER, "Paper", TITLE, date=PartialDate(2024, 1)),
    ),
    facts=(
        Fact(
            METHOD,
            "evaluatedOnModel",
            MODEL,
            (PROOF,),
            "derived",
            (ids.fact_id(PAPER, "evaluatedOnModel", MODEL),),
        ),
        Fact(PAPER, "evaluatedOnModel", MODEL, (PROOF,)),
        Fact(PAPER, "introduces", METHOD, (Evidence(PAPER, "title", 0, 6, "title"),)),
        Fact(PAPER, "mentions", MODEL, (Evidence(PAPER, "abstract", 15, 24, "mention", 0.4),)),
    ),
)


@pytest.fixture
def store(tmp_path):
    with open_writer(tmp_path / "kg.sqlite") as writer, writer.transaction():
        writer.replace_graph(GRAPH, {})
    with open_store(tmp_path / "kg.sqlite") as opened:
        yield opened


def test_nodes_are_all_entities_in_order(store):
    assert list(to_networkx(store)) == [METHOD, MODEL, PAPER]


def test_a_node_tells_of_its_entity(store):
    node = to_networkx(store).nodes[MODEL]
    assert node["type"] == "Model"
    assert node["label"] == "Llama-2-7B"
    assert "LLaMA2-7B" in node["aliases"]
    assert node["size"] == "7B"
    assert "version" not in node


def test_a_date_is_written_as_far_as_it_is_known(store):
    assert to_networkx(store).nodes[PAPER]["date"] == "2024-01"


def test_parallel_facts_are_edges_of_their_own(store):
    assert sorted(to_networkx(store)[PAPER][MODEL]) == ["evaluatedOnModel", "mentions"]


def test_an_edge_carries_its_proof(store):
    edge = to_networkx(store).edges[PAPER, MODEL, "evaluatedOnModel"]
    assert edge["id"] == ids.fact_id(PAPER, "evaluatedOnModel", MODEL)
    assert (edge["confidence"], edge["status"]) == (0.9, "extracted")
    (evidence,) = edge["evidence"]
    assert evidence["quote"] == ABSTRACT
    assert (evidence["title"], evidence["rule"]) == (TITLE, "runs-on")


def test_a_derived_edge_names_its_premises(store):
    edge = to_networkx(store).edges[METHOD, MODEL, "evaluatedOnModel"]
    assert edge["premises"] == (ids.fact_id(PAPER, "evaluatedOnModel", MODEL),)


def test_only_the_types_asked_for_become_nodes_with_the_facts_between_them(store):
    graph = to_networkx(store, types=["Method", "Model"])
    assert list(graph) == [METHOD, MODEL]
    assert list(graph.edges) == [(METHOD, MODEL, "evaluatedOnModel")]


@pytest.mark.parametrize("chosen", [{"types": ["Mehtod"]}, {"relations": ["usesMehtod"]}])
def test_a_type_or_relation_that_there_is_none_of_names_the_nearest(store, chosen):
    with pytest.raises(UnknownNameError, match="Method"):
        to_networkx(store, **chosen)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, 4),
        ({"relations": ["introduces"]}, 1),
        ({"status": ["derived"]}, 1),
        ({"relations": ["evaluatedOnModel", "mentions"], "status": ["extracted"]}, 2),
    ],
)
def test_only_the_facts_asked_for_become_edges(store, chosen, expected):
    graph = to_networkx(store, **chosen)
    assert graph.number_of_edges() == expected
    assert graph.number_of_nodes() == 3


def test_one_word_alone_is_taken_as_one(store):
    chosen = {"relations": "evaluatedOnModel", "status": "extracted"}
    assert list(to_networkx(store, **chosen).edges(keys=True)) == [
        (PAPER, MODEL, "evaluatedOnModel")
    ]
    assert list(to_networkx(store, types="Model")) == [MODEL]


def test_a_status_that_there_is_none_of_is_refused(store):
    with pytest.raises(UnknownNameError, match="extracted"):
        to_networkx(store, status=["foo"])
