"""Lineage has no rings: where papers say that two things come from each other, one is in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg import schema
from kg.model import Fact
from kg.resolve.facts import triple

#: Nothing comes from itself by one of these, nor by what specialises it.
LINEAGES = ("basedOn", "extends", "partOf", "derivedFrom")
#: What a curator says stands.
_CURATED = "curated"


def without_rings(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return facts, in their order, with the weakest of each ring of lineage as a candidate.

    The weakest has the least confidence, then the least evidence; of equals, the last by its
    subject. A ring of facts that curators accepted is left as it is.
    """
    related = [schema.with_narrower(lineage) for lineage in LINEAGES]
    every = frozenset().union(*related)
    lines = [fact for fact in facts if fact.relation in every]
    doubtful: set[tuple[str, str, str]] = set()
    for relations in related:
        held = [fact for fact in lines if fact.relation in relations and fact.status != "candidate"]
        doubtful |= set(map(triple, _weakest(held)))
    if not doubtful:
        return tuple(facts)
    return tuple(
        replace(fact, status="candidate")
        if fact.relation in every and triple(fact) in doubtful
        else fact
        for fact in facts
    )


def _weakest(facts: Sequence[Fact]) -> Iterable[Fact]:
    """Yield one fact after the other until those that are left have no ring."""
    from networkx import DiGraph, strongly_connected_components

    left = set(facts)
    while True:
        graph = DiGraph((fact.subject, fact.object) for fact in left)
        rings = [ring for ring in strongly_connected_components(graph) if len(ring) > 1]
        inside = [
            [fact for fact in left if {fact.subject, fact.object} <= ring and _may_fall(fact)]
            for ring in rings
        ]
        falling = [max(members, key=_weakness) for members in inside if members]
        if not falling:
            return
        left.difference_update(falling)
        yield from falling


def _may_fall(fact: Fact) -> bool:
    return fact.status != _CURATED


def _weakness(fact: Fact) -> tuple[float, int, tuple[str, str, str]]:
    return (-fact.confidence, -len(fact.evidence), triple(fact))
