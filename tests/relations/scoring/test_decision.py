"""Which relations hold, by rules and weights."""

import pytest

from kg.extract import extraction
from kg.mentions import find_mentions
from kg.model import PAPER, Fact
from kg.relations.scoring import SCORED, Scale, Weights, make
from kg.text import read

USES = ("usesMethod", frozenset({"Method"}))
TEXT = "Most like QLoRA here. We tune it with LoRA."


def tables(mode: str, holds: float, weights: dict[str, int], candidate: float = 0.2) -> Weights:
    scale = Scale(*USES, mode, holds, candidate, slope=1.0, intercept=0.0)
    return make([scale], {"usesMethod": weights})


def uses(weights: Weights, text: str = TEXT) -> dict[str, Fact]:
    reading = read("On Folding", text)
    said = extraction(reading, find_mentions(reading), weights)
    return {
        fact.object: fact
        for fact in said.facts
        if (fact.subject, fact.relation) == (PAPER, "usesMethod")
    }


@pytest.mark.parametrize(
    ("mode", "status"), [("rules", "extracted"), ("filter", "candidate"), ("model", "candidate")]
)
def test_what_rules_say_may_be_too_unlikely(mode: str, status: str) -> None:
    found = uses(tables(mode, 0.5, {"left1:with": -3000}))
    assert found["Method/LoRA"].status == status


def test_the_confidence_is_the_probability() -> None:
    found = uses(tables("rules", 0.0, {"left1:with": 1000}))
    assert found["Method/LoRA"].confidence == 0.731


@pytest.mark.parametrize(("mode", "status"), [("filter", "candidate"), ("model", "extracted")])
def test_what_no_rule_says_may_be_likely(mode: str, status: str) -> None:
    found = uses(tables(mode, 0.5, {"left1:like": 2000}))
    assert found["Method/QLoRA"].status == status


def test_an_added_fact_rests_on_the_sentence_that_says_most_for_it() -> None:
    text = "LoRA is old. Few know LoRA. We fold much."
    weights = tables("model", 0.5, {"left1:know": 2000, "left1:^": 500})
    reading = read("On Folding", text)
    said = extraction(reading, find_mentions(reading), weights)
    [fact] = [fact for fact in said.facts if fact.relation == "usesMethod"]
    assert (fact.status, fact.evidence[0].rule) == ("extracted", SCORED)
    assert text[fact.evidence[0].start : fact.evidence[0].end] == "Few know LoRA."


def test_what_is_only_set_apart_is_not_used() -> None:
    text = "We fold much. Unlike LoRA, folding is free."
    weights = tables("model", 0.5, {"bias": 2000})
    reading = read("On Folding", text)
    said = extraction(reading, find_mentions(reading), weights)
    assert [f.status for f in said.facts if f.relation == "usesMethod"] == ["candidate"]


def test_what_is_neither_said_nor_likely_is_no_fact() -> None:
    weights = tables("model", 0.5, {"bias": -4000})
    assert uses(weights, "LoRA is old. We fold much.") == {}


def test_own_work_is_not_added_as_used() -> None:
    weights = tables("model", 0.5, {"bias": 4000})
    assert "Method/FoldNet" not in uses(weights, "We introduce FoldNet, a new method.")


def test_a_term_may_have_to_be_likelier_than_a_name() -> None:
    scale = Scale(*USES, "model", 0.5, 0.2, slope=1.0, intercept=0.0, unnamed=0.4)
    assert scale.threshold({"is-name:Method", "in-title"}) == 0.5
    assert scale.threshold({"is-term:Method", "in-title"}) == 0.9


def test_a_comparison_of_others_is_not_added_as_the_papers() -> None:
    scale = Scale(
        "comparedWith", frozenset({"Method"}), "model", 0.5, 0.2, slope=1.0, intercept=0.0
    )
    weights = make([scale], {"comparedWith": {"bias": 4000}})
    reading = read("On Folding", "We see that QLoRA surpasses LoRA.")
    said = extraction(reading, find_mentions(reading), weights)
    [fact] = [x for x in said.facts if (x.relation, x.object) == ("comparedWith", "Method/LoRA")]
    assert fact.status == "candidate"
