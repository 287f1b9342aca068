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

from kg.versions import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from kg.pipeline import BuildReport
    from kg.query import Answer
    from kg.store import Store

__all__ = ["__version__", "ask", "build", "graph", "open", "query"]

#: Modules that are at hand as attributes, each imported when it is first used.
_MODULES = frozenset(
    "components curation errors evaluation exporters extract graph model namespaces pipeline query"
    " rdf schema sources store view".split()
)


def open(path: "str | PathLike[str]" = "kg.sqlite") -> "Store":
    """Open a store for reading; StoreError where there is none."""
    from pathlib import Path

    from kg.store import open_store

    return open_store(Path(path))


def build(  # noqa: PLR0913 - one for each option of a build
    paths: "str | PathLike[str] | Iterable[str | PathLike[str]]",
    *,
    store: "str | PathLike[str]" = "kg.sqlite",
    year: int | None = None,
    strict: bool = False,
    workers: int | None = None,
    tier: str | None = None,
    threshold: str | float = "",
) -> "BuildReport":
    """Read files and folders, or one, into a store, and link what they say.

    `year` is that of dates that print none. With `strict`, the first bad record or field raises
    DataError, and nothing is written; else bad records are in `skipped` of the report, and fields
    that records were kept without in `left_out`. `workers` is the number of processes, by default
    one a core. `tier` is "standard", "rules" (no statistical recogniser:
    less is found, in less time) or "accurate" (an encoder besides: more is found, in several times
    the time). `threshold` is the confidence from which on facts are held, others
    are candidates: a number from 0 to 1, or "trained" for the one of each relation. Without `tier`
    or `threshold` the store keeps what it was built with last, at first "standard" and "trained".
    Raises as `kg.pipeline.build` does.
    """
    from pathlib import Path

    from kg.pipeline import build as build_store

    return build_store(
        paths,
        Path(store),
        year=year,
        strict=strict,
        workers=workers,
        tier=tier,
        threshold=threshold,
    )


def ask(
    store: "Store | str | PathLike[str]",
    question: str,
    *,
    below_threshold: bool = False,
    limit: int = 0,
) -> "Answer":
    """Answer a question in words from a store, or from the path of one.

    The forms of questions are those of `kg.query.FORMS`. With `below_threshold`, candidates count
    too: what was read with too little confidence to be held. `limit` is the most rows that are
    given, 0 for all; `total` of the answer counts the others too. Raises StoreError where there is
    no store, QuestionError for a question of no form, and UnknownNameError, with the nearest names,
    for a name that nothing is known by.
    """
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
