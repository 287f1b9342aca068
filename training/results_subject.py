#!/usr/bin/env python3
"""Fit the weights by which kg chooses whose value a number is.

    python training/results_subject.py GOLD TEXTS           cross-validate by paper
    python training/results_subject.py GOLD TEXTS --write   fit on all, and write the table


GOLD is a file of annotated papers, TEXTS one of their titles and abstracts (see
``docs/evaluation.md``). Every number that is annotated and was read gives one choice: between the
systems that its sentence names, the own work and nobody. A softmax over the candidates of each
choice is fitted with an L2 penalty, from zero and in a fixed order: the same input gives the same
table. Numbers whose subject is no candidate teach nothing, but count as wrong.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg import sources
from kg.evaluation.gold import read_gold
from kg.evaluation.matching import Identity, Names, both_names, match
from kg.evaluation.names import name_key
from kg.evaluation.prediction import from_sources
from kg.evaluation.record import Measured, Record
from kg.mentions import find_mentions
from kg.relations import find_claims, frames
from kg.relations.decide import settle
from kg.results import scores, with_measured
from kg.results.attached import Attached
from kg.results.candidates import Candidate, subjects
from kg.results.find import read_quantities
from kg.results.paper import Paper
from kg.results.sentences import Sentence
from kg.results.subject import by_rules
from kg.text import Reading, read

PENALTY = 4.0
STEPS = 200
FOLDS = 10
#: Features of fewer candidates than this are left out.
RARE = 3
TABLE = Path(__file__).parent.parent / "kg" / "results" / "subject.tsv"

Weights = Mapping[str, float]


class Case(NamedTuple):
    """A choice: its paper, its candidates, which of them are right, and what the rules chose."""

    paper: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    chosen: str
    rules_right: bool


def read_cases(gold: Path, texts: Path) -> Iterator[Case]:
    """Yield the choices that the annotated numbers of the papers give."""
    abstracts = {
        name_key(document.title): document
        for path in sources.find_files([texts])
        for document in sources.read(path, skipped=[])
    }
    predicted = from_sources([texts]).records
    for paper in read_gold(gold).papers:
        key = name_key(paper.title)
        if key in abstracts and key in predicted and paper.results:
            document = abstracts[key]
            reading = read(document.title, document.abstract)
            yield from _cases_of(reading, paper, predicted[key])


def _cases_of(reading: Reading, gold: Record, predicted: Record) -> Iterator[Case]:
    gold_names, names, _ = both_names(gold, predicted, match(gold, predicted))
    for sentence, attached, paper in _quantities(reading):
        annotated = [result for result in gold.results if _is_same(result, attached)]
        if not annotated:
            continue
        wanted = {gold_names(x.subject, "subject") if x.subject else None for x in annotated}
        chosen, _ = by_rules(attached, paper)
        candidates = tuple(subjects(sentence.text, attached, paper, chosen))
        right = tuple(_identity(x.reference, predicted, names) in wanted for x in candidates)
        rules_right = _identity(chosen, predicted, names) in wanted
        yield Case(gold.id, candidates, right, chosen, rules_right)


def _quantities(reading: Reading) -> Iterator[tuple[Sentence, Attached, Paper]]:
    """Read the quantities of a text, as `kg.extract` does."""
    found = find_mentions(reading)
    framed = list(frames(reading, found))
    claims = [claim for frame in framed for claim in find_claims(frame)]
    claims = settle(reading, found, framed, claims)
    found = with_measured(reading, found)
    return read_quantities(reading, found, framed, claims)


def _is_same(result: Measured, attached: Attached) -> bool:
    """Say whether an annotated number is this quantity; of a pair or a change, any value."""
    quantity = attached.measured.quantity
    values = [float(value) for value in quantity.values]
    if quantity.shape in ("pair", "change"):
        return len(result.value) == 1 and result.value[0] in values
    return list(result.value) == values and result.unit == _plain(quantity.unit)


def _plain(unit: str) -> str:
    return "%" if unit == "points" else unit.lower()


def _identity(reference: str, predicted: Record, names: Names) -> Identity | None:
    """Return what a local reference stands for; None for nobody."""
    if not reference:
        return None
    type_name, _, label = reference.partition("/")
    for thing in predicted.things:
        if thing.type == type_name and label in (thing.name, *thing.surface):
            return names(thing.name, "subject")
    return ("?", label)


def fit(cases: Sequence[Case]) -> Weights:
    """Fit the weights that make the right candidates likeliest."""
    features = _features(cases)
    taught = [case for case in cases if any(case.right) and not all(case.right)]
    rows, right, starts = [], [], []
    for case in taught:
        starts.append(len(rows))
        for candidate, is_right in zip(case.candidates, case.right, strict=True):
            rows.append([feature in candidate.features for feature in features])
            right.append(is_right)
    weights = _descend(np.array(rows, float), np.array(right), np.array(starts))
    return dict(zip(features, (round(float(weight), 2) for weight in weights), strict=True))


def _features(cases: Iterable[Case]) -> list[str]:
    count = Counter(
        feature
        for case in cases
        for candidate in case.candidates
        for feature in set(candidate.features)
    )
    return sorted(feature for feature, number in count.items() if number >= RARE)


def _descend(
    rows: NDArray[np.float64], right: NDArray[np.bool_], starts: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Minimise the penalised loss by Adam (Kingma and Ba 2015), from zero."""
    choice = np.repeat(np.arange(len(starts)), np.diff([*starts, len(rows)]))
    weights, mean, spread = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        raw = rows @ weights
        shares = np.exp(raw - np.maximum.reduceat(raw, starts)[choice])
        shares /= np.add.reduceat(shares, starts)[choice]
        wanted = shares * right
        wanted /= np.add.reduceat(wanted, starts)[choice]
        slope = PENALTY * weights - rows.T @ (wanted - shares)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def is_right(case: Case, weights: Weights) -> bool:
    """Say whether the weights choose a right candidate."""
    found = scores.best(case.candidates, weights, case.chosen)
    return any(
        is_right
        for candidate, is_right in zip(case.candidates, case.right, strict=True)
        if candidate.reference == found
    )


def cross_validate(cases: Sequence[Case]) -> list[tuple[bool, bool]]:
    """Return for each choice whether the rules and whether weights of other papers are right."""
    papers = sorted({case.paper for case in cases})
    random.Random(1).shuffle(papers)
    fold = {paper: place % FOLDS for place, paper in enumerate(papers)}
    pairs = []
    for held_out in range(FOLDS):
        weights = fit([case for case in cases if fold[case.paper] != held_out])
        tested = [case for case in cases if fold[case.paper] == held_out]
        pairs += [(case.rules_right, is_right(case, weights)) for case in tested]
    return pairs


def main() -> None:
    """Print how the rules and the weights do; write the table where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    given = parser.parse_args()
    cases = list(read_cases(given.gold, given.texts))
    pairs = cross_validate(cases)
    rules, weighed = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    print(f"{len(pairs)} choices in {len({case.paper for case in cases})} papers")
    print(f"rules alone {rules:.3f}, with weights of other papers {weighed:.3f}")
    print(f"mended {sum(b and not a for a, b in pairs)}, lost {sum(a and not b for a, b in pairs)}")
    if given.write:
        rows = sorted(fit(cases).items(), key=lambda row: (-row[1], row[0]))
        lines = [f"{feature}\t{weight:.2f}\n" for feature, weight in rows if weight]
        TABLE.write_text("feature\tweight\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
