"""Keep what nobody can make again out of the way of outputs: stores, and curation files."""

from pathlib import Path

from kg import curation
from kg.errors import DataError
from kg.store.connection import APPLICATION_ID

#: Where an SQLite file has its application id: https://sqlite.org/fileformat.html, section 1.3.
_ID_AT = 68


def refuse_own_file(path: Path) -> None:
    """Raise DataError where an output would take the place of a store or of a curation file."""
    if is_store(path):
        raise DataError(str(path), 0, "is a kg store, which no output replaces; name another file")
    if path.name.endswith(curation.ENDING) and path.is_file():
        reason = "holds what was decided by hand, which no output replaces; name another file"
        raise DataError(str(path), 0, reason)


def is_own_file(path: Path) -> bool:
    """Tell whether a file is a store, what SQLite keeps beside one, or a curation file."""
    return path.name.endswith((curation.ENDING, "-wal", "-shm")) or is_store(path)


def is_store(path: Path) -> bool:
    """Tell a kg store from any other file, and from none, by its first bytes."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_ID_AT + 4)
    return head.startswith(b"SQLite format 3\0") and head[_ID_AT:] == APPLICATION_ID.to_bytes(4)
