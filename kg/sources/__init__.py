"""Readers of paper listings: one format a file, told by content and never by name.

A reader yields documents as the file gives them; which of them are one paper is resolved later.
"""

import os
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from kg.errors import DataError
from kg.model import Document
from kg.sources.arxiv_blog import READER as ARXIV_BLOG
from kg.sources.files import read_head
from kg.sources.foreign import LISTS, foreign
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

#: What stands before the formats in a message.
_KNOWN = "; known are: "


def recognise(path: Path) -> Reader:
    """Return the reader of a file; DataError where it cannot be read or is none of ours."""
    if is_stream(path):  # it gives its bytes once; a file is read several times
        raise DataError(str(path), 0, "is a pipe or a device; save what it gives to a file first")
    head = read_head(path)
    if not any(known.begins.match(head.text) for known in LISTS):
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
    raise DataError(str(path), 0, f"is {kind}{_known()}")


def _known() -> str:
    return _KNOWN + "; ".join(reader.description for reader in SOURCES.values())


def read(path: Path, *, year: int | None = None, skipped: list[DataError]) -> Iterator[Document]:
    """Yield the documents of a file, in its order and as they are read.

    `year` is the year of dates that print none. A bad record is appended to `skipped` and passed
    over; so is one whose title or abstract is longer than any is. Of a record that is kept without
    some field, a FieldError is appended. Raises DataError for a file that cannot be read at all.
    """
    return recognise(path).read(path, year=year, skipped=skipped)


def find_files(
    paths: Iterable[Path],
    *,
    skipped: list[DataError] | None = None,
    passed_over: list[DataError] | None = None,
) -> list[Path]:
    """Return the files of these paths, each once and sorted; of folders, those of known formats.

    Folders are searched at any depth, without hidden files and without following links to
    folders. What is in them and cannot be read is appended to `skipped`, and what is of no known
    format to `passed_over`. Raises DataError for a path that is not there and a folder with nothing
    of ours.
    """
    found: dict[Path, Path] = {}
    left = _Left()
    for path in paths:
        if path.is_dir():
            files = _of_folder(path, left)
        elif path.exists():
            _check_name(path)
            files = [path]
        else:
            raise DataError(str(path), 0, "is not there; give a file or a folder")
        for file in files:
            found.setdefault(file.resolve(), file)
    for told, errors in ((skipped, left.unreadable), (passed_over, left.foreign)):
        if told is not None:
            told += sorted(errors, key=attrgetter("path"))
    return sorted(found.values())


def _check_name(path: Path) -> None:
    """Refuse a file name that is no text: it could be neither stored nor shown."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError as error:
        shown = str(path).encode("utf-8", "replace").decode("utf-8")
        raise DataError(shown, 0, "has a name that is not UTF-8; rename it") from error


class _Left:
    """What is left of folders: what cannot be read, and what holds nothing of ours."""

    def __init__(self) -> None:
        self.unreadable: list[DataError] = []
        self.foreign: list[DataError] = []


def _of_folder(folder: Path, left: _Left) -> list[Path]:
    """Return the files in a folder that a reader recognises; note the others."""
    here = _Left()
    found = [path for path in _files_below(folder, here) if _is_ours(path, here)]
    if not found:
        reason = f"holds no file of a known format{_known()}"
        if here.unreadable:
            reason += f"; what cannot be read begins with {here.unreadable[0]}"
        raise DataError(str(folder), 0, reason)
    left.unreadable += here.unreadable
    left.foreign += here.foreign
    return found


def _files_below(folder: Path, left: _Left) -> Iterator[Path]:
    """Yield the files below a folder that are not hidden; note what can be no file of ours."""

    def unreadable(error: OSError) -> None:
        reason = f"cannot be read: {error.strerror or error}"
        left.unreadable.append(DataError(str(error.filename), 0, reason))

    for root, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for link in (path for name in folders if (path := Path(root, name)).is_symlink()):
            left.foreign.append(DataError(str(link), 0, "is a link to a folder; give it by itself"))
        for path in (Path(root, name) for name in names if not name.startswith(".")):
            if path.is_file():
                yield path
            elif path.is_symlink() and not path.exists():
                left.unreadable.append(DataError(str(path), 0, "is a link to nothing; remove it"))
            else:
                left.foreign.append(DataError(str(path), 0, "is a pipe or a device"))


def _is_ours(path: Path, left: _Left) -> bool:
    """Tell whether a reader recognises a file; note why not."""
    try:
        _check_name(path)
        recognise(path)
    except DataError as error:
        if error.__cause__:  # of the system: it could not be read to its end
            left.unreadable.append(error)
        else:
            left.foreign.append(DataError(error.path, error.line, error.reason.split(_KNOWN)[0]))
        return False
    return True
