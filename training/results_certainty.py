#!/usr/bin/env python3
"""Fit how probable it is that a result is right in all that it says.

    python -m training.results_certainty GOLD TEXTS --taggers FOLDS --corpus CORPUS [--write]

The arguments are those of ``training.results_slots``. Each result that kg reads in an annotated
paper is right where the annotations have its number, and none of its slots is filled by another
thing than there; a slot that is empty here is no error. A logistic regression is fitted to the
papers of ``annotations/`` and of GOLD; its odds are then shifted so that they tell how often
results of GOLD are right, on papers that were held out: other annotators name fewer things.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
from scipy.optimize import brentq, minimize
from scipy.sparse import csr_matrix

from kg.evaluation.gold import read_gold
from kg.evaluation.learning import FOLDS, fold
from kg.evaluation.learning.examples import Recognise
from kg.evaluation.names import name_key
from kg.evaluation.record import Measured, Record
from kg.mentions import Found
from kg.results.slots.certainty import features
from kg.results.slots.decide import placed_results
from kg.results.slots.reported import Reported
from kg.text import Reading, read
from training import annotated
from training.relations import recogniser_of, texts_of
from training.results_slots import cases_of, plain_unit, spelled_by_annotators, spelled_here

PENALTY = 4.0
STEPS = 200
#: Features of fewer results than this are left out.
RARE = 10
#: How often a result of GOLD counts.
TIMES = 4.0
BINS = 10
TABLE = Path(__file__).parent.parent / "kg" / "results" / "slots" / "certainty.tsv"

Spelled = Mapping[str, set[str]]


class Example(NamedTuple):
    """A result that was read: its paper, whether that is one of GOLD, its features, its truth."""

    paper: str
    is_gold: bool
    features: tuple[str, ...]
    right: bool


def read_examples(corpus: Path, gold: Path, texts: Path, recognise: Recognise) -> list[Example]:
    """Return the results that are read in the annotated papers."""
    papers = [paper for paper in annotated.with_results() if paper.results]
    by_title = annotated.texts(corpus, papers) | texts_of(texts)
    known = read_gold(gold, "records").papers
    examples: list[Example] = []
    for paper in (*papers, *known):
        if text := by_title.get(name_key(paper.title)):
            reading = read(*text)
            found = recognise(paper.id, reading)
            examples += _examples_of(reading, found, paper, is_gold=paper in known)
    return examples


def _examples_of(
    reading: Reading, found: list[Found], annotation: Record, *, is_gold: bool
) -> Iterator[Example]:
    theirs = spelled_by_annotators(annotation)
    numbers, found = cases_of(reading, found)
    ours = spelled_here(reading, found)
    for case in numbers:
        for chooser, reported, places in placed_results(case):
            own = case.paper.own
            right = any(_agrees(reported, one, ours, theirs, own) for one in annotation.results)
            told = tuple(dict.fromkeys(features(case, chooser, reported, places)))
            yield Example(annotation.id, is_gold, told, right)


def _agrees(
    ours: Reported, theirs: Measured, spelled: Spelled, annotated: Spelled, own: Set[str]
) -> bool:
    """Say whether nothing that a result says is otherwise in an annotated one.

    As `kg.evaluation.sure_results` has it, but by spellings: most of these papers have no entities.
    """

    def fits(reference: str, name: str) -> bool:
        names = annotated.get(name, {name_key(name)} if name else set())
        return not reference or bool(spelled.get(reference, set()) & names)

    values = [float(value) for value in ours.values]
    if list(theirs.value) != values or theirs.unit != plain_unit(ours.unit):
        return False
    if ours.kind != theirs.kind or (
        theirs.direction and ours.direction not in ("", theirs.direction)
    ):
        return False
    # As the exporter of records says whose value it is, and what on.
    is_of_data = any(reference.startswith("Benchmark/") for reference in own)
    is_own = ours.role == "own" and ours.model not in own and not is_of_data
    is_on_model = bool(ours.method) or is_own
    subject = ours.method or ("" if is_on_model else ours.model)
    place = ours.data or (ours.model if is_on_model else "") or ours.task
    return (
        fits(subject, theirs.subject)
        and fits(ours.metric, theirs.metric)
        and fits(place, theirs.on)
        and (not theirs.baseline or fits(ours.baseline, theirs.baseline))
    )


class Fitted(NamedTuple):
    """What each feature adds to the log-odds that a result is right."""

    weights: Mapping[str, float]

    def odds(self, example: Example) -> float:
        """Return the log-odds of a result."""
        return sum(self.weights.get(name, 0.0) for name in example.features)


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit the weights that make what is right likeliest."""
    count = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, number in count.items() if number >= RARE)
    column = {name: index for index, name in enumerate(names)}
    indices = [[column[x] for x in example.features if x in column] for example in examples]
    bounds = np.cumsum([0, *map(len, indices)])
    flat = np.array([index for row in indices for index in row], np.int64)
    rows = csr_matrix((np.ones(len(flat)), flat, bounds), (len(examples), len(names)))
    columns = rows.T.tocsr()
    right = np.array([example.right for example in examples], float)
    times = np.array([TIMES if example.is_gold else 1.0 for example in examples])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = rows @ weights
        value = (times * (np.logaddexp(0, odds) - right * odds)).sum()
        slope = columns @ (times * (1 / (1 + np.exp(-odds)) - right))
        return float(value + PENALTY / 2 * weights @ weights), slope + PENALTY * weights

    start = np.zeros(len(names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return Fitted({name: float(found[column[name]]) for name in names})


def held_out(examples: Sequence[Example]) -> list[tuple[Example, float]]:
    """Return each result with its odds by weights of other papers."""
    pairs = []
    for number in range(FOLDS):
        fitted = fit([one for one in examples if fold(one.paper) != number])
        pairs += [(one, fitted.odds(one)) for one in examples if fold(one.paper) == number]
    return pairs


def shift(pairs: Sequence[tuple[Example, float]]) -> float:
    """Return what to add to the odds so that as many results of GOLD are right as they say."""
    odds = np.array([odds for example, odds in pairs if example.is_gold])
    right = np.mean([example.right for example, _ in pairs if example.is_gold])
    return float(brentq(lambda more: (1 / (1 + np.exp(-odds - more))).mean() - right, -9.0, 9.0))


def reliability(pairs: Sequence[tuple[Example, float]], more: float) -> Iterator[str]:
    """Yield how sure results are, and how often right, bin by bin."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for example, odds in pairs:
        sure = 1 / (1 + np.exp(-odds - more))
        bins.setdefault(min(BINS - 1, int(BINS * sure)), []).append((sure, example.right))
    for number, found in sorted(bins.items()):
        sure, right = (sum(column) / len(found) for column in zip(*found, strict=True))
        yield f"{number / BINS:.1f}  {len(found):6}  sure {sure:.3f}  right {right:.3f}"


def table(fitted: Fitted, more: float) -> str:
    """Write the weights, a feature a line."""
    weights = {**fitted.weights, "always": fitted.weights["always"] + more}
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()))
    return "".join(("feature\tweight\n", *rows))


@click.command(help=__doc__)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("texts", type=click.Path(path_type=Path))
@click.option("--taggers", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", type=click.Path(path_type=Path), required=True)
@click.option("--write", is_flag=True, help=f"Write {TABLE.name}.")
def main(gold: Path, texts: Path, taggers: Path, corpus: Path, *, write: bool) -> None:
    """Print how sure results are and how often right; write the table where asked to."""
    recognise = recogniser_of(gold, texts, taggers, corpus)
    examples = read_examples(corpus, gold, texts, recognise)
    pairs = held_out(examples)
    more = shift(pairs)
    for name, is_gold in (("GOLD", True), ("annotations/", False)):
        some = [pair for pair in pairs if pair[0].is_gold == is_gold]
        click.echo(f"{name}: {len(some)} results")
        for told in reliability(some, more):
            click.echo(told)
    if write:
        TABLE.write_text(table(fit(examples), more), encoding="utf-8")


if __name__ == "__main__":
    main()
