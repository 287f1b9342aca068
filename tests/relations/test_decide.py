"""What holds of a paper once all its sentences are read."""

import pytest

from kg.extract import extract
from tests.relations.facts import held


def said(title: str, abstract: str, relation: str) -> set[str]:
    extraction = next(extract([(title, abstract)]))
    facts = [fact for fact in held(extraction) if fact.relation == relation]
    return {fact.object.partition("/")[2] for fact in facts}


def test_a_task_that_is_mentioned_in_passing_is_not_addressed() -> None:
    text = "Models are good at machine translation today. We fold weights."
    assert said("A title", text, "addressesTask") == set()


def test_a_task_of_the_background_that_comes_back_is_addressed() -> None:
    text = "Much is known of machine translation. For machine translation, few weights matter."
    assert said("A title", f"{text} We fold weights.", "addressesTask") == {"machine translation"}


def test_an_unlisted_method_is_not_used_by_default() -> None:
    text = "We fold weights. FoldGram (a folding grammar) is near. FoldGram is used."
    assert said("A title", text, "usesMethod") == set()


@pytest.mark.parametrize("text", ["We avoid costly LoRA.", "It lacks LoRA's bottleneck, we find."])
def test_what_is_done_without_is_not_used(text: str) -> None:
    assert said("A title", text, "usesMethod") == set()


def test_a_part_of_own_work_is_introduced() -> None:
    text = "We present PlotFold, a method with: (i) Plot Folding, a way to fold."
    assert {"PlotFold", "Plot Folding"} <= said("A title", text, "introduces")


def test_what_goes_on_from_an_own_name_is_introduced_with_it() -> None:
    text = "We present ZorbSet, a benchmark. Models fail on ZorbSet-Hard most of all."
    assert {"ZorbSet", "ZorbSet-Hard"} <= said("A title", text, "introduces")


def test_an_abbreviation_of_words_in_capitals_is_an_own_part() -> None:
    text = "We fold plots. We further employ Cross-Fold Self-Turning (CFST) in it."
    assert "CFST" in said("A title", text, "introduces")


def test_an_abbreviation_that_own_work_is_set_against_is_no_part() -> None:
    text = "We fold plots. Unlike Grouped Fold Turning (GFTU), ours employs more."
    assert "GFTU" not in said("A title", text, "introduces")


def test_a_title_alone_does_not_use_a_term() -> None:
    text = "We fold weights."
    assert said("On the Costs of Quantization", text, "usesMethod") == set()
    assert said("Folding Weights via Quantization", text, "usesMethod") == {"quantization"}
