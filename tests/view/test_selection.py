from collections.abc import Iterable
from typing import Any

import pytest

from kg.errors import UnknownNameError
from kg.model import Document, Entity, Evidence, Fact, Graph
from kg.view.selection import OFF_TYPES, select


def types(store: Any, nodes: Iterable[str]) -> set[str]:
    return {store.entity(node).type for node in nodes}


def test_a_small_graph_is_drawn_whole(small_store):
    chosen = select(small_store)
    assert len(chosen.drawn) == chosen.total
    assert not types(small_store, chosen.drawn) & OFF_TYPES


def test_authors_and_code_come_along_switched_off(small_store):
    chosen = select(small_store)
    assert types(small_store, chosen.extra) == {"Author", "CodeRepository", "Listing"}
    assert {"mentions", "writtenBy", "listedIn", "hasCode"} <= chosen.off_relations
    assert "evaluatedOn" not in chosen.off_relations


def test_a_large_graph_is_cut_to_the_limit(large_store):
    chosen = select(large_store, limit=100)
    assert len(chosen.drawn) == 100 < chosen.total


def test_what_leads_out_of_the_picture_is_counted(large_store):
    chosen = select(large_store, "GSM8K", limit=5)
    relation = "evaluatedOn"
    shown = [one for one in chosen.facts if one.object == "benchmark/gsm8k"]
    everything = list(large_store.facts(object="benchmark/gsm8k"))
    plain = [
        sum(one.relation == relation and one.status == "extracted" for one in facts)
        for facts in (everything, shown)
    ]
    assert chosen.elsewhere["benchmark/gsm8k", relation] == plain[0] - plain[1] > 0


@pytest.mark.parametrize("name", ["llama27b", "LLAMA 2.0 7B", "meta-llama/Llama-2-7b-hf"])
def test_a_focus_is_found_as_in_any_question(large_store, name):
    chosen = select(large_store, name, limit=20)
    assert chosen.focus == chosen.drawn[0] == "model/llama-2-7b"
    assert len(chosen.drawn) == 20


def test_an_author_in_focus_switches_authors_on(small_store):
    author = next(small_store.entities("Author"))
    chosen = select(small_store, author.label, limit=10)
    assert "Author" not in chosen.off_types
    assert "writtenBy" not in chosen.off_relations
    assert "Paper" in types(small_store, chosen.drawn)


def test_an_unknown_name_gets_the_nearest(small_store):
    with pytest.raises(UnknownNameError) as error:
        select(small_store, "GSM8KK")
    assert "GSM8K" in error.value.nearest


def test_a_thing_that_is_only_mentioned_stands_among_its_mentions(make_store):
    paper, method = "paper/2401.00001", "method/foonet"
    proof = Evidence(paper, "title", 0, 6, "mention")
    store = make_store(
        Graph(
            (Document(paper, "FooNet seen again"),),
            (Entity(method, "Method", "FooNet"), Entity(paper, "Paper", "FooNet seen again")),
            facts=(Fact(paper, "mentions", method, (proof,)),),
        )
    )
    chosen = select(store, "FooNet")
    assert chosen.drawn == (method, paper)
    assert "mentions" not in chosen.off_relations


def test_a_mention_says_nothing_beside_a_stronger_fact(small_store):
    told = select(small_store).facts
    stronger = {(one.subject, one.object) for one in told if one.relation != "mentions"}
    assert not stronger & {(one.subject, one.object) for one in told if one.relation == "mentions"}
