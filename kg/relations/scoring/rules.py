"""How often the rules are right whose relations are not weighed: lineage, devices.

``rules.tsv`` has a line for each such rule: in how many annotated papers' facts it was read, how
many of these were right, and the confidence, which draws what the rule was set to by hand towards
that share. ``training.relations`` writes it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.relations.claim import Claim

_PATH = Path(__file__).with_name("rules.tsv")
#: How many facts the number that was set by hand counts for.
_PRIOR = 4


def confidence_of(claim: Claim) -> float:
    """Return how sure a claim is whose relation is not weighed."""
    return fitted().get(claim.rule, claim.confidence)


def drawn(prior: float, read: int, right: int) -> float:
    """Return a confidence set by hand, drawn towards the share of facts that were right.

    >>> drawn(0.7, 0, 0), drawn(0.7, 16, 4)
    (0.7, 0.34)
    """
    return round((right + _PRIOR * prior) / (read + _PRIOR), 3)


@cache
def fitted() -> Mapping[str, float]:
    """Return the confidence of each rule of the table."""
    rows = (line.split("\t") for line in _PATH.read_text(encoding="utf-8").splitlines()[1:])
    return MappingProxyType({rule: float(confidence) for rule, _, _, confidence in rows})
