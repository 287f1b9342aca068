"""Sizes that a text tells apart from the name of its new model."""

import pytest

from kg.mentions import Found, find_mentions
from kg.text import read

INTRODUCED = "We present ZorbLM, a language model of our own. "


def find(text: str) -> list[Found]:
    return find_mentions(read("", text))


def models(body: str) -> dict[str, str]:
    found = find_mentions(read("", INTRODUCED + body))
    return {
        item.name.label: item.name.type
        for item in found
        if item.name.type in ("Model", "ModelFamily")
    }


@pytest.mark.parametrize(
    "body",
    [
        "We release ZorbLM in two sizes (2B/7B).",
        "We instantiate ZorbLM at the 2B and 7B scales.",
        "We train ZorbLM with 2B and 7B parameters.",
        "ZorbLM comes in 2B and 7B.",
    ],
)
def test_several_sizes_make_a_family_and_a_model_each(body: str) -> None:
    assert models(body) == {"ZorbLM": "ModelFamily", "ZorbLM-2B": "Model", "ZorbLM-7B": "Model"}


@pytest.mark.parametrize(
    "body",
    [
        "ZorbLM is trained on 2B and 7B tokens.",
        "ZorbLM is fast. It beats others with 2B and 7B parameters.",
        "ZorbLM has 7B parameters in all.",
    ],
)
def test_other_counts_and_other_sentences_make_none(body: str) -> None:
    assert models(body) == {"ZorbLM": "Model"}


def test_sizes_behind_another_model_are_not_its_own() -> None:
    found = models("ZorbLM beats Llama-2, tested in its two sizes 7B and 13B.")
    assert found["ZorbLM"] == "Model"
    assert "ZorbLM-7B" not in found


@pytest.mark.parametrize("written", ["7B ZorbLM", "7B-parameter ZorbLM", "7B model of ZorbLM"])
def test_sizes_before_a_new_model_make_a_model_each(written: str) -> None:
    found = models(f"Our 2B ZorbLM is fast, and the {written} is strong.")
    assert found == {"ZorbLM": "ModelFamily", "ZorbLM-2B": "Model", "ZorbLM-7B": "Model"}


def test_one_size_before_a_new_model_is_of_that_model() -> None:
    assert models("Our 7B ZorbLM is strong.") == {"ZorbLM": "Model"}


def test_a_size_before_a_new_method_makes_a_model() -> None:
    text = "We propose ZorbTune, a training method. Our 7B ZorbTune model wins."
    reading = read("", text)
    found = {i.name.label: (i.name.type, reading.text[i.start : i.end]) for i in find(text)}
    assert found["ZorbTune-7B"] == ("Model", "7B ZorbTune model")
    assert found["ZorbTune"][0] == "Method"


def test_a_size_is_no_part_of_the_name_behind_it() -> None:
    labels = {i.name.label for i in find("Then we train an 11B-parameter ZorbFold with care.")}
    assert labels == {"ZorbFold-11B"}
