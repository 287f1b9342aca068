"""A question whose names are known, on its way to an answer."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.errors import QuestionError
from kg.query.answer import Answer, Variant
from kg.query.filters import NO_FILTERS, Filters
from kg.query.papers import SURE, Papers
from kg.query.rows import Row

if TYPE_CHECKING:
    from kg.model import Entity, Evidence, Fact, Result
    from kg.store import Store

#: The columns that every row a paper says ends with.
PAPER_COLUMNS = ("paper", "title", "date", "confidence")

#: By which relation a work is evaluated on a thing of each type.
EVALUATION = {
    "Model": "evaluatedOnModel",
    "ModelFamily": "evaluatedOnModel",
    "Benchmark": "evaluatedOn",
    "Dataset": "evaluatedOn",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the intent, the things named, and the papers read for it so far.

    With `candidates`, facts below the threshold of confidence count too. Of papers that `filters`
    leave out, nothing counts.
    """

    store: "Store"
    question: str
    intent: str
    things: tuple["Entity", ...]
    papers: Papers
    parameters: Mapping[str, str]
    candidates: bool = False
    notes: tuple[str, ...] = field(default=())
    filters: Filters = NO_FILTERS

    @property
    def thing(self) -> "Entity":
        """The thing asked about."""
        return self.things[0]

    def facts(
        self,
        *,
        subject: str | Collection[str] = "",
        relation: str = "",
        object_: str | Collection[str] = "",
    ) -> list["Fact"]:
        """Return the facts that count, those below the threshold only where they are asked for."""
        status = (*SURE, "candidate") if self.candidates else SURE
        facts = self.store.facts(subject=subject, relation=relation, object=object_, status=status)
        return list(self._within(facts) if self.filters.dates else facts)

    def _within(self, facts: "Iterable[Fact]") -> "Iterable[Fact]":
        """Keep of each fact the evidence of papers of the time asked for."""
        facts = list(facts)
        self.papers.fetch(papers=(item.document for fact in facts for item in fact.evidence))
        for fact in facts:
            if kept := tuple(item for item in fact.evidence if self._counts(item)):
                yield replace(fact, evidence=kept)

    def _counts(self, evidence: "Evidence") -> bool:
        return self.filters.dated(self.papers.date(evidence.document))

    def results(self, entity_id: str) -> "list[Result]":
        """Return the results that count and name an entity in any slot, or stand in a paper."""
        slot = "paper" if entity_id.startswith("paper/") else "entity"
        results = list(self.store.results(**{slot: entity_id}))
        self.papers.fetch(papers=(result.paper for result in results))
        return [
            result
            for result in results
            if self.filters.valued(result.value)
            and (not self.filters.dates or self.filters.dated(self.papers.date(result.paper)))
        ]

    def answer(
        self,
        columns: Sequence[str],
        rows: Sequence[Row],
        *,
        sparql: str = "",
        variants: Sequence[Variant] = (),
        notes: Sequence[str] = (),
    ) -> Answer:
        """Make the answer of these rows."""
        return Answer(
            question=self.question,
            intent=self.intent,
            columns=tuple(columns),
            rows=tuple(rows),
            total=len(rows),
            parameters=self.parameters,
            sparql=twins.within(sparql, self.filters),
            variants=tuple(variants),
            notes=(*self.notes, *notes),
            names=tuple(name for thing in self.things for name in (thing.label, *thing.aliases)),
        )


def of_one_thing(asked: Asked) -> QuestionError:
    """Make the error for names that mean the same thing, where several things are asked of."""
    same = f"the names mean the same thing, {asked.thing.label} ({asked.thing.id}); give two"
    return QuestionError(asked.question, [], same)


def parameters(things: Sequence["Entity"], *, role: str = "") -> dict[str, str]:
    """Return what the things are called in an answer.

    `role` is what the second is to the first; without one both are ends: from and to.
    """
    ids = [thing.id for thing in things]
    if not things:
        return {}
    if len(things) == 1 or (len(things) == 2 and role):
        named = {"name": things[0].label, "id": things[0].id, "type": things[0].type}
        return named | dict(zip([role], ids[1:], strict=False))
    if len(things) == 2:
        return {"from": ids[0], "to": ids[1]}
    if role == "on":
        return {"from": ids[0], "to": ids[2], "on": ids[1]}
    return {f"thing {number}": one for number, one in enumerate(ids, 1)}
