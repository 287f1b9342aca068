"""``kg remove``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.store import Store


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="SOURCE|PAPER...")
@click.pass_obj
def remove(store: Path, names: tuple[str, ...]) -> None:
    """Take a SOURCE or a PAPER out, and leave what a build without it has.

    A SOURCE is the name of a file that was read, with or without its folder; files of one name are
    one SOURCE. A PAPER is an id, an arXiv id, a DOI or a title.
    What another source has too stays with it. A later build of a source that has the paper adds it
    again.
    """
    from kg.cli.making import progress_bars
    from kg.pipeline import Settings
    from kg.pipeline import remove as remove_from
    from kg.query.rows import counted
    from kg.query.table import clean
    from kg.store import open_store

    with open_store(store) as opened:
        before, sources = opened.counts(), opened.sources()
        # A file is known by its name alone: any path to it means that.
        files = {name: Path(name).name for name in names if Path(name).name in sources}
        papers = {name: _paper(opened, name) for name in names if name not in files}
    with progress_bars(shown=False) as bars:
        settings = Settings(progress=bars)
        report = remove_from(
            store, sources=files.values(), papers=papers.values(), settings=settings
        )
    gone = before.records - report.counts.records
    click.echo(
        f"removed {counted(gone, 'record')}; {clean(str(store))} now holds"
        f" {counted(report.counts.documents, 'paper')}"
        f" (it held {before.documents})",
        err=True,
    )


def _paper(store: "Store", name: str) -> str:
    """Return the id of the paper that a name means.

    Raises UnknownNameError, with the nearest, if there is none, and WrongTypeError for what else
    has the name.
    """
    from kg.errors import UnknownNameError, WrongTypeError
    from kg.query.names import nearest, resolve

    try:
        found = resolve(store, name, ("Paper",))
    except UnknownNameError as error:
        near = (*nearest(name, store.sources(), 3), *error.nearest)
        raise UnknownNameError("source or paper", name, near) from None
    if found.type != "Paper":  # a name of nothing but a method or a task still means that
        raise WrongTypeError("a removal", found.label, found.type, ("source", "paper"))
    return found.id
