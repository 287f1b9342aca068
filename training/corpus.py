"""The abstracts that tables are learnt from: title and abstract of each, none of the gold's."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def texts(path: Path, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Yield title and abstract of the records of a gzipped JSON-lines file, in order.

    Titles in `without`, as `key` writes them, are passed over.
    """
    for record in records(path):
        title = record.get("title") or ""
        if key(title) not in without:
            yield title, record.get("abstract") or ""


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON-lines file, in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def key(title: str) -> str:
    """Return what titles are compared by: letters and digits alone."""
    return "".join(filter(str.isalnum, title.casefold()))
