"""What a survey tells of is in no slot of it; what is told of a survey's data is another thing."""

import pytest

from kg.extract import extract
from kg.relations.surveys import is_survey
from kg.text import read

BODY = (
    "We fine-tune Llama-2-7B with LoRA on chats, and quantize it with GPTQ. Results on GSM8K are "
    "good, and LoRA is what makes the difference. We use LoRA for all layers of the model."
)


def used(title: str, first: str = "") -> set[tuple[str, str]]:
    (found,) = extract([(title, f"{first} {BODY}")])
    return {
        (fact.object, fact.status)
        for fact in found.facts
        if fact.relation == "usesMethod" and "lora" in fact.object.lower()
    }


def test_what_a_survey_tells_of_is_but_a_candidate():
    assert used("Small Adapters") == {("Method/LoRA", "extracted")}
    assert used("Small Adapters: A Survey") == {("Method/LoRA", "candidate")}


def test_nor_is_a_survey_tested_on_what_it_tells_of():
    text = "This survey covers models such as Llama-2-7B, which are tested on GSM8K and MMLU."
    (found,) = extract([("Small Models: A Survey", f"Models are many. {text} {text}")])
    held = {fact.relation for fact in found.facts if fact.status == "extracted"}
    assert not held & {"evaluatedOn", "evaluatedOnModel", "trainedOn"}


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("A Comprehensive Survey on Adapters", ""),
        ("Adapters: A Survey and Perspective", ""),
        ("Adapters: Survey, Taxonomy, and Outlook", ""),
        ("What Folds? A Survey", ""),
        ("A Survey for Adapters", ""),
        ("A Literature Review of Adapters", ""),
        ("Adapters: A Systematic Review", ""),
        ("Adapters", "This systematic literature review has all of them."),
        ("Adapters", "In this survey, we fold. We propose a taxonomy of folds."),
        ("Adapters", "This paper comprehensively surveys adapters."),
        ("Adapters", "We present a comprehensive review of adapters."),
        ("Adapters", "We provide the first survey of adapters."),
    ],
)
def test_a_paper_tells_that_it_is_a_survey(title: str, abstract: str):
    assert is_survey(read(title, abstract))


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Survey Answers from Adapters", ""),
        ("Automating Code Review", ""),
        ("ZorbN: Automated Code Review", ""),
        ("Plums: The Dark Plum Survey", ""),
        ("Adapters", "We train on a review of each film. This review data is noisy."),
        ("Adapters", "We review 200 answers by hand, and survey 300 growers."),
        ("Adapters", "We use this framework to review 3,249 plums."),
        ("Adapters", "This makes manual review of plums hard."),
        ("Adapters", "We provide a comprehensive review of our data."),
        ("Adapters", "We present a survey of users."),
        ("Adapters", "This literature review is usually done by hand. We introduce ZorbN."),
    ],
)
def test_reviews_by_peers_and_surveys_of_people_make_no_survey(title: str, abstract: str):
    assert not is_survey(read(title, abstract))
