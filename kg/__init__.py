"""A knowledge graph of papers, models and benchmarks, read from paper listings.

    import kg

    with kg.open("kg.sqlite") as store:
        for row in kg.ask(store, "methods evaluated on Llama-2-7B"):
            row["method"], row.evidence[0].quote

Importing this does no work: what is used is imported when it is called.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from kg.pipeline import BuildReport
    from kg.query import Answer
    from kg.store import Store

__version__ = "0.1.0"
__all__ = ["__version__", "ask", "build", "graph", "open", "query"]

#: Modules that are at hand as attributes once they are used.
_MODULES = frozenset({"graph", "query"})


def open(path: "str | PathLike[str]" = "kg.sqlite") -> "Store":
    """Open a store for reading; StoreError where there is none."""
    from pathlib import Path

    from kg.store import open_store

    return open_store(Path(path))


def build(
    paths: "str | PathLike[str] | Iterable[str | PathLike[str]]",
    *,
    store: "str | PathLike[str]" = "kg.sqlite",
    year: int | None = None,
    strict: bool = False,
    workers: int | None = None,
) -> "BuildReport":
    """Read files and folders, or one, into a store, and link what they say.

    See `kg.pipeline.build`.
    """
    from pathlib import Path

    from kg.pipeline import build as build_store

    return build_store(paths, Path(store), year=year, strict=strict, workers=workers)


def ask(
    store: "Store | str | PathLike[str]",
    question: str,
    *,
    below_threshold: bool = False,
    limit: int = 0,
) -> "Answer":
    """Answer a question in words from a store, or from the path of one; see `kg.query.ask`."""
    from kg import query
    from kg.store import Store

    if isinstance(store, Store):
        return query.ask(store, question, below_threshold=below_threshold, limit=limit)
    with open(store) as opened:
        return query.ask(opened, question, below_threshold=below_threshold, limit=limit)


def __getattr__(name: str) -> ModuleType:
    if name in _MODULES:
        return import_module(f"kg.{name}")
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
