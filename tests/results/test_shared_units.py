"""The unit of gains below one."""

from kg.extract import extract

SETUP = "We introduce QuantFold, a new method. "


def units(text: str) -> list[str]:
    said = next(extract([("QuantFold: Packing Weights", SETUP + text)]))
    return [result.unit for result in said.results]


def test_a_gain_below_one_beside_gains_in_points_is_in_points() -> None:
    text = "QuantFold beats LoRA by +0.95, +2.05, and +2.33 accuracy on GSM8K, MATH, and MMLU."
    assert units(text) == ["points"] * 3


def test_a_gain_below_one_has_no_unit_that_is_not_written() -> None:
    assert units("QuantFold beats LoRA by 0.18 accuracy on GSM8K.") == [""]
