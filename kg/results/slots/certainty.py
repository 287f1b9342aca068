"""How probable it is that a result is right in all that it says; what it leaves open may be true.

A logistic regression over how the number was read and how sure each of its slots is. The table
holds a feature a line, with what it adds to the log-odds; ``training/results_certainty.py`` makes
it from annotated papers: of 100 results of 0.8 about 80 are right.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.results.slots.candidates import References, Slot
from kg.results.slots.case import Case
from kg.results.slots.reported import Reported
from kg.results.slots.scores import Chooser

#: Counts are told up to this.
_MANY = 5


def certainty(case: Case, chooser: Chooser, reported: Reported, places: int) -> float:
    """Return the probability that a result is right; `places` is how many its quantity makes."""
    weights = _weights()
    told = features(case, chooser, reported, places)
    odds = sum(weights.get(feature, 0.0) for feature in told)
    return round(1 / (1 + math.exp(-odds)), 3)


def features(case: Case, chooser: Chooser, reported: Reported, places: int) -> Iterator[str]:
    """Yield what is weighed of a result: how its number was read, what fills each of its slots."""
    quantity, paper, attached = case.quantity, case.paper, case.attached
    yield from ("always", f"rule {reported.rule}", f"kind {reported.kind}", f"role {reported.role}")
    yield from (f"family {quantity.family}", f"unit {reported.unit}", f"shape {quantity.shape}")
    yield f"whole {quantity.is_whole}"
    subject = reported.method or reported.model
    yield f"subject {_whose(case, subject)} {_sure(chooser, 'subject', _some(subject))}"
    metric, baseline = reported.metric, reported.baseline
    yield f"metric {_sure(chooser, 'metric', (metric,))}" if metric else "metric none"
    yield f"baseline {_sure(chooser, 'baseline', (baseline,))}" if baseline else "baseline none"
    yield f"data {_whose(case, reported.data)} {reported.data in attached.references('data')}"
    yield f"task {bool(reported.task)}"
    yield f"model beside method {bool(reported.method and reported.model)}"
    yield f"places {min(places, _MANY)}"
    yield f"numbers {min(len(case.beside), _MANY)}"
    letters = [part.mark.letter for part in attached.parts]
    yield f"data named {min(letters.count('D'), _MANY)}"
    yield f"systems named {min(letters.count('M') + letters.count('A'), _MANY)}"
    yield f"listed {attached.measured.listed}, shared out {attached.place[1] != 1}"
    yield f"against {attached.measured.against}, of others {attached.of_others}"
    yield f"place {case.sentence.place}"
    yield f"paper of system {bool(paper.system)}, of benchmark {bool(paper.benchmark)}"


def _whose(case: Case, reference: str) -> str:
    """Say whether a slot is empty, or filled by the paper's own or by another's thing."""
    if not reference:
        return "none"
    return "own" if reference in case.paper.own else "other"


def _sure(chooser: Chooser, slot: Slot, found: References) -> str:
    """Say in tenths how probable what fills a slot is; what was not weighed was said plainly."""
    probability = chooser.probability(slot, found)
    return "plain" if probability is None else str(min(9, int(10 * probability)))


def _some(reference: str) -> References:
    return (reference,) if reference else ()


@cache
def _weights() -> Mapping[str, float]:
    text = files("kg.results.slots").joinpath("certainty.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return MappingProxyType({name: float(weight) for name, weight in rows})
