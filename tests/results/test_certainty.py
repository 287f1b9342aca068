"""How probable a result is: by how its number was read, and how sure its slots are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions import find_mentions
from kg.model import Result
from kg.results import find_results, with_measured
from kg.results.find import read_cases
from kg.results.slots.certainty import features
from kg.results.slots.decide import placed_results
from kg.text import read


def results(body: str) -> list[Result]:
    reading = read("", f"We read 2 texts. {body}")
    return find_results(reading, with_measured(reading, find_mentions(reading)))


def told(body: str) -> set[str]:
    reading = read("", f"We read 2 texts. {body}")
    found = with_measured(reading, find_mentions(reading))
    (case,) = read_cases(reading, found, (), ())
    return {
        feature
        for chooser, reported, places in placed_results(case)
        for feature in features(case, chooser, reported, places)
    }


def test_what_is_plainly_said_is_surer_than_what_is_guessed() -> None:
    (plain,) = results("LoRA reaches 61.2% accuracy on GSM8K.")
    vague, *_ = results("Beside LoRA, DoRA and GPT-4, the 0.612 is what GSM8K and MATH are about.")
    assert plain.confidence > vague.confidence


@given(
    st.lists(
        st.sampled_from(["LoRA", "reaches", "61.2%", "accuracy", "on", "GSM8K", "by", "3x", "and"]),
        max_size=14,
    )
)
def test_a_confidence_is_a_probability(words: list[str]) -> None:
    assert all(0 < result.confidence < 1 for result in results(" ".join(words) + "."))


@pytest.mark.parametrize(
    ("body", "feature"),
    [
        ("LoRA reaches 61.2% accuracy on GSM8K.", "data other True"),
        ("LoRA reaches 61.2% accuracy.", "data none False"),
        ("It reaches 61.2% on GSM8K.", "metric none"),
        ("LoRA reaches 61.2% accuracy on GSM8K and MATH.", "places 2"),
    ],
)
def test_features_tell_what_fills_the_slots(body: str, feature: str) -> None:
    assert feature in told(body)
