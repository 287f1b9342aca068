"""The one metric of a sentence whose values have none beside them."""

import pytest

from kg.extract import extract

SETUP = "We introduce QuantFold, a new method. "


def metrics(text: str) -> list[str]:
    said = next(extract([("QuantFold: Packing Weights", SETUP + text)]))
    return [result.metric.partition("/")[2] for result in said.results]


def test_values_behind_a_metric_have_it() -> None:
    text = "QuantFold attains the best tagging accuracy, scoring 61% on GSM8K, 57% on MMLU."
    assert metrics(text) == ["tagging accuracy"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "QuantFold scores 61% on GSM8K; its accuracy is high.",
        "QuantFold scores 61% on GSM8K, and attains the best accuracy on MMLU.",
        "QuantFold scores 61% on GSM8K with better latency.",
        "QuantFold can prune 61% of the steps without loss of accuracy.",
        "QuantFold scores 61% on GSM8K with more accuracy and a better F1.",
    ],
)
def test_what_is_said_of_something_else_is_no_metric_of_a_value(text: str) -> None:
    assert metrics(text) == [""]
