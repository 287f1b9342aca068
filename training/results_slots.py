#!/usr/bin/env python3
"""Fit the weights by which kg chooses what fills the slots of a result.

    python -m training.results_slots GOLD TEXTS --taggers FOLDS --corpus CORPUS [--write]

GOLD is a file of annotated papers, TEXTS one of their titles and abstracts (see
``docs/evaluation.md``); CORPUS has the texts of the papers of ``annotations/``, and FOLDS the
recognisers that have not seen them (``training.cross_validate``). Every number that is annotated
and was read gives a choice for each slot: between the names of its sentence, the own work and
nobody. A conditional logit is fitted to the choices of a slot with an L2 penalty, from zero: the
same input gives the same table. Numbers whose right filling is no candidate teach nothing, but
count as wrong.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.evaluation.gold import read_gold
from kg.evaluation.learning import FOLDS, fold
from kg.evaluation.learning.examples import Recognise
from kg.evaluation.names import name_key
from kg.evaluation.record import Measured, Record
from kg.mentions import Found
from kg.relations import find_claims, frames
from kg.relations.decide import settle
from kg.results import with_measured
from kg.results.find import read_cases
from kg.results.slots.candidates import SLOTS, Candidates, References, Slot
from kg.results.slots.case import Case
from kg.results.slots.decide import is_result, kind_of
from kg.results.slots.metric import by_rules as metric_by_rules
from kg.results.slots.metric import is_one
from kg.results.slots.own_base import baselines
from kg.results.slots.subject import by_rules
from kg.text import Reading, read
from training import annotated
from training.relations import recogniser_of, texts_of

PENALTY = 6.0
STEPS = 150
#: Features of fewer candidates than this are left out.
RARE = 8
#: How often a number of GOLD counts.
TIMES = 4.0
TABLE = Path(__file__).parent.parent / "kg" / "results" / "slots" / "weights.tsv"

Weights = Mapping[str, float]


class Option(NamedTuple):
    """A candidate: all its features, whether it is right, and whether the rules chose it."""

    features: tuple[str, ...]
    right: bool
    chosen: bool


class Choice(NamedTuple):
    """A choice for one slot of a number: its paper, what it counts, and the options."""

    slot: Slot
    paper: str
    times: float
    options: tuple[Option, ...]


def read_choices(
    corpus: Path, gold: Path, texts: Path, recognise: Recognise
) -> Iterator[tuple[str, Choice]]:
    """Yield the choices that the annotated numbers of the papers give, by slot."""
    papers = annotated.with_results()
    by_title = annotated.texts(corpus, papers) | texts_of(texts)
    known = read_gold(gold).papers
    for paper in (*papers, *known):
        if paper.results and (text := by_title.get(name_key(paper.title))):
            reading = read(*text)
            found = recognise(paper.id, reading)
            yield from _choices_of(reading, found, paper, TIMES if paper in known else 1.0)


def _choices_of(
    reading: Reading, found: list[Found], annotation: Record, times: float
) -> Iterator[tuple[str, Choice]]:
    spelled = _spelled_by_annotators(annotation)
    numbers, found = _cases(reading, found)
    keys = _spelled_here(reading, found)
    for case in numbers:
        here = [result for result in annotation.results if _is_same(result, case)]
        if not here or not is_result(case):
            continue
        candidates = Candidates(case)
        for slot, chosen, taken in _by_rules(case):
            wanted = [spelled.get(name, {name_key(name)}) for name in _fillings(slot, here)]
            options = (
                Option(
                    (*candidates.basis(one.basis), *one.features),
                    _is_right(keys, one.references, wanted),
                    one.references == chosen,
                )
                for one in candidates.of(slot, chosen, taken)
            )
            yield slot, Choice(slot, annotation.id, times, tuple(options))


def _by_rules(case: Case) -> Iterator[tuple[Slot, References, References]]:
    """Yield what the rules put into each slot, and what is taken by another."""
    metric = metric_by_rules(case)
    if is_one(case):
        yield "metric", _some(metric), ()
    who, role, is_plain = by_rules(case)
    if not is_plain:
        yield "subject", _some(who), ()
    if role == "own":
        model = "" if who.startswith("Method/") else who
        yield "baseline", baselines(case, kind_of(case, metric), model), (who,)


def _some(reference: str) -> References:
    return (reference,) if reference else ()


def _fillings(slot: Slot, results: Iterable[Measured]) -> list[str]:
    """Return what annotators put into a slot of the results of one number, each once."""
    return list(dict.fromkeys(str(getattr(result, slot)) for result in results))


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


def _is_right(
    keys: Mapping[str, set[str]], references: References, wanted: Sequence[set[str]]
) -> bool:
    """Say whether references, or nobody, are all that the annotations say, and no more."""
    if not references:
        return any(not spelled for spelled in wanted)
    found = [keys.get(reference, set()) for reference in references]
    right = all(any(spelled & names for spelled in wanted) for names in found)
    if len(references) == len(wanted) == 1:
        return right
    return right and all(any(spelled & names for names in found) for spelled in wanted)


def _cases(reading: Reading, found: list[Found]) -> tuple[Iterator[Case], list[Found]]:
    """Read the quantities of a text, as `kg.extract` does, and the names in it."""
    framed = list(frames(reading, found))
    claims = [claim for frame in framed for claim in find_claims(frame)]
    claims = settle(reading, found, framed, claims)
    found = with_measured(reading, found)
    return read_cases(reading, found, framed, claims), found


def _is_same(result: Measured, case: Case) -> bool:
    """Say whether an annotated number is this quantity: one number, or a range."""
    quantity = case.quantity
    if quantity.shape in ("pair", "change"):
        return False
    values = [float(value) for value in quantity.values]
    return list(result.value) == values and result.unit == _plain(quantity.unit)


def _plain(unit: str) -> str:
    return "%" if unit == "points" else unit.lower()


def fit(choices: Sequence[Choice]) -> Weights:
    """Fit the weights that make the right candidates likeliest."""
    count = Counter(
        name for one in choices for option in one.options for name in set(option.features)
    )
    names = sorted(name for name, number in count.items() if number >= RARE)
    column = {name: index for index, name in enumerate(names)}
    taught = [one for one in choices if 0 < sum(x.right for x in one.options) < len(one.options)]
    options = [option for one in taught for option in one.options]
    indices = [sorted({column[x] for x in option.features if x in column}) for option in options]
    bounds = np.cumsum([0, *map(len, indices)])
    flat = np.array([index for row in indices for index in row], np.int64)
    rows = csr_matrix((np.ones(len(flat)), flat, bounds), (len(options), len(names)))
    columns = rows.T.tocsr()
    right = np.array([option.right for option in options], float)
    sizes = [len(one.options) for one in taught]
    starts = np.cumsum([0, *sizes[:-1]])
    choice = np.repeat(np.arange(len(taught)), sizes)
    times = np.array([one.times for one in taught])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        raw = rows @ weights
        odds = np.exp(raw - np.maximum.reduceat(raw, starts)[choice])
        total, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = (odds * right / good[choice] - odds / total[choice]) * times[choice]
        value = PENALTY / 2 * weights @ weights - (times * np.log(good / total)).sum()
        return float(value), PENALTY * weights - columns @ slope

    start = np.zeros(len(names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return {name: round(float(found[column[name]]), 2) for name in names}


def is_right(choice: Choice, weights: Weights) -> bool:
    """Say whether the weights choose a right candidate."""
    scores = [sum(weights.get(name, 0.0) for name in one.features) for one in choice.options]
    return choice.options[int(np.argmax(scores))].right


def cross_validate(choices: Sequence[Choice]) -> list[tuple[bool, bool]]:
    """Return for each choice whether the rules and whether weights of other papers are right."""
    pairs = []
    for held_out in range(FOLDS):
        weights = fit([one for one in choices if fold(one.paper) != held_out])
        tested = [one for one in choices if fold(one.paper) == held_out]
        pairs += [
            (any(x.chosen and x.right for x in one.options), is_right(one, weights))
            for one in tested
        ]
    return pairs


def table(weights: Mapping[Slot, Weights]) -> str:
    """Write the weights of all slots, a feature a line."""
    names = sorted({name for each in weights.values() for name, value in each.items() if value})
    rows = ((name, *(f"{weights[slot].get(name, 0.0):g}" for slot in SLOTS)) for name in names)
    return "".join("\t".join(row) + "\n" for row in (("feature", *SLOTS), *rows))


@click.command(help=__doc__)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("texts", type=click.Path(path_type=Path))
@click.option("--taggers", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", type=click.Path(path_type=Path), required=True)
@click.option("--write", is_flag=True, help=f"Write {TABLE.name}.")
def main(gold: Path, texts: Path, taggers: Path, corpus: Path, *, write: bool) -> None:
    """Print how the rules and the weights do; write the table where asked to."""
    recognise = recogniser_of(gold, texts, taggers, corpus)
    by_slot: dict[str, list[Choice]] = {slot: [] for slot in SLOTS}
    for slot, choice in read_choices(corpus, gold, texts, recognise):
        by_slot[slot].append(choice)
    fitted: dict[Slot, Weights] = {}
    for slot in SLOTS:
        pairs = cross_validate(by_slot[slot])
        rules, weighed = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
        told = f"rules alone {rules:.3f}, with weights of other papers {weighed:.3f}"
        click.echo(f"{slot}: {len(pairs)} choices, {told}")
        fitted[slot] = fit(by_slot[slot])
    if write:
        TABLE.write_text(table(fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
