"""What a number without a metric shares with the others on its data."""

from decimal import Decimal

from kg.extract import extract

SETUP = "We introduce QuantFold, a new method. "


def metrics(text: str) -> dict[Decimal, str]:
    said = next(extract([("QuantFold: Packing Weights", SETUP + text)]))
    return {result.value[0]: result.metric.partition("/")[2] for result in said.results}


def test_a_bare_value_has_the_metric_of_the_others_on_its_data() -> None:
    text = "QuantFold has an accuracy of 61% on GSM8K. LoRA reaches 52% on GSM8K."
    assert metrics(text) == {Decimal(61): "accuracy", Decimal(52): "accuracy"}


def test_a_gain_of_points_has_the_metric_of_the_values_on_its_data() -> None:
    text = "QuantFold has an accuracy of 61% on GSM8K. It beats LoRA by 9 points on GSM8K."
    assert metrics(text) == {Decimal(61): "accuracy", Decimal(9): "accuracy"}


def test_a_value_on_other_data_has_none() -> None:
    text = "QuantFold has an accuracy of 61% on GSM8K. LoRA reaches 52% on MMLU."
    assert metrics(text)[Decimal(52)] == ""


def test_a_change_in_percent_may_be_one_of_something_else() -> None:
    text = "QuantFold has an accuracy of 61% on GSM8K. It beats LoRA by 9% on GSM8K."
    assert metrics(text)[Decimal(9)] == ""


def test_of_several_metrics_none_is_passed_on() -> None:
    text = (
        "QuantFold has an accuracy of 61% and a pass rate of 70% on GSM8K. LoRA reaches 52% on"
        " GSM8K."
    )
    assert metrics(text)[Decimal(52)] == ""
