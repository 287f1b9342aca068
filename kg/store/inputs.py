"""The durable half of a store: the records that were read, and what each text says."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from kg.ids import digest
from kg.model import Document, Extraction, Source
from kg.store import codec
from kg.store.connection import Database
from kg.store.paging import chunks, marks

_PAGE = 1000


def add_records(database: Database, documents: Iterable[Document]) -> tuple[int, int]:
    """Keep records and where they were read; return how many there were, and how many are new."""
    read = new = 0
    for page in chunks(documents):
        new += _add_page(database, page)
        read += len(page)
    return read, new


def _add_page(database: Database, documents: list[Document]) -> int:
    bodies = [_body(document) for document in documents]
    rows = ((None, record_hash, body) for body, record_hash in bodies)
    new = database.insert("record", rows, verb="INSERT OR IGNORE")
    hashes = [record_hash for _, record_hash in bodies]
    of_hashes = f"SELECT hash, key FROM record WHERE hash IN ({marks(hashes)})"
    keys: dict[str, int] = dict(database.rows(of_hashes, hashes))
    sources = (
        (keys[record_hash], source.name, source.line)
        for document, record_hash in zip(documents, hashes, strict=True)
        for source in document.sources
    )
    # The first line only: a page that grows at its head must not add sources for ever.
    at_first_line = "DO UPDATE SET line = excluded.line WHERE excluded.line < line"
    database.insert("record_source", sources, or_else=at_first_line)
    return new


def _body(document: Document) -> tuple[str, str]:
    """Return a record as it is kept, without its sources, and the hash of that."""
    values = codec.document_fields(document)
    values.pop("sources", None)
    body = codec.dump(values)
    return body, hashlib.sha256(body.encode()).hexdigest()


def remove_record(database: Database, document: Document) -> None:
    """Forget a record and where it was read."""
    database.rows("DELETE FROM record WHERE hash = ?", [_body(document)[1]])


def remove_source(database: Database, name: str) -> None:
    """Forget that a file was read, and the records that no other file has."""
    of_source = "SELECT record FROM record_source WHERE name = ?"
    affected = [key for (key,) in database.rows(of_source, [name])]
    database.rows("DELETE FROM record_source WHERE name = ?", [name])
    for chunk in chunks(affected):
        database.rows(
            f"DELETE FROM record WHERE key IN ({marks(chunk)})"
            " AND NOT EXISTS (SELECT 1 FROM record_source WHERE record = record.key)",
            chunk,
        )


def source_names(database: Database) -> list[str]:
    """Return the names of all files that were read, in order."""
    return [name for (name,) in database.rows("SELECT DISTINCT name FROM record_source ORDER BY 1")]


def keep_texts(database: Database, texts: Iterable[str]) -> None:
    """Drop the extractions of all other texts."""
    kept = set(texts)
    found = {text for (text,) in database.rows("SELECT DISTINCT text FROM extraction")}
    for chunk in chunks(sorted(found - kept)):
        database.rows(f"DELETE FROM extraction WHERE text IN ({marks(chunk)})", chunk)


def records(database: Database) -> Iterator[Document]:
    """Yield all records, each with its sources."""
    last = 0
    while page := database.rows(
        "SELECT key, body FROM record WHERE key > ? ORDER BY key LIMIT ?", [last, _PAGE]
    ):
        sources = _sources(database, page[0][0], page[-1][0])
        for key, body in page:
            yield codec.document_from(json.loads(body), sources.get(key, ()))
        last = page[-1][0]


def record_titles(database: Database) -> Iterator[tuple[str, str]]:
    """Yield id and title of each record."""
    columns = "json_extract(body, '$.id'), json_extract(body, '$.title')"
    yield from database.rows(f"SELECT {columns} FROM record ORDER BY key")


def _sources(database: Database, first: int, last: int) -> dict[int, tuple[Source, ...]]:
    """Return the sources of the records from the first key to the last."""
    sources: dict[int, tuple[Source, ...]] = {}
    for key, name, line in database.rows(
        "SELECT record, name, line FROM record_source WHERE record BETWEEN ? AND ?"
        " ORDER BY record, name",
        [first, last],
    ):
        sources[key] = (*sources.get(key, ()), Source(name, line))
    return sources


def inputs_hash(database: Database) -> str:
    """Return the hash of all records and where they were read, in any order."""
    rows = database.rows(
        "SELECT hash, coalesce(name, ''), coalesce(line, 0) FROM record"
        " LEFT JOIN record_source ON record_source.record = record.key ORDER BY 1, 2, 3"
    )
    return digest(*(str(value) for row in rows for value in row), length=64)


def missing(database: Database, version: str, texts: Iterable[str]) -> set[str]:
    """Return those texts of which no extraction of this version is kept."""
    rows = database.rows("SELECT text FROM extraction WHERE version = ?", [version])
    return set(texts) - {text for (text,) in rows}


def add_extractions(database: Database, version: str, bodies: Iterable[tuple[str, str]]) -> None:
    """Keep extractions, given as text id and JSON."""
    rows = ((None, text, version, body) for text, body in bodies)
    database.insert("extraction", rows, verb="INSERT OR IGNORE")


def extractions(
    database: Database, version: str, papers: Mapping[str, str]
) -> dict[str, Extraction]:
    """Return what each text says of its paper, as far as that is kept."""
    found: dict[str, Extraction] = {}
    for chunk in chunks(papers):
        for text, body in database.rows(
            f"SELECT text, body FROM extraction WHERE version = ? AND text IN ({marks(chunk)})",
            [version, *chunk],
        ):
            found[text] = codec.load_extraction(body, papers[text])
    return found


def forget_other_versions(database: Database, version: str) -> None:
    """Drop the extractions that an older kg made."""
    database.rows("DELETE FROM extraction WHERE version <> ?", [version])


def meta(database: Database) -> dict[str, str]:
    """Return what is noted of the build that made the graph."""
    return dict(database.rows("SELECT key, value FROM meta ORDER BY key"))
