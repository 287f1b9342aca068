"""Trying all rules at once finds what each rule finds by itself."""

import pytest

from kg.mentions import find_mentions
from kg.relations import RULES, Frame, Rule, find_claims, frames, matches
from kg.text import read

TEXTS = sorted({text for rule in RULES for text in (*rule.fails, *(t for t, _ in rule.holds))})


def frames_of(text: str) -> list[Frame]:
    reading = read(text, text)
    return list(frames(reading, find_mentions(reading)))


@pytest.mark.parametrize("text", TEXTS)
def test_no_rule_is_held_back(text: str) -> None:
    for frame in frames_of(text):
        alone = [
            (rule.name, pick.found, pick.subject)
            for rule in RULES
            if not rule.denies
            for pick in matches(rule, frame)
        ]
        claims = list(find_claims(frame))
        assert [(claim.rule, claim.found, claim.subject) for claim in claims] == alone


@pytest.mark.parametrize("text", TEXTS)
def test_no_denial_is_held_back(text: str) -> None:
    for frame in frames_of(text):
        denied = {
            (rule.relation, pick.found)
            for rule in RULES
            if rule.denies
            for pick in matches(rule, frame)
        }
        for claim in find_claims(frame):
            assert bool(claim.denied_by) == ((claim.relation, claim.found) in denied)


def test_the_signs_of_marks_in_a_text_are_no_marks() -> None:
    (frame, *_) = (f for f in frames_of("We evaluate LoRA on ⟦D99⟧, GSM8K and ⟦A7⟧.") if f.groups)
    assert "⟦D99⟧" not in frame.text
    said = [(claim.relation, claim.found.name.label) for claim in find_claims(frame)]
    assert said == [("evaluatedOn", "GSM8K")]


def test_capitals_of_a_pattern_match_any_case() -> None:
    rule = Rule("r", "usesMethod", r"\bWITH\s+\W?{A}", 0.5, frozenset({"Method"}), holds=())
    (frame, *_) = (f for f in frames_of("Tuned with LoRA.") if f.groups)
    assert [pick.found.name.label for pick in matches(rule, frame)] == ["LoRA"]


def test_a_rule_for_terms_picks_the_names_among_them() -> None:
    rule = Rule(
        "r", "x", r"beats {A}", 0.5, frozenset({"Method"}), holds=(), terms=True, common=True
    )
    for text, picked in [
        ("It beats full fine-tuning, LoRA, and DoRA.", ["full fine-tuning", "LoRA", "DoRA"]),
        ("It beats LoRA, unlike full fine-tuning.", []),
    ]:
        found = [p.found.name.label for f in frames_of(text) if f.terms for p in matches(rule, f)]
        assert sorted(set(found)) == sorted(picked)
