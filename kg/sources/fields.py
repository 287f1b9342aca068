"""The fields of a record: each of its type, each storable as text; ValueError names the field.

A record is kept where its title, its abstract and what tells the paper are sound; any other field
that cannot be read is left out, and told of (`Odd`).

Text is kept as it is, apart from the white space around it. What no XML or database text can
hold (control characters other than tab and line ends, lone surrogates) is not dropped from
within a text: the record is bad, and its line is listed.
"""

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, TypeVar

from kg.errors import FieldError
from kg.model import Document
from kg.sources.markup import without_markup

Value = TypeVar("Value")

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: The largest count: every table format has whole numbers up to this, and no paper as many votes.
MOST = 2**31 - 1

#: How many characters a title and an abstract may have: what is longer is none. The longest title
#: of 157,022 papers has 512.
LONGEST = MappingProxyType({"title": 1_000, "abstract": 100_000})

#: One record as `json` gives it.
Record = dict[str, Any]


class Odd:
    """The fields of a record that cannot be read: why, each field first."""

    def __init__(self) -> None:
        self.reasons: list[str] = []

    def unless_odd(self, read: Callable[[], Value], otherwise: Value) -> Value:
        """Return what `read` gives; where that is a ValueError note it, and give the other."""
        try:
            return read()
        except ValueError as error:
            self.reasons.append(str(error))
            return otherwise

    def errors(self, path: str, line: int) -> list[FieldError]:
        """Return what is to be told of the fields, of a record that was kept."""
        return [FieldError(path, line, reason) for reason in self.reasons]


def not_too_long(document: Document) -> Document:
    """Return a paper; ValueError where its title or abstract is longer than any is."""
    for name, most in LONGEST.items():
        if (length := len(getattr(document, name))) > most:
            raise ValueError(f"{name}: has {length:,} characters; at most {most:,} are read")
    return document


def storable(name: str, value: str) -> str:
    """Return the text without the white space around it; ValueError where it cannot be stored."""
    # What is printable can be stored, and that is soon seen.
    if not value.isprintable() and (match := _UNSTORABLE.search(value)):
        raise ValueError(f"{name}: holds the character U+{ord(match[0]):04X}; take it out")
    return value.strip()


def prose(name: str, value: str) -> str:
    """Return a title or an abstract as `storable` does, without markup."""
    return storable(name, without_markup(value))


def prose_field(record: Record, name: str) -> str:
    """Return the field of a title or an abstract without markup, '' where it is not there."""
    return prose(name, text_field(record, name))


def text_field(record: Record, *names: str) -> str:
    """Return the first of these fields that is there, '' where none is or it is null."""
    for name in names:
        value = record.get(name)
        if value is None:
            continue
        if not isinstance(value, str):
            raise ValueError(f"{name}: must be a text, not {value!r:.40}")
        return storable(name, value)
    return ""


def count_field(record: Record, name: str) -> int | None:
    """Return a count, None where the field is not there or null."""
    value = record.get(name)
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError(f"{name}: must be a whole number from 0 to {MOST}, not {value!r:.40}")
    return value


def list_field(record: Record, name: str) -> tuple[str, ...]:
    """Return a list of texts, or of objects with a text ``name``; empty where it is not there."""
    return tuple(item_text(name, *item) for item in enumerate(items_field(record, name), 1))


def items_field(record: Record, name: str) -> list[Any]:
    """Return a list as it is; empty where it is not there."""
    value = record.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{name}: must be a list, not {value!r:.40}")
    return value


def item_text(name: str, position: int, item: Any) -> str:
    """Return the text of one item of a list, or the ``name`` of an object."""
    value = item.get("name") if isinstance(item, dict) else item
    label = f"{name}, item {position}"
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{label}: must be a text or an object with a name, not {item!r:.40}")
    return storable(label, value)
