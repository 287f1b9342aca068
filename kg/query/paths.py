"""How two things hang together: a shortest chain of facts, found from both ends at once."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg import given
from kg.counted import counted
from kg.query.answer import Answer
from kg.query.asked import Asked, parameters
from kg.query.names import resolve_told
from kg.query.papers import SURE, Papers
from kg.query.rows import Cell, Row

if TYPE_CHECKING:
    from kg.model import Fact
    from kg.store import Store

#: Relations that nearly everything has: a chain over them says little.
HUBS = frozenset({"mentions", "listedIn", "writtenBy"})
MAX_HOPS = 6
COLUMNS = ("step", "subject", "relation", "object", "confidence")


@dataclass(slots=True)
class _Side:
    """What has been reached from one end: for each node, its distance and the nodes before it."""

    distance: dict[str, int]
    before: dict[str, set[str]] = field(default_factory=dict)
    front: list[str] = field(default_factory=list)
    depth: int = 0


def path(
    store: "Store",
    start: str,
    end: str,
    *,
    max_hops: int = MAX_HOPS,
    relations: str | Sequence[str] = (),
) -> Answer:
    """Find a shortest chain of facts between two names.

    Of several, the first by ids; one over named things before one over common nouns. Without
    `relations`, all count but those of `HUBS`. Raises UnknownNameError, and SettingError for
    fewer hops than one.
    """
    given.number("max_hops", max_hops, 1)
    (one, of_one), (other, of_other) = resolve_told(store, start), resolve_told(store, end)
    things, question = (one, other), f"path from {start} to {end}"
    notes = tuple(dict.fromkeys((*of_one, *of_other)))
    asked = Asked(store, question, "path", things, Papers(store), parameters(things), notes=notes)
    return _chain(asked, max_hops, named_relations(relations))


def named_relations(names: str | Sequence[str]) -> frozenset[str]:
    """Return what relations are called; UnknownNameError for one that the ontology has not."""
    from kg.schema import relation

    return frozenset(relation(name).name for name in given.several(names))


def connection(asked: Asked) -> Answer:
    """Answer "how is A connected to B"."""
    return _chain(asked, MAX_HOPS, frozenset())


def _chain(asked: Asked, max_hops: int, relations: Collection[str]) -> Answer:
    start, end = asked.things
    nodes = _Search(asked, max_hops, relations, named=True).chain()
    nodes = nodes or _Search(asked, max_hops, relations, named=False).chain()
    facts = [_link(asked.store, *ends, relations) for ends in pairwise(nodes)]
    rows = [_step(asked.papers, number, fact) for number, fact in enumerate(facts, 1)]
    notes = () if nodes else (f"no chain of at most {counted(max_hops, 'fact')} joins them",)
    if start.id == end.id:
        notes = (f"both names mean the same thing, {start.label}",)
    twin = twins.facts_between((fact.subject, fact.relation, fact.object) for fact in facts)
    return asked.answer(COLUMNS, rows, sparql=twin if facts else "", notes=notes)


def _step(papers: Papers, number: int, fact: "Fact") -> Row:
    cells: dict[str, Cell] = {
        "step": number,
        "subject": papers.label(fact.subject),
        "relation": fact.relation,
        "object": papers.label(fact.object),
        "subject_id": fact.subject,
        "object_id": fact.object,
        "confidence": fact.confidence,
    }
    return Row(tuple(cells.items()), papers.quotes(fact.evidence))


def neighbours(
    store: "Store", nodes: str | Collection[str], relations: Collection[str] = ()
) -> Iterator["Fact"]:
    """Yield the facts that a node, or some, stand in, from either side, candidates left out."""
    for facts in (store.facts(subject=nodes, status=SURE), store.facts(object=nodes, status=SURE)):
        for fact in facts:
            if fact.relation in relations if relations else fact.relation not in HUBS:
                yield fact


def other_end(fact: "Fact", node: str) -> str:
    """Return the end of a fact that is not the node."""
    return fact.object if fact.subject == node else fact.subject


@dataclass(frozen=True, slots=True)
class _Search:
    """A search for a shortest chain between the two things asked for.

    With `named`, the chain leads over no common noun: nearly every paper uses fine-tuning.
    """

    asked: Asked
    max_hops: int
    relations: Collection[str]
    named: bool

    def chain(self) -> list[str]:
        """Return the nodes of the first of the shortest chains, or nothing."""
        sides = [_Side({thing.id: 0}, front=[thing.id]) for thing in self.asked.things]
        apart = sides[0].front != sides[1].front
        while apart and sides[0].depth + sides[1].depth < self.max_hops:
            side, other = sorted(sides, key=lambda item: len(item.front))
            self._grow(side)
            if meeting := set(side.front) & other.distance.keys():
                return _trace(self.asked.things[0].id, sides[0], sides[1], meeting)
            if not side.front:
                break
        return []

    def _grow(self, side: _Side) -> None:
        """Take one step from all nodes of the front."""
        side.depth += 1
        reached: set[str] = set()
        front = set(side.front)
        facts = list(neighbours(self.asked.store, front, self.relations))
        if self.named:
            self.asked.papers.fetch(end for fact in facts for end in (fact.subject, fact.object))
        for fact in facts:
            for node in front & {fact.subject, fact.object}:
                there = other_end(fact, node)
                if side.distance.get(there, side.depth) == side.depth and self._may_pass(there):
                    side.distance[there] = side.depth
                    side.before.setdefault(there, set()).add(node)
                    reached.add(there)
        side.front = sorted(reached)

    def _may_pass(self, node: str) -> bool:
        if not self.named or node in {thing.id for thing in self.asked.things}:
            return True
        return self.asked.papers.entity(node).named


def _trace(start: str, left: _Side, right: _Side, meeting: Collection[str]) -> list[str]:
    """Return the chain that is first by ids, from the start of the left side to that of the right.

    From the start on, each step is to the first by id of what a shortest chain may have next.
    """
    after = _turned(left, meeting) | right.before
    nodes = [start]
    while nodes[-1] in after:
        nodes.append(min(after[nodes[-1]]))
    return nodes


def _turned(side: _Side, front: Collection[str]) -> dict[str, set[str]]:
    """Return for each node on a way to a side's front the nodes behind it."""
    after: dict[str, set[str]] = defaultdict(set)
    while any(side.distance[node] for node in front):
        for node in front:
            for earlier in side.before[node]:
                after[earlier].add(node)
        front = {earlier for node in front for earlier in side.before[node]}
    return after


def _link(store: "Store", here: str, there: str, relations: Collection[str]) -> "Fact":
    """Return the surest fact between two neighbours."""
    facts = (fact for fact in neighbours(store, here, relations) if other_end(fact, here) == there)
    return min(facts, key=lambda fact: (-fact.confidence, fact.relation, fact.subject))
