"""A question whose names are known, on its way to an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.query.answer import Answer, Row, Variant
from kg.query.papers import SURE, Papers

if TYPE_CHECKING:
    from kg.model import Entity, Fact
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

    With `candidates`, facts below the threshold of confidence count too.
    """

    store: "Store"
    question: str
    intent: str
    things: tuple["Entity", ...]
    papers: Papers
    parameters: Mapping[str, str]
    candidates: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def thing(self) -> "Entity":
        """The thing asked about."""
        return self.things[0]

    def facts(self, *, subject: str = "", relation: str = "", object_: str = "") -> list["Fact"]:
        """Return the facts that count, those below the threshold only where they are asked for."""
        status = (*SURE, "candidate") if self.candidates else SURE
        return list(
            self.store.facts(subject=subject, relation=relation, object=object_, status=status)
        )

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
            sparql=sparql,
            variants=tuple(variants),
            notes=(*self.notes, *notes),
            names=tuple(name for thing in self.things for name in (thing.label, *thing.aliases)),
        )


def parameters(things: Sequence["Entity"]) -> dict[str, str]:
    """Return what one thing, or two, are called in an answer."""
    if len(things) == 2:
        return {"from": things[0].id, "to": things[1].id}
    return {"name": things[0].label, "id": things[0].id, "type": things[0].type}
