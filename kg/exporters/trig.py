"""TriG: Turtle in which what facts rest on stands in a graph of its own."""

from itertools import groupby
from typing import BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.exporters.nquads import GRAPH, is_provenance
from kg.exporters.turtle import paragraph, write_prefixes
from kg.rdf.blocks import Provenance
from kg.rdf.terms import node
from kg.store import Store


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as TriG; the braces of the named graph open wherever it is gone on with."""
    write_prefixes(out)
    blocks = Counted(store, provenance)
    for named, group in groupby(blocks, key=is_provenance):
        if named:
            out.write(f"\n{node(GRAPH)} {{".encode())
        write_texts(map(paragraph, group), out)
        if named:
            out.write(b"}\n")
    return blocks.triples


TRIG = Exporter(
    "trig",
    "TriG, Turtle with what facts rest on in a graph of its own",
    ".trig",
    "application/trig",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
