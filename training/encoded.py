"""Fit what weighs names in the accurate tier, which an encoder reads too.

    python -m training.encoded --gold GOLD --corpus CORPUS --folds FOLDS [--write]

FOLDS has the taggers of ``training.cross_validate`` and the encoders of ``training.encoder``. Each
paper is read by the tagger and the encoder that have not seen it; the weights of a fold are fitted
on the others. Writes the records of all papers to FOLDS and prints their figures, as
``training.cross_validate`` does; with ``--write`` puts encoder and weights into the package.
"""

import json
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from shutil import copyfile
from typing import Any

import click

from kg.evaluation.learning import FOLDS, fold
from kg.recogniser import Recogniser
from kg.recogniser.logistic import Logistic
from kg.recogniser.tagger import ENCODED_WEIGHTS, ENCODER, FOLDER
from training.cross_validate import read_with, tell
from training.encoder import half
from training.gold import all_papers, papers
from training.recipe import UNTAUGHT, Proposed, Training, write_weights

Rows = dict[int, Proposed]
#: A fold and a half: papers that one tagger and one encoder have not seen.
Part = tuple[int, int]
PARTS: tuple[Part, ...] = tuple(product(range(FOLDS), range(2)))


@dataclass(frozen=True)
class Crossing:
    """Annotated papers, and the taggers and encoders that have seen a part of them."""

    gold: Path
    corpus: Path
    folds: Path

    def of_part(self, training: Training, part: Part) -> list[int]:
        """Return the papers of a part."""
        number, side = part
        return [i for i in training.of_fold(number) if half(training.papers[i].id) == side]

    def reader(self, training: Training, part: Part, model: Logistic = UNTAUGHT) -> Recogniser:
        """Return the recogniser that has not seen a part."""
        number, side = part
        encoder = self.folds / f"encoder{side}.npz"
        return training.recogniser(self.folds / f"tagger{number}.crf", model, encoder)

    def rows(self, part: Part) -> Rows:
        """Return what is proposed for the names in the papers of a part."""
        training = training_of(self)
        reader = self.reader(training, part)
        return {index: training.rows(index, reader) for index in self.of_part(training, part)}

    def records(self, part: Part, model: Logistic) -> list[dict[str, Any]]:
        """Read the papers of a part."""
        training = training_of(self)
        chosen = [training.papers[index] for index in self.of_part(training, part)]
        return read_with(self.reader(training, part, model), chosen)


@cache
def training_of(crossing: Crossing) -> Training:
    """Return the annotated papers, read once in each process."""
    texts = crossing.gold / "train_texts.jsonl"
    return Training(all_papers(crossing.gold / "train.json", texts, crossing.corpus), FOLDER)


def weights_of(training: Training, rows: Mapping[int, Any], without: int | None) -> Logistic:
    """Fit what weighs names on all papers but those of a fold."""
    chosen = [i for i, paper in enumerate(training.papers) if fold(paper.id) != without]
    return training.weights(rows, chosen)


@click.command(help=__doc__)
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", type=click.Path(path_type=Path), required=True)
@click.option("--folds", type=click.Path(path_type=Path), required=True)
@click.option("--write", is_flag=True)
def main(gold: Path, corpus: Path, folds: Path, *, write: bool) -> None:
    """Fit, print, write."""
    crossing = Crossing(gold, corpus, folds)
    training = training_of(crossing)
    with ProcessPoolExecutor() as pool:
        rows: Rows = {}
        for found in pool.map(crossing.rows, PARTS):
            rows |= found
        models = [weights_of(training, rows, number) for number in range(FOLDS)]
        read = pool.map(crossing.records, PARTS, [models[number] for number, _ in PARTS])
        records = [record for part in read for record in part]
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    (folds / "encoded.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    scored = papers(gold / "train.json", gold / "train_texts.jsonl")
    tell(scored, gold / "train.json", folds / "encoded.jsonl")
    if write:
        write_weights(FOLDER / ENCODED_WEIGHTS, weights_of(training, rows, None))
        copyfile(folds / ENCODER, FOLDER / ENCODER)


if __name__ == "__main__":
    main()
