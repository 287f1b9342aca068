"""Files of annotated papers as lines: JSON lines, the items of one JSON array, or plain text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError
from kg.sources.files import page_text, read_head

_SPACE = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number; `value` is what its JSON holds, None where it is plain text."""

    number: int
    text: str
    value: object = None


def read_lines(path: Path) -> list[Line]:
    """Return the lines of a file, or the items of the array that it is; DataError if unreadable."""
    read_head(path)
    skipped: list[DataError] = []
    text = page_text(path, skipped)
    if skipped:
        raise skipped[0]
    if text.lstrip().startswith("["):
        return list(_items(path, text))
    return [_line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def _line(number: int, text: str) -> Line:
    if text.lstrip().startswith("{"):
        try:
            return Line(number, text, json.loads(text))
        except (json.JSONDecodeError, RecursionError):
            pass
    return Line(number, text)


def _items(path: Path, text: str) -> Iterator[Line]:
    """Yield the items of an array with the line on which each begins."""
    decoder, number = json.JSONDecoder(), 1
    done = text.index("[") + 1
    place = _skip(text, done)
    number += text.count("\n", 0, place)
    while not text.startswith("]", place):
        try:
            value, end = decoder.raw_decode(text, place)
        except (json.JSONDecodeError, RecursionError) as error:
            line = getattr(error, "lineno", number)
            reason = f"is no JSON ({getattr(error, 'msg', 'nested too deep')}); mend the file"
            raise DataError(str(path), line, reason) from error
        yield Line(number, text[place:end], value)
        behind = _skip(text, end)
        number += text.count("\n", place, behind)
        place = behind


def _skip(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place
