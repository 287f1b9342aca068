"""What a survey tells of it mostly does not use; reviews by peers and polls are no surveys."""

import pytest

from kg.extract import extract
from kg.relations.surveys import is_survey
from kg.text import read


def used(first: str) -> set[tuple[str, str]]:
    (found,) = extract([("Small Adapters", f"{first} how Llama-2-7B is tuned by LoRA.")])
    return {(fact.object, fact.status) for fact in found.facts if fact.relation == "usesMethod"}


def test_what_a_survey_tells_of_is_a_candidate_unless_it_is_likely():
    assert used("We look at") == {("Method/LoRA", "extracted")}
    assert used("In this survey, we look at") == {("Method/LoRA", "candidate")}


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
