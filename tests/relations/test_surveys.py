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
    assert {status for _, status in used("Small Adapters")} == {"extracted"}
    assert "extracted" not in {status for _, status in used("Small Adapters: A Survey")}


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("A Comprehensive Survey on Adapters", ""),
        ("Adapters", "This systematic literature review has all of them."),
        ("Adapters", "We systematically survey adapters."),
        ("Adapters", "We provide a comprehensive review of adapters."),
    ],
)
def test_a_paper_tells_that_it_is_a_survey(title: str, abstract: str):
    assert is_survey(read(title, abstract))


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Survey Answers from Adapters", ""),
        ("Peer Review with Adapters", "We review data for errors."),
        ("Adapters", "We train on a review of each film. This review data is noisy."),
    ],
)
def test_reviews_and_surveys_as_data_make_no_survey(title: str, abstract: str):
    assert not is_survey(read(title, abstract))
