"""``kg eval``."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import click

from kg import evaluation
from kg.cli.output import WRITERS, chosen, format_option, terminal_width, to_json
from kg.counted import counted
from kg.evaluation import GOLD_FORMATS, Gold, Origin, Scored, tables
from kg.evaluation.gold import RecordSet, SpanSet
from kg.evaluation.tables import Cells
from kg.query.rows import Row
from kg.query.table import clean, render
from kg.store import open_store

#: A file; whether it is there, reading it tells.
_FILE = click.Path(path_type=Path)
#: The columns that a terminal has no room for.
_WIDE = frozenset(
    "precision_low precision_high recall_low recall_high score_high difference_high".split()
)
#: The numbers whose interval people are shown, and the column that has it.
_INTERVALS = {"score": "score_low", "difference": "difference_low"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to show, and of what."""

    form: str
    format_of_gold: str
    predictions: Path | None
    texts: Path | None
    against: Path | None
    errors: tuple[str, ...]
    papers: bool
    ablation: bool
    draws: int
    calibration: bool
    by: str | None
    cross_validate: bool

    @property
    def asks_store(self) -> bool:
        """Whether what is wished for is told by a store, not by records."""
        return self.calibration or bool(self.by) or self.cross_validate


@dataclass(frozen=True, slots=True)
class Left:
    """Annotated papers without a prediction, and why texts were not read, or not whole."""

    missing: tuple[str, ...] = ()
    unread: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, object]:
        """Return what JSON has of it."""
        return {"missing": list(self.missing), "unread": dict(self.unread)}

    def lines(self, where: Path) -> Iterator[str]:
        """Count and list the papers."""
        if self.missing:
            yield f"{len(self.missing)} without a prediction:"
            for title in self.missing:
                yield f"  {title}: {self.unread.get(title, f'not in {where}')}"
        partly = {title: why for title, why in self.unread.items() if title not in self.missing}
        if partly:
            yield f"{len(partly)} not read whole:"
            yield from (f"  {title}: {why}" for title, why in partly.items())


@click.command(
    name="eval",
    epilog="\b\nFormats of GOLD:\n"
    + "\n".join(f"  {item.name}: {item.description}" for item in GOLD_FORMATS.values()),
)
@click.argument("gold", type=_FILE)
@format_option
@click.option(
    "--format-of-gold",
    type=click.Choice(("auto", *GOLD_FORMATS)),
    default="auto",
    show_default=True,
    help="auto: told by the first line.",
)
@click.option("--predictions", type=_FILE, help="Records to measure, instead of the store's.")
@click.option(
    "--texts",
    type=_FILE,
    help="Titles and abstracts to read on the spot, instead of the store's: any file or folder"
    " that kg build reads. With --predictions, only to quote from.",
)
@click.option("--against", type=_FILE, help="Other predictions: show how far each figure differs.")
@click.option(
    "--errors", multiple=True, metavar="FIGURE", help="List what a figure missed and has too much."
)
@click.option("--papers", is_flag=True, help="Count by paper.")
@click.option("--ablation", is_flag=True, help="Measure with more and more recognisers.")
@click.option(
    "--draws",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="How often the papers are drawn for the 95 % intervals; 0 for none.",
)
@click.option(
    "--calibration",
    is_flag=True,
    help="Set the confidence of a paper's facts, candidates too, beside how many are right.",
)
@click.option("--by", type=click.Choice(("year", "field")), help="Measure groups of papers.")
@click.option(
    "--cross-validate",
    is_flag=True,
    help="Read each paper of --texts with weights of relations that were learned from the papers of"
    " the other folds, of five.",
)
@click.pass_obj
def eval(store: Path, /, gold: Path, **options: Any) -> None:
    """Measure what is read against GOLD, a file of annotated papers.

    Precision, recall and F1 (score: F1, or a share) with 95 % bootstrap intervals over papers.
    Predictions are those of the store, of --predictions, or read from --texts; sets that hold
    their own texts need none of them. Papers are matched by title.
    """
    wishes = Wishes(**options)
    annotated = evaluation.read_gold(gold, wishes.format_of_gold)
    _check(annotated, wishes)
    rows, left = _rows(annotated, store, wishes)
    form = chosen(wishes.form)
    kind = "text" if isinstance(annotated, SpanSet) else "paper"
    heading = f"{gold.name}: {counted(len(annotated.papers), kind)}"
    if form == "json":
        described = {"gold": gold.name, "papers": len(annotated.papers), **left.to_dict()}
        click.echo(to_json({**described, "rows": rows}))
        return
    _write_table(heading, rows, form)
    for line in left.lines(wishes.predictions or wishes.texts or store):
        click.echo(clean(line), err=form != "human")


def _check(gold: Gold, wishes: Wishes) -> None:
    """Refuse options that do not go together."""
    if sum((bool(wishes.errors), wishes.papers, wishes.ablation)) > 1:
        raise click.UsageError("Give one of --errors, --papers and --ablation.")
    if wishes.asks_store:
        _check_store(gold, wishes)
    given = {"--predictions": wishes.predictions, "--against": wishes.against}
    if isinstance(gold, SpanSet):
        given["--texts"] = wishes.texts
        reason = "does not go with annotated spans: their own texts are read"
    elif wishes.ablation:
        reason = "does not go with --ablation: the texts are read anew"
    else:
        return
    for name, path in given.items():
        if path:
            raise click.UsageError(f"{name} {reason}.")


