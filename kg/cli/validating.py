"""``kg validate``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import chosen, format_option, write_answer
from kg.counted import counted
from kg.query.answer import Answer
from kg.query.rows import Row
from kg.query.table import clean

if TYPE_CHECKING:
    from kg.rdf.validation import Violation

COLUMNS = ("severity", "node", "path", "value", "message", "shape")
#: How much of a value people see.
SHOWN = 60


@click.command()
@click.argument("file", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option
@click.option("--remarks", is_flag=True, help="List also what is allowed and worth knowing.")
@click.pass_obj
def validate(store: Path, file: Sequence[Path], form: str, remarks: bool) -> None:
    """Check the store, or RDF FILEs, against the shapes of the ontology.

    Each row names a node, what is wrong with it, and what to do. Exit code 1 where there is any;
    remarks, such as a result without metric, are counted and break nothing.
    """
    found = _found(store, file)
    wrong = [item for item in found if item.severity == "Violation"]
    rows = [_row(item) for item in (found if remarks else wrong)]
    notes = tuple(_summary(wrong, found))
    if chosen(form) == "human":
        click.echo("\n".join((*_lines(rows), *notes)))
    else:
        answer = Answer("validate", "validation", COLUMNS, tuple(rows), len(rows), notes=notes)
        write_answer(answer, form)
    if wrong:
        raise click.exceptions.Exit(1)


def _found(store: Path, files: Sequence[Path]) -> "list[Violation]":
    from kg.cli.opening import open_store
    from kg.rdf.validation import check, load, validate

    if files:
        return sorted(check(load(files)))
    with open_store(store) as opened:
        return validate(opened)


def _row(item: "Violation") -> Row:
    from kg.namespaces import BASE
    from kg.rdf.render import short_path

    cells = {
        "severity": item.severity,
        "node": item.node.removeprefix(BASE),
        "path": short_path(item.path),
        "value": item.value.removeprefix(BASE),
        "message": item.message,
        "shape": item.shape,
    }
    return Row(tuple(cells.items()))


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        shown = str(row["value"])
        cut = f"{shown[:SHOWN]}…" if len(shown) > SHOWN else shown
        yield clean(" ".join(filter(None, (str(row["node"]), str(row["path"]), cut))))
        yield f"    {clean(str(row['message']))}"


def _summary(wrong: "Sequence[Violation]", found: "Sequence[Violation]") -> Iterator[str]:
    """Say whether all is as it should be, and count the remarks by what they say."""
    nodes = len({item.node for item in wrong})
    things = counted(nodes, "node does", "nodes do")
    yield f"{things} not conform to the shapes" if wrong else "all conforms to the shapes"
    remarks = Counter(item.message for item in found if item.severity != "Violation")
    for message, number in remarks.most_common():
        yield f"allowed, {'once' if number == 1 else f'{number} times'}: {message}"
