"""RDF 1.2 in Turtle: an assertion reifies its triple, and is written with a triple term.

The assertion keeps its IRI. ``rdf:reifies <<( s p o )>>`` says what ``rdf:subject``,
``rdf:predicate`` and ``rdf:object`` say in the other formats; like these it does not say that the
triple holds. See https://www.w3.org/TR/rdf12-turtle/.
"""

from collections.abc import Iterator
from typing import BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.exporters.turtle import TRIPLE, paragraph, short, write_prefixes
from kg.rdf.blocks import Provenance
from kg.rdf.describe import Block, Property
from kg.rdf.terms import NAME
from kg.store import Store

_STATEMENT = ("rdf:type", NAME, "rdf:Statement")


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as Turtle of RDF 1.2."""
    out.write(b'VERSION "1.2"\n')
    write_prefixes(out)
    blocks = Counted(store, provenance, _reifying)
    write_texts(map(paragraph, blocks), out)
    return blocks.triples


def _reifying(block: Block) -> Block:
    """Return an assertion with a triple term in place of its three parts; others as they are."""
    subject, properties = block
    if not subject.startswith("assertion/"):
        return block
    return subject, list(_with_triple(properties))


def _with_triple(properties: list[Property]) -> Iterator[Property]:
    parts: list[str] = []
    for item in properties:
        predicate, kind, value = item
        if predicate in ("rdf:subject", "rdf:predicate", "rdf:object"):
            parts.append(value if kind == NAME else short(value))
            if len(parts) == 3:
                yield "rdf:reifies", TRIPLE, f"<<( {' '.join(parts)} )>>"
        elif item != _STATEMENT:
            yield item


RDF12 = Exporter(
    "rdf12",
    "Turtle of RDF 1.2: assertions are reifiers of their triples",
    ".rdf12.ttl",
    "text/turtle",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
