"""95 % bootstrap intervals over papers.

Papers are drawn, not items, for what one paper says goes together. A fixed seed draws the same
papers each time, and two runs over one gold standard are drawn together, so that their difference
has an interval of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.evaluation.items import Scored, Verdict

#: How many times the papers are drawn.
DRAWS = 1000
_SEED = 20240731
_TAILS = (0.025, 0.975)

_PLACES = {verdict: place for place, verdict in enumerate(Verdict)}

#: How often each paper, or each draw of papers, has each verdict (last axis) for each figure.
Counts = NDArray[np.float64]
#: A rate for each draw and figure; the first draw is the papers themselves. NaN: nothing to count.
Rates = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its 95 % interval, None where no papers were drawn."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class RateTable:
    """The rates of all figures, for the papers themselves and for each draw."""

    precisions: Rates
    recalls: Rates

    def precision(self, place: int) -> Estimate:
        """Return the precision of a figure."""
        return estimate(self.precisions[:, place])

    def recall(self, place: int) -> Estimate:
        """Return the recall of a figure."""
        return estimate(self.recalls[:, place])

    def score(self, place: int, *, is_share: bool) -> Estimate:
        """Return the F1 of a figure, or its share."""
        return estimate(self.scores(place, is_share=is_share))

    def scores(self, place: int, *, is_share: bool) -> Rates:
        """Return the F1 of a figure, or its share, of each draw."""
        recall = self.recalls[:, place]
        return recall if is_share else _f1(self.precisions[:, place], recall)


def count(scored: Scored, keys: Sequence[str]) -> Counts:
    """Count the items of each paper by figure and verdict."""
    place_of = {key: place for place, key in enumerate(keys)}
    counts = np.zeros((len(scored.papers), len(keys), len(_PLACES)))
    for row, paper in enumerate(scored.papers):
        for item in paper.items:
            counts[row, place_of[item.figure], _PLACES[item.verdict]] += 1
    return counts


def total(counts: Counts, place: int, *verdicts: Verdict) -> int:
    """Return how often a figure has one of these verdicts."""
    return int(sum(counts[:, place, _PLACES[verdict]].sum() for verdict in verdicts))


def rates(counts: Counts, draws: int) -> RateTable:
    """Return the rates of the papers and of each draw."""
    sums = np.concatenate([counts.sum(axis=0)[None], _drawn(counts, draws)])
    right, extra, missed, covers, covered = (
        sums[..., _PLACES[verdict]]
        for verdict in (
            Verdict.RIGHT, Verdict.EXTRA, Verdict.MISSED, Verdict.COVERS, Verdict.COVERED
        )
    )  # fmt: skip
    return RateTable(
        precisions=_ratio(right + covers, right + covers + extra),
        recalls=_ratio(right + covered, right + covered + missed),
    )


def _drawn(counts: Counts, draws: int) -> Counts:
    """Sum the counts of as many papers as there are, drawn with replacement, some times.

    One paper would be drawn each time, which says nothing: it is not drawn at all.
    """
    papers = len(counts)
    random = np.random.default_rng(_SEED)
    if papers < 2 or not draws:
        return np.zeros((0, *counts.shape[1:]))
    weights = np.stack(
        [np.bincount(random.integers(papers, size=papers), minlength=papers) for _ in range(draws)]
    )
    return np.tensordot(weights.astype(float), counts, axes=1)


def _ratio(above: Rates, below: Rates) -> Rates:
    """Divide; nothing of nothing is not a number."""
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def _f1(precision: Rates, recall: Rates) -> Rates:
    """Return the harmonic mean; where one side is empty and the other is not, it is 0."""
    filled = np.nan_to_num(precision), np.nan_to_num(recall)
    mean = np.nan_to_num(_ratio(2 * filled[0] * filled[1], filled[0] + filled[1]))
    return np.where(np.isnan(precision) & np.isnan(recall), np.nan, mean)


def estimate(values: Rates) -> Estimate:
    """Return the first value, with the interval in which 95 % of the others lie, if there are any.

    Draws with nothing to count say nothing; a first value without anything to count is 0.
    """
    value = float(np.nan_to_num(values[0]))
    counted = values[1:][~np.isnan(values[1:])]
    if not len(counted):
        return Estimate(value, None, None)
    low, high = np.quantile(counted, _TAILS)
    return Estimate(value, float(low), float(high))
