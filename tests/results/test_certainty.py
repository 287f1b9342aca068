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
        ("It gives 50% generalization gains in real deployment.", ["generalization"]),
        ("It reaches 41% success and 77% progress.", ["success rate", ""]),
        (
            "It reaches 90% success and 50% generalization gains.",
            ["success rate", "generalization"],
        ),
        ("It reaches 71% accuracy, improving quality by 5%.", ["accuracy", ""]),
        ("It brings a 2x speedup, reaching 80% with raters.", ["speedup", ""]),
        ("It solves 9% of tasks despite achieving 71% accuracy.", ["", "accuracy"]),
        ("It has a score of 96% on MMLU and a 79% accuracy on MATH.", ["", "accuracy"]),
        ("It cuts latency by 46% and total clock by 40%.", ["latency", ""]),
        ("It raises performance by 2%, with 3.7% more FLOPs.", ["", "FLOPs"]),
        ("It cuts latency by 46%, at a 5.1-point utility drop.", ["latency", ""]),
        ("It gains 3% and 4% for F1, weighted Foo, and Bar, respectively.", ["", ""]),
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
            "It gains 22% (MMLU) and 9% (GSM8K), while beating LoRA by 5% and 2%, respectively.",
            ["MMLU", "GSM8K", "MMLU", "GSM8K"],
        ),
        (
            "It reaches 61% on GSM8K, while in real-world folding experiments it gains 5%.",
            ["GSM8K", ""],
        ),
        (
            "It gains 3% on GSM8K, while reducing first-token latency by 50%.",
            ["GSM8K", ""],
        ),
        (
            "On visual tests it gains 13.4 points, and on GSM8K it gains 8.0 points.",
            ["", "GSM8K"],
        ),
        (
            "On MMLU it is best; on GSM8K, it reduces latency to 32 ms (a 22% improvement).",
            ["GSM8K", "GSM8K"],
        ),
        ("On GSM8K, QuantFold and GPT-4 together are right in 61% of cases.", ["GSM8K"]),
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


@pytest.mark.parametrize(
    ("body", "method"),
    [
        ("A compact version runs at 30 FPS.", ""),
        ("On MMLU, residual sampling is 3.1 points better.", ""),
        ("GPT-4o and Mistral-7B reach 61%.", ""),
        ("We reach 61%.", "Method/QuantFold"),
        ("Experiments show gains of 3%.", "Method/QuantFold"),
        ("In this way, quantfold reaches 61%.", "Method/QuantFold"),
    ],
)
def test_what_speaks_of_the_own_work_has_its_values(body: str, method: str) -> None:
    assert [r.method for r in results(body)] == [method]


def test_a_value_that_the_own_is_set_against_is_not_own() -> None:
    _, other = results("QuantFold achieves an F1 of 55.3%, versus 32.1% for plain tuning.")
    assert (other.method, other.role) == ("", "baseline")


def test_beside_a_data_set_the_paper_is_not_of_its_method() -> None:
    title = "PlotMix: A Dataset for Reading Plots"
    body = "We introduce PlotMix, a dataset of plots, and PlotFold, a method to train on it."
    (paper,) = extract([(title, f"{body} Our experiments show gains of 3% on MMLU.")])
    assert {r.method for r in paper.results} == {""}


def test_a_setting_is_that_of_the_number_beside_it() -> None:
    found = results("It reaches 61% on MMLU and 60% with 8-bit weights.")
    assert [r.setting for r in found] == ["", "8-bit"]


def test_data_that_do_something_are_not_measured_on() -> None:
    body = "We release PlotMix, a harder corpus that brings 3x larger gains."
    assert [(r.method, r.data) for r in results(body)] == [("", "")]


def test_a_sentence_on_several_benchmarks_is_of_none_of_them() -> None:
    title = "PlotEval: A Benchmark for Reading Plots"
    body = "We introduce PlotEval, a benchmark of plots. Across four benchmarks, GPT-4o gains 3%."
    (paper,) = extract([(title, body)])
    assert [r.data for r in paper.results] == [""]


def test_the_value_of_a_rival_without_name_is_not_own() -> None:
    found = results("QuantFold has an F1 of 14.8, surpassing the previous result of 12.3.")
    assert [r.method for r in found] == ["Method/QuantFold", ""]


def test_one_data_set_of_a_list_that_nobody_knows_is_left_out() -> None:
    (found,) = results("Across four (x^2-Set, y^3-Set, z^4-Set, and GSM8K), it gains 14.5%.")
    assert found.data == ""


def test_a_system_among_several_has_no_value_of_theirs() -> None:
    (found,) = results("Sweeps of GPT-4o and Mistral-7B on phones: accuracy is 61%.")
    assert (found.method, found.model) == ("", "")


def test_a_gain_on_a_list_that_opens_a_sentence_is_on_none_of_it_alone() -> None:
    found = results("On MMLU, GSM8K and MATH, it is good, improving by 21.0 points.")
    assert [r.data for r in found] == [""]


def test_a_value_on_a_list_that_opens_a_sentence_is_one_on_each() -> None:
    found = results("On MMLU, GSM8K and MATH, it reaches 61.0%.")
    assert [r.data.partition("/")[2] for r in found] == ["MMLU", "GSM8K", "MATH"]


def test_a_rival_in_brackets_that_are_closed_is_of_no_later_number() -> None:
    _, later = results("It gains 15.7 pp on MMLU (ahead of Mistral-7B), 6.9 pp on GSM8K.")
    assert later.baseline == ""


def test_a_rival_that_degrades_has_its_value() -> None:
    found = results("On MMLU, AdamW degrades to 61.2% accuracy, whereas QuantFold is stable.")
    assert [r.method for r in found] == ["Method/AdamW"]


def test_what_the_own_is_put_into_has_not_the_value() -> None:
    found = results("Integrating QuantFold into AdamW yields gains, achieving 61% on MMLU.")
    assert [r.method for r in found] == ["Method/QuantFold"]


def test_what_is_changed_is_no_model_of_the_clause_before() -> None:
    found = results("It raises the score of Llama-2-7B to 61.5%, boosting FooNet-B2 to 41.5%.")
    assert found[-1].model == ""
