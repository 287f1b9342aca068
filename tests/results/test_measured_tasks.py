"""Tasks that no list knows, where numbers are reported on them."""

import pytest

from kg.extract import extract

SETUP = "We introduce QuantFold, a new method. "


def tasks(text: str) -> list[str]:
    said = next(extract([("QuantFold: Packing Weights", SETUP + text)]))
    return [result.task.partition("/")[2] for result in said.results]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "For multi-turn plot defense, it raises the win rate to 83.9%.",
            ["multi-turn plot defense"],
        ),
        (
            "QuantFold has a +35% performance increase in brick sorting, +45% for box closing.",
            ["brick sorting", "box closing"],
        ),
        ("Notably, for image generation tasks, QuantFold reaches 61.2%.", ["image generation"]),
        ("Its strengths include audiovisual reasoning (+4%).", ["audiovisual reasoning"]),
        ("QuantFold has 87.7% recall on challenging plot assessment.", ["plot assessment"]),
    ],
)
def test_what_a_number_is_measured_on_is_a_task(text: str, found: list[str]) -> None:
    assert tasks(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "QuantFold raises the success rate by 23% in simulation.",
        "QuantFold is 30% better in human evaluation.",
        "QuantFold saves 30% of memory in full fine-tuning.",
        "QuantFold has 61% accuracy on reading.",
    ],
)
def test_a_setting_or_a_stage_of_work_is_no_task(text: str) -> None:
    assert tasks(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Across six machine translation benchmarks, QuantFold gains 5.3 points.",
        "Experiments on several machine translation tasks show that QuantFold gains 5.3 points.",
    ],
)
def test_what_several_tests_are_of_is_the_task(text: str) -> None:
    assert tasks(text) == ["machine translation"]


def test_of_tests_that_are_named_the_task_says_nothing() -> None:
    text = "Across machine translation benchmarks, QuantFold gains 5.3 points on GSM8K."
    assert tasks(text) == [""]


def test_what_a_sentence_opens_with_is_the_task_of_all_its_numbers() -> None:
    text = (
        "For plot generation, QuantFold makes models comply where they would otherwise have"
        " refused, raising the success rate from 52.6% to 82.0%."
    )
    assert tasks(text) == ["plot generation"] * 2


def test_a_factor_is_rather_one_of_the_work() -> None:
    text = "Across six machine translation benchmarks, QuantFold has a speedup of 4.6x."
    assert tasks(text) == [""]
