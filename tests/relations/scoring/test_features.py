"""What speaks for and against relations of a paper to a name."""

import pytest

from kg.extract import draft
from kg.mentions import find_mentions
from kg.relations.scoring import features
from kg.relations.scoring.features import stem
from kg.text import read


def features_of(reference: str, abstract: str, title: str = "On Folding") -> set[str]:
    reading = read(title, abstract)
    drawn = draft(reading, find_mentions(reading))
    return features(drawn.reading, drawn.found, drawn.frames, drawn.said)[reference]


@pytest.mark.parametrize(
    "feature",
    [
        "left1:with",
        "right1:for",
        "rule:method-in-own-work",
        "holds:usesMethod",
        "is-name:Method",
        "after-self",
        "near-self",
        "self-then:tune",
        "place:own",
        "times:1",
    ],
)
def test_a_name_has_a_feature(feature: str) -> None:
    assert feature in features_of("Method/LoRA", "We tune it with LoRA for days.")


def test_a_rule_that_speaks_against_is_a_feature() -> None:
    found = features_of("Method/LoRA", "We fold, and outperform LoRA by far.")
    assert "denied:compared-method" in found
    assert "rule:method-in-own-work" not in found


def test_names_of_one_list_share_what_is_around_it() -> None:
    text = "We test on GSM8K and MMLU again."
    for reference in ("Benchmark/GSM8K", "Benchmark/MMLU"):
        assert {"left1:on", "right1:again", "listed:2"} <= features_of(reference, text)


def test_a_value_of_a_rival_is_a_feature() -> None:
    text = "We introduce FoldNet. FoldNet reaches 81% accuracy on GSM8K, 3 points above LoRA."
    assert "result:comparedWith" in features_of("Method/LoRA", text, "FoldNet: Packing Weights")


def test_what_follows_the_own_name_is_a_feature() -> None:
    text = "We introduce FoldNet, a method. FoldNet uses LoRA."
    found = features_of("Method/LoRA", text, "FoldNet: Packing Weights")
    assert {"after-own-name", "own-name-then:uses", "own:Method"} <= found


def test_a_survey_is_told_by_its_title() -> None:
    assert "paper:survey" in features_of("Method/LoRA", "We use LoRA.", "A Survey of Folding")


def test_metrics_are_not_weighed() -> None:
    reading = read("On Folding", "We report accuracy on GSM8K.")
    drawn = draft(reading, find_mentions(reading))
    assert set(features(drawn.reading, drawn.found, drawn.frames, drawn.said)) == {
        "Benchmark/GSM8K"
    }


@pytest.mark.parametrize(
    ("word", "cut"), [("training", "train"), ("used", "used"), ("3.5", "0"), ("⟦d2⟧", "<d>")]
)
def test_words_are_cut_to_stems(word: str, cut: str) -> None:
    assert stem(word) == cut
