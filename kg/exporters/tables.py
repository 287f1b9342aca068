"""A store as tables: what parquet, SQLite and CSV write. Every row names things by their ids.

Nothing of facts, results and evidence is left out. Lists that have no life of their own (authors,
categories, aliases, premises) are columns of lists; all else is a table.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeVar

from kg.ids import id_of, result_id
from kg.model import Entity, Evidence, Fact, Mention, Result, date_cells
from kg.rdf.describe import decimal
from kg.store import Store, quote, streams

#: The kinds of columns: ``number`` is a float, ``decimal`` an exact number as text, ``texts`` a
#: list. What is not known is None in the columns of numbers and '' in those of texts.
Kind = Literal["text", "integer", "number", "decimal", "flag", "texts"]
Cell = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]

_Quotable = TypeVar("_Quotable", Fact, Result)
#: How many facts are read before the documents that they quote.
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their kinds, and its rows, sorted by the ids in front."""

    name: str
    columns: Mapping[str, Kind]
    rows: Callable[[Store], Iterator[Row]]


def quoted(
    store: Store, items: Iterable[_Quotable]
) -> Iterator[tuple[_Quotable, list[tuple[Evidence, str]]]]:
    """Yield facts or results, each with its evidence and what that quotes."""
    remaining = iter(items)
    while chunk := list(islice(remaining, _CHUNK)):
        wanted = {proof.document for item in chunk for proof in item.evidence}
        papers = {paper.id: paper for paper in store.documents(wanted)}
        for item in chunk:
            yield item, [(proof, quote(papers[proof.document], proof)) for proof in item.evidence]


def _papers(store: Store) -> Iterator[Row]:
    for paper in streams.documents(store):
        texts = (paper.title, paper.abstract, paper.language, paper.summary_by)
        lists = (paper.authors, paper.n_authors, paper.categories)
        yield (paper.id, *texts, *date_cells(paper.date), *lists)


def _identifiers(store: Store) -> Iterator[Row]:
    for paper in streams.documents(store):
        yield from ((paper.id, item.scheme, item.value) for item in sorted(paper.identifiers))


def _links(store: Store) -> Iterator[Row]:
    for paper in streams.documents(store):
        yield from ((paper.id, n, item.kind, item.url) for n, item in enumerate(paper.links))


def _listings(store: Store) -> Iterator[Row]:
    for paper in streams.documents(store):
        for number, item in enumerate(paper.listings):
            (date, _) = date_cells(item.date)
            yield (paper.id, number, item.name, date, item.comments, item.votes)


def _entities(store: Store) -> Iterator[Row]:
    return map(entity_row, store.entities())


def entity_row(item: Entity) -> Row:
    """Return what is known of an entity but for its facts."""
    names = (item.id, item.type, item.label, item.aliases, item.parent, item.named, item.listed)
    told = (item.version, item.size, item.variant, item.unit, item.direction, item.url)
    return (*names, *told, *date_cells(item.date))


def _facts(store: Store) -> Iterator[Row]:
    return map(fact_row, streams.facts(store))


def fact_row(item: Fact) -> Row:
    """Return a fact but for its evidence."""
    triple = (item.subject, item.relation, item.object)
    return (id_of(item), *triple, item.status, item.confidence, item.premises)


def _evidence(store: Store) -> Iterator[Row]:
    for item, proofs in quoted(store, streams.facts(store)):
        yield from _proofs(id_of(item), proofs)


def _proofs(key: str, proofs: Iterable[tuple[Evidence, str]]) -> Iterator[Row]:
    for number, (item, words) in enumerate(proofs):
        place = (item.document, item.field, item.start, item.end)
        yield (key, number, *place, words, item.rule, item.confidence)


def _results(store: Store) -> Iterator[Row]:
    return map(result_row, streams.results(store))


def result_row(item: Result) -> Row:
    """Return a result; one value stands in both of the columns of a range."""
    ends = (decimal(item.value[0]), decimal(item.value[-1]))
    slots = (item.method, item.model, item.data, item.task, item.metric, item.baseline)
    words = (item.unit, item.kind, item.direction, item.split, item.setting, item.role)
    sure = max(proof.confidence for proof in item.evidence)
    return (_key(item), item.paper, *ends, item.raw, *slots, *words, item.status, sure)


def _key(item: Result) -> str:
    return result_id(item).partition("/")[2]


def _result_evidence(store: Store) -> Iterator[Row]:
    for item, proofs in quoted(store, streams.results(store)):
        yield from _proofs(_key(item), proofs)


def _mentions(store: Store) -> Iterator[Row]:
    return map(mention_row, streams.mentions(store))


def mention_row(item: Mention) -> Row:
    """Return a mention."""
    place = (item.document, item.field, item.start, item.end)
    return (*place, item.text, item.entity, item.recogniser, item.score)


def _redirects(store: Store) -> Iterator[Row]:
    return iter(store.redirects())


_PLACE: dict[str, Kind] = {
    "paper": "text",
    "field": "text",
    "start": "integer",
    "end": "integer",
}
_PROOF: dict[str, Kind] = {
    "position": "integer",
    **_PLACE,
    "quote": "text",
    "rule": "text",
    "confidence": "number",
}


def _texts(names: str) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), "text")


TABLES = (
    Table(
        "papers",
        {
            **_texts("id title abstract language summary_by date"),
            "year_inferred": "flag",
            "authors": "texts",
            "n_authors": "integer",
            "categories": "texts",
        },
        _papers,
    ),
    Table("identifiers", _texts("paper scheme value"), _identifiers),
    Table("links", {"paper": "text", "position": "integer", "kind": "text", "url": "text"}, _links),
    Table(
        "listings",
        {
            "paper": "text",
            "position": "integer",
            **_texts("name date"),
            "comments": "integer",
            "votes": "integer",
        },
        _listings,
    ),
    Table(
        "entities",
        {
            **_texts("id type label"),
            "aliases": "texts",
            "parent": "text",
            "named": "flag",
            "listed": "flag",
            **_texts("version size variant unit direction url date"),
            "year_inferred": "flag",
        },
        _entities,
    ),
    Table(
        "facts",
        {
            **_texts("id subject relation object status"),
            "confidence": "number",
            "premises": "texts",
        },
        _facts,
    ),
    Table("evidence", {"fact": "text", **_PROOF}, _evidence),
    Table(
        "results",
        {
            **_texts("id paper"),
            "lowest": "decimal",
            "highest": "decimal",
            **_texts("raw method model data task metric baseline"),
            **_texts("unit kind direction split setting role status"),
            "confidence": "number",
        },
        _results,
    ),
    Table("result_evidence", {"result": "text", **_PROOF}, _result_evidence),
    Table(
        "mentions",
        {**_PLACE, **_texts("text entity recogniser"), "score": "number"},
        _mentions,
    ),
    Table("redirects", _texts("old new"), _redirects),
)

#: The columns of each table.
COLUMNS = {table.name: table.columns for table in TABLES}
