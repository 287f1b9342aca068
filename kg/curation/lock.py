"""One writer at a time, on every system, with nothing to clean up after one that was killed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kg.errors import CurationError

#: How long a writer waits for another one, in seconds.
PATIENCE = 60.0


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let nobody else write a file meanwhile; CurationError where that cannot be had.

    The lock is SQLite's, on an empty hidden file beside it, which stays: the system takes the lock
    from a process that dies.
    """
    try:
        connection = sqlite3.connect(
            path.with_name(f".{path.name}.lock"), timeout=PATIENCE, isolation_level=None
        )
        with closing(connection):
            connection.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as error:
        raise CurationError(str(path), 0, f"cannot be written: {error}") from error
