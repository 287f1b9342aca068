"""Readers of paper listings: one format a file, told by content and never by name.

A reader yields documents as the file gives them; which of them are one paper is resolved later.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import DataError
from kg.model import Document
from kg.sources.arxiv_blog import READER as ARXIV_BLOG
from kg.sources.files import read_head
from kg.sources.foreign import ARRAY, foreign
from kg.sources.hf_page import READER as HF_PAGE
from kg.sources.jsonl import READER as JSONL
from kg.sources.reader import Head, Reader
from kg.whole_file import is_stream

__all__ = ["SOURCES", "Head", "Reader", "find_files", "read", "recognise"]

#: Every format that is known, in the order in which they are tried.
SOURCES: dict[str, Reader] = {
    "hf-page": HF_PAGE,
    "arxiv-blog": ARXIV_BLOG,
    "jsonl": JSONL,
}


def recognise(path: Path) -> Reader:
    """Return the reader of a file; DataError where it cannot be read or is none of ours."""
    if is_stream(path):  # it gives its bytes once; a file is read several times
        raise DataError(str(path), 0, "is a pipe or a device; save what it gives to a file first")
    head = read_head(path)
    if not ARRAY.begins.match(head.text):
        for reader in SOURCES.values():
            if reader.recognises(head):
                return reader
    if reason := foreign(head.text):
        raise DataError(str(path), 0, reason)
    if head.text.lstrip().startswith("{"):
        reason = (
            "line 1 is no JSON object with a title; a line holds one paper, whole (jq -c does it)"
        )
        raise DataError(str(path), 1, reason)
    kind = "a binary file" if "\0" in head.text else "of no known format"
    known = "; ".join(reader.description for reader in SOURCES.values())
    raise DataError(str(path), 0, f"is {kind}; known are: {known}")


def read(path: Path, *, year: int | None = None, skipped: list[DataError]) -> Iterator[Document]:
    """Yield the documents of a file, in its order and as they are read.

    `year` is the year of dates that print none. A bad record is appended to `skipped` and passed
    over; so is one whose title or abstract is longer than any is. Of a record that is kept without
    some field, a FieldError is appended. Raises DataError for a file that cannot be read at all.
    """
    return recognise(path).read(path, year=year, skipped=skipped)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files of these paths, each once and sorted; of folders, those of known formats.

    Folders are searched at any depth, without hidden files and without following links to
    folders. Raises DataError for a path that is not there and a folder with nothing of ours.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            files = _of_folder(path)
        elif path.exists():
            files = [path]
        else:
            raise DataError(str(path), 0, "is not there; give a file or a folder")
        for file in files:
            _check_name(file)
            found.setdefault(file.resolve(), file)
    return sorted(found.values())


def _check_name(path: Path) -> None:
    """Refuse a file name that is no text: it could be neither stored nor shown."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        shown = str(path).encode("utf-8", "replace").decode("utf-8")
        raise DataError(shown, 0, "has a name that is not UTF-8; rename it") from None


def _of_folder(folder: Path) -> list[Path]:
    """Return the files in a folder that a reader recognises."""
    found = [path for path in _regular_files(folder) if _is_ours(path)]
    if not found:
        known = "; ".join(reader.description for reader in SOURCES.values())
        raise DataError(str(folder), 0, f"holds no file of a known format; known are: {known}")
    return found


def _regular_files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that are not hidden; pipes and devices are none."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(root, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.is_file())


def _is_ours(path: Path) -> bool:
    """Tell whether a reader recognises a file."""
    try:
        recognise(path)
    except DataError:
        return False
    return True
