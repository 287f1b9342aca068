"""How sure rules are whose relations are not weighed."""

import pytest

from kg.mentions import Found
from kg.model import Name
from kg.relations import RULES, Claim
from kg.relations.scoring import load
from kg.relations.scoring.rules import confidence_of, drawn, fitted


def claim(rule: str) -> Claim:
    return Claim("basedOn", Found(0, 4, Name("Method", "LoRA"), "lexicon"), 0, 9, rule, 0.4)


@pytest.mark.parametrize(
    ("read", "right", "sure"), [(0, 0, 0.5), (96, 96, 0.98), (96, 0, 0.02), (4, 4, 0.75)]
)
def test_the_more_was_read_the_less_the_prior_counts(read: int, right: int, sure: float) -> None:
    assert drawn(0.5, read, right) == sure


def test_a_rule_that_was_counted_is_as_sure_as_it_was_right() -> None:
    rule = next(iter(fitted()))
    assert confidence_of(claim(rule)) == fitted()[rule]


def test_a_rule_that_was_not_counted_keeps_its_own() -> None:
    assert confidence_of(claim("no-such-rule")) == 0.4


def test_rules_of_weighed_relations_are_not_counted() -> None:
    weighed = {rule.name for rule in RULES if rule.relation in load().scales}
    assert weighed.isdisjoint(fitted())
