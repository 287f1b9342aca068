"""Whether confidence is a probability: of facts that are 80 % sure, 80 in 100 should be right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.gold import RecordSet
from kg.evaluation.learning import RELATIONS
from kg.evaluation.matching import Names, both_names, match
from kg.evaluation.names import name_key
from kg.evaluation.record import Measured, Record, record_from
from kg.exporters.records import records
from kg.model import READ, Fact
from kg.store import Store

#: What results are called among the relations of facts.
RESULTS = "results"
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
    for document, known, told in _annotated(gold, store):
        facts = store.facts(subject=document, status=(*READ, "candidate"))
        yield from _of_paper(store, known, told, facts)


def _annotated(gold: RecordSet, store: Store) -> Iterator[tuple[str, Record, Record]]:
    """Yield the annotated papers of a store: the id, what is annotated, and what was read."""
    annotated = {name_key(paper.title): paper for paper in gold.papers}
    for told in map(record_from, records(store)):
        if known := annotated.get(name_key(told.title)):
            yield f"paper/{told.id}", known, told


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


def sure_results(gold: RecordSet, store: Store) -> Iterator[Sure]:
    """Yield the results of annotated papers; one is right if nothing that it says is otherwise.

    A slot that it leaves empty is no error, nor is a baseline where the annotators give none.
    """
    for document, known, told in _annotated(gold, store):
        names = both_names(known, told, match(known, told))[:2]
        for result, read in zip(store.results(paper=document), told.results, strict=True):
            right = any(_agrees(read, one, names) for one in known.results)
            yield Sure(RESULTS, result.confidence, is_held=True, is_right=right)


def _agrees(told: Measured, known: Measured, names: tuple[Names, Names]) -> bool:
    """Say whether an annotated result says nothing that a read one denies."""
    if (told.value, told.unit, told.kind) != (known.value, known.unit, known.kind):
        return False
    if told.direction and known.direction and told.direction != known.direction:
        return False
    names_known, names_told = names
    filled = [slot for slot in ("subject", "on", "metric") if getattr(told, slot)]
    filled += ["baseline"] if told.baseline and known.baseline else []
    return all(
        getattr(known, slot)
        and names_known(getattr(known, slot), slot) == names_told(getattr(told, slot), slot)
        for slot in filled
    )


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
