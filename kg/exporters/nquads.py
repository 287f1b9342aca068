"""N-Quads: N-Triples whose lines name a graph where they tell what facts rest on."""

from typing import BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.namespaces import RECORDS
from kg.rdf.blocks import Provenance
from kg.rdf.describe import Block
from kg.rdf.ntriples import block_lines
from kg.rdf.terms import node
from kg.store import Store

#: The named graph of assertions, readings, passages, mentions and the run; all else is in the
#: default graph. One for all, since stores slow down with thousands of graphs.
GRAPH = "graph/provenance"


def is_provenance(block: Block) -> bool:
    """Tell whether a block is told in the named graph.

    >>> is_provenance(("assertion/7c1e0a94d2b35f68", [])), is_provenance(("method/lora", []))
    (True, False)
    """
    return block[0].partition("/")[0] in RECORDS


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as N-Quads."""
    blocks = Counted(store, provenance)
    write_texts(map(_lines, blocks), out)
    return blocks.triples


def _lines(block: Block) -> str:
    return block_lines(block, f" {node(GRAPH)} .\n") if is_provenance(block) else block_lines(block)


NQUADS = Exporter(
    "nquads",
    "N-Quads, one quad a line; what facts rest on stands in a graph of its own",
    ".nq",
    "application/n-quads",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
