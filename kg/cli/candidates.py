"""``kg candidates``."""

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.output import chosen, format_option, terminal_width, write_answer
from kg.counted import counted
from kg.lexicon.tables import TABLES
from kg.query.answer import Answer, footnotes
from kg.query.candidates import FEWEST
from kg.query.candidates import candidates as find
from kg.query.passages import quote_line
from kg.query.table import clean, render


@click.command()
@format_option
@click.option("--type", "type_", type=click.Choice(sorted(TABLES)), help="Only names of this type.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=50,
    show_default=True,
    help="At most so many names; 0 for all.",
)
@click.option(
    "--contexts",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="So many passages of each name, of as many papers. CSV, TSV and Markdown hold one.",
)
@click.option(
    "--papers",
    "fewest",
    type=click.IntRange(min=1),
    default=FEWEST,
    show_default=True,
    help="Only names in so many papers.",
)
@click.pass_obj
def candidates(
    store: Path, form: str, type_: str | None, limit: int, contexts: int, fewest: int
) -> None:
    """List frequent names that the lexicon lacks, with where they stand.

    The type is a guess: that of most papers. A name worth having becomes a row of the lexicon.
    """
    from kg.cli.opening import open_store

    with open_store(store) as opened:
        answer = find(opened, type=type_ or "", limit=limit, contexts=contexts, fewest=fewest)
    if chosen(form) == "human":
        click.echo("\n".join(_lines(answer, terminal_width())))
    else:
        write_answer(answer, form)


def _lines(answer: Answer, width: int) -> Iterator[str]:
    """Lay out the names for people, with all their passages."""
    yield f"{counted(answer.total, 'name')}, the most used {len(answer)}"
    below = {
        number: " ".join(quote_line((quote,), (str(row["name"]),), width) for quote in row.evidence)
        for number, row in enumerate(answer.rows)
        if row.evidence
    }
    if answer.rows:
        yield ""
        yield render(answer.columns, answer.rows, width=width, below=below)
    yield from map(clean, footnotes(answer))
