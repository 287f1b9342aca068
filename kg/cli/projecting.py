"""``kg sparql``, ``kg export`` and ``kg view``."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import click

from kg.cli.endpoints import endpoint_of, endpoint_option, graph_options
from kg.exporters import EXPORTERS, PROVENANCE, Exporter, Provenance
from kg.query.table import UNSAFE

if TYPE_CHECKING:
    from kg.rdf.render import Answer
    from kg.store import Store

#: How the answer of a SPARQL query can be written; which of them fit, its kind decides.
SPARQL_FORMATS = ("auto", "human", "json", "jsonl", "csv", "tsv", "md", "turtle", "ntriples")


@click.command()
@click.argument("query")
@click.option("--format", "form", type=click.Choice(SPARQL_FORMATS), default="auto")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    help="How long a query of the store may take; without an end if not given.",
)
@endpoint_option
@graph_options
@click.pass_obj
def sparql(
    store: Path,
    /,
    query: str,
    form: str,
    seconds: float | None,
    **where: str,
) -> None:
    """Run a QUERY: SELECT, ASK, CONSTRUCT or DESCRIBE, as text, as a file, or - for stdin.

    All prefixes are known: kgo: for the ontology, model:, method:, benchmark:, paper: and so on for
    the data. --format auto: a table at a terminal, else TSV; Turtle for triples.
    """
    from kg.cli.opening import open_store
    from kg.rdf.index import healing, is_to_be_made
    from kg.rdf.unknown_names import unknown_names

    if where["endpoint"] and seconds:
        raise click.UsageError("--seconds is for the store; an endpoint has a limit of its own.")
    asked = _query_text(query)
    if where["endpoint"]:
        from kg.endpoint import query as ask_there

        text = _rendered(ask_there(endpoint_of(where.pop("endpoint"), **where), asked), form)
    else:
        with open_store(store) as opened:
            if is_to_be_made(opened):
                click.echo("making the index for queries, this once ...", err=True)
            text = healing(opened, lambda _: _in_time(seconds, opened, asked, form))
            for slip in unknown_names(opened, asked):
                click.echo(f"note: {slip}", err=True)
    click.echo(_for_terminal(text), nl=False)


def _in_time(seconds: float | None, store: "Store", query: str, form: str) -> str:
    """Return the answer of a query as text, where it comes in time."""
    from kg.rdf import sparql as run

    with _ending(seconds):
        return _rendered(run(store, query), form)


@contextmanager
def _ending(seconds: float | None) -> Iterator[None]:
    """End the process where what is done takes longer, or at once on Ctrl-C.

    The engine neither looks at signals of Python nor can be told to stop.
    """
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    watch = Timer(seconds, _end_late, (seconds,)) if seconds else None
    if watch:
        watch.daemon = True
        watch.start()
    try:
        yield
    finally:
        if watch:
            watch.cancel()
        signal.signal(signal.SIGINT, usual)


def _end_late(seconds: float) -> None:
    """Say that the time is over, and end."""
    click.echo(
        f"Error: the query took longer than {seconds:g} s; --seconds sets the time", err=True
    )
    os._exit(1)


def _rendered(result: "Answer", form: str) -> str:
    from kg.rdf import formats, render

    return render(result, _form(form, formats(result)))


def _query_text(query: str) -> str:
    """Return the query itself, or what the file holds."""
    if query == "-":
        return sys.stdin.read()
    if "{" not in query and (query.endswith((".rq", ".sparql")) or _is_file(query)):
        return Path(query).read_text(encoding="utf-8", errors="replace")
    return query


def _is_file(query: str) -> bool:
    """Tell the path of a file from a query, which may be longer than any path."""
    try:
        return Path(query).is_file()
    except OSError:
        return False


def _form(form: str, fitting: tuple[str, ...]) -> str:
    if form == "auto":
        return fitting[0] if sys.stdout.isatty() or "tsv" not in fitting else "tsv"
    return fitting[0] if form == "human" else form


def _for_terminal(text: str) -> str:
    """Keep what steers a terminal away from one; files get the text as it is."""
    if not sys.stdout.isatty():
        return text
    return UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else "\ufffd", text)


@click.command()
@click.option(
    "--to", "name", type=click.Choice(tuple(EXPORTERS)), required=True, help="The format."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("-"),
    help="The file to write, or the folder of a format of several files; - for stdout.",
)
@click.option(
    "--provenance",
    type=click.Choice(PROVENANCE),
    default="full",
    show_default=True,
    help="In RDF, what facts rest on: nothing, assertions only, or passages and mentions too.",
)
@click.pass_obj
def export(store: Path, name: str, output: Path, provenance: Provenance) -> None:
    """Write the whole graph in another format, and a manifest beside it.

    The manifest tells counts, hashes and versions; on stdout there is none.
    """
    from kg.cli.opening import open_store
    from kg.exporters import export as export_to

    chosen = EXPORTERS[name]
    _refuse(chosen, output, provenance)
    with open_store(store) as opened:
        if str(output) == "-":
            chosen.write(opened, sys.stdout.buffer, provenance)
        else:
            export_to(opened, name, output, provenance)
            click.echo(f"wrote {output}", err=True)


def _refuse(chosen: Exporter, output: Path, provenance: str) -> None:
    """Raise UsageError for what does not go with a format."""
    if provenance not in chosen.levels:
        raise click.UsageError(f"--provenance {provenance}: {chosen.name} is no RDF, leave it out")
    if chosen.is_folder and str(output) == "-":
        raise click.UsageError(f"{chosen.name} is a folder of files: name one with -o")
    if not chosen.is_folder and output.is_dir():
        raise click.UsageError(f"{output} is a folder: name a file with -o")


@click.command()
@click.argument("name", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    default=Path("kg.html"),
    show_default=True,
    help="The file to write; - for stdout.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=300,
    show_default=True,
    help="At most so many things in the picture.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in a browser.")
@click.pass_obj
def view(store: Path, name: tuple[str, ...], output: Path, limit: int, opens: bool) -> None:
    """Write a page that needs no network: the graph, or what lies around NAME."""
    from kg.cli.opening import open_store
    from kg.view import render, write

    with open_store(store) as opened:
        page = render(opened, focus=_focus(opened, name), limit=limit)
    if str(output) == "-":
        click.echo(page, nl=False)
        return
    write(page, output)
    click.echo(f"wrote {output}", err=True)
    if opens:
        open_page(output)


def _focus(store: "Store", name: tuple[str, ...]) -> str:
    """Return the id of the thing to look at, by any of its names."""
    from kg.query.names import resolve

    return resolve(store, " ".join(name)).id if name else ""


def open_page(page: Path) -> None:
    """Open a page in the browser, where there is one."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        click.echo(f"no browser found; open {page} in one", err=True)
