"""Gains over what the own work is built on."""

import pytest

from kg.extract import extract


def baselines(text: str) -> list[str]:
    said = next(extract([("QuantFold-7B: Packing Weights", text)]))
    return [result.baseline for result in said.results]


OWN = "We introduce QuantFold-7B, fine-tuned from Qwen2.5-7B. "


@pytest.mark.parametrize(
    "text",
    [
        "QuantFold-7B gains 5 points over the base model on GSM8K.",
        "QuantFold-7B outperforms its base model by 5 points on GSM8K.",
        "QuantFold-7B lifts GSM8K over the 7B base by +5 points.",
        "QuantFold-7B gains 5 points over the base model Qwen2.5-7B on GSM8K.",
    ],
)
def test_a_gain_over_the_base_model_is_one_over_what_the_work_is_built_on(text: str) -> None:
    assert baselines(OWN + text) == ["Model/Qwen2.5-7B"]


@pytest.mark.parametrize(
    "text",
    [
        "QuantFold-7B gains 5 points over base models on GSM8K.",
        "QuantFold-7B gains 5 points on GSM8K.",
    ],
)
def test_base_models_in_general_are_no_baseline(text: str) -> None:
    assert baselines(OWN + text) == [""]


def test_of_several_models_none_is_the_base() -> None:
    text = "We test QuantFold on Qwen2.5-7B and Llama-3-8B. It gains 5% over the base model."
    assert baselines(text) == [""]
