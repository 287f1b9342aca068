"""``kg explain``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import WRITERS, chosen, format_option, terminal_width, to_json
from kg.query.passages import quotes_below
from kg.query.table import clean, render

if TYPE_CHECKING:
    from kg.query import Explanation
    from kg.query.sections import Section


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="FACT")
@format_option
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="At most so many rows of each section; 0 for all.",
)
@click.pass_obj
def explain(store: Path, words: tuple[str, ...], form: str, limit: int) -> None:
    """Say why a FACT is there: kg explain LoRA usesMethod fine-tuning.

    A FACT is its id, or subject, relation and object with any alias as the names; for a result the
    object is its value and what it is on: LoRA hasResult 67.7% GSM8K. It is explained by its
    status, each sentence with rule and confidence, what it follows from, and how each name was
    linked. For a name, its spellings are explained: what they are taken for, and by what.
    """
    from kg import query
    from kg.cli.opening import open_store

    with open_store(store) as opened:
        explained = query.explain(opened, words, limit=limit)
    form = chosen(form)
    if form == "human":
        click.echo("\n".join(_lines(explained, terminal_width())))
    elif form == "json":
        click.echo(to_json(explained.to_dict()))
    else:
        columns = ("section", *_columns(explained))
        click.echo(WRITERS[form](columns, explained.rows()), nl=False)


def _columns(explained: "Explanation") -> Iterator[str]:
    """Yield the columns of all sections, each once."""
    named = (column for section in explained.sections for column in section.columns)
    yield from dict.fromkeys(column for column in named if column != "id")


def _lines(explained: "Explanation", width: int) -> Iterator[str]:
    """Lay out an explanation for people."""
    yield clean(explained.title)
    yield from (f"  {name}: {clean(value)}" for name, value in explained.facts.items())
    for section in explained.sections:
        shown = len(section.rows)
        part = f", the first {shown}" if shown < section.total else ""
        yield from ("", f"{section.name}: {section.total}{part}")
        yield _table(section, explained.names, width)


def _table(section: "Section", names: tuple[str, ...], width: int) -> str:
    columns = [c for c in section.columns if any(row.get(c, "") != "" for row in section.rows)]
    below = quotes_below(section.rows, lambda _: names, width)
    return render(columns, section.rows, width=width, below=below)
