"""Open the SQLite file: tell a store from what is none, make one, bring an old one up to date."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from threading import get_ident
from types import TracebackType
from typing import Any, Self

from kg.errors import StoreError
from kg.store.paging import chunks, marks

#: Marks an SQLite file as a kg store: "kgpk" in ASCII.
APPLICATION_ID = 0x6B67706B
#: The format that this code reads and writes.
FORMAT = 2
#: How long a writer waits for another one, in seconds.
PATIENCE = 60.0
#: The size of a page of a new store, in bytes: one holds what most texts say.
PAGE_SIZE = 8192
#: How much of the file a writer keeps in memory, in KiB.
CACHE_KIB = 65536

#: So many rows are inserted by one statement: that takes half the time of as many statements.
_TOGETHER = 50

#: One row of an answer of SQLite.
Row = tuple[Any, ...]


class Database:
    """An SQLite connection whose errors are `StoreError` and name the file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._connection = path, connection
        self._thread, self._closed = get_ident(), False

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run a statement and return all rows."""
        with _store_errors(self.path, self):
            return self._connection.execute(sql, parameters).fetchall()

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Run a statement and yield its rows as SQLite finds them."""
        with _store_errors(self.path, self):
            # A stream that is left early may outlive the connection, and closing it must not close
            # the cursor then: what stands between the two has no close().
            yield from chain(self._connection.execute(sql, parameters))

    def insert(
        self,
        table: str,
        rows: Iterable[Sequence[object]],
        *,
        verb: str = "INSERT",
        or_else: str = "",
    ) -> int:
        """Insert rows that have a value for each column; return how many were inserted.

        `or_else` says what to do where a row like that is there.
        """
        conflict = f" ON CONFLICT {or_else}" if or_else else ""
        width = len(self.rows(f"PRAGMA table_info({table})"))
        begins, row = f"{verb} INTO {table} VALUES", f"({marks(range(width))})"
        # Written once: SQLite's module knows a statement again by its text, which is long.
        sql = cache(lambda number: f"{begins} {', '.join([row] * number)}{conflict}")
        inserted = 0
        with _store_errors(self.path, self):
            for chunk in chunks(rows, _TOGETHER):
                values = list(chain.from_iterable(chunk))
                inserted += self._connection.execute(sql(len(chunk)), values).rowcount
        return inserted

    @contextmanager
    def transaction(self, *, checked: bool = True, logged: bool = True) -> Iterator[None]:
        """Write all that happens inside, or nothing of it.

        Rows of which the writer itself made the keys need no looking up in the tables that they
        refer to: with `checked` false the foreign keys are taken on trust. With `logged` false
        what is written goes into the file at once, and not into the log beside it first, if nobody
        else has the file open; who opens it meanwhile waits.
        """
        is_alone = not logged and self._journals("delete")
        self.rows(f"PRAGMA foreign_keys = {checked}")
        try:
            with self._all_or_nothing("EXCLUSIVE" if is_alone else "IMMEDIATE"):
                yield
        finally:
            self.rows("PRAGMA foreign_keys = ON")
            if is_alone:
                self._journals("wal")

    def _journals(self, mode: str) -> bool:
        """Set how changes are journalled; say whether that could be, as it cannot beside others."""
        self.rows("PRAGMA busy_timeout = 0")
        try:
            return self._connection.execute(f"PRAGMA journal_mode = {mode}").fetchall() == [(mode,)]
        except sqlite3.OperationalError:
            return False
        finally:
            self.rows(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")

    @contextmanager
    def _all_or_nothing(self, lock: str) -> Iterator[None]:
        self.rows(f"BEGIN {lock}")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:  # SQLite itself rolls back when the disk is full
                self.rows("ROLLBACK")
            raise
        self.rows("COMMIT")

    def close(self) -> None:
        """Close the connection."""
        with _store_errors(self.path, self):
            self._connection.close()
        self._closed = True

    def misused(self) -> str:
        """Say why nothing can be asked of it here, and what to do; '' where that is not so."""
        if self._closed:
            return "is closed; open it again, and use it inside the `with` block that opens it"
        if get_ident() != self._thread:
            return "was opened in another thread; open it in each thread that uses it"
        return ""


class Opened:
    """What works on a database until it is closed, at the end of a ``with`` block at the latest."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.path = database.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()


@contextmanager
def _store_errors(path: Path, database: Database | None = None) -> Iterator[None]:
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError) as error:
        if database and (reason := database.misused()):
            raise StoreError(str(path), reason) from error
        raise  # a fault of the code, whatever the file
    except sqlite3.DatabaseError as error:
        raise StoreError(str(path), _reason(error)) from error


def _reason(error: sqlite3.DatabaseError) -> str:
    """Say what is wrong, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_NOTADB":
        return "is not a kg store (no SQLite file); give the path of another file"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "another build is writing here; wait until it has ended, then run again"
    if name.startswith("SQLITE_CORRUPT"):
        return f"is broken ({error}); delete it and build again"
    return f"cannot be used ({error}); see to its permissions and the disk, or give another path"


def open_reading(path: Path) -> Database:
    """Open a store for reading, fixed to the state that it has now.

    The file is opened for writing where that is allowed, so that SQLite can take its side files
    away again, and then barred from it; in a folder that is read-only it is opened as it lies.
    """
    if not path.is_file():
        raise StoreError(str(path), _absent(path))
    with _store_errors(path):
        try:
            return _snapshot(path, "mode=rw")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname not in ("SQLITE_READONLY_DIRECTORY", "SQLITE_CANTOPEN"):
                raise
            if _has_changes_beside(path):
                raise StoreError(str(path), _CHANGES_BESIDE) from error
            return _snapshot(path, "mode=ro&immutable=1")


#: Opened as it lies, the file would be without what stands in its side file: changes that belong
#: to it (-wal), or what stood where a build that was stopped has written (-journal).
_CHANGES_BESIDE = (
    "has changes in the file beside it (-wal, -journal) that are not taken in yet; open it once"
    " where its folder can be written, or copy it when nothing has it open"
)


def _has_changes_beside(path: Path) -> bool:
    beside = [path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-journal")]
    return any(file.exists() and file.stat().st_size > 0 for file in beside)


def _absent(path: Path) -> str:
    if path.exists():
        return "is not a kg store (no file); give the path of a file"
    return "there is no store here; `kg build` makes one, --store or KG_STORE names another"


def _snapshot(path: Path, mode: str) -> Database:
    """Open, check, and begin the one read transaction that lasts until the store is closed."""
    connection = _connect(f"{path.resolve().as_uri()}?{mode}")
    database = Database(path, connection)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        if not _is_made(connection, path):
            raise StoreError(str(path), "is empty; `kg build` fills it")
        _check_format(connection, path)
    except BaseException:
        database.close()
        raise
    return database


def open_writing(path: Path) -> Database:
    """Open a store for writing; make one where there is none, bring an old one up to date."""
    if path.exists() and not path.is_file():
        raise StoreError(str(path), _absent(path))
    if not path.parent.is_dir():
        raise StoreError(str(path), "its folder is not there; make it first")
    with _store_errors(path):
        connection = _connect(f"{path.resolve().as_uri()}?mode=rwc")
        database = Database(path, connection)
        try:
            _prepare(database, connection)
        except BaseException:
            database.close()
            raise
    return database


def _prepare(database: Database, connection: sqlite3.Connection) -> None:
    if _is_made(connection, database.path):
        _check_format(connection, database.path)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")  # of a new file only
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    with database.transaction():
        if not _is_made(connection, database.path):
            _make(connection)
        elif _check_format(connection, database.path) < FORMAT:
            _migrate(connection)


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)


def _is_made(connection: sqlite3.Connection, path: Path) -> bool:
    """Tell a store from an empty file; `StoreError` for an SQLite file of somebody else."""
    # In this order: another build may make tables and mark, in one transaction, in between.
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark == APPLICATION_ID:
        return True
    if mark or tables:
        reason = "is not a kg store (an SQLite file of another program); give another path"
        raise StoreError(str(path), reason)
    return False


def _check_format(connection: sqlite3.Connection, path: Path) -> int:
    """Return the format of a store; `StoreError` for one of the future."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > FORMAT:
        reason = f"has format {version}, this kg reads up to {FORMAT}; upgrade kg, or build anew"
        raise StoreError(str(path), reason)
    return int(version)


def statements(name: str) -> list[str]:
    """Return the statements of an SQL file of this package."""
    script = files("kg.store").joinpath(name).read_text(encoding="utf-8")
    lines = (line.partition("--")[0] for line in script.splitlines())
    return [statement for part in "\n".join(lines).split(";") if (statement := part.strip())]


def _make(connection: sqlite3.Connection) -> None:
    for statement in (*statements("inputs.sql"), *statements("graph.sql")):
        connection.execute(statement)
    _stamp(connection)


def _stamp(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


#: What turns a store of the format (key) into the next one.
MIGRATIONS: dict[int, tuple[str, ...]] = {
    # The next build fills it; it is made anew with the graph.
    1: ("CREATE TABLE decision (key INTEGER PRIMARY KEY) STRICT",),
}


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in range(version, FORMAT):
        for statement in MIGRATIONS[step]:
            connection.execute(statement)
    _stamp(connection)
