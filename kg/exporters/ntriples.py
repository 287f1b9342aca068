"""N-Triples: one triple a line, for tools that read line by line."""

from typing import BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.rdf.blocks import Provenance
from kg.rdf.ntriples import block_lines
from kg.store import Store


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as N-Triples."""
    blocks = Counted(store, provenance)
    write_texts(map(block_lines, blocks), out)
    return blocks.triples


NTRIPLES = Exporter(
    "ntriples",
    "N-Triples, one triple a line",
    ".nt",
    "application/n-triples",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
