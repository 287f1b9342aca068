"""Of facts that lead back to their start, the weakest is left as a candidate."""

from itertools import permutations
from unittest.mock import Mock

import networkx

from kg.model import Evidence, Fact, Status
from kg.resolve.rings import LINEAGES, without_rings


def fact(
    subject: str, relation: str, object_: str, confidence: float, status: Status = "extracted"
) -> Fact:
    place = Evidence("paper/p", "abstract", 0, 4, "rule", confidence)
    return Fact(f"model/{subject}", relation, f"model/{object_}", (place,), status)


def candidates(*facts: Fact) -> set[tuple[str, str]]:
    return {
        (item.subject[-1], item.object[-1])
        for item in without_rings(facts)
        if item.status == "candidate"
    }


def test_a_chain_stands():
    assert not candidates(fact("a", "basedOn", "b", 0.9), fact("b", "basedOn", "c", 0.5))


def test_the_weakest_of_a_ring_is_a_candidate():
    ring = [fact("a", "basedOn", "b", 0.9), fact("b", "basedOn", "c", 0.5)]
    assert candidates(*ring, fact("c", "basedOn", "a", 0.8)) == {("b", "c")}


def test_kinds_of_a_lineage_make_a_ring_together():
    ring = [fact("a", "fineTunedFrom", "b", 0.9), fact("b", "distilledFrom", "a", 0.6)]
    assert candidates(*ring) == {("b", "a")}


def test_different_lineages_make_none():
    assert not candidates(fact("a", "extends", "b", 0.9), fact("b", "partOf", "a", 0.6))


def test_what_is_a_candidate_already_closes_no_ring():
    assert candidates(
        fact("a", "extends", "b", 0.9), fact("b", "extends", "a", 0.6, "candidate")
    ) == {("b", "a")}


def test_what_a_curator_accepts_stands():
    ring = [fact("a", "extends", "b", 0.9), fact("b", "extends", "a", 0.6, "curated")]
    assert candidates(*ring) == {("a", "b")}


def test_a_ring_of_curated_facts_is_left():
    ring = [fact("a", "extends", "b", 1.0, "curated"), fact("b", "extends", "a", 1.0, "curated")]
    assert not candidates(*ring)


def test_two_rings_with_one_thing_lose_one_fact_each():
    facts = [
        fact("a", "basedOn", "b", 0.9),
        fact("b", "basedOn", "a", 0.5),
        fact("a", "basedOn", "c", 0.9),
        fact("c", "basedOn", "a", 0.4),
    ]
    assert candidates(*facts) == {("b", "a"), ("c", "a")}


def test_a_long_chain_both_ways_is_taken_apart_once_a_lineage(monkeypatch):
    taking_apart = Mock(wraps=networkx.strongly_connected_components)
    monkeypatch.setattr(networkx, "strongly_connected_components", taking_apart)
    pairs = [(f"{n:02}", f"{n + 1:02}") for n in range(40)]
    facts = [fact(one, "extends", other, 0.9) for one, other in pairs]
    facts += [fact(other, "extends", one, 0.9) for one, other in pairs]
    doubtful = {item.subject for item in without_rings(facts) if item.status == "candidate"}
    assert doubtful == {f"model/{n:02}" for n in range(1, 41)}
    assert taking_apart.call_count == len(LINEAGES)


def test_the_order_of_facts_decides_nothing():
    facts = [
        fact("a", "basedOn", "b", 0.5),
        fact("b", "basedOn", "c", 0.5),
        fact("c", "basedOn", "a", 0.5),
    ]
    assert len({frozenset(candidates(*order)) for order in permutations(facts)}) == 1
