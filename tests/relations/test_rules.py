"""Every rule is tried on its own examples."""

import pytest

from kg import schema
from kg.mentions import Found, find_mentions
from kg.relations import RULES, Rule, find_claims, frames, matches
from kg.text import read

HOLDS = [(rule, text, labels) for rule in RULES for text, labels in rule.holds]
FAILS = [(rule, text) for rule in RULES for text in rule.fails]


def labels_of(rule: Rule, text: str) -> set[str]:
    title, body = ("", text) if rule.places != frozenset({"title"}) else (text, "")
    reading = read(title or "A title", body)
    found = find_mentions(reading)
    picked: set[str] = set()
    for frame in frames(reading, found):
        if rule.denies:
            picked |= {label(pick.subject, pick.found) for pick in matches(rule, frame)}
        else:
            claims = [claim for claim in find_claims(frame) if claim.rule == rule.name]
            claims = [claim for claim in claims if not claim.denied_by]
            picked |= {label(claim.subject, claim.found) for claim in claims}
    return picked


def label(subject: Found | None, found: Found) -> str:
    return f"{subject.name.label} > {found.name.label}" if subject else found.name.label


@pytest.mark.parametrize(
    ("rule", "text", "labels"), HOLDS, ids=lambda value: getattr(value, "name", None)
)
def test_a_rule_holds_of_its_examples(rule: Rule, text: str, labels: tuple[str, ...]) -> None:
    assert labels_of(rule, text) == set(labels)


@pytest.mark.parametrize(("rule", "text"), FAILS, ids=lambda value: getattr(value, "name", None))
def test_a_rule_fails_of_its_counterexamples(rule: Rule, text: str) -> None:
    assert labels_of(rule, text) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_of_a_known_relation_and_its_types(rule: Rule) -> None:
    relation = schema.relation(rule.relation)
    assert rule.types <= (relation.domain if rule.turned else relation.range)
    assert rule.subjects <= (relation.range if rule.turned else relation.domain)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_an_example(rule: Rule) -> None:
    assert rule.holds


def test_rule_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
