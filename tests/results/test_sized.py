"""Models that are named again by their size."""

import pytest

from kg.mentions import find_mentions
from kg.results import with_measured
from kg.text import read


def named(body: str) -> list[str]:
    """Return the models of a text after its first sentence."""
    first = "We test Qwen3-4B and Qwen3-32B."
    reading = read("", f"{first} {body}")
    found = with_measured(reading, find_mentions(reading))
    return [x.name.label for x in found if x.name.type == "Model" and x.start > len(first)]


@pytest.mark.parametrize("body", ["It gains 3% with the 4B model.", "It gains 3% at 4B."])
def test_a_size_stands_for_the_one_model_of_that_size(body: str) -> None:
    assert named(body) == ["Qwen3-4B"]


@pytest.mark.parametrize(
    "body", ["It beats a 4B model.", "It gains 3% with the 7B model.", "It has 4B parameters."]
)
def test_a_size_that_no_model_has_or_any_may_have_stands_for_none(body: str) -> None:
    assert named(body) == []


def test_a_size_that_two_models_have_stands_for_none() -> None:
    assert named("We test Gemma-2-4B. It gains 3% with the 4B model.") == ["Gemma-2-4B"]