def _check_store(gold: Gold, wishes: Wishes) -> None:
    """Refuse what does not go with the options that ask a store."""
    if not isinstance(gold, RecordSet):
        raise click.UsageError("--calibration, --by and --cross-validate need annotated records.")
    if wishes.predictions or wishes.against or wishes.ablation:
        raise click.UsageError(
            "--calibration, --by and --cross-validate read a store: give none of --predictions,"
            " --against and --ablation."
        )
    if wishes.cross_validate and not wishes.texts:
        raise click.UsageError("--cross-validate needs --texts.")


def _rows(gold: Gold, store: Path, wishes: Wishes) -> tuple[list[Cells], Left]:
    """Return the rows that are wished for, and the papers that were left."""
    if not (wishes.asks_store and isinstance(gold, RecordSet)):
        return _measured(gold, Origin(store, wishes.predictions, wishes.texts), wishes)
    with _store_of(gold, store, wishes) as path:
        if not wishes.calibration:
            return _measured(gold, Origin(path), wishes)
        with open_store(path) as opened:
            facts = list(evaluation.sure_facts(gold, opened))
            results = list(evaluation.sure_results(gold, opened))
        return list(tables.calibration_rows(facts, results)), Left()


def _store_of(gold: RecordSet, store: Path, wishes: Wishes) -> AbstractContextManager[Path]:
    """Return what gives the store to ask: the one at hand, or one of texts that are read anew."""
    if not wishes.texts:
        return nullcontext(store)
    if wishes.cross_validate:
        return evaluation.cross_validated(gold, wishes.texts)
    return evaluation.built([wishes.texts])


def _grouped(scored: Scored, origin: Origin, wishes: Wishes) -> Iterable[Cells]:
    with open_store(origin.store) as store:
        groups = evaluation.grouped(scored, store.documents(), str(wishes.by))
    measured = {
        name: (len(some.papers), evaluation.figures(some, draws=wishes.draws))
        for name, some in groups.items()
    }
    return list(tables.group_rows(measured))


def _measured(gold: Gold, origin: Origin, wishes: Wishes) -> tuple[list[Cells], Left]:
    """Return the rows that are wished for, and the papers that were left."""
    if wishes.ablation:
        stages = evaluation.ablate(gold, origin)
        figures = {name: evaluation.figures(run, draws=0) for name, run in stages.items()}
        for run in stages.values():
            _refuse_empty(run, "the texts")
        return list(tables.ablation_rows(figures)), Left()
    scored = evaluation.evaluate(gold, origin)
    _refuse_empty(scored, str(origin.records or origin.sources or origin.store))
    if wishes.against:
        other = evaluation.evaluate(gold, replace(origin, records=wishes.against))
        _refuse_empty(other, str(wishes.against))
        rows = _compared(scored, other, wishes)
    elif wishes.by:
        rows = _grouped(scored, origin, wishes)
    else:
        rows = _shown(scored, wishes)
    return list(rows), Left(scored.missing, scored.unread)


def _refuse_empty(scored: Scored, where: str) -> None:
    """Fail where no annotated paper has a prediction: all figures would be 0 for another reason."""
    if len(scored.missing) == len(scored.papers):
        raise click.ClickException(
            f"none of the {counted(len(scored.papers), 'annotated paper')} is in {clean(where)};"
            " papers are matched by title"
        )


def _shown(scored: Scored, wishes: Wishes) -> Iterable[Cells]:
    if wishes.errors:
        evaluation.check_figures([scored], wishes.errors)
        return tables.error_rows(evaluation.find_errors(scored, wishes.errors))
    if wishes.papers:
        return tables.paper_rows(scored)
    return tables.figure_rows(evaluation.figures(scored, draws=wishes.draws))


def _compared(scored: Scored, other: Scored, wishes: Wishes) -> Iterable[Cells]:
    if wishes.errors:
        evaluation.check_figures([scored, other], wishes.errors)
        changes = evaluation.changes(scored, other)
        return tables.error_rows(evaluation.changed_errors(scored, changes, wishes.errors))
    if wishes.papers:
        return tables.changed_paper_rows(evaluation.changes(scored, other))
    return tables.difference_rows(evaluation.compare(scored, other, draws=wishes.draws))


def _write_table(heading: str, rows: list[Cells], form: str) -> None:
    """Write rows to stdout in a format other than JSON."""
    if form == "human":
        click.echo("\n".join([clean(heading), "", _text_table(rows)]))
    elif form == "jsonl":
        click.echo("".join(f"{to_json(row, indent=None)}\n" for row in rows), nl=False)
    else:
        rows = [_rounded(row) for row in rows] if form == "md" else rows
        shown = [Row(tuple(row.items())) for row in rows]
        click.echo(WRITERS[form](_columns(rows), shown), nl=False)


def _columns(rows: list[Cells]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(rows)))


def _text_table(rows: list[Cells]) -> str:
    """Lay rows out for people, sentences below their rows."""
    if not rows:
        return "nothing to list"
    below = {
        place: f"“{clean(str(row['sentence']))}”"
        for place, row in enumerate(rows)
        if row.get("sentence")
    }
    shown = [
        {name: cell for name, cell in _rounded(row).items() if name != "sentence"} for row in rows
    ]
    return render(_columns(shown), shown, width=terminal_width(), below=below)


def _rounded(row: Cells) -> Cells:
    """Write the numbers of a row with three digits, and the main interval in one column."""
    written = {
        name: f"{cell:.3f}" if isinstance(cell, float) else cell for name, cell in row.items()
    }
    for name, low in _INTERVALS.items():
        if written.get(low, "") != "":
            written[low] = f"{written[low]} to {written[f'{name}_high']}"
    heads = dict.fromkeys(_INTERVALS.values(), "95 %")
    return {heads.get(name, name): cell for name, cell in written.items() if name not in _WIDE}
