"""Streams give what the store's own look-ups give."""

import pytest

from kg.ids import id_of, result_id
from kg.store import quote, streams
from tests.graphs.small import small_graph


@pytest.fixture(scope="module")
def graph():
    return small_graph()


@pytest.fixture(scope="module")
def store(graph, open_graph):
    return open_graph(graph)


@pytest.mark.parametrize("kind", ["facts", "mentions", "documents", "results"])
def test_the_same_in_the_same_order(kind, store):
    assert list(getattr(streams, kind)(store)) == list(getattr(store, kind)())


def test_premises_come_with_the_papers_that_say_them(store, graph):
    premises = {fact.premises: says for fact, says in streams.facts_with_premises(store) if says}
    known = {id_of(fact): fact for fact in graph.facts}
    ((wanted, says),) = premises.items()
    assert says == {
        premise: tuple(sorted({item.document for item in known[premise].evidence}))
        for premise in wanted
    }


def test_passages_of_facts_and_results_come_once_and_sorted(store, graph):
    rests_on = [*graph.facts, *graph.results]
    evidence = {(e.document, e.field, e.start, e.end) for item in rests_on for e in item.evidence}
    assert list(streams.passages(store)) == sorted(evidence)
    papers = {paper.id: paper for paper in graph.documents}
    assert all(quote(papers[e.document], e) for item in rests_on for e in item.evidence)


def test_results_come_by_owner(store, graph):
    wanted: dict[str, set[str]] = {}
    for item in graph.results:
        for owner in {item.paper, item.method, item.model} - {""}:
            wanted.setdefault(owner, set()).add(result_id(item))
    found = list(streams.owned_results(store, result_id))
    assert [owner for owner, _ in found] == sorted(wanted)
    assert {owner: set(ids) for owner, ids in found} == wanted


def test_the_newest_date_is_of_a_paper_or_a_listing(store):
    assert streams.newest_date(store) == "2024-07-16"
