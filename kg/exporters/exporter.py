"""What an exporter is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from kg.store import Store

_BATCH = 512


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: `write` writes a whole store into a binary file, equal stores equally."""

    name: str
    description: str
    suffix: str
    write: Callable[[Store, BinaryIO], None]


def write_texts(texts: Iterable[str], out: BinaryIO) -> None:
    """Write many short texts one after the other, as UTF-8."""
    remaining = iter(texts)
    while batch := list(islice(remaining, _BATCH)):
        out.write("".join(batch).encode())
