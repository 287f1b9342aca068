"""JSON Lines: one object a line for each paper, entity, fact, result, mention and redirect.

``record`` says which it is. Facts and results have their evidence inside, each with its quote.
What is empty is left out.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from kg.exporters.exporter import Exporter, one_file, write_texts
from kg.exporters.json_text import dump
from kg.exporters.tables import (
    COLUMNS,
    entity_row,
    fact_row,
    mention_row,
    quoted,
    result_row,
)
from kg.model import Document, Evidence, date_cells, iso_date
from kg.rdf.blocks import Provenance
from kg.store import Store, streams

_Record = dict[str, Any]


def write(store: Store, out: BinaryIO, _: Provenance) -> int:
    """Write a store as JSON lines."""
    records = chain(
        map(_paper, streams.documents(store)),
        (_record("entity", "entities", entity_row(item)) for item in store.entities()),
        _facts(store),
        _results(store),
        (_record("mention", "mentions", mention_row(item)) for item in streams.mentions(store)),
        (_record("redirect", "redirects", pair) for pair in store.redirects()),
    )
    return write_texts((f"{dump(record)}\n" for record in records), out)


def _record(kind: str, table: str, row: Iterable[object]) -> _Record:
    """Name the cells of a row as the table does."""
    return {"record": kind, **_told(zip(COLUMNS[table], row, strict=True))}


def _told(cells: Iterable[tuple[str, Any]]) -> _Record:
    """Leave out what is empty; zeros and what is false are told."""
    return {name: value for name, value in cells if value not in ("", (), None, [])}


def _paper(item: Document) -> _Record:
    date, inferred = date_cells(item.date)
    cells: _Record = {"id": item.id, "title": item.title, "abstract": item.abstract}
    cells |= {"language": item.language, "summary_by": item.summary_by, "date": date}
    cells |= {"year_inferred": inferred, "authors": item.authors, "n_authors": item.n_authors}
    cells["categories"] = item.categories
    cells["identifiers"] = [{"scheme": i.scheme, "value": i.value} for i in item.identifiers]
    cells["links"] = [{"kind": link.kind, "url": link.url} for link in item.links]
    cells["listings"] = [
        _told(
            [
                ("name", listing.name),
                ("date", iso_date(listing.date)),
                ("comments", listing.comments),
                ("votes", listing.votes),
            ]
        )
        for listing in item.listings
    ]
    return {"record": "paper", **_told(cells.items())}


def _facts(store: Store) -> Iterator[_Record]:
    for item, proofs in quoted(store, streams.facts(store)):
        yield {**_record("fact", "facts", fact_row(item)), "evidence": _evidence(proofs)}


def _results(store: Store) -> Iterator[_Record]:
    for item, proofs in quoted(store, streams.results(store)):
        yield {**_record("result", "results", result_row(item)), "evidence": _evidence(proofs)}


def _evidence(proofs: Iterable[tuple[Evidence, str]]) -> list[_Record]:
    return [
        {
            "paper": item.document,
            "field": item.field,
            "start": item.start,
            "end": item.end,
            "quote": words,
            "rule": item.rule,
            "confidence": item.confidence,
        }
        for item, words in proofs
    ]


JSONL = Exporter(
    "jsonl",
    "JSON lines: each paper, entity, fact and result with its evidence inside",
    ".jsonl",
    "application/jsonl",
    one_file(write),
    lossless=True,
)
