"""The SPARQL engine's copy of a store, kept in step with it.

A small store is loaded into memory, a large one into a folder beside it (see `kg.rdf.kept`), in
which only what a build has changed is written again. Where that folder cannot be written, memory
serves.
"""

import sqlite3
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from kg.rdf.changes import load
from kg.rdf.kept import Kept, condemn, folder_of, open_kept
from kg.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyoxigraph

#: From how many documents on the copy is kept on disk.
LARGE = 300

Answer = TypeVar("Answer")

_OPEN: "WeakKeyDictionary[Store, pyoxigraph.Store]" = WeakKeyDictionary()
_KEPT: "WeakKeyDictionary[Store, Kept]" = WeakKeyDictionary()


def index(store: Store) -> "pyoxigraph.Store":
    """Return the engine loaded with a store."""
    if store not in _OPEN:
        _OPEN[store] = _in_memory(store) if store.counts().documents < LARGE else _kept(store)
    return _OPEN[store]


def is_to_be_made(store: Store) -> bool:
    """Say whether a large store has no index yet, so that the first query of it waits for that."""
    return store.counts().documents >= LARGE and not folder_of(store).exists()


def size(store: Store) -> int:
    """Return how many triples a store has; counted when the index was made, where it is kept."""
    engine = index(store)
    return _KEPT[store].triples if store in _KEPT else len(engine)


def healing(store: Store, use: "Callable[[pyoxigraph.Store], Answer]") -> Answer:
    """Use the engine; where its folder proves damaged, make it anew and use it once more."""
    try:
        return use(index(store))
    except (OSError, RuntimeError) as error:
        if store not in _KEPT or not is_damage(error):
            raise
        _OPEN.pop(store)
        _KEPT.pop(store).close()
        condemn(store)
        return use(index(store))


def is_damage(error: Exception) -> bool:
    """Tell an error of the engine's files from one of a query."""
    return isinstance(error, OSError) or str(error).startswith(("Corruption", "IO error"))


def _in_memory(store: Store) -> "pyoxigraph.Store":
    import pyoxigraph

    engine = pyoxigraph.Store()
    load(engine, store)
    return engine


def _kept(store: Store) -> "pyoxigraph.Store":
    """Open the folder beside the store; one that cannot be opened is made once more."""
    for _ in range(2):
        try:
            _KEPT[store] = open_kept(store)
        except RuntimeError:  # damage that shows in no file's size
            condemn(store)
        except (OSError, sqlite3.Error):  # a folder that cannot be written
            break
        else:
            return _KEPT[store].engine
    return _in_memory(store)
