"""A store's graph in pieces that fit in memory, each with all that the shapes of its nodes look at.

The first piece holds all things with their direct triples; each further one what some papers say:
assertions, passages, mentions and results, beside the types of all things. What a paper says points
to nothing else that another paper says, so that the pieces together show what the whole would.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.rdf.blocks import blocks
from kg.rdf.describe import Block, Property
from kg.rdf.ntriples import block_lines
from kg.rdf.terms import NODE

if TYPE_CHECKING:
    from pyoxigraph import Store as Engine

    from kg.store import Store

#: How many papers go into one piece: some 600,000 triples, 300 MB.
PAPERS = 1000

#: Whether it is of what papers say, and its files.
Piece = tuple[bool, tuple[Path, ...]]

#: What the shapes of assertions, passages and results look at in a paper itself.
_OF_PAPERS = frozenset(("dcterms:title", "dcterms:abstract", "kgo:hasResult"))


@contextmanager
def pieces(store: "Store", papers: int = PAPERS) -> Iterator[list[Piece]]:
    """Write the pieces into a temporary folder, which is gone when the block is left.

    That takes about 150 bytes a triple.
    """
    places = {paper.id: number // papers for number, paper in enumerate(store.documents())}
    with tempfile.TemporaryDirectory() as folder:
        count = max(places.values(), default=0) + 3
        paths = [Path(folder, f"{number}.nt") for number in range(count)]
        with ExitStack() as stack:
            _write(blocks(store), places, [stack.enter_context(p.open("wb")) for p in paths])
        things, types, *said = paths
        yield [(False, (things,)), *((True, (types, path)) for path in said)]


def loaded(paths: Iterable[Path]) -> "Engine":
    """Load the files of a piece into memory."""
    from pyoxigraph import RdfFormat, Store

    engine = Store()
    for path in paths:
        engine.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES)
    return engine


def _write(found: Iterable[Block], places: dict[str, int], files: Sequence[BinaryIO]) -> None:
    """Write each block to the pieces that need it."""
    things, types, *said = files
    direct: frozenset[Property] = frozenset()
    paper = ""
    for subject, properties in found:
        if subject.startswith("reading/"):  # of the assertion or result before it
            said[places[paper]].write(_lines(subject, properties))
            continue
        paper = next((value for key, _, value in properties if key == "prov:wasDerivedFrom"), "")
        if paper:
            said[places[paper]].write(_lines(subject, properties) + _stated(properties, direct))
            if subject.startswith("result/"):
                things.write(_lines(subject, _typed(properties)))
            continue
        direct = frozenset(properties)
        things.write(_lines(subject, properties))
        types.write(_lines(subject, _typed(properties)))
        if subject in places:
            kept = [item for item in properties if item[0] in _OF_PAPERS]
            said[places[subject]].write(_lines(subject, kept))


def _stated(properties: Iterable[Property], direct: frozenset[Property]) -> bytes:
    """Write the triple that an assertion is about, where the subject's block before it has it."""
    parts = {key: value for key, _, value in properties if key.startswith("rdf:")}
    triple = (parts.get("rdf:predicate", ""), NODE, parts.get("rdf:object", ""))
    return _lines(parts["rdf:subject"], [triple]) if triple in direct else b""


def _typed(properties: Iterable[Property]) -> list[Property]:
    return [item for item in properties if item[0] == "rdf:type"][:1]


def _lines(subject: str, properties: list[Property]) -> bytes:
    return block_lines((subject, properties)).encode()
