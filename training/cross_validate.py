"""Cross-validation of the whole pipeline: each fifth of the papers by a recogniser without it.

    python -m training.cross_validate --gold ../shared/gold --out /tmp/folds

Writes the records of all papers and prints, beside those of the rules alone, the figures of
`kg eval`: all, by fold and by year.
"""

import json
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kg import pipeline
from kg.exporters import EXPORTERS
from kg.extract import extract
from kg.recogniser.tagger import FOLDER, Recogniser
from kg.store import open_store
from kg.workers import Extractor
from training.folds import FOLDS, fold
from training.gold import Paper, papers
from training.recipe import Training


@click.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--tables", type=click.Path(path_type=Path), default=FOLDER)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(gold: Path, tables: Path, out: Path) -> None:
    """Train on four fifths, read the fifth, five times; write the records to OUT."""
    out.mkdir(parents=True, exist_ok=True)
    known = papers(gold / "train.json", gold / "train_texts.jsonl")
    training = Training(known, tables)
    rows = training.folds(out)
    records: list[dict[str, Any]] = []
    for number in range(FOLDS):
        chosen = [index for index in range(len(known)) if fold(known[index].id) != number]
        model = training.weights(rows, chosen)
        reader = training.recogniser(out / f"tagger{number}.crf", model)
        records += read_with(reader, [known[index] for index in training.of_fold(number)])
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    (out / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    click.echo(out / "records.jsonl")


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
        out = BytesIO()
        with open_store(store) as opened:
            EXPORTERS["records"].write(opened, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


if __name__ == "__main__":
    main()
