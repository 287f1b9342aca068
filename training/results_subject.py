#!/usr/bin/env python3
"""Fit the weights by which kg chooses whose value a number is.

    python -m training.results_subject CORPUS GOLD TEXTS           cross-validate by paper
    python -m training.results_subject CORPUS GOLD TEXTS --write   fit on all, and write the table

GOLD is a file of annotated papers, TEXTS one of their titles and abstracts (see
``docs/evaluation.md``); CORPUS has the texts of the papers of ``annotations/``. Every number that
is annotated and was read gives one choice: between the systems that its sentence names, the own
work and nobody. A softmax over the candidates of each choice is fitted with an L2 penalty, from
zero and in a fixed order: the same input gives the same table. Numbers whose subject is no
candidate teach nothing, but count as wrong.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.evaluation.gold import read_gold
from kg.evaluation.names import name_key
from kg.evaluation.record import Measured, Record
from kg.mentions import Found, find_mentions
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
from training import annotated
from training.relations import texts_of

PENALTY = 4.0
STEPS = 200
FOLDS = 5
#: Features of fewer candidates than this are left out.
RARE = 8
TABLE = Path(__file__).parent.parent / "kg" / "results" / "subject.tsv"

Weights = Mapping[str, float]


class Case(NamedTuple):
    """A choice: its paper, its candidates, which of them are right, and what the rules chose."""

    paper: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    chosen: str
    rules_right: bool


def read_cases(corpus: Path, gold: Path, texts: Path) -> Iterator[Case]:
    """Yield the choices that the annotated numbers of the papers give."""
    papers = annotated.with_results()
    by_title = annotated.texts(corpus, papers) | texts_of(texts)
    for paper in (*papers, *read_gold(gold).papers):
        if paper.results and (text := by_title.get(name_key(paper.title))):
            yield from _cases_of(read(*text), paper)


def _cases_of(reading: Reading, annotation: Record) -> Iterator[Case]:
    spelled = _spelled_by_annotators(annotation)
    quantities, found = _quantities(reading)
    keys = _spelled_here(reading, found)
    for sentence, attached, paper in quantities:
        annotated_here = [result for result in annotation.results if _is_same(result, attached)]
        if not annotated_here:
            continue
        wanted = [spelled.get(x.subject, {name_key(x.subject)}) for x in annotated_here]
        chosen, _ = by_rules(attached, paper)
        candidates = tuple(subjects(sentence.text, attached, paper, chosen))
        right = tuple(_is_wanted(keys, x.reference, wanted) for x in candidates)
        rules_right = _is_wanted(keys, chosen, wanted)
        yield Case(annotation.id, candidates, right, chosen, rules_right)


def _spelled_by_annotators(annotation: Record) -> dict[str, set[str]]:
    """Return the keys of all spellings of what was annotated, and nothing for nobody."""
    spelled: dict[str, set[str]] = {"": set()}
    for thing in annotation.things:
        keys = {name_key(text) for text in (thing.name, *thing.surface)}
        spelled.setdefault(thing.name, set()).update(keys)
    return spelled


def _spelled_here(reading: Reading, found: Iterable[Found]) -> dict[str, set[str]]:
    """Return the keys of all spellings of the names in a text, by local reference."""
    spelled: dict[str, set[str]] = {}
    for item in found:
        written = reading.text[item.start : item.end]
        keys = {name_key(text) for text in (item.name.label, *item.name.aliases, written)}
        spelled.setdefault(item.name.reference, set()).update(keys)
    return spelled


def _is_wanted(keys: Mapping[str, set[str]], reference: str, wanted: Iterable[set[str]]) -> bool:
    """Say whether a reference, or nobody, is what one of the annotations says."""
    if not reference:
        return any(not spelled for spelled in wanted)
    return any(spelled & keys.get(reference, set()) for spelled in wanted)


def _quantities(
    reading: Reading,
) -> tuple[Iterator[tuple[Sentence, Attached, Paper]], list[Found]]:
    """Read the quantities of a text, as `kg.extract` does, and the names in it."""
    found = find_mentions(reading)
    framed = list(frames(reading, found))
    claims = [claim for frame in framed for claim in find_claims(frame)]
    claims = settle(reading, found, framed, claims)
    found = with_measured(reading, found)
    return read_quantities(reading, found, framed, claims), found


def _is_same(result: Measured, attached: Attached) -> bool:
    """Say whether an annotated number is this quantity; of a pair or a change, any value."""
    quantity = attached.measured.quantity
    values = [float(value) for value in quantity.values]
    if quantity.shape in ("pair", "change"):
        return len(result.value) == 1 and result.value[0] in values
    return list(result.value) == values and result.unit == _plain(quantity.unit)


def _plain(unit: str) -> str:
    return "%" if unit == "points" else unit.lower()


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
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    given = parser.parse_args()
    cases = list(read_cases(given.corpus, given.gold, given.texts))
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
