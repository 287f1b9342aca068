"""Write documents, extractions and results as JSON, and read them again.

Documents are kept for good and are written with the names of their fields; extractions are a
cache and are written as bare rows. The few words that come again and again are shared in memory.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from sys import intern
from typing import Any

from kg.model import (
    Document,
    Evidence,
    Extraction,
    Fact,
    Identifier,
    Link,
    Listing,
    Mention,
    Name,
    PartialDate,
    Result,
    Source,
)

#: The values of a dataclass in the order of its fields.
Row = tuple[Any, ...]


def _columns(kind: type) -> Any:
    """Return a function that gives the values of one instance."""
    return attrgetter(*(field.name for field in fields(kind) if field.init))


_NAME, _MENTION, _EVIDENCE, _FACT, _RESULT = map(_columns, (Name, Mention, Evidence, Fact, Result))
_DATE, _LINK, _IDENTIFIER, _SOURCE = map(_columns, (PartialDate, Link, Identifier, Source))
_RESULT_FIELDS = tuple(field.name for field in fields(Result))
#: Where the evidence stands in the row of a result.
EVIDENCE_OF_RESULT = _RESULT_FIELDS.index("evidence")


#: Write compact JSON, the same for equal values; values hold no cycles.
dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def document_fields(document: Document) -> dict[str, Any]:
    """Return what JSON can hold of a document; what is empty is left out."""
    values = {
        "id": document.id,
        "title": document.title,
        "abstract": document.abstract,
        "language": document.language,
        "date": document.date and _DATE(document.date),
        "authors": document.authors,
        "n_authors": document.n_authors,
        "categories": document.categories,
        "links": [_LINK(link) for link in document.links],
        "identifiers": [_IDENTIFIER(identifier) for identifier in document.identifiers],
        "listings": [_listing(listing) for listing in document.listings],
        "sources": [_SOURCE(source) for source in document.sources],
        "summary_by": document.summary_by,
    }
    return {name: value for name, value in values.items() if value or value == 0}


def _listing(listing: Listing) -> Row:
    return (listing.name, listing.date and _DATE(listing.date), listing.comments, listing.votes)


def document_from(values: dict[str, Any], sources: tuple[Source, ...] = ()) -> Document:
    """Return the document that `document_fields` wrote; `sources` are those kept apart from it."""
    date = values.get("date")
    return Document(
        id=values["id"],
        title=values.get("title", ""),
        abstract=values.get("abstract", ""),
        language=values.get("language", ""),
        date=PartialDate(*date) if date else None,
        authors=tuple(values.get("authors", ())),
        n_authors=values.get("n_authors"),
        categories=tuple(values.get("categories", ())),
        links=tuple(Link(*row) for row in values.get("links", ())),
        identifiers=tuple(Identifier(*row) for row in values.get("identifiers", ())),
        listings=tuple(_read_listing(*row) for row in values.get("listings", ())),
        sources=sources or tuple(Source(*row) for row in values.get("sources", ())),
        summary_by=values.get("summary_by", ""),
    )


def _read_listing(name: str, date: list[Any] | None, *counts: int | None) -> Listing:
    return Listing(name, PartialDate(*date) if date else None, *counts)


def dump_extraction(extraction: Extraction) -> str:
    """Write an extraction as JSON.

    >>> load_extraction(dump_extraction(Extraction("t"))) == Extraction("t")
    True
    """
    return dump(
        (
            extraction.text,
            [_NAME(name) for name in extraction.names],
            [_MENTION(mention) for mention in extraction.mentions],
            [_fact(fact) for fact in extraction.facts],
            [result_row(result) for result in extraction.results],
        )
    )


def load_extraction(body: str, paper: str = "") -> Extraction:
    """Return the extraction that `dump_extraction` wrote, or what that says of a paper.

    With a paper's id, that stands in mentions and evidence in place of the text's.
    """
    text, names, mentions, facts, results = json.loads(body)
    return Extraction(
        text=text,
        names=tuple(_read_name(row) for row in names),
        mentions=tuple(_read_mention(paper or text, *row[1:]) for row in mentions),
        facts=tuple(_read_fact(paper, *row) for row in facts),
        results=tuple(result_from(row, paper) for row in results),
    )


def _read_name(row: list[Any]) -> Name:
    type_name, label, named, known, *form, aliases = row
    values = [intern(type_name), label, named, intern(known), *form, tuple(aliases)]
    return Name(*values)


def _read_mention(document: str, *row: Any) -> Mention:
    field, start, end, text, entity, recogniser, score = row
    shared = (intern(entity), intern(recogniser))
    return Mention(document, intern(field), start, end, text, *shared, score)


def _fact(fact: Fact) -> Row:
    subject, relation, object_, evidence, status, premises = _FACT(fact)
    return (subject, relation, object_, [_EVIDENCE(item) for item in evidence], status, premises)


def _read_fact(paper: str, *row: Any) -> Fact:
    subject, relation, object_, evidence, status, premises = row
    proofs = _read_evidence(evidence, paper)
    ends = intern(subject), intern(object_)
    return Fact(ends[0], intern(relation), ends[1], proofs, status, tuple(premises))


def _read_evidence(rows: Iterable[Iterable[Any]], paper: str = "") -> tuple[Evidence, ...]:
    return tuple(
        Evidence(paper or document, intern(field), start, end, intern(rule), confidence)
        for document, field, start, end, rule, confidence in rows
    )


def result_row(result: Result) -> list[Any]:
    """Return the values of a result as JSON can hold them."""
    values = dict(zip(_RESULT_FIELDS, _RESULT(result), strict=True))
    values["value"] = [str(number) for number in result.value]
    values["evidence"] = [_EVIDENCE(item) for item in result.evidence]
    return list(values.values())


def result_from(row: Sequence[Any], paper: str = "") -> Result:
    """Return the result that `result_row` wrote; evidence names the paper, if one is given.

    The rows of a graph that an earlier kg made have no status, which stands last. Raises
    ValueError for a row of any other length.
    """
    whole = (*row, "extracted") if len(row) == len(_RESULT_FIELDS) - 1 else row
    values = dict(zip(_RESULT_FIELDS, whole, strict=True))
    values["value"] = tuple(Decimal(number) for number in values["value"])
    values["evidence"] = _read_evidence(values["evidence"], paper)
    return Result(**values)
