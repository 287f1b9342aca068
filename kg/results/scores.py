"""Choose between candidates by weights that were fitted on annotated papers.

The table holds one feature and its weight a line; a candidate's score is the sum of the weights
that it has. It is made by ``training/results_subject.py``, which also says how much better it is
than the rules alone.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.results.candidates import Candidate

#: By how much a candidate must outscore the one that the rules chose.
MARGIN = 0.7


def best(candidates: Iterable[Candidate], weights: Mapping[str, float], chosen: str) -> str:
    """Return the reference of the candidate that scores best; the rules' choice where it is close.

    >>> some = [Candidate("Method/LoRA", ("own",)), Candidate("", ("nobody", "rules"))]
    >>> best(some, {"own": 2.5, "rules": 1.0}, ""), best(some, {"own": 1.5, "rules": 1.0}, "")
    ('Method/LoRA', '')
    """
    scored = [(score(candidate, weights), candidate.reference) for candidate in candidates]
    reached = max((value for value, reference in scored if reference == chosen), default=None)
    value, reference = max(scored, key=lambda pair: pair[0])
    return chosen if reached is None or value - reached < MARGIN else reference


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """Return the sum of a candidate's weights."""
    return sum(weights.get(feature, 0.0) for feature in candidate.features)


@cache
def subject_weights() -> Mapping[str, float]:
    """Return the weights for whose value a number is."""
    text = files("kg.results").joinpath("subject.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return MappingProxyType({feature: float(weight) for feature, weight in rows})
