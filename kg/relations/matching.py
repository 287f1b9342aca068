"""Try rules on sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.mentions import Found
from kg.relations.claim import Claim
from kg.relations.frames import Frame
from kg.relations.rule import SUBJECT, Rule


class Pick(NamedTuple):
    """What a rule picks from a sentence: the object, and the subject where the rule marks one."""

    found: Found
    subject: Found | None = None


def matches(rule: Rule, frame: Frame) -> Iterator[Pick]:
    """Yield what one rule picks from one sentence."""
    if frame.terms != rule.terms or frame.place not in rule.places:
        return
    if frame.types.isdisjoint(rule.types):
        return
    for match in rule.compiled.finditer(frame.text):
        subjects = _subjects(rule, frame, match)
        for name in rule.objects:
            if index := match[name]:
                for found in frame.groups[int(index)]:
                    if found.name.type in rule.types and not (rule.unlisted and found.name.known):
                        yield from (Pick(found, subject) for subject in subjects)


def _subjects(rule: Rule, frame: Frame, match: re.Match[str]) -> Sequence[Found] | tuple[None]:
    """Return the names that the rule marks as subjects; one None where it marks none."""
    if SUBJECT not in rule.compiled.groupindex:
        return (None,)
    group = frame.groups[int(match[SUBJECT])]
    return [found for found in group if not rule.subjects or found.name.type in rule.subjects]


def find_claims(frame: Frame, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Yield what the rules find in a sentence, and mark what denying rules speak against."""
    if not frame.groups:
        return
    denied = {
        (rule.relation, pick.found.start, pick.found.name.reference): rule.name
        for rule in rules
        if rule.denies
        for pick in matches(rule, frame)
    }
    for rule in rules:
        if rule.denies:
            continue
        for found, subject in matches(rule, frame):
            against = denied.get((rule.relation, found.start, found.name.reference), "")
            yield Claim(
                rule.relation,
                found,
                frame.start,
                frame.end,
                rule.name,
                rule.confidence,
                against,
                subject,
                rule.turned,
            )
