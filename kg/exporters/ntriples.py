"""N-Triples: one triple a line, for tools that read line by line."""

from typing import BinaryIO

from kg.exporters.exporter import Exporter, write_texts
from kg.rdf.ntriples import lines
from kg.store import Store


def write(store: Store, out: BinaryIO) -> None:
    """Write a store as N-Triples."""
    write_texts(lines(store), out)


NTRIPLES = Exporter("ntriples", "N-Triples, one triple a line", ".nt", write)
