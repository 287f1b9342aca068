"""The folder beside a store that keeps its index: ``kg.sqlite`` has ``kg.sqlite.oxigraph``.

    STORE.oxigraph/NAME/       what the engine wrote; never written again once it stands there
    STORE.oxigraph/NAME.json   the graph and the code it was made from, and the size of each file
    STORE.oxigraph/NAME.marks  what was said of each node (see `kg.rdf.marks`)
    STORE.oxigraph/NAME.lock   held by whoever reads it

A new index begins as a copy of the last one, whose files it shares. One process makes it, the
others wait; whoever reads an old one may go on. What has not all its files, in their sizes, counts
for nothing and is made anew.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ids import digest
from kg.namespaces import BASE
from kg.rdf import changes, marks
from kg.store import Store
from kg.versions import version_of

if TYPE_CHECKING:
    import pyoxigraph

#: How long a command waits for another one that makes the index, in seconds.
PATIENCE = 3600.0

#: The modules that decide what an index holds, by their folder in the package.
_MODULES = {
    "": "frozen given identifiers ids model namespaces schema",
    "store/": "__init__ codec connection counts documents entities facts inputs paging quotes"
    " search store streams writer writing",
    "rdf/": "blocks changes describe marks ntriples terms",
}
#: Their paths.
PARTS = tuple(f"{folder}{name}.py" for folder in _MODULES for name in _MODULES[folder].split())

#: Held by the process that makes an index.
_MAKING = Path("making.lock")

#: Files of the engine that may change, or be absent, without harm.
_IDLE = ("LOG", "LOCK")


@dataclass(frozen=True, slots=True)
class Made:
    """What an index was made from; `files` has the size of each of its files in bytes."""

    run: str
    code: str
    triples: int
    files: dict[str, int]


def folder_of(store: Store) -> Path:
    """Return the folder that keeps the indexes of a store."""
    return Path(f"{store.path}.oxigraph")


def current(store: Store) -> Path:
    """Return where the index of a store's present graph stands, or is to stand."""
    return folder_of(store) / digest("index", changes.run_of(store), code())


@cache
def code() -> str:
    """Return the hash of the code that describes a graph, and of the base of its IRIs."""
    return digest(BASE, version_of(PARTS))


def open_kept(store: Store) -> "Kept":
    """Open a store's index, and make it first where it is missing, damaged or out of date.

    Raises OSError where the folder cannot be written, and RuntimeError for a damage that shows in
    no file's size.
    """
    place = current(store)
    if not _is_whole(place):
        folder_of(store).mkdir(exist_ok=True)
        with _locked(folder_of(store) / _MAKING, PATIENCE):
            if not _is_whole(place):
                _make(store, place)
            _clear(place)
    return Kept(place)


class Kept:
    """An index that is open for reading; nobody clears it away until it is closed."""

    def __init__(self, place: Path) -> None:
        import pyoxigraph

        self._lock: sqlite3.Connection | None = _shared(place.with_suffix(".lock"))
        self.engine = pyoxigraph.Store.read_only(str(place))
        made = _made(place)
        self.triples = made.triples if made else len(self.engine)

    def close(self) -> None:
        """Let it be cleared away."""
        if self._lock:
            self._lock.close()

    def __del__(self) -> None:
        self.close()


def condemn(store: Store) -> None:
    """Say that a store's index is damaged: the next to open it makes it anew."""
    with suppress(OSError):
        current(store).with_suffix(".json").unlink(missing_ok=True)


def _made(place: Path) -> Made | None:
    """Return what an index was made from; nothing where that is not on record."""
    try:
        return Made(**json.loads(place.with_suffix(".json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _is_whole(place: Path) -> bool:
    made = _made(place)
    return made is not None and made.files == _sizes(place)


def _sizes(place: Path) -> dict[str, int]:
    if not place.is_dir():
        return {}
    files = (path for path in place.iterdir() if not path.name.startswith(_IDLE))
    return {path.name: path.stat().st_size for path in sorted(files)}


def _make(store: Store, place: Path) -> None:
    """Make an index beside the others, and put it in place in one step."""
    _drop(place)
    scratch = Path(tempfile.mkdtemp(prefix="new-", dir=place.parent))
    try:
        rows, triples = _filled(store, scratch / "index")
        marks.write(rows, place.with_suffix(".marks"))
        (scratch / "index").rename(place)
        made = Made(changes.run_of(store), code(), triples, _sizes(place))
        note = scratch / "made.json"
        note.write_text(json.dumps(asdict(made)), encoding="utf-8")
        note.rename(place.with_suffix(".json"))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _filled(store: Store, place: Path) -> "tuple[marks.Rows, int]":
    """Write an index into a folder: on the grounds of the last one, or from nothing."""
    import pyoxigraph

    latest = sorted(folder_of(store).glob("*.json"), key=lambda path: -path.stat().st_mtime)
    for base in latest:
        made = _made(base)
        if made and made.code == code() and _is_whole(base.with_suffix("")):
            with suppress(OSError, RuntimeError):
                return _continued(store, place, base.with_suffix(""), made)
            shutil.rmtree(place, ignore_errors=True)
    engine = pyoxigraph.Store(str(place))
    rows = changes.load(engine, store)
    engine.optimize()  # a tenth more to make, half as much to look anything up
    return rows, _finished(engine)


def _continued(store: Store, place: Path, base: Path, made: Made) -> "tuple[marks.Rows, int]":
    """Copy an earlier index and write what has changed."""
    import pyoxigraph

    before = marks.read(base.with_suffix(".marks"))
    pyoxigraph.Store.read_only(str(base)).backup(str(place))
    engine = pyoxigraph.Store(str(place))
    rows = changes.update(engine, store, before, made.run)
    return rows, _finished(engine)


def _finished(engine: "pyoxigraph.Store") -> int:
    engine.flush()
    return len(engine)


def _clear(keep: Path) -> None:
    """Take away all indexes but one: those out of date, and what a killed command left."""
    for name in {path.stem for path in keep.parent.iterdir()} - {keep.stem, _MAKING.stem}:
        if name.startswith("new-"):
            shutil.rmtree(keep.with_name(name), ignore_errors=True)
        else:
            lock = keep.with_name(f"{name}.lock")
            with suppress(OSError, sqlite3.Error), _locked(lock, 0):
                _drop(keep.with_name(name))
                lock.unlink(missing_ok=True)


def _drop(place: Path) -> None:
    for suffix in (".json", ".marks"):
        place.with_suffix(suffix).unlink(missing_ok=True)
    shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _locked(path: Path, patience: float) -> Iterator[None]:
    """Let nobody else in meanwhile: the lock is SQLite's, which the system takes from the dead."""
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _shared(path: Path) -> sqlite3.Connection | None:
    """Hold off whoever would clear an index away; nothing where no lock can be had."""
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.Error:
        return None
    return connection
