"""Walks over the graph: typed steps from a thing, or all that lies within some hops."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import given
from kg.errors import QuestionError
from kg.query.answer import Answer
from kg.query.asked import Asked, parameters
from kg.query.filters import NO_FILTERS, Filters, since
from kg.query.names import resolve_told
from kg.query.papers import SURE, Papers
from kg.query.paths import named_relations, neighbours, other_end
from kg.query.rows import Cell, Row
from kg.schema import with_narrower

if TYPE_CHECKING:
    from kg.model import Fact
    from kg.store import Store

COLUMNS = ("name", "type", "hops", "via", "confidence")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a relation, from subject to object or the other way, once or again and again.

    `least` is how often at least it is taken: 0 for ``*``, else 1.
    """

    relation: str
    inverse: bool = False
    repeated: bool = False
    least: int = 1


@dataclass(frozen=True, slots=True)
class _Reached:
    """A node and the facts that led to it."""

    node: str
    chain: tuple["Fact", ...] = ()


def read_step(text: str) -> Step:
    """Read a step: ``usesMethod``, ``^usesMethod`` (from object to subject), ``basedOn+``, ``*``.

    Raises UnknownNameError for a relation that the ontology has not.

    >>> read_step("^inFamily*")
    Step(relation='inFamily', inverse=True, repeated=True, least=0)
    """
    from kg.schema import relation

    name = text.strip().removeprefix("^")
    repeated = name.endswith(("+", "*"))
    bare = name[:-1] if repeated else name
    return Step(
        relation(bare).name,
        inverse=text.strip().startswith("^"),
        repeated=repeated,
        least=0 if name.endswith("*") else 1,
    )


def walk(store: "Store", name: str, steps: str | Sequence[str], *, earliest: str = "") -> Answer:
    """Go from a thing along the steps, and give what is reached at the end.

    Each thing once, with the chain of facts that comes first. A relation stands for those below it
    too. With `earliest`, an ISO date, only facts of papers since then count.
    """
    steps = given.several(steps)
    if not steps:
        raise QuestionError("walk", ["walk NAME ^evaluatedOnModel usesMethod"])
    asked = _asked(store, f"walk from {name}: {' '.join(steps)}", name)
    reached = [_Reached(asked.thing.id)]
    dates = since(earliest)
    for step in map(read_step, steps):
        reached = list(_take(asked, reached, step, dates))
    return _answer(asked, reached)


def surroundings(
    store: "Store",
    name: str,
    *,
    hops: int = 1,
    relations: str | Sequence[str] = (),
    earliest: str = "",
) -> Answer:
    """Give all that lies within some hops of a thing, whichever way the facts point.

    Without `relations`, all count but mentions, listings and authors. Raises UnknownNameError, and
    SettingError for fewer hops than one.
    """
    given.number("hops", hops, 1)
    wanted = named_relations(relations)
    asked = _asked(store, f"within {hops} of {name}", name)
    dates = since(earliest)
    found = {asked.thing.id: _Reached(asked.thing.id)}
    front = list(found.values())
    for _ in range(hops):
        if not front:  # all that hangs together is reached, however many hops are asked for
            break
        front = [
            found.setdefault(after.node, after)
            for before in front
            for after in _around(asked, before, wanted, dates)
            if after.node not in found
        ]
    return _answer(asked, [item for item in found.values() if item.chain])


def _asked(store: "Store", question: str, name: str) -> Asked:
    thing, notes = resolve_told(store, name)
    return Asked(store, question, "walk", (thing,), Papers(store), parameters([thing]), notes=notes)


def _around(
    asked: Asked, before: _Reached, relations: frozenset[str], dates: Filters
) -> Iterator[_Reached]:
    for fact in neighbours(asked.store, before.node, relations):
        if _counts(asked, fact, dates):
            yield _Reached(other_end(fact, before.node), (*before.chain, fact))


def _take(
    asked: Asked, reached: Iterable[_Reached], step: Step, dates: Filters
) -> Iterator[_Reached]:
    """Yield each node that the step leads to once."""
    front = list(reached)
    found: dict[str, _Reached] = {item.node: item for item in front} if not step.least else {}
    while front:
        after = (item for before in front for item in _once(asked, before, step, dates))
        front = [found.setdefault(item.node, item) for item in after if item.node not in found]
        if not step.repeated:
            break
    yield from found.values()


def _once(asked: Asked, before: _Reached, step: Step, dates: Filters) -> Iterator[_Reached]:
    for relation in with_narrower(step.relation):
        facts = (
            asked.store.facts(relation=relation, object=before.node, status=SURE)
            if step.inverse
            else asked.store.facts(subject=before.node, relation=relation, status=SURE)
        )
        for fact in facts:
            if _counts(asked, fact, dates):
                node = fact.subject if step.inverse else fact.object
                yield _Reached(node, (*before.chain, fact))


def _counts(asked: Asked, fact: "Fact", dates: Filters) -> bool:
    """Say whether a fact is of a paper of the time that is asked for."""
    if dates is NO_FILTERS:
        return True
    papers = {item.document for item in fact.evidence}
    return any(dates.dated(asked.papers.document(paper).date) for paper in papers)


def _answer(asked: Asked, reached: Sequence[_Reached]) -> Answer:
    rows = [_row(asked.papers, item) for item in reached]
    rows.sort(key=lambda row: (int(row["hops"]), str(row["name"]).casefold(), str(row["id"])))
    return asked.answer(COLUMNS, rows)


def _row(papers: Papers, reached: _Reached) -> Row:
    nodes = _nodes(reached)
    cells: dict[str, Cell] = {
        **papers.cells("name", reached.node),
        "hops": len(reached.chain),
        "via": " > ".join(papers.label(node) for node in nodes),
        "confidence": min((fact.confidence for fact in reached.chain), default=1.0),
    }
    evidence = [item for fact in reversed(reached.chain) for item in fact.evidence]
    return Row(tuple(cells.items()), papers.quotes(evidence))


def _nodes(reached: _Reached) -> list[str]:
    """Return the nodes between the start and the end of a chain."""
    nodes, here = [], reached.node
    for fact in reversed(reached.chain):
        here = other_end(fact, here)
        nodes.append(here)
    return nodes[-2::-1]
