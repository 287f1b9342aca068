#!/usr/bin/env python3
"""Fit the weights by which kg tells results among the numbers that no wording tells of.

    python -m training.results_unworded CORPUS           cross-validate by paper
    python -m training.results_unworded CORPUS --write   fit on all, and write the table

CORPUS holds the texts of the papers of ``annotations/results/``. Each number of theirs that is
read, that no wording tells of and no screen keeps out, is a value, a gain, or none, as the papers
were annotated. A ratio counts as a value.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np

from kg.evaluation.learning import fold
from kg.evaluation.learning.folds import FOLDS
from kg.evaluation.names import name_key
from kg.evaluation.record import Measured, Record
from kg.mentions import find_mentions
from kg.recogniser.logistic import Logistic
from kg.results import with_measured
from kg.results.find import marked_sentences, with_quantities
from kg.results.numbers.quantity import Quantity
from kg.results.slots.paper import Paper
from kg.results.wordings.measures import read_wordings
from kg.results.wordings.unworded import THRESHOLD, features, is_weighed
from kg.text import read
from training import annotated
from training.fitting import fit

TABLE = Path(__file__).parent.parent / "kg" / "results" / "wordings" / "unworded.tsv"
PENALTY = 6.0
#: Features of fewer numbers than this are left out.
RARE = 5
NOTHING, VALUE, GAIN = "nothing", "value", "gain"


class Case(NamedTuple):
    """A number that no wording tells of: its paper, its features, and what it is."""

    paper: str
    features: tuple[str, ...]
    label: str


def read_cases(corpus: Path) -> Iterator[Case]:
    """Yield the numbers that no wording tells of in the annotated papers."""
    papers = annotated.with_results()
    texts = annotated.texts(corpus, papers)
    for paper in papers:
        yield from _cases_of(paper, *texts[name_key(paper.title)])


def _cases_of(paper: Record, title: str, abstract: str) -> Iterator[Case]:
    reading = read(title, abstract)
    found = with_measured(reading, find_mentions(reading))
    marked = marked_sentences(reading, found, (), Paper())
    for sentence, quantities in with_quantities(marked):
        measured, unworded = read_wordings(sentence.text, quantities)
        for quantity in filter(is_weighed, unworded):
            found_features = features(sentence.text, quantity, is_alone=not measured)
            yield Case(paper.id, tuple(found_features), _label(paper.results, quantity))


def _label(results: Sequence[Measured], quantity: Quantity) -> str:
    values = [round(float(value), 4) for value in quantity.values]
    is_one = quantity.shape in ("one", "range")
    for result in results:
        if list(result.value) == values or (not is_one and set(result.value) <= set(values)):
            return GAIN if result.kind == "delta" else VALUE
    return NOTHING


def fitted(cases: Sequence[Case]) -> Logistic:
    """Fit the weights of the features that stand often enough."""
    rows = [dict.fromkeys(case.features, 1.0) for case in cases]
    return fit(rows, [case.label for case in cases], seen=RARE, penalty=PENALTY)


def cross_validate(cases: Sequence[Case]) -> list[tuple[str, float, bool]]:
    """Return for each number its label, its probability of a result, and if the kind is right."""
    judged = []
    for held_out in range(FOLDS):
        model = fitted([case for case in cases if fold(case.paper) != held_out])
        for case in (case for case in cases if fold(case.paper) == held_out):
            shares = model.probabilities(dict.fromkeys(case.features, 1.0))
            likelier = GAIN if shares[GAIN] > shares[VALUE] else VALUE
            judged.append((case.label, 1 - shares[NOTHING], likelier == case.label))
    return judged


def write(model: Logistic, path: Path) -> None:
    """Write the weights: a feature a line, what speaks for a value and for a gain against none."""
    column = {name: model.weights[:, index] for index, name in enumerate(model.classes)}
    rows = np.stack([column[kind] - column[NOTHING] for kind in (VALUE, GAIN)], axis=1).round(2)
    lines = [
        f"{name}\t{value:.2f}\t{gain:.2f}\n"
        for name, (value, gain) in zip(model.rows, rows.tolist(), strict=True)
        if value or gain
    ]
    text = "feature\tvalue\tgain\n" + "".join(lines)
    path.write_text(text, encoding="utf-8", newline="\n")


@click.command(help=__doc__)
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option("--write", "is_written", is_flag=True, help=f"Write {TABLE.name}.")
def main(corpus: Path, *, is_written: bool) -> None:
    """Cross-validate, print, write."""
    cases = list(read_cases(corpus))
    judged = cross_validate(cases)
    results = sum(label != NOTHING for label, _, _ in judged)
    click.echo(f"{len(cases)} numbers without a wording, {results} of them results")
    for threshold in (0.4, 0.5, THRESHOLD, 0.7):
        kept = [(label, right) for label, sure, right in judged if sure >= threshold]
        good = [right for label, right in kept if label != NOTHING]
        click.echo(
            f"from {threshold}: {len(kept)} kept, precision {len(good) / len(kept):.3f}, "
            f"recall {len(good) / results:.3f}, kind right {sum(good) / len(good):.3f}"
        )
    if is_written:
        write(fitted(cases), TABLE)


if __name__ == "__main__":
    main()
