"""What a text says of its paper and of the things that it names: one rule a pattern.

One file a relation, and two where its rules are many. `find_claims` yields claims about the paper,
or about two names of a sentence; `kg.resolve` adds what follows for the paper's principal
contribution.
"""

from collections.abc import Iterator
from functools import cache

from kg.relations import (
    addresses_task,
    based_on,
    common_rivals,
    compared_with,
    derived_from,
    evaluated_on,
    evaluated_on_model,
    extends,
    introduced_parts,
    introduces,
    outperforms,
    part_of,
    trained_on,
    uses_hardware,
    uses_method,
)
from kg.relations.claim import Claim
from kg.relations.frames import Frame, frames
from kg.relations.links import find_links
from kg.relations.matching import RuleSet, matches
from kg.relations.rule import Rule

__all__ = ["RULES", "Claim", "Frame", "Rule", "find_claims", "find_links", "frames", "matches"]

#: Every rule, in the order in which they are tried.
RULES: tuple[Rule, ...] = (
    *introduces.RULES,
    *introduced_parts.RULES,
    *evaluated_on_model.RULES,
    *evaluated_on.RULES,
    *uses_method.RULES,
    *compared_with.RULES,
    *outperforms.RULES,
    *common_rivals.RULES,
    *trained_on.RULES,
    *based_on.RULES,
    *extends.RULES,
    *part_of.RULES,
    *derived_from.RULES,
    *uses_hardware.RULES,
    *addresses_task.RULES,
)


def find_claims(frame: Frame) -> Iterator[Claim]:
    """Yield what the rules find in a sentence, and mark what denying rules speak against."""
    return _rule_set().find_claims(frame)


@cache
def _rule_set() -> RuleSet:
    return RuleSet(RULES)
