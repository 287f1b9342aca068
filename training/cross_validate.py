"""Cross-validation of the whole pipeline: each fifth of the papers by a recogniser without it.

    python -m training.cross_validate --gold GOLD --corpus CORPUS --out FOLDS [--silver 1000]

The papers of ``annotations/``, whose texts CORPUS has, are fitted on too. Writes the records of all
papers and prints precision, recall and F1 of those of GOLD as `kg eval` has them: of all papers, by
fold, by year and by field. With `--silver` so many unannotated papers are fitted on too,
as each fold's own recogniser reads them (`training.silver`).
"""

import json
from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kg import pipeline
from kg.evaluation import Origin, PaperScore, Verdict, evaluate, field_of, read_gold
from kg.evaluation.learning import FOLDS, fold
from kg.exporters.records import records
from kg.extract import extract
from kg.recogniser.tagger import FOLDER, Recogniser
from kg.store import open_store
from kg.workers import Extractor
from training.gold import Paper, more_papers, papers
from training.recipe import Training
from training.silver import recent, with_silver

FIGURES = ("entities", "terms", "relations")
VERDICTS = (Verdict.RIGHT, Verdict.EXTRA, Verdict.MISSED)


@click.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--tables", type=click.Path(path_type=Path), default=FOLDER)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", type=click.Path(path_type=Path), required=True)
@click.option("--silver", type=int, default=0)
def main(gold: Path, tables: Path, out: Path, corpus: Path, silver: int) -> None:
    """Train on four fifths, read the fifth, five times; write the records to OUT."""
    out.mkdir(parents=True, exist_ok=True)
    scored = papers(gold / "train.json", gold / "train_texts.jsonl")
    known = scored + more_papers(corpus)
    training = Training(known, tables)
    rows = training.folds(out)
    if silver:
        rows = with_silver(training, rows, recent(corpus, gold, silver), out)
    read: list[dict[str, Any]] = []
    for number in range(FOLDS):
        chosen = [index for index in range(len(known)) if fold(known[index].id) != number]
        model, trees = training.weights(rows, chosen), training.trees(rows, chosen)
        reader = training.recogniser(out / f"tagger{number}.crf", model, trees=trees)
        read += read_with(reader, [known[index] for index in training.of_fold(number)])
    lines = (json.dumps(record, ensure_ascii=False) for record in read)
    (out / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    tell(scored, gold / "train.json", out / "records.jsonl")


def tell(known: list[Paper], gold: Path, records: Path) -> None:
    """Print the figures of all papers, of each fold and of each year."""
    scored = evaluate(read_gold(gold), Origin(records, records=records))
    groups: dict[str, set[str]] = {}
    for paper in known:
        field = field_of(paper.reading.title, paper.reading.abstract)
        for group in ("all", f"fold {fold(paper.id)}", f"year {paper.date[:4]}", field):
            groups.setdefault(group, set()).add(paper.id)
    for group in sorted(groups):
        papers_of = [paper for paper in scored.papers if paper.id in groups[group]]
        told = (f"{figure} {_rates(papers_of, figure)}" for figure in FIGURES)
        click.echo(f"{group:10} {len(papers_of):4} papers  {'  '.join(told)}")


def _rates(scored: list[PaperScore], figure: str) -> str:
    """Return precision, recall and F1 of one figure."""
    items = (item for paper in scored for item in paper.items)
    counts = Counter(item.verdict for item in items if item.figure == figure)
    right, extra, missed = (counts[verdict] for verdict in VERDICTS)
    rates = (right, right + extra), (right, right + missed), (2 * right, 2 * right + extra + missed)
    return " ".join(f"{part / whole:.3f}" if whole else "-" for part, whole in rates)


def read_with(reader: Recogniser, chosen: list[Paper]) -> list[dict[str, Any]]:
    """Read papers by the whole way of `kg build`, with a recogniser of our own."""
    settings = pipeline.Settings(
        workers=1, extractor=Extractor("cross-validation", partial(extract, learnt=reader))
    )
    with TemporaryDirectory() as folder:
        source, store = Path(folder, "texts.jsonl"), Path(folder, "kg.sqlite")
        texts = (
            {"title": item.reading.title, "abstract": item.reading.abstract} for item in chosen
        )
        source.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
        pipeline.run([source], store, settings)
        with open_store(store) as opened:
            return list(records(opened))


if __name__ == "__main__":
    main()
