"""Sizes that a text tells apart from the name of its new model."""

import pytest

from kg.mentions import find_mentions
from kg.text import read

INTRODUCED = "We present ZorbLM, a language model of our own. "


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
