"""What is left out of a result where the text does not tell it."""

import pytest

from kg.extract import extract
from kg.model import Result

OWN = "We introduce QuantFold, a method that packs weights. "


def results(body: str) -> tuple[Result, ...]:
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", OWN + body)])
    return found.results


@pytest.mark.parametrize(
    ("body", "metrics"),
    [
        ("It improves precision, recall, and F1 by 5%.", [""]),
        ("It improves larger models by 5%.", [""]),
        ("It gives 50% generalization gains in real deployment.", [""]),
        ("It reaches 41% success and 77% progress.", ["success rate", ""]),
        ("It reaches 90% success and 50% generalization gains.", ["success rate", ""]),
        ("It reaches 71% accuracy, improving quality by 5%.", ["accuracy", ""]),
        ("It brings a 2x speedup, reaching 80% with raters.", ["speedup", ""]),
        ("It solves 9% of tasks despite achieving 71% accuracy.", ["", "accuracy"]),
    ],
)
def test_a_number_has_no_metric_of_another(body: str, metrics: list[str]) -> None:
    assert [r.metric.partition("/")[2] for r in results(body)] == metrics


@pytest.mark.parametrize(
    ("body", "data"),
    [
        (
            "It improves by 5.3% across eight held-out benchmarks, and by 5.7% on MMLU.",
            ["", "MMLU"],
        ),
        (
            "Tests on the Foo exam and GSM8K show gains, achieving 26% and 61%, respectively.",
            ["", "GSM8K"],
        ),
        (
            "It gains 52% for MNIST, 45% for GSM8K, and 31% for medical sets.",
            ["MNIST", "GSM8K", ""],
        ),
        (
            "On MMLU it is best; on GSM8K, it reduces latency to 32 ms (a 22% improvement).",
            ["GSM8K", "GSM8K"],
        ),
        (
            "It achieves 79.6% on GSM8K (vs. GPT-4 at 80.8%), 88.7 on MMLU.",
            ["GSM8K", "GSM8K"],
        ),
    ],
)
def test_a_number_has_no_data_of_another(body: str, data: list[str]) -> None:
    assert [r.data.partition("/")[2] for r in results(body)][: len(data)] == data


def test_values_in_the_bracket_of_a_rival_are_its_own() -> None:
    found = results("It has 77.6% precision, outperforming Foo-Guard (31.5% precision, 4.7% FPR).")
    assert [r.role for r in found] == ["own", "baseline", "baseline"]


def test_whom_another_surpasses_is_no_baseline() -> None:
    found = results("It beats LoRA by 8.8 points, allowing small models to surpass GPT-4.")
    assert [r.baseline for r in found] == ["Method/LoRA"]
