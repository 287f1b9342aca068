"""What an exporter is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from kg.store import Store


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: `write` writes a whole store into a binary file, equal stores equally."""

    name: str
    description: str
    suffix: str
    write: Callable[[Store, BinaryIO], None]
