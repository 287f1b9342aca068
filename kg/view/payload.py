"""The data of a page: what the script reads to fill panel, table, search and legend.

Everything is said once and pointed to by number: things, quotes, rules. `assets/data.js` reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg import schema
from kg.model import iso_date, value_text
from kg.store import quote
from kg.view import measured
from kg.view.selection import OFF_STATUS
from kg.view.styles import style
from kg.view.wording import short_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Document, Entity, Evidence, Fact, Result
    from kg.store import Store
    from kg.view.selection import Selection

#: What `json.dumps` can write.
Json = Any

_STATUS = ("extracted", "metadata", "curated", "derived", "candidate")
_EVIDENCE_A_FACT = 8
_AUTHORS = 12
_NEVER_LISTED = frozenset({"Paper", "Author", "Listing", "CodeRepository", "WebPage"})


class _Numbers:
    """Gives each value a number, in the order of first asking."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, value: str) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[str]:
        return list(self._numbers)


class Payload:
    """Collects what a selection says; `data` is the outcome."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store = store
        self._selection = selection
        self._things, self._quotes, self._rules = _Numbers(), _Numbers(), _Numbers()
        self._types, self._relations = _Numbers(), _Numbers()
        self._documents: dict[str, Document] = {}

    def data(self) -> Json:
        """Return all of it; the first things are those drawn, then those that can be."""
        selection = self._selection
        for node in (*selection.drawn, *selection.extra):
            self._things(node)
        facts = [self._fact(fact) for fact in selection.facts]
        told, left = measured.chosen(self._store, (*selection.drawn, *selection.extra))
        results = [self._result(result) for result in told]
        elsewhere = [
            [self._things(node), self._relations(relation), count]
            for (node, relation), count in sorted(selection.elsewhere.items())
        ]
        things = [self._thing(node) for node in self._things.values()]
        counts = self._store.counts()
        return {
            "drawn": len(selection.drawn),
            "nodes": len(selection.drawn) + len(selection.extra),
            "total": selection.total,
            "focus": self._things(selection.focus) if selection.focus else -1,
            "types": [self._type(name, counts.entities) for name in self._types.values()],
            "relations": [self._relation(name, counts.facts) for name in self._relations.values()],
            "statuses": [{"name": name, "off": name in OFF_STATUS} for name in _STATUS],
            "things": things,
            "facts": facts,
            "results": results,
            "moreResults": [[self._things(node), count] for node, count in sorted(left.items())],
            "elsewhere": elsewhere,
            "quotes": self._quotes.values(),
            "rules": self._rules.values(),
        }

    def _fact(self, fact: Fact) -> Json:
        """Write a fact: subject, relation, object, status, evidence, evidence left out."""
        best = sorted(fact.evidence, key=lambda item: -item.confidence)[:_EVIDENCE_A_FACT]
        return [
            self._things(fact.subject),
            self._relations(fact.relation),
            self._things(fact.object),
            _STATUS.index(fact.status),
            [self._evidence(item) for item in best],
            len(fact.evidence) - len(best),
        ]

    def _result(self, result: Result) -> Json:
        """Write a result: the things it names, the value, how it was measured, role, evidence."""
        slots = ("paper", "method", "model", "data", "task", "metric", "baseline")
        named = {slot: getattr(result, slot) for slot in slots}
        return [
            {slot: self._things(name) for slot, name in named.items() if name},
            value_text(result),
            measured.how(result),
            result.role,
            [self._evidence(item) for item in result.evidence[:_EVIDENCE_A_FACT]],
        ]

    def _evidence(self, evidence: Evidence) -> Json:
        """Write an evidence: paper, quote, rule, confidence."""
        return [
            self._things(evidence.document),
            self._quotes(quote(self._document(evidence.document), evidence)),
            self._rules(evidence.rule),
            round(evidence.confidence, 2),
        ]

    def _document(self, paper: str) -> Document:
        """Return a paper's document, read once."""
        if paper not in self._documents:
            self._documents[paper] = self._store.document(paper)
        return self._documents[paper]

    def _thing(self, node: str) -> Json:
        """Write what is known of a thing."""
        entity = self._store.entity(node)
        told = {
            "id": node,
            "type": self._types(entity.type),
            "label": entity.label,
            "short": short_label(entity.label),
            "aliases": [name for name in entity.aliases if name != entity.label],
            "url": entity.url,
            "date": iso_date(entity.date),
            "notes": _notes(entity),
        }
        if entity.type == "Paper":
            told |= _paper(self._document(node))
        return {key: value for key, value in told.items() if value or key == "type"}

    def _type(self, name: str, totals: dict[str, int]) -> Json:
        known = schema.types().get(name)
        look = style(name, self._types(name))
        return {
            "name": name,
            "label": known.label if known else name,
            "about": known.definition if known else "",
            "shape": look.shape,
            "light": look.light,
            "dark": look.dark,
            "off": name in self._selection.off_types,
            "total": totals.get(name, 0),
        }

    def _relation(self, name: str, totals: dict[str, int]) -> Json:
        known = schema.relations().get(name)
        return {
            "name": name,
            "label": known.label if known else name,
            "about": known.definition if known else "",
            "off": name in self._selection.off_relations,
            "total": totals.get(name, 0),
        }


def _notes(entity: Entity) -> list[str]:
    """Say in a word or two what else is known of a thing."""
    known = {
        "size": entity.size,
        "version": entity.version,
        "variant": entity.variant,
        "unit": entity.unit,
        "better": entity.direction,
    }
    notes = [f"{name} {value}" for name, value in known.items() if value]
    if not entity.listed and entity.type not in _NEVER_LISTED:
        notes.append("not in the lexicon")
    return notes


def _paper(document: Document) -> Json:
    """Tell of a paper what its listing says."""
    return {
        "date": iso_date(document.date),
        "authors": document.authors[:_AUTHORS],
        "authorCount": document.n_authors or len(document.authors),
        "summaryBy": document.summary_by,
        "links": [[link.kind, link.url] for link in document.links] + list(_registries(document)),
    }


def _registries(document: Document) -> Iterable[list[str]]:
    """Yield a link to each registry that knows the paper."""
    pages = {
        "arxiv": ("arXiv", "https://arxiv.org/abs/"),
        "doi": ("DOI", "https://doi.org/"),
        "acl": ("ACL Anthology", "https://aclanthology.org/"),
    }
    for identifier in document.identifiers:
        if identifier.scheme in pages:
            name, start = pages[identifier.scheme]
            yield [f"{name} {identifier.value}", start + identifier.value]
