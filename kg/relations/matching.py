"""Try rules on sentences: of many rules only those that may hold of a sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.mentions import Found
from kg.model import Name
from kg.relations.claim import Claim
from kg.relations.frames import Frame
from kg.relations.rule import SUBJECT, Rule
from kg.sieve import Sieve


class Pick(NamedTuple):
    """What a rule picks from a sentence: the object, and the subject where the rule marks one."""

    found: Found
    subject: Found | None = None


def matches(rule: Rule, frame: Frame) -> Iterator[Pick]:
    """Yield what one rule picks from one sentence."""
    if _is_for(rule, frame):
        yield from _picks(rule, frame)


def _is_for(rule: Rule, frame: Frame) -> bool:
    if frame.terms != rule.terms or frame.place not in rule.places:
        return False
    return not frame.types.isdisjoint(rule.types)


def _picks(rule: Rule, frame: Frame) -> Iterator[Pick]:
    for match in rule.compiled.finditer(frame.small):
        subjects = _subjects(rule, frame, match) if rule.has_subject else (None,)
        for name in rule.objects:
            if index := match[name]:
                group = frame.groups[int(index)]
                # In "outperforms full fine-tuning and LoRA" no rule for names alone sees LoRA.
                is_mixed = rule.common and not all(found.name.named for found in group)
                for found in group:
                    if _may_pick(rule, found.name, named=is_mixed):
                        for subject in subjects:
                            yield Pick(found, subject)


def _may_pick(rule: Rule, name: Name, *, named: bool) -> bool:
    """Say whether a name is such as a rule's objects must be; `named` lets names be among terms."""
    if name.type not in rule.types:
        return False
    return not ((rule.unlisted and name.known) or (rule.common and name.named and not named))


def _subjects(rule: Rule, frame: Frame, match: re.Match[str]) -> Sequence[Found]:
    """Return the names that the rule marks as subjects."""
    group = frame.groups[int(match[SUBJECT])]
    return [found for found in group if not rule.subjects or found.name.type in rule.subjects]


class RuleSet:
    """Rules made ready to be tried on many sentences.

    What a sentence must be for a rule (its place, the types of its names) and which words it must
    hold are looked up before any pattern is tried.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        # A frame of names and one of terms often have the same text, one behind the other.
        self._passed = lru_cache(maxsize=4)(Sieve([rule.compiled for rule in rules]).passed)
        self._masks: dict[tuple[str, frozenset[str], bool], int] = {}

    def find_claims(self, frame: Frame) -> Iterator[Claim]:
        """Yield what the rules find in a sentence, and mark what denying rules speak against."""
        mask = self._mask(frame) if frame.groups else 0
        if not mask:
            return
        rules = self._of(mask & self._passed(frame.small))
        picked = [(r, pick) for r in rules if not r.denies for pick in _picks(r, frame)]
        relations = {rule.relation for rule, _ in picked}
        denied = {
            (rule.relation, pick.found.start, pick.found.name.reference): rule.name
            for rule in rules
            if rule.denies and rule.relation in relations
            for pick in _picks(rule, frame)
        }
        for rule, (found, subject) in picked:
            yield Claim(
                rule.relation,
                found,
                frame.start,
                frame.end,
                rule.name,
                rule.confidence,
                denied.get((rule.relation, found.start, found.name.reference), ""),
                subject,
                rule.turned,
            )

    def _of(self, mask: int) -> list[Rule]:
        """Return the rules whose bits a number has."""
        rules = []
        while mask:
            lowest = mask & -mask
            rules.append(self._rules[lowest.bit_length() - 1])
            mask ^= lowest
        return rules

    def _mask(self, frame: Frame) -> int:
        """Return a number with a bit for each rule that is for sentences of this kind."""
        kind = (frame.place, frame.types, frame.terms)
        if kind not in self._masks:
            bits = (_is_for(rule, frame) << number for number, rule in enumerate(self._rules))
            self._masks[kind] = sum(bits)
        return self._masks[kind]
