"""Read many rows in few statements: keys in chunks, one mark for each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

#: Few enough that a statement may name each item twice, or take several chunks: an SQLite that
#: knows STRICT tables (3.37) allows 32,766 parameters (https://sqlite.org/limits.html).
CHUNK = 900


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield lists of at most `size` items."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk


def marks(parameters: Sequence[object]) -> str:
    """Return one question mark for each parameter.

    >>> marks("abc")
    '?, ?, ?'
    """
    return ", ".join("?" * len(parameters))
