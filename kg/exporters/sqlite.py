"""SQLite: one file with plain tables, for whoever has SQL and not kg.

It has what the graph says and nothing of the store's own: ids are texts, quotes stand beside their
offsets. Equal stores give equal bytes with one version of the SQLite library.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from kg.exporters.exporter import Exporter, one_file
from kg.exporters.json_text import dump
from kg.exporters.tables import TABLES, Row, Table
from kg.rdf.blocks import Provenance
from kg.store import Store

_TYPES = {
    "text": "TEXT NOT NULL",
    "decimal": "TEXT NOT NULL",
    "integer": "INTEGER",
    "number": "REAL",
    "flag": "INTEGER NOT NULL",
    "texts": "TEXT NOT NULL",
}
#: The tables whose first column is the id of a row.
_KEYED = frozenset({"papers", "entities", "facts", "results"})
_INDEXES = (
    ("facts", "subject, relation"),
    ("facts", "object, relation"),
    ("evidence", "fact"),
    ("results", "paper"),
    ("results", "data"),
    ("result_evidence", "result"),
    ("mentions", "paper"),
    ("mentions", "entity"),
)


def write(store: Store, out: BinaryIO, _: Provenance) -> int:
    """Write a store as an SQLite file, which is made beside the other temporary files first."""
    with TemporaryDirectory(prefix="kg-export-") as folder:
        path = Path(folder, "graph.sqlite")
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            rows = _fill(database, store)
        with path.open("rb") as made:
            shutil.copyfileobj(made, out, 1 << 20)
    return rows


def _fill(database: sqlite3.Connection, store: Store) -> int:
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    rows = sum(_make(database, table, store) for table in TABLES)
    for number, (table, columns) in enumerate(_INDEXES):
        database.execute(f"CREATE INDEX index_{number} ON {table} ({columns})")
    database.execute("COMMIT")
    return rows


def _make(database: sqlite3.Connection, table: Table, store: Store) -> int:
    columns = [f'"{name}" {_TYPES[kind]}' for name, kind in table.columns.items()]
    if table.name in _KEYED:
        columns[0] += " PRIMARY KEY"
    database.execute(f"CREATE TABLE {table.name} ({', '.join(columns)}) STRICT")
    marks = ", ".join("?" * len(columns))
    inserted = database.executemany(
        f"INSERT INTO {table.name} VALUES ({marks})", _cells(table, store)
    )
    return inserted.rowcount


def _cells(table: Table, store: Store) -> Iterator[Row]:
    """Yield the rows with their lists as JSON arrays."""
    lists = [number for number, kind in enumerate(table.columns.values()) if kind == "texts"]
    for row in table.rows(store):
        if lists:
            cells = list(row)
            for number in lists:
                cells[number] = dump(cells[number])
            yield tuple(cells)
        else:
            yield row


SQLITE = Exporter(
    "sqlite",
    "SQLite, one file of plain tables",
    ".tables.sqlite",
    "application/vnd.sqlite3",
    one_file(write),
    lossless=True,
    is_text=False,
)
