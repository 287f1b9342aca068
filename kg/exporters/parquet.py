"""Parquet: a folder with one file a table, by pyarrow (the extra ``parquet``)."""

from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from kg.exporters.exporter import Exporter, Part, Write
from kg.exporters.tables import TABLES, Table
from kg.rdf.blocks import Provenance
from kg.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

#: Rows of a row group, which is what is held in memory.
_ROWS = 20_000


def _schema(table: Table) -> "pa.Schema":
    import pyarrow as pa

    kinds = {
        "text": pa.string(),
        "decimal": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }
    return pa.schema([(name, kinds[kind]) for name, kind in table.columns.items()])


def _batches(table: Table, store: Store, schema: "pa.Schema") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    rows = table.rows(store)
    while chunk := list(islice(rows, _ROWS)):
        columns = zip(*chunk, strict=True)
        arrays = [pa.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)]
        yield pa.record_batch(arrays, schema=schema)


def _writes(table: Table) -> Write:
    def write(store: Store, out: BinaryIO, _: Provenance) -> int:
        from pyarrow.parquet import ParquetWriter

        schema, rows = _schema(table), 0
        with ParquetWriter(out, schema, compression="zstd") as writer:
            for batch in _batches(table, store, schema):
                writer.write_batch(batch)
                rows += batch.num_rows
        return rows

    return write


PARQUET = Exporter(
    "parquet",
    "a folder of Parquet tables",
    ".parquet-tables",
    "application/vnd.apache.parquet",
    tuple(Part(f"{table.name}.parquet", _writes(table)) for table in TABLES),
    lossless=True,
    is_text=False,
    package="pyarrow",
)
