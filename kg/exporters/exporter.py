"""What an exporter is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from kg.rdf.blocks import PROVENANCE, Provenance, blocks
from kg.rdf.describe import Block
from kg.store import Store

_BATCH = 512

#: Writes a store into a binary file, equal stores equally, and returns how many triples, rows,
#: lines or nodes and edges it wrote. What is no RDF takes no heed of the provenance.
Write = Callable[[Store, BinaryIO, Provenance], int]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an export: its name in the folder, and what writes it."""

    name: str
    write: Write


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format. One file, or a folder with a file a table.

    `lossless`: facts, results and evidence can all be read back from it. `is_rdf`: its triples can
    be had with less provenance. `package`: what must be installed for it; kg's extra has the
    name of the format.
    """

    name: str
    description: str
    suffix: str
    media_type: str
    parts: tuple[Part, ...]
    lossless: bool = False
    is_rdf: bool = False
    is_text: bool = True
    package: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether the export is a folder of files."""
        return bool(self.parts[0].name)

    @property
    def levels(self) -> tuple[Provenance, ...]:
        """The levels of provenance that can be chosen."""
        return PROVENANCE if self.is_rdf else ("full",)

    def write(self, store: Store, out: BinaryIO, provenance: Provenance = "full") -> int:
        """Write a store into one file; ValueError for a format that is a folder."""
        if self.is_folder:
            raise ValueError(f"{self.name} is a folder of files; there is no one file to write")
        return self.parts[0].write(store, out, provenance)


def one_file(write: Write) -> tuple[Part, ...]:
    """Return the parts of a format that is one file."""
    return (Part("", write),)


def write_texts(texts: Iterable[str], out: BinaryIO) -> int:
    """Write many short texts one after the other, as UTF-8; return how many there were."""
    number, remaining = 0, iter(texts)
    while batch := list(islice(remaining, _BATCH)):
        out.write("".join(batch).encode())
        number += len(batch)
    return number


class Counted:
    """The blocks of a store as they go by; `triples` is how many triples have gone by."""

    def __init__(
        self,
        store: Store,
        provenance: Provenance,
        change: Callable[[Block], Block] = lambda block: block,
    ) -> None:
        self._blocks = map(change, blocks(store, provenance))
        self.triples = 0

    def __iter__(self) -> Iterator[Block]:
        for block in self._blocks:
            self.triples += len(block[1])
            yield block
