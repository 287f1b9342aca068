"""CSV: a folder with one file a table, which no spreadsheet can take for formulas.

A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return, whatever
apostrophes stand in front, gets one more apostrophe in front; a reader that wants the text back
takes one away. Lists are JSON arrays. Columns of numbers hold numbers only, and are left alone.
Quotes and line ends are those of RFC 4180, but that lines end in a line feed alone.
"""

from collections.abc import Iterator
from typing import BinaryIO

from kg.exporters.exporter import Exporter, Part, Write, write_texts
from kg.exporters.json_text import dump
from kg.exporters.tables import TABLES, Cell, Kind, Table
from kg.formulas import harmless
from kg.rdf.blocks import Provenance
from kg.store import Store


def _cell(kind: Kind, value: Cell) -> str:
    """Write a cell: texts always in quotes, so that no text can end its cell or its line."""
    if value is None:
        return ""
    if kind == "flag":
        return "true" if value else "false"
    if kind in ("text", "texts"):
        text = dump(value) if kind == "texts" else harmless(str(value))
        return '"' + text.replace('"', '""') + '"'
    return str(value)


def _lines(table: Table, store: Store) -> Iterator[str]:
    yield f"{','.join(table.columns)}\n"
    kinds = tuple(table.columns.values())
    for row in table.rows(store):
        yield f"{','.join(map(_cell, kinds, row))}\n"


def _writes(table: Table) -> Write:
    def write(store: Store, out: BinaryIO, _: Provenance) -> int:
        return write_texts(_lines(table, store), out) - 1

    return write


CSV = Exporter(
    "csv",
    "a folder of CSV tables, safe to open in a spreadsheet",
    ".csv-tables",
    "text/csv",
    tuple(Part(f"{table.name}.csv", _writes(table)) for table in TABLES),
    lossless=True,
)
