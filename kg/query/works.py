"""Works that stand in a relation to a thing, papers that do, and what a work stands in one to.

A work is the method (model, data set, benchmark) that a paper introduces; a paper whose work has
no name of its own stands for itself, with the type Paper.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.ids import id_of
from kg.query.answer import Answer
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.families import covered, told, variants, with_members
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.rows import Cell, Row

if TYPE_CHECKING:
    from kg.model import Entity, Evidence, Fact

#: A work and the paper that says something of it.
Pair = tuple[str, str]


@dataclass(slots=True)
class Support:
    """What one row rests on: the things that it is said of, and the evidence."""

    on: set[str] = field(default_factory=set)
    evidence: list["Evidence"] = field(default_factory=list)

    def add(self, thing: str, evidence: Iterable["Evidence"]) -> None:
        """Add a thing with what says so."""
        self.on.add(thing)
        self.evidence.extend(evidence)


def facts_about(asked: Asked, things: Iterable["Entity"], relations: Sequence[str]) -> list["Fact"]:
    """Return the facts that have one of the things as object."""
    ids = [thing.id for thing in things]
    return [fact for relation in relations for fact in asked.facts(relation=relation, object_=ids)]


def support(facts: Iterable["Fact"], said: Iterable["Fact"] = ()) -> dict[Pair, Support]:
    """Gather the works and papers that facts speak of, with what says so.

    What follows for a work from what its paper `said` rests on the latter.
    """
    words = {id_of(fact): by_paper([fact]) for fact in said if is_paper(fact.subject)}
    found: dict[Pair, Support] = defaultdict(Support)
    for fact in facts:
        first = [words[premise] for premise in fact.premises if premise in words]
        for paper, evidence in by_paper([fact]).items():
            own = next((item[paper] for item in first if paper in item), evidence)
            found[fact.subject, paper].add(fact.object, own)
    return found


def works_in(
    asked: Asked, facts: Sequence["Fact"], types: Sequence[str] = ()
) -> dict[Pair, Support]:
    """Gather works of the given types; of none given, all, and papers that have no other work."""
    premises = {premise for fact in facts for premise in fact.premises}
    asked.papers.fetch(fact.subject for fact in facts)
    kept = [
        fact
        for fact in facts
        if (
            asked.papers.entity(fact.subject).type in types
            if types
            else id_of(fact) not in premises
        )
    ]
    return support(kept, facts)


def papers_in(facts: Iterable["Fact"]) -> dict[Pair, Support]:
    """Gather the papers that facts speak of."""
    return support(fact for fact in facts if is_paper(fact.subject))


def rows_of(asked: Asked, found: dict[Pair, Support], column: str) -> tuple[Row, ...]:
    """Return a row for each work and paper, the newest first."""
    on_what = {thing for item in found.values() for thing in item.on}
    asked.papers.fetch({work for work, _ in found} | on_what, (paper for _, paper in found))
    rows = []
    for (work, paper), item in found.items():
        on = ", ".join(sorted(asked.papers.label(thing) for thing in item.on))
        cells: dict[str, Cell] = {**asked.papers.cells(column, work), "on": on}
        rows.append(asked.papers.row(cells, paper, item.evidence))
    return newest_first(rows)


def works_that(
    asked: Asked,
    relations: Sequence[str],
    column: str = "method",
    types: Sequence[str] = (),
    *,
    wider: str = "",
) -> Answer:
    """Answer with the works of the types that stand in a relation to the thing asked about.

    What is narrower (the models of a family, the tasks below a task) counts too. A note says how
    many other papers there are, and that the `wider` question has them.
    """
    thing = asked.thing
    things = covered(asked.store, thing)
    on = ("on",) if len(things) > 1 else ()

    def works(those: Sequence["Entity"]) -> dict[Pair, Support]:
        return works_in(asked, facts_about(asked, those, relations), types)

    found = works(things)
    notes = [*told(thing, things)]
    if wider:
        papers = {pair[1] for pair in papers_in(facts_about(asked, things, relations))}
        others = len(papers - {paper for _, paper in found})
        notes += [f"other papers: {others}; ask: {wider} {thing.label}"] if others else []
    twin = twins.works_that(relations, thing.id, column, type_name=thing.type, types=types)
    return asked.answer(
        (column, "type", *on, *PAPER_COLUMNS),
        rows_of(asked, found, column),
        sparql=twin,
        variants=variants(asked.store, thing, lambda other: len(works([other]))),
        notes=notes,
    )


def papers_that(asked: Asked, relations: Sequence[str], *, exactly: bool = False) -> Answer:
    """Answer with the papers that stand in a relation to the thing asked about.

    What is narrower counts too, unless `exactly` the thing is meant.
    """
    thing = asked.thing
    things = [thing] if exactly else covered(asked.store, thing)
    on = ("on",) if len(things) > 1 else ()

    def papers(those: Sequence["Entity"]) -> dict[Pair, Support]:
        return papers_in(facts_about(asked, those, relations))

    near = () if exactly else variants(asked.store, thing, lambda other: len(papers([other])))
    narrower = "" if exactly else thing.type
    return asked.answer(
        ("title", *on, "paper", "date", "confidence"),
        rows_of(asked, papers(things), "title"),
        sparql=twins.papers_that(relations, thing.id, type_name=narrower),
        variants=near,
        notes=() if exactly else told(thing, things),
    )


def targets(asked: Asked, relations: Sequence[str]) -> Answer:
    """Answer with what the thing asked about stands in a relation to.

    Of a family, what its members do too.
    """
    thing = asked.thing
    things = with_members(asked.store, thing)
    subjects = [one.id for one in things]
    rows = [
        row
        for relation in relations
        for fact in asked.facts(subject=subjects, relation=relation)
        for row in _target_rows(asked, fact)
    ]
    of = ("of",) if len(things) > 1 else ()
    twin = twins.targets(thing.id, relations, type_name=thing.type)
    columns = ("name", "type", *of, *PAPER_COLUMNS)
    return asked.answer(columns, newest_first(rows), sparql=twin, notes=told(thing, things))


def _target_rows(asked: Asked, fact: "Fact") -> list[Row]:
    cells = asked.papers.cells("name", fact.object) | {"of": asked.papers.label(fact.subject)}
    rows = []
    for paper, evidence in by_paper([fact]).items():
        own = asked.facts(subject=paper, relation=fact.relation, object_=fact.object)
        said = by_paper(own).get(paper, evidence)
        rows.append(asked.papers.row(cells, paper, said))
    return rows
