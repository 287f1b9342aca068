"""Papers as rows need them: read once, with date, title and verbatim passages."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.model import iso_date
from kg.query.rows import Cell, Quote, Row

if TYPE_CHECKING:
    from kg.model import Document, Entity, Evidence, Fact, PartialDate
    from kg.store import Store

#: The standing of facts that count; candidates are asked for apart.
SURE = ("metadata", "extracted", "derived", "curated")
CANDIDATE = "candidate"


class Papers:
    """The documents and entities of a store that an answer has used so far."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._documents: dict[str, Document] = {}
        self._entities: dict[str, Entity] = {}

    def fetch(self, entities: Iterable[str] = (), papers: Iterable[str] = ()) -> None:
        """Read many at once that are asked for soon."""
        for document in self._store.documents(set(papers) - self._documents.keys()):
            self._documents[document.id] = document
        wanted = {item for item in entities if "://" not in item}
        for entity in self._store.entities_of(wanted - self._entities.keys()):
            self._entities[entity.id] = entity

    def document(self, paper: str) -> "Document":
        """Return a paper."""
        if paper not in self._documents:
            self._documents[paper] = self._store.document(paper)
        return self._documents[paper]

    def date(self, paper: str) -> "PartialDate | None":
        """Return a paper's date."""
        return self.document(paper).date

    def entity(self, entity_id: str) -> "Entity":
        """Return an entity."""
        if entity_id not in self._entities:
            self._entities[entity_id] = self._store.entity(entity_id)
        return self._entities[entity_id]

    def label(self, entity_id: str) -> str:
        """Return an entity's label; an address, which is no entity, stands for itself."""
        return entity_id if "://" in entity_id else self.entity(entity_id).label

    def quotes(self, evidence: Iterable["Evidence"]) -> tuple[Quote, ...]:
        """Return the passages, each once, in the order given."""
        return tuple(self._quote(item) for item in dict.fromkeys(evidence))

    def _quote(self, item: "Evidence") -> Quote:
        from kg.store import quote

        document = self.document(item.document)
        return Quote(
            paper=document.id,
            title=document.title,
            field=item.field,
            start=item.start,
            end=item.end,
            quote=quote(document, item),
            rule=item.rule,
            confidence=item.confidence,
        )

    def row(self, first: dict[str, Cell], paper: str, evidence: Sequence["Evidence"]) -> Row:
        """Make a row that a paper says: the given cells, the paper's, and the confidence."""
        document = self.document(paper)
        cells: dict[str, Cell] = {
            **first,
            "paper": document.id,
            "title": document.title,
            "date": iso_date(document.date),
            "confidence": max((item.confidence for item in evidence), default=1.0),
        }
        return Row(tuple(cells.items()), self.quotes(evidence))

    def cells(self, column: str, entity_id: str) -> dict[str, Cell]:
        """Return the cells that name an entity."""
        entity = self.entity(entity_id)
        return {column: entity.label, "id": entity.id, "type": entity.type}


def is_paper(entity_id: str) -> bool:
    """Tell whether an id is a paper's."""
    return entity_id.startswith("paper/")


def by_paper(facts: Iterable["Fact"]) -> dict[str, list["Evidence"]]:
    """Gather the evidence of facts by the paper that it stands in, the surest first."""
    gathered: dict[str, list[Evidence]] = {}
    for fact in facts:
        for item in sorted(fact.evidence, key=lambda item: (-item.confidence, item)):
            gathered.setdefault(item.document, []).append(item)
    return gathered


def newest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Sort rows by date, the newest first, then by the first cell and the ids.

    A month or a year stands before its days: what is known less exactly may be later.
    """
    return tuple(sorted(sorted(rows, key=_by_label), key=_by_date, reverse=True))


def _by_date(row: Row) -> tuple[str, ...]:
    parts = str(row.get("date", "")).split("-")
    return tuple(parts) + ("99",) * (3 - len(parts)) if parts[0] else ()


def _by_label(row: Row) -> tuple[str, ...]:
    return (str(row.cells[0][1]).casefold(), *(str(row.get(key, "")) for key in ("id", "paper")))
