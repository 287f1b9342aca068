"""``kg build`` and ``kg demo``."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from kg.counted import counted
from kg.given import YEARS
from kg.query.table import clean

if TYPE_CHECKING:
    from kg.pipeline import BuildReport, Progress

#: What `kg demo` asks.
DEMO_QUESTIONS = ("methods evaluated on Llama2-7B", "papers that use LoRA")
DEMO_ROWS = 5
#: What is counted in each stage of a build.
UNITS = {"read": "records", "extract": "texts", "resolve": "graphs", "write": "graphs"}


def _threshold(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """Check a threshold; empty where none is given."""
    from kg.errors import SettingError
    from kg.resolve import checked_threshold

    try:
        return checked_threshold(value or "")
    except SettingError as error:
        raise click.BadParameter(error.reason) from error


@click.command()
@click.argument(
    "sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE..."
)
@click.option("--year", type=click.IntRange(*YEARS), help="The year of dates that print none.")
@click.option(
    "--strict", is_flag=True, help="Stop at the first bad record or field, and write nothing."
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes; by default one a core.")
@click.option(
    "--tier",
    type=click.Choice(["standard", "rules", "accurate"]),
    help="Read with the statistical recogniser, by rules alone (less, but faster), or with an"
    " encoder too (more, several times slower). By default as the store was built last, at first"
    " 'standard'.",
)
@click.option(
    "--threshold",
    callback=_threshold,
    metavar="P",
    help="Hold facts from this confidence on, others are candidates: a number from 0 to 1, or"
    " 'trained' for the one of each relation. By default what the store was built with last, at"
    " first 'trained'.",
)
@click.option(
    "--progress", is_flag=True, help="Show progress even where nobody sits at a terminal."
)
@click.pass_context
def build(ctx: click.Context, /, sources: tuple[Path, ...], progress: bool, **how: Any) -> None:
    """Read files or folders into the store: saved listing pages, JSON Lines (plain or gzip).

    The format is recognised from the content. Building again adds what is new. A record that cannot
    be read is passed over, a field that is not needed left out; they are listed at the end with
    file and line, and the exit code is 1.
    """
    from kg.pipeline import Settings, run

    try:
        with progress_bars(shown=progress) as bars:
            report = run(sources, Path(ctx.obj), Settings(**how, progress=bars))
    except KeyboardInterrupt:
        click.echo("stopped; what was read is kept, and the next build goes on from it", err=True)
        raise
    _summarise(report, ctx.obj)
    if report.skipped or report.left_out:
        ctx.exit(1)


@contextmanager
def progress_bars(*, shown: bool) -> Iterator["Progress"]:
    """Give what draws one bar a stage on stderr: rate, and remaining time where it is known."""
    import sys

    from tqdm import tqdm

    bars: dict[str, tqdm[Any]] = {}

    def advance(stage: str, done: int, total: int | None) -> None:
        if stage not in bars:
            for bar in bars.values():
                bar.close()
            hidden = not (shown or sys.stderr.isatty())
            unit = f" {UNITS.get(stage, 'steps')}"
            bars[stage] = tqdm(total=total, desc=stage, unit=unit, file=sys.stderr, disable=hidden)
        bars[stage].update(done - bars[stage].n)

    try:
        yield advance
    finally:
        for bar in bars.values():
            bar.close()


def _summarise(report: "BuildReport", store: Path) -> None:
    """Say on stderr what was read, what is in the store now, and what was passed over and why."""
    skipped, fields = len(report.skipped), len(report.left_out)
    left_out = f", {counted(fields, 'field')} left out" if fields else ""
    click.echo(
        f"read {counted(report.read, 'record')}: {report.new} new, {report.unchanged} unchanged,"
        f" {skipped} skipped{left_out}; {counted(report.extracted, 'text')} extracted",
        err=True,
    )
    if passed_over := len(report.passed_over):
        files = counted(passed_over, "file that holds", "files that hold")
        click.echo(f"passed over {files} no listing", err=True)
    counts = report.counts
    things = sum(number for name, number in counts.entities.items() if name != "Paper")
    changed = "now holds" if report.changed else "is unchanged:"
    click.echo(
        f"{clean(str(store))} {changed} {counted(counts.documents, 'paper')},"
        f" {counted(things, 'other thing')}, {counted(sum(counts.facts.values()), 'fact')}"
        f" ({sum(report.seconds.values()):.1f} s)",
        err=True,
    )
    for error in report.passed_over:
        click.echo(f"passed over {clean(str(error))}", err=True)
    for error in report.skipped:
        click.echo(f"skipped {clean(str(error))}", err=True)
    for error in report.left_out:
        click.echo(f"left out {clean(str(error))}", err=True)


@click.command()
@click.option("--no-open", is_flag=True, help="Open no browser.")
@click.pass_context
def demo(ctx: click.Context, no_open: bool) -> None:
    """Build the bundled examples, ask two questions, and open the picture in a browser.

    The store and the page go to a new temporary folder, or beside the store that --store gives.
    """
    from kg.cli.output import terminal_width
    from kg.cli.projecting import open_page
    from kg.pipeline import build as build_store
    from kg.query import ask
    from kg.query.answer import text_table
    from kg.schema import bundled_path
    from kg.store import open_store
    from kg.view import render, write

    store = _demo_store(ctx)
    with progress_bars(shown=False) as bars:
        report = build_store([bundled_path("examples")], store, workers=1, progress=bars)
    # What lies beside the bundled listings is ours: nothing of the user's was passed over.
    _summarise(replace(report, passed_over=()), store)
    page = store.with_suffix(".html")
    with open_store(store) as opened:
        for question in DEMO_QUESTIONS:
            answer = ask(opened, question, limit=DEMO_ROWS)
            click.echo(f"\n$ kg ask {question!r}")
            click.echo(text_table(answer, width=terminal_width()))
        write(render(opened), page)
    click.echo(f"\nwrote {page}; ask more with: kg --store {store} ask '...'", err=True)
    if not no_open:
        open_page(page)


def _demo_store(ctx: click.Context) -> Path:
    """Return the store that the command line names, else one in a new temporary folder.

    KG_STORE is passed over: a demonstration writes into no store of the user's unasked.
    """
    source = ctx.parent and ctx.parent.get_parameter_source("store")
    if source == ParameterSource.COMMANDLINE:
        return Path(ctx.obj)
    return Path(tempfile.mkdtemp(prefix="kg-demo-")) / "kg.sqlite"
