"""Makes graphs from a few lines: papers with their words, what they say, and what follows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from kg import schema
from kg.ids import TYPES_BY_NAMESPACE, id_of
from kg.model import (
    Document,
    Entity,
    Evidence,
    Fact,
    Graph,
    Identifier,
    Link,
    Listing,
    PartialDate,
    Result,
    Status,
)

DAILY = "Hugging Face Daily Papers"

#: A paper's number (and another subject, if it is not the paper), relation, object, the words that
#: it rests on (none: the first link), confidence.
Said = tuple[str, str, str, str, float]
#: A paper's number, the words, the value (two for a range), and the slots of the result.
Measured = tuple[str, str, str, Mapping[str, Any]]


def listing_id(day: PartialDate) -> str:
    return f"listing/hugging-face-daily-papers-{day.isoformat()}"


def paper(
    number: str,
    title: str,
    abstract: str,
    date: PartialDate | None,
    listed: PartialDate | None = None,
    code: str = "",
    authors: tuple[str, ...] = ("Ada Author", "Ben Writer"),
) -> Document:
    return Document(
        id=f"paper/{number}",
        title=title,
        abstract=abstract,
        date=date,
        authors=authors,
        n_authors=len(authors),
        links=(Link("code", code),) if code else (),
        identifiers=(Identifier("arxiv", number),),
        listings=(Listing(DAILY, listed),) if listed else (),
    )


def model(
    label: str,
    parent: str,
    version: str = "",
    size: str = "",
    variant: str = "",
    aliases: tuple[str, ...] = (),
) -> Entity:
    return Entity(
        f"model/{label.lower()}", "Model", label, aliases, parent,
        version=version, size=size, variant=variant,
    )  # fmt: skip


@dataclass(slots=True)
class Maker:
    """Gathers documents, entities and what is said; `graph` is the outcome."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    said: Sequence[Said]
    measured: Sequence[Measured] = ()
    candidates: Sequence[Said] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    def graph(self) -> Graph:
        facts = [*self._said(), *self._listed(), *self._written()]
        facts += [*self._derived(facts), *self._families()]
        united = {(f.subject, f.relation, f.object): f for f in reversed(facts)}
        papers = [Entity(item.id, "Paper", item.title, date=item.date) for item in self.documents]
        return Graph(
            documents=tuple(sorted(self.documents, key=lambda item: item.id)),
            entities=tuple(sorted([*self.entities, *papers], key=lambda item: item.id)),
            facts=tuple(united[key] for key in sorted(united)),
            results=tuple(self._results()),
            **self.more,
        )

    def _evidence(self, number: str, words: str, rule: str, confidence: float) -> Evidence:
        found = next(item for item in self.documents if item.id == f"paper/{number}")
        if not words:
            return Evidence(found.id, "links", 0, 1, "link", confidence)
        start = found.abstract.index(words)
        return Evidence(found.id, "abstract", start, start + len(words), rule, confidence)

    def _said(self) -> Iterator[Fact]:
        for rows, unsure in ((self.said, False), (self.candidates, True)):
            for where, relation, thing, words, confidence in rows:
                number, _, subject = where.partition(" ")
                evidence = self._evidence(number, words, f"{relation}/by-hand", confidence)
                sure: Status = "extracted" if words else "metadata"
                status: Status = "candidate" if unsure else sure
                yield Fact(subject or f"paper/{number}", relation, thing, (evidence,), status)

    def _listed(self) -> Iterator[Fact]:
        for item in self.documents:
            for listing in item.listings:
                if listing.date:
                    evidence = Evidence(item.id, "listings", 0, 1, "listing")
                    place = listing_id(listing.date)
                    yield Fact(item.id, "listedIn", place, (evidence,), "metadata")

    def _written(self) -> Iterator[Fact]:
        """Say who wrote what, as far as the authors are among the entities."""
        authors = {entity.label: entity.id for entity in self.entities if entity.type == "Author"}
        for item in self.documents:
            for place, name in enumerate(item.authors):
                if name in authors:
                    evidence = Evidence(item.id, "authors", place, place + 1, "metadata")
                    yield Fact(item.id, "writtenBy", authors[name], (evidence,), "metadata")

    def _derived(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Say of the first thing introduced that may have it what the paper says of itself."""
        facts = [fact for fact in facts if fact.subject.startswith("paper/")]
        own = [fact for fact in facts if fact.relation == "introduces"]
        for fact in facts:
            if fact.status == "candidate":
                continue
            for introduces in own:
                allowed = schema.allows(fact.relation, _type(introduces.object), _type(fact.object))
                same = introduces.subject == fact.subject and introduces.object != fact.object
                if same and allowed:
                    yield _followed(introduces, fact)
                    break

    def _families(self) -> Iterator[Fact]:
        for entity in self.entities:
            if entity.parent and entity.type in ("Model", "ModelFamily"):
                first = self.documents[0]
                evidence = Evidence(first.id, "title", 0, len(first.title), "model-name")
                yield Fact(entity.id, "inFamily", entity.parent, (evidence,), "derived")

    def _results(self) -> Iterator[Result]:
        for number, words, value, slots in self.measured:
            evidence = self._evidence(number, words, "result/by-hand", 0.9)
            numbers = tuple(Decimal(part) for part in value.split())
            yield Result(f"paper/{number}", numbers, words, (evidence,), **slots)


def _type(entity_id: str) -> str:
    return TYPES_BY_NAMESPACE[entity_id.partition("/")[0]]


def _followed(introduces: Fact, fact: Fact) -> Fact:
    premises = sorted(id_of(item) for item in (introduces, fact))
    sure = round(introduces.confidence * fact.confidence, 4)
    evidence = tuple(
        replace(item, rule="principal-contribution", confidence=sure) for item in fact.evidence
    )
    return Fact(introduces.object, fact.relation, fact.object, evidence, "derived", tuple(premises))
