"""What a text says of its paper: one rule a pattern, one file a relation.

`find_facts` yields facts about the paper with local references; `kg.resolve` adds those of its
principal contribution.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.mentions import Found
from kg.relations import evaluated_on, evaluated_on_model, introduces, uses_method
from kg.relations.frames import Frame, frames
from kg.relations.links import find_links
from kg.relations.rule import Rule

__all__ = ["RULES", "Claim", "Frame", "Rule", "find_claims", "find_links", "frames", "matches"]

#: Every rule, in the order in which they are tried.
RULES: tuple[Rule, ...] = (
    *introduces.RULES,
    *evaluated_on_model.RULES,
    *evaluated_on.RULES,
    *uses_method.RULES,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """That a relation holds between the paper and a name, by a rule, in a sentence.

    `start` and `end` are the offsets of the sentence in the reading; `denied_by` is the rule that
    speaks against it, if one does.
    """

    relation: str
    found: Found
    start: int
    end: int
    rule: str
    confidence: float
    denied_by: str = ""


def matches(rule: Rule, frame: Frame) -> Iterator[Found]:
    """Yield the names that one rule picks from one sentence."""
    if frame.terms != rule.terms or frame.place not in rule.places:
        return
    if frame.types.isdisjoint(rule.types):
        return
    for match in rule.compiled.finditer(frame.text):
        for index in filter(None, match.groups()):
            for found in frame.groups[int(index)]:
                if found.name.type in rule.types and not (rule.unlisted and found.name.known):
                    yield found


def find_claims(frame: Frame) -> Iterator[Claim]:
    """Yield what the rules find in a sentence, and mark what denying rules speak against."""
    if not frame.groups:
        return
    denied = {
        (rule.relation, found.start, found.name.reference): rule.name
        for rule in RULES
        if rule.denies
        for found in matches(rule, frame)
    }
    for rule in RULES:
        if rule.denies:
            continue
        for found in matches(rule, frame):
            against = denied.get((rule.relation, found.start, found.name.reference), "")
            yield Claim(
                rule.relation, found, frame.start, frame.end, rule.name, rule.confidence, against
            )
