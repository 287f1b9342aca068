"""The fields of a record: each of its type, each storable as text; ValueError names the field.

A record is kept where its title, its abstract and whose words they are are sound; any other field
that cannot be read is left out, and told of (`Odd`).

Text is kept as it is, apart from the white space around it and characters that nobody sees:
soft hyphens, spaces without width, marks of byte order and of writing direction, and control
characters, which no XML can hold. Half of a character in two parts (a lone surrogate) stands for
one that was lost, and becomes the sign for that, U+FFFD.
"""

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, TypeVar

from kg.errors import FieldError
from kg.model import Document
from kg.sources.markup import without_footnotes, without_markup

Value = TypeVar("Value")

#: Joiners keep together what some scripts and emojis are made of, and nothing of ASCII.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e00ff]"
    "|[\u200c\u200d](?![^\x00-\x7f])|(?<![^\x00-\x7f])[\u200c\u200d]"
)
#: Control characters that part words, as white space does.
_PARTING = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f\x85", " "))
_HALF = re.compile("[\ud800-\udfff]")

#: The largest count: every table format has whole numbers up to this, and no paper as many votes.
MOST = 2**31 - 1

#: How many characters a title and an abstract may have: what is longer is none. The longest title
#: of 157,022 papers has 512.
LONGEST = MappingProxyType({"title": 1_000, "abstract": 100_000})
#: How many characters each may have with its markup, which MathML makes many times as long.
LONGEST_MARKED = 1_000_000

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


def storable(value: str) -> str:
    r"""Return the text without what nobody sees, nor the white space around it.

    >>> storable("\ufeffLo\u200bRA\x00 \n"), storable("one\x0ctwo")
    ('LoRA', 'one two')
    """
    # What is printable has nothing of it, and that is soon seen.
    if not value.isprintable():
        value = _HALF.sub("\ufffd", _UNSEEN.sub("", value.translate(_PARTING)))
    return value.strip()


def prose(name: str, value: str) -> str:
    """Return a title, an abstract or a name as `storable` does, without markup.

    ValueError where it is far too long, whatever of it is markup.
    """
    if len(value) > LONGEST_MARKED:
        length = f"{len(value):,} characters with its markup"
        raise ValueError(f"{name}: has {length}; at most {LONGEST_MARKED:,} are read")
    return storable(without_markup(value))


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
        return storable(value)
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
    if isinstance(value, str) and name == "authors":
        value = without_footnotes(value)
    if not isinstance(value, str) or not (text := prose(label, value)):
        raise ValueError(f"{label}: must be a text or an object with a name, not {item!r:.40}")
    return text
