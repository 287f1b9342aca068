"""Measure kg on annotated papers, and write the page of its quality.

    python -m scripts.make_quality CHOSEN.json PAGES TAUGHT.json TEXTS --learnt CORPUS FOLDS

CHOSEN are annotated papers kept for choosing, which PAGES hold; TAUGHT are those that the weights
were learned from, which TEXTS hold: they are measured by cross-validation, with the recognisers of
names that ``python -m training.cross_validate`` writes to FOLDS, of CORPUS too. The page also has
what readers found right in ``docs/judgements``. It takes minutes; the same input gives the same
page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from runpy import run_path

import click

from kg import evaluation
from kg.cli.output import WRITERS
from kg.evaluation import Gold, Origin, Sure, tables
from kg.evaluation.gold import RecordSet
from kg.evaluation.tables import Cells
from kg.pipeline import default_extractor
from kg.query.rows import Row
from kg.relations.scoring import load
from kg.store import open_store
from training.relations import recogniser_of

ROOT = Path(__file__).resolve().parent.parent
JUDGE = run_path(str(ROOT / "scripts" / "judge.py"))
#: So many classes of error of each kind are named.
CLASSES = 8
DRAWS = 1000

#: The page, with the names of tables in braces.
_PAGE = Path(__file__).with_name("quality.md.in")


def in_markdown(rows: Iterable[Cells]) -> str:
    """Write rows as a table, numbers with three digits."""
    written = [
        {name: f"{cell:.3f}" if isinstance(cell, float) else cell for name, cell in row.items()}
        for row in rows
    ]
    columns = list(dict.fromkeys(name for row in written for name in row))
    return WRITERS["md"](columns, [Row(tuple(row.items())) for row in written])


def figure_rows(scored: evaluation.Scored) -> Iterable[Cells]:
    """Yield the figures of a run, each with one interval."""
    for row in tables.figure_rows(evaluation.figures(scored, draws=DRAWS)):
        yield narrow(row)


def narrow(row: Cells) -> Cells:
    """Return a row with the interval of the score in one cell, without those of the others."""
    interval = f"{row['score_low']:.3f} to {row['score_high']:.3f}"
    dropped = {
        f"{name}_{end}" for name in ("score", "precision", "recall") for end in ("low", "high")
    }
    kept: Cells = {}
    for name, cell in row.items():
        if name not in dropped:
            kept[name] = cell
        if name == "score":
            kept["95 %"] = interval
    return kept


def group_rows(scored: evaluation.Scored, store: Path, by: str) -> Iterable[Cells]:
    """Yield the main figures of each group of papers."""
    with open_store(store) as opened:
        groups = evaluation.grouped(scored, opened.documents(), by)
    measured = {
        name: (len(some.papers), evaluation.figures(some, draws=DRAWS))
        for name, some in groups.items()
    }
    return map(narrow, tables.group_rows(measured))


def sure(gold: Gold, store: Path) -> tuple[Sequence[Sure], Sequence[Sure]]:
    """Return how sure facts and results of annotated papers are, and which are right."""
    if not isinstance(gold, RecordSet):
        raise click.UsageError("annotated records are needed")
    with open_store(store) as opened:
        facts = list(evaluation.sure_facts(gold, opened))
        return facts, list(evaluation.sure_results(gold, opened))


def measured(gold: Gold, store: Path) -> tuple[evaluation.Scored, Mapping[str, str]]:
    """Return the scores of a store, and its figures and calibration as tables."""
    scored = evaluation.evaluate(gold, Origin(store))
    figures = in_markdown(figure_rows(scored))
    return scored, {"": figures, "_sure": in_markdown(tables.calibration_rows(*sure(gold, store)))}


def named(parts: Mapping[str, str], name: str) -> dict[str, str]:
    """Return tables with the names that the page has for them."""
    return {f"{name}{end}": table for end, table in parts.items()}


def scale_rows() -> Iterable[Cells]:
    """Yield how each relation is decided."""
    for scale in load().scales.values():
        yield {
            "relation": scale.relation,
            "decided by": scale.mode,
            "from": scale.holds,
            "candidate": scale.candidate,
        }


def reader_rows() -> Iterable[Cells]:
    """Yield what readers found right, table by table and kind by kind."""
    for path in sorted((ROOT / "docs" / "judgements").glob("*.tsv")):
        verdicts: dict[str, Counter[str]] = {}
        for row in JUDGE["judged"](path):
            verdicts.setdefault(row["kind"], Counter())[row["verdict"]] += 1
        for kind, counted in verdicts.items():
            right, total = counted["right"], counted.total()
            low, high = JUDGE["wilson"](right, total)
            cells: Cells = {"table": path.name, "kind": kind, "right": right, "of": total}
            yield {**cells, "precision": right / total, "95 %": f"{low:.3f} to {high:.3f}"}


def class_rows() -> Iterable[Cells]:
    """Yield the commonest classes of error of each kind."""
    classes: dict[str, Counter[str]] = {}
    for path in sorted((ROOT / "docs" / "judgements").glob("*.tsv")):
        for row in JUDGE["judged"](path):
            if row["verdict"] != "right":
                classes.setdefault(row["kind"], Counter())[row["class"]] += 1
    for kind, counted in sorted(classes.items()):
        for name, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:CLASSES]:
            yield {"kind": kind, "class": name, "times": number}


def page(parts: Mapping[str, str | int]) -> str:
    """Return the page."""
    still: Mapping[str, Callable[[], Iterable[Cells]]] = {
        "scales": scale_rows,
        "readers": reader_rows,
        "classes": class_rows,
    }
    template = _PAGE.read_text(encoding="utf-8")
    return template.format(**parts, **{name: in_markdown(rows()) for name, rows in still.items()})


@click.command(help=__doc__)
@click.argument("chosen", type=click.Path(exists=True, path_type=Path))
@click.argument("pages", type=click.Path(exists=True, path_type=Path))
@click.argument("taught", type=click.Path(exists=True, path_type=Path))
@click.argument("texts", type=click.Path(exists=True, path_type=Path))
@click.option("--learnt", type=click.Path(exists=True, path_type=Path), required=True, nargs=2)
@click.option("--output", type=click.Path(path_type=Path), default=ROOT / "docs" / "quality.md")
def main(
    chosen: Path,
    pages: Path,
    taught: Path,
    texts: Path,
    learnt: tuple[Path, Path],
    output: Path,
) -> None:
    """Measure, and write the page."""
    kept, learned = evaluation.read_gold(chosen), evaluation.read_gold(taught)
    parts: dict[str, str | int] = {
        "chosen_papers": len(kept.papers),
        "taught_papers": len(learned.papers),
    }
    with evaluation.built([pages]) as store:
        parts |= named(measured(kept, store)[1], "chosen")
    with evaluation.built([pages], default_extractor("accurate")) as store:
        parts |= named(measured(kept, store)[1], "accurate")
    if not isinstance(learned, RecordSet):
        raise click.UsageError("annotated records are needed")
    corpus, folds = learnt
    recognise = recogniser_of(taught, texts, folds, corpus)
    with evaluation.cross_validated(learned, texts, recognise) as store:
        scored, found = measured(learned, store)
        parts |= named(found, "taught")
        parts["years"] = in_markdown(group_rows(scored, store, "year"))
        parts["fields"] = in_markdown(group_rows(scored, store, "field"))
    output.write_text(page(parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
