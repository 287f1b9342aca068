"""Opening the store that a command reads."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.store import Store

_UNFINISHED = (
    "papers were read but no graph was built, the build was stopped; run `kg build` again, it goes"
    " on from there"
)


def open_store(path: Path) -> "Store":
    """Open a store for reading; say so where the first build of it has not ended."""
    from kg import store

    opened = store.open_store(path)
    if "graph_id" not in opened.meta() and opened.sources():
        click.echo(f"{path}: {_UNFINISHED}", err=True)
    return opened
