"""What an explanation is made of: its sections, and the words for what decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.query.papers import Papers
from kg.query.rows import Row, html_table, told_rows
from kg.query.verdicts import Concerns

if TYPE_CHECKING:
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


#: The columns of what a curator did.
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


def acts_on(store: "Store", concerns: Concerns) -> list[Row]:
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
