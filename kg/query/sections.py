"""What an explanation is made of: its sections, and the words for what decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.query.papers import Papers
from kg.query.rows import Row, html_table, told_rows

if TYPE_CHECKING:
    from kg.curation.acts import Concerns
    from kg.model import Decision, Evidence, Mention
    from kg.store import Store

#: What each recogniser goes by.
RECOGNISERS = MappingProxyType(
    {
        "lexicon": "the lexicon",
        "model-name": "the grammar of model names",
        "pattern": "how the text speaks of it",
        "tagger": "the statistical recogniser",
    }
)


#: The columns of the evidence, of how names were linked, and of what a curator did.
EVIDENCE = ("paper", "title", "field", "rule", "confidence")
NAMES = ("spelling", "means", "paper", "read_by", "linked_by", "because")
ACT = ("number", "act", "who", "when", "note")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an explanation; `total` counts the rows that are left out too."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is explained, what is to be said of it at once, and the sections."""

    title: str
    facts: Mapping[str, str]
    sections: tuple[Section, ...]
    names: tuple[str, ...] = field(default=())

    def to_dict(self) -> dict[str, object]:
        """Return the explanation as plain values, ready for JSON."""
        return {
            "title": self.title,
            **self.facts,
            **{section.name: [row.to_dict() for row in section.rows] for section in self.sections},
        }

    def _repr_html_(self) -> str:
        """Return the sections as HTML tables, for a notebook."""
        told = "; ".join([self.title, *(f"{name}: {value}" for name, value in self.facts.items())])
        return f"<p>{escape(told)}</p>" + "".join(
            html_table(
                part.columns, part.rows, [f"{part.name}: {told_rows(part.total, len(part.rows))}"]
            )
            for part in self.sections
        )

    def rows(self) -> Iterator[Row]:
        """Yield the rows of all sections, with the section as a cell."""
        for section in self.sections:
            for row in section.rows:
                yield Row((("section", section.name), *row.cells), row.evidence)


def section(
    name: str, columns: tuple[str, ...], rows: Sequence[Row], limit: int
) -> Iterator[Section]:
    """Yield a section if it has any row."""
    if rows:
        yield Section(name, columns, tuple(rows[: limit or None]), len(rows))


def how_in_words(how: str) -> str:
    """Say how a name was linked."""
    from kg.resolve import HOW

    return HOW.get(how, how)


def reasons(papers: Papers, because: Sequence[str]) -> str:
    """Write words and ids; an id that is still there with its label."""
    written = []
    for item in because:
        try:
            written.append(f"{papers.label(item)} ({item})" if "/" in item else item)
        except UnknownNameError:
            written.append(item)
    return ", ".join(written)


def acts_on(store: "Store", concerns: "Concerns") -> list[Row]:
    """Return the acts of the curation file that concern something, with their numbers."""
    from kg.curation import curation_path, read

    return [
        Row(
            (
                ("number", number),
                ("act", act.what),
                ("who", act.who),
                ("when", act.when),
                ("note", act.note),
            )
        )
        for number, act in enumerate(read(curation_path(store.path)), 1)
        if concerns(act)
    ]


def evidence_rows(papers: Papers, evidence: Iterable["Evidence"]) -> list[Row]:
    """Return the evidence, the surest first."""
    ordered = sorted(evidence, key=lambda item: (-item.confidence, item))
    return [
        Row(
            (
                ("paper", item.document),
                ("title", papers.document(item.document).title),
                ("field", item.field),
                ("rule", item.rule),
                ("confidence", item.confidence),
            ),
            papers.quotes([item]),
        )
        for item in ordered
    ]


def names_of(store: "Store", papers: Papers, document: str, thing: str) -> Iterator[Row]:
    """Yield how a thing is spelled in a paper, and what linked it."""
    mentions = store.mentions(document=document, entity=thing)
    decisions = store.decisions(document=document, entity=thing)
    yield from linked(papers, list(mentions), list(decisions))


def linked(
    papers: Papers, mentions: Sequence["Mention"], decisions: Sequence["Decision"]
) -> Iterator[Row]:
    """Yield each spelling once, with the recogniser that read it and what was decided on it."""
    seen: set[tuple[str, str]] = set()
    by_name = {item.name: item for item in decisions}
    for mention in mentions:
        spelling = " ".join(mention.text.split())
        if (spelling, mention.recogniser) in seen:
            continue
        seen.add((spelling, mention.recogniser))
        decision = by_name.get(spelling) or (decisions[0] if decisions else None)
        yield Row(
            (
                ("spelling", spelling),
                ("means", papers.label(mention.entity)),
                ("id", mention.entity),
                ("paper", mention.document),
                ("read_by", RECOGNISERS.get(mention.recogniser, mention.recogniser)),
                ("linked_by", how_in_words(decision.how) if decision else ""),
                ("because", reasons(papers, decision.because) if decision else ""),
            )
        )
