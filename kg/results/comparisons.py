"""What results say of others: whose values the own ones are set against, and which are better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Evidence, Result
from kg.results.slots.metric import metric_direction
from kg.results.wordings.costs import is_of_cost

#: Wordings of a value before a change: of the model that was changed, not of a rival.
_BEFORE = frozenset({"from-to", "number-from-to", "starts-from"})
_SYSTEMS = ("Method/", "Model/", "ModelFamily/")


@dataclass(frozen=True, slots=True)
class Comparison:
    """That the own work is compared with a thing, by a result.

    `better` says whether the own work does better, and is None where the result does not tell: a
    gain in memory or speed alone makes no winner.
    """

    baseline: str
    evidence: Evidence
    better: bool | None


def comparisons(results: Sequence[Result]) -> Iterator[Comparison]:
    """Yield what the own results of a text are compared with."""
    own = [result for result in results if result.role == "own"]
    for result in own:
        if result.baseline.startswith(_SYSTEMS):
            yield Comparison(result.baseline, result.evidence[0], _gains(result))
    for result in results:
        other = result.method or result.model
        if result.evidence[0].rule in _BEFORE:
            continue
        if result.role == "baseline" and other.startswith(_SYSTEMS):
            beside = [mine for mine in own if _is_beside(mine, result)]
            if beside and other not in {beside[0].method, beside[0].model}:
                yield Comparison(other, result.evidence[0], _beats(beside[0], result))


def _gains(result: Result) -> bool | None:
    """Say whether a gain over a baseline is one for the better."""
    if is_of_cost(result.metric, result.unit) or not result.direction:
        return None
    better = metric_direction(result.metric)
    if not better and result.direction == "lower":
        return None
    return result.direction == (better or "higher")


def _is_beside(mine: Result, other: Result) -> bool:
    """Say whether two values are of one kind, on one model, and stand in one sentence."""
    same_place = (mine.evidence[0].field, mine.evidence[0].start) == (
        other.evidence[0].field,
        other.evidence[0].start,
    )
    alike = (mine.unit, mine.data, mine.kind) == (other.unit, other.data, other.kind)
    tested = (mine.model, other.model) if mine.method and other.method else ("", "")
    apart = (tested, (mine.split, other.split))
    is_apart = any(one and another and one != another for one, another in apart)
    return same_place and alike and mine.metric in ("", other.metric) and not is_apart


def _beats(mine: Result, other: Result) -> bool | None:
    if is_of_cost(mine.metric, mine.unit) or mine.value[0] == other.value[0]:
        return None
    return (mine.value[0] > other.value[0]) == (metric_direction(mine.metric) != "lower")
