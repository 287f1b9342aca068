"""Lineage has no rings: where papers say that two things come from each other, one is in doubt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


def _weakest(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield one fact after the other until those that are left have no ring.

    From the weakest on, a fact falls where its object still leads to its subject. Each is looked
    at once: no ring comes to be where a fact falls.
    """
    within = _within_rings(facts)
    after: dict[str, list[str]] = defaultdict(list)
    for fact in within:
        after[fact.subject].append(fact.object)
    for fact in sorted(filter(_may_fall, within), key=_weakness, reverse=True):
        if _leads(after, fact.object, fact.subject):
            after[fact.subject].remove(fact.object)
            yield fact


def _within_rings(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that lead back to their start: few of a graph do."""
    from networkx import DiGraph, strongly_connected_components

    graph = DiGraph((fact.subject, fact.object) for fact in facts)
    rings = enumerate(strongly_connected_components(graph))
    ring_of = {node: number for number, ring in rings for node in ring}
    return [fact for fact in facts if ring_of[fact.subject] == ring_of[fact.object]]


def _leads(after: Mapping[str, Sequence[str]], start: str, end: str) -> bool:
    """Tell whether one node leads to another; `after` has the next nodes of each in a ring."""
    seen, todo = {start}, [start]
    while todo:
        for node in after[todo.pop()]:
            if node == end:
                return True
            if node not in seen:
                seen.add(node)
                todo.append(node)
    return False


def _may_fall(fact: Fact) -> bool:
    return fact.status != _CURATED


def _weakness(fact: Fact) -> tuple[float, int, tuple[str, str, str]]:
    return (-fact.confidence, -len(fact.evidence), triple(fact))
