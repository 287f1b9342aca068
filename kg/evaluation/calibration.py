"""Whether confidence is a probability: of facts that are 80 % sure, 80 in 100 should be right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.gold import RecordSet
from kg.evaluation.learning import RELATIONS
from kg.evaluation.matching import both_names, match
from kg.evaluation.names import name_key
from kg.evaluation.prediction import records_of
from kg.evaluation.record import Record
from kg.model import READ, Fact
from kg.store import Store

#: So many bins of the same width.
BINS = 10


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a fact of a paper is, whether it is held to be true, and whether it is right."""

    relation: str
    confidence: float
    is_held: bool
    is_right: bool


@dataclass(frozen=True, slots=True)
class Reliability:
    """Facts whose confidence lies in [low, high), or is high: how sure, and how often right."""

    low: float
    high: float
    facts: int
    confidence: float
    precision: float


def sure_facts(gold: RecordSet, store: Store) -> Iterator[Sure]:
    """Yield the facts of annotated papers whose relation is weighed, candidates too."""
    annotated = {name_key(paper.title): paper for paper in gold.papers}
    records = records_of(store)
    for document in store.documents():
        key = name_key(document.title)
        if key in annotated and key in records:
            facts = store.facts(subject=document.id, status=(*READ, "candidate"))
            yield from _of_paper(store, annotated[key], records[key], facts)


def _of_paper(
    store: Store, gold: Record, predicted: Record, facts: Iterable[Fact]
) -> Iterator[Sure]:
    gold_names, names, _ = both_names(gold, predicted, match(gold, predicted))
    for fact in facts:
        if fact.relation in RELATIONS:
            right = {gold_names(name, fact.relation) for name in gold.slots[fact.relation]}
            named = names(store.entity(fact.object).label, fact.relation)
            is_held = fact.status in READ
            yield Sure(fact.relation, fact.confidence, is_held, named in right)


def reliability(facts: Sequence[Sure]) -> list[Reliability]:
    """Return the bins that hold any fact, from the least sure on.

    >>> [item] = reliability([Sure("usesMethod", 0.75, True, True)] * 3)
    >>> item.low, item.facts, item.confidence, item.precision
    (0.7, 3, 0.75, 1.0)
    """
    bins: dict[int, list[Sure]] = {}
    for fact in facts:
        bins.setdefault(min(int(fact.confidence * BINS), BINS - 1), []).append(fact)
    return [_bin(number, bins[number]) for number in sorted(bins)]


def _bin(number: int, facts: Sequence[Sure]) -> Reliability:
    sure = sum(fact.confidence for fact in facts) / len(facts)
    right = sum(fact.is_right for fact in facts) / len(facts)
    return Reliability(number / BINS, (number + 1) / BINS, len(facts), sure, right)


def calibration_error(facts: Sequence[Sure]) -> float:
    """Return the expected calibration error: how far bins are from being right, by their facts.

    >>> calibration_error([Sure("usesMethod", 0.75, True, True)] * 4)
    0.25
    """
    bins = reliability(facts)
    off = (item.facts * abs(item.confidence - item.precision) for item in bins)
    return sum(off) / max(1, len(facts))
