"""What a reader is, and the beginning of a file by which it recognises its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.model import Document


@dataclass(frozen=True, slots=True)
class Head:
    """The first characters of a file, unpacked; `whole` where they are all of it."""

    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: `recognises` its head, and `read(path, year=, skipped=)` yields its documents.

    `read` appends a `DataError` with a line to `skipped` for each record that it passes over, a
    `FieldError` for each field that it leaves out of one that it keeps, and raises a `DataError`
    where there is nothing to read at all.
    """

    name: str
    description: str
    recognises: Callable[[Head], bool]
    read: Callable[..., Iterator[Document]]
