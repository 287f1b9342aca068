"""From a reading to its results."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from decimal import Decimal

from kg.mentions import Found
from kg.model import PAPER, Evidence, Result
from kg.relations import Claim, Frame
from kg.results.attachment.attach import attach
from kg.results.attachment.only_metric import with_only_metric
from kg.results.attachment.sentences import Sentence, sentences
from kg.results.numbers.find import find_quantities
from kg.results.numbers.quantity import Quantity
from kg.results.restated import with_restated
from kg.results.shared_metrics import with_shared_metrics
from kg.results.shared_units import with_shared_units
from kg.results.slots.case import Case, cases
from kg.results.slots.decide import decide
from kg.results.slots.paper import Paper, paper_of
from kg.results.slots.reported import Reported
from kg.results.wordings.measured import Measured
from kg.results.wordings.measures import measure
from kg.text import Reading

#: A sentence with more numbers or names than this is a table, or none at all.
_MANY = 60


def find_results(
    reading: Reading,
    found: Sequence[Found],
    frames: Iterable[Frame] = (),
    claims: Iterable[Claim] = (),
    text: str = "",
) -> list[Result]:
    """Return the results that a text reports, in order, each once.

    `frames` and `claims` are those of `kg.relations`: they say where the authors speak of their
    own work, and what that is. `text` is the text's id.
    """
    *_, results = result_stages(reading, found, frames, claims, text)
    return results


def result_stages(
    reading: Reading,
    found: Sequence[Found],
    frames: Iterable[Frame] = (),
    claims: Iterable[Claim] = (),
    text: str = "",
) -> Iterator[list[Result]]:
    """Yield what `find_results` has after each of its stages: all only at the last."""
    paper = paper_of(claims, found)
    marked = marked_sentences(reading, found, frames, paper)
    yield []
    measured = _measured(marked)
    yield []
    results: list[Result] = []
    for sentence, quantities in measured:
        attached = with_only_metric(sentence.text, list(attach(sentence, quantities)))
        reported = [one for case in cases(sentence, attached, paper) for one in decide(case)]
        restated = with_restated(sentence, reported)
        results += (_result(reading, text, sentence, one) for one in restated)
    yield list(_united(with_shared_units(with_shared_metrics(results))))


def read_cases(
    reading: Reading, found: Sequence[Found], frames: Iterable[Frame], claims: Iterable[Claim]
) -> Iterator[Case]:
    """Yield each quantity that measures something, with its sentence and what the paper is."""
    paper = paper_of(claims, found)
    for sentence, measured in _measured(marked_sentences(reading, found, frames, paper)):
        attached = with_only_metric(sentence.text, list(attach(sentence, measured)))
        yield from cases(sentence, attached, paper)


def marked_sentences(
    reading: Reading, found: Sequence[Found], frames: Iterable[Frame], paper: Paper
) -> list[Sentence]:
    """Return the sentences that may report a number."""
    places = {frame.start: frame.place for frame in frames}
    return list(sentences(reading, found, paper.own, places))


def _measured(marked: Iterable[Sentence]) -> list[tuple[Sentence, list[Measured]]]:
    """Return sentences with the quantities in them that measure something, if there are any."""
    return [
        (sentence, measure(sentence.text, quantities))
        for sentence, quantities in with_quantities(marked)
    ]


def with_quantities(marked: Iterable[Sentence]) -> Iterator[tuple[Sentence, list[Quantity]]]:
    """Yield the sentences that hold quantities, and are no tables, with them."""
    for sentence in marked:
        quantities = find_quantities(sentence.text)
        if 0 < len(quantities) <= _MANY and len(sentence.marks) <= _MANY:
            yield sentence, quantities


#: What a result has as its quantity was read.
_SAME = frozenset(field.name for field in fields(Result)) & frozenset(
    field.name for field in fields(Reported)
)


def _result(reading: Reading, text: str, sentence: Sentence, reported: Reported) -> Result:
    start, end = sentence.original(reported.start), sentence.original(reported.end)
    field, first, last = reading.original(start, end)
    raw = (reading.title if field == "title" else reading.abstract)[first:last]
    place = reading.original(sentence.start, sentence.end)
    evidence = Evidence(text, *place, reported.rule, reported.confidence)
    slots = {name: getattr(reported, name) for name in _SAME}
    return Result(paper=PAPER, value=reported.values, raw=raw, evidence=(evidence,), **slots)


def _united(results: Iterable[Result]) -> Iterator[Result]:
    """Unite what a text reports twice, in its title and again in its abstract."""
    kept: dict[_Key, list[Result]] = {}
    for result in results:
        alike = kept.setdefault(_key(result), [])
        # A text that repeats one number that often says nothing by it.
        same = next((i for i, other in enumerate(alike[:_MANY]) if _is_same(other, result)), None)
        if same is None:
            alike.append(result)
        elif len(alike[same].evidence) < _MANY:
            evidence = tuple(sorted({*alike[same].evidence, *result.evidence}))
            fuller = max(alike[same], result, key=_fullness)
            alike[same] = replace(fuller, evidence=evidence)
    return (result for alike in kept.values() for result in alike[:_MANY])


#: Value, unit, kind and direction.
_Key = tuple[tuple[Decimal, ...], str, str, str]


def _key(result: Result) -> _Key:
    return (result.value, result.unit, result.kind, result.direction)


_PLACES = ("method", "model", "data", "task", "metric", "baseline")


def _is_same(one: Result, other: Result) -> bool:
    """Say whether none of two like results says of a place what the other denies."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in _PLACES]
    if _place(one) == _place(other):
        return all(a == b for a, b in pairs)
    return all(a == b or not a or not b for a, b in pairs)


def _place(result: Result) -> tuple[str, int]:
    return result.evidence[0].field, result.evidence[0].start


def _fullness(result: Result) -> int:
    return sum(bool(getattr(result, name)) for name in _PLACES)
