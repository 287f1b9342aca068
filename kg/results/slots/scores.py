"""Choose what fills a slot by weights that were fitted on annotated papers.

The table holds a feature a line, with its weight for each slot; a candidate's score is the sum of
the weights of its features (a conditional logit: McFadden 1973). It is made by
``training/results_slots.py``, which also says how much better it is than the rules alone.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp
from operator import itemgetter
from types import MappingProxyType

from kg.results.slots.candidates import SLOTS, Candidate, Candidates, References, Slot
from kg.results.slots.case import Case

#: By how much a candidate must outscore what the rules chose.
MARGIN = 0.3
#: From here on what was chosen is right more often than nobody is: of 10,000 annotated numbers
#: those below had it right in 11 of 100, and nobody in 47.
_PROBABLE = 0.4

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
        self._scored: dict[Slot, list[tuple[float, References]]] = {}

    def best(self, slot: Slot, chosen: References, taken: References = ()) -> References:
        """Return the candidate that scores best; what the rules chose where it is close."""
        candidates = list(self._candidates.of(slot, chosen, taken))
        if len(candidates) == 1:
            return candidates[0].references
        scored = [(self.score(slot, one), one.references) for one in candidates]
        self._scored[slot] = scored
        reached = max((score for score, references in scored if references == chosen), default=None)
        score, references = max(scored, key=itemgetter(0))
        return chosen if reached is None or score - reached < MARGIN else references

    def is_unlikely(self, slot: Slot, references: References) -> bool:
        """Say whether what `best` chose from several is hardly probable.

        That is so where the rules' choice was close to the best one of many.
        """
        scored = self._scored.get(slot, [])
        most = max((score for score, _ in scored), default=0.0)
        odds = [(exp(score - most), one) for score, one in scored]
        its = sum(odd for odd, one in odds if one == references)
        return its < _PROBABLE * sum(odd for odd, _ in odds)

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
    text = files("kg.results.slots").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return MappingProxyType({name: tuple(map(float, weights)) for name, *weights in rows})
