"""Choose what fills a slot by weights that were fitted on annotated papers.

The table holds a feature a line, with its weight for each slot; a candidate's score is the sum of
the weights of its features (a conditional logit: McFadden 1973). It is made by
``training/results_slots.py``, which also says how much better it is than the rules alone.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from operator import itemgetter
from types import MappingProxyType

from kg.results.candidates import SLOTS, Candidate, Candidates, References, Slot
from kg.results.case import Case

#: By how much a candidate must outscore what the rules chose.
MARGIN = 0.3

#: A weight for each of `SLOTS`.
Row = tuple[float, ...]
Weights = Mapping[str, Row]
_NOTHING: Row = (0.0,) * len(SLOTS)


class Chooser:
    """What fills the slots of one quantity."""

    def __init__(self, case: Case, weights: Weights | None = None) -> None:
        self._candidates = Candidates(case)
        self._weights = slot_weights() if weights is None else weights
        self._sums: dict[int, Row] = {}

    def best(self, slot: Slot, chosen: References, taken: References = ()) -> References:
        """Return the candidate that scores best; what the rules chose where it is close."""
        candidates = list(self._candidates.of(slot, chosen, taken))
        if len(candidates) == 1:
            return candidates[0].references
        scored = [(self.score(slot, one), one.references) for one in candidates]
        reached = max((score for score, references in scored if references == chosen), default=None)
        score, references = max(scored, key=itemgetter(0))
        return chosen if reached is None or score - reached < MARGIN else references

    def score(self, slot: Slot, candidate: Candidate) -> float:
        """Return the sum of the weights of a candidate's features, and those of its basis."""
        index = SLOTS.index(slot)
        if candidate.basis not in self._sums:
            basis = self._candidates.basis(candidate.basis)
            self._sums[candidate.basis] = _sum(basis, self._weights)
        own = (self._weights.get(feature, _NOTHING)[index] for feature in candidate.features)
        return self._sums[candidate.basis][index] + sum(own)


def _sum(features: Iterable[str], weights: Weights) -> Row:
    """Return the sums of the weights of features, slot by slot."""
    rows = [row for feature in features if (row := weights.get(feature))]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else _NOTHING


@cache
def slot_weights() -> Weights:
    """Return the weights of all slots, by feature."""
    text = files("kg.results").joinpath("slots.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return MappingProxyType({name: tuple(map(float, weights)) for name, *weights in rows})
