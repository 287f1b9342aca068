"""The SPARQL engine's copy of a store, kept in step with it.

A small store is loaded into memory, a large one once into a folder beside it (``kg.sqlite`` has
``kg.sqlite.oxigraph``), named by the hash of the graph and of the code that describes it: what
bears another name is out of date. Where the folder cannot be written, memory serves.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kg.ids import digest
from kg.namespaces import BASE
from kg.rdf.ntriples import lines
from kg.store import Store

if TYPE_CHECKING:
    import pyoxigraph
    from typing_extensions import Buffer

#: From how many documents on the copy is kept on disk.
LARGE = 300

#: Seconds after which a folder that is not complete belongs to no load any more.
_LONGEST_LOAD = 3600

_OPEN: "WeakKeyDictionary[Store, pyoxigraph.Store]" = WeakKeyDictionary()


def index(store: Store) -> "pyoxigraph.Store":
    """Return the engine loaded with a store."""
    if store not in _OPEN:
        _OPEN[store] = _in_memory(store) if store.counts().documents < LARGE else _kept(store)
    return _OPEN[store]


def _in_memory(store: Store) -> "pyoxigraph.Store":
    import pyoxigraph

    engine = pyoxigraph.Store()
    _load(engine, store)
    return engine


def _kept(store: Store) -> "pyoxigraph.Store":
    """Open the folder beside the store, and make it first where it is missing or out of date."""
    import pyoxigraph

    folder = Path(f"{store.path}.oxigraph")
    current = folder / _name(store)
    if not current.is_dir():
        try:
            _make(store, folder, current)
        except OSError:  # a folder that cannot be written, or another process was faster
            if not current.is_dir():
                return _in_memory(store)
    return pyoxigraph.Store.read_only(str(current))


def _name(store: Store) -> str:
    """Return the hash of all that the engine's copy depends on."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    code = (path.read_text(encoding="utf-8") for path in modules)
    return digest("index", store.meta().get("graph_id", ""), BASE, *code)


def _make(store: Store, folder: Path, current: Path) -> None:
    """Load the store into a new folder and put it in place in one step; then clear out old ones."""
    import pyoxigraph

    folder.mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="new-", dir=folder))
    try:
        engine = pyoxigraph.Store(str(made))
        _load(engine, store)
        engine.flush()
        del engine
        made.rename(current)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    for other in folder.iterdir():
        if other != current and not _in_the_making(other):
            shutil.rmtree(other, ignore_errors=True)


def _in_the_making(folder: Path) -> bool:
    """Tell whether another process may be loading there; one that was killed leaves it behind."""
    return folder.name.startswith("new-") and time.time() - folder.stat().st_mtime < _LONGEST_LOAD


def _load(engine: "pyoxigraph.Store", store: Store) -> None:
    from pyoxigraph import RdfFormat

    engine.bulk_load(BufferedReader(_Lines(lines(store)), 1 << 20), format=RdfFormat.N_TRIPLES)


class _Lines(RawIOBase):
    """Lines as a binary file that is read once."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts, self._rest = texts, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Fill the buffer as far as the next text goes; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = next(self._texts, "").encode()
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
