"""Two runs over one gold standard: how far each figure differs, and in which papers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluation.bootstrap import DRAWS, Estimate, RateTable, count, estimate, rates
from kg.evaluation.figures import SHARES, figure_keys
from kg.evaluation.items import ERRORS, Item, PaperScore, Scored


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of both runs; `difference` is the first less the other, papers drawn in pairs."""

    key: str
    score: float
    other: float
    difference: Estimate

    @property
    def is_certain(self) -> bool:
        """Whether the interval of the difference leaves out 0."""
        low, high = self.difference.low, self.difference.high
        return low is not None and high is not None and (low > 0 or high < 0)


def compare(one: Scored, other: Scored, *, draws: int = DRAWS) -> list[Difference]:
    """Return the difference of each figure of two runs over the same papers."""
    keys = figure_keys([one, other])
    tables = [rates(count(run, keys), draws) for run in (one, other)]
    return [_difference(key, place, *tables) for place, key in enumerate(keys)]


def _difference(key: str, place: int, one: RateTable, other: RateTable) -> Difference:
    values = [table.scores(place, is_share=key in SHARES) for table in (one, other)]
    gap = estimate(values[0] - values[1])
    first, second = (estimate(found[:1]).value for found in values)
    return Difference(key, first, second, gap)


@dataclass(frozen=True, slots=True)
class Change:
    """An error that one of two runs makes and the other does not."""

    paper: PaperScore
    item: Item
    is_new: bool


def changes(one: Scored, other: Scored) -> Iterator[Change]:
    """Yield, paper by paper, the errors that only the first run makes, and those that it does not.

    An error is the same in both where figure, verdict and words are.
    """
    for paper, before in zip(one.papers, other.papers, strict=True):
        now, then = _errors(paper), _errors(before)
        for item in _without(now, then):
            yield Change(paper, item, is_new=True)
        for item in _without(then, now):
            yield Change(paper, item, is_new=False)


def _errors(paper: PaperScore) -> list[Item]:
    return [item for item in paper.items if item.verdict in ERRORS]


def _without(items: list[Item], others: list[Item]) -> Iterator[Item]:
    """Yield the items that the others do not have as often."""
    left = Counter(map(_said, others))
    for item in items:
        if left[_said(item)]:
            left[_said(item)] -= 1
        else:
            yield item


def _said(item: Item) -> tuple[str, str, str]:
    return item.figure, item.verdict, item.what
