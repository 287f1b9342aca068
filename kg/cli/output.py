"""Answers as text: a table for people, or JSON, JSON lines, CSV, TSV, Markdown for programs."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from kg.formulas import harmless
from kg.markdown import markdown_table
from kg.query.answer import Answer, text_table
from kg.query.rows import ID_COLUMNS, PASSAGE_COLUMNS, Row
from kg.query.table import UNSAFE, WIDTH, clean, show_cell

FORMATS = ("auto", "human", "json", "jsonl", "csv", "tsv", "md")

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="auto",
    show_default=True,
    help="auto: a table for people at a terminal, else TSV. In CSV and TSV a cell that begins with"
    " = + - or @ has an apostrophe in front, so that no spreadsheet runs it.",
)


def chosen(form: str) -> str:
    """Return the format that is meant: people sit at terminals."""
    if form != "auto":
        return form
    return "human" if sys.stdout.isatty() else "tsv"


def terminal_width() -> int:
    """Return the width to wrap to."""
    return shutil.get_terminal_size((WIDTH, 24)).columns


def write_answer(answer: Answer, form: str) -> None:
    """Write an answer to stdout; what it leaves out goes to stderr where stdout is for programs."""
    form = chosen(form)
    if form == "human":
        width = terminal_width()
        click.echo(text_table(answer, width=width, limit=max(len(answer), 1)))
        return
    if form == "json":
        click.echo(to_json(answer.to_dict()))
        return
    if answer.verdict:
        click.echo(clean(answer.verdict), err=True)
    click.echo(WRITERS[form](answer.columns, answer.rows), nl=False)
    for note in _asides(answer):
        click.echo(clean(note), err=True)


def _asides(answer: Answer) -> Iterator[str]:
    from kg.query.answer import footnotes

    yield from footnotes(answer)
    if not answer.rows and answer.intent != "validation":  # whose notes say that all is well
        yield f"{answer.question}: 0 rows"


def to_json(value: object, indent: int | None = 2) -> str:
    r"""Write JSON; control characters and marks of direction are escaped.

    >>> print(to_json({"a": "é\u202e"}, indent=None))
    {"a": "é\u202e"}
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return UNSAFE.sub(
        lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text
    )


def _json_lines(columns: Sequence[str], rows: Iterable[Row]) -> str:
    return "".join(f"{to_json(row.to_dict(), indent=None)}\n" for row in rows)


def table_columns(columns: Sequence[str], rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the columns of a flat table: the ids too, and the first passage."""
    rows = list(rows)
    ids = tuple(name for name in ID_COLUMNS if any(name in row for row in rows))
    quoted = PASSAGE_COLUMNS if any(row.evidence for row in rows) else ()
    return tuple(dict.fromkeys((*columns, *ids, *quoted)))


def flat(row: Row) -> dict[str, object]:
    """Return the cells of a row with those of its first passage."""
    cells: dict[str, object] = dict(row.cells)
    if row.evidence:
        first = row.evidence[0]
        cells |= {name: getattr(first, name) for name in PASSAGE_COLUMNS}
    return cells


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    return _delimited(columns, rows, ",")


def _tsv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    return _delimited(columns, rows, "\t")


def _delimited(columns: Sequence[str], rows: Iterable[Row], delimiter: str) -> str:
    import csv
    from io import StringIO

    rows = list(rows)
    names = table_columns(columns, rows)
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(map(_cell, names))
    for row in rows:
        cells = flat(row)
        writer.writerow([_cell(cells.get(name, "")) for name in names])
    return out.getvalue()


def _cell(value: object) -> str:
    """Write a cell that neither a terminal nor a spreadsheet can take for a command.

    >>> _cell("=1+1"), _cell(-0.5), _cell("LoRA")
    ("'=1+1", '-0.5', 'LoRA')
    """
    return str(value) if isinstance(value, int | float) else harmless(clean(str(value)))


def _markdown(columns: Sequence[str], rows: Iterable[Row]) -> str:
    rows = list(rows)
    names = table_columns(columns, rows)
    cells = map(flat, rows)
    return markdown_table(
        names, ([show_cell(row.get(name, "")) for name in names] for row in cells)
    )


#: Each flat format with what writes columns and rows in it.
WRITERS: dict[str, Callable[[Sequence[str], Iterable[Row]], str]] = {
    "jsonl": _json_lines,
    "csv": _csv,
    "tsv": _tsv,
    "md": _markdown,
}
