"""What a number is: a value, a gain, a factor or no result at all; and which way it went."""

import pytest

from kg.extract import extract
from kg.model import Result


def results(body: str) -> tuple[Result, ...]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", own + body)])
    return found.results


@pytest.mark.parametrize(
    ("body", "kind", "direction"),
    [
        ("It brings a 33% speedup.", "delta", "higher"),
        ("It brings a reduction of 30% memory.", "delta", "lower"),
        ("The reduction was 40% of the length.", "delta", "lower"),
        ("It improves over LoRA up to 9% in terms of recall.", "delta", "higher"),
        ("It compresses the cache to 28% of the dense baseline.", "ratio", "lower"),
        ("It reduces errors at 1.06x the latency.", "ratio", "higher"),
        ("It has an 87% win rate over LoRA.", "absolute", ""),
        ("It makes the latency 3x faster.", "ratio", "lower"),
        ("It has gains of 7.3% in perplexity.", "delta", "lower"),
        ("It improves the L2 error by 22%.", "delta", "lower"),
        ("It reduces rejections and delivers 10-20% speedups over LoRA.", "delta", "higher"),
        ("With more steps, its gains increase to 8.5%.", "delta", "higher"),
        ("It has 79.5% human expert preference over LoRA.", "absolute", ""),
        ("Its accuracy plummets by around 37%.", "delta", "lower"),
        ("It outperforms LoRA by an average of **11.94%**.", "delta", "higher"),
        ("It yields 30% or greater improvement on GSM8K.", "delta", "higher"),
        ("It adds 2.1% memory overhead.", "delta", "higher"),
        ("It reaches 3.2 pp on GSM8K.", "delta", ""),
        ("It adds only 0.1% additional parameters.", "delta", "higher"),
        ("It only requires 18.4% inference time.", "ratio", "lower"),
        ("Its training time is 130% that of LoRA.", "absolute", ""),
        ("It cuts inference time and reaches 61.2% on GSM8K.", "absolute", ""),
        ("Its latency is 5% above the LoRA baseline.", "delta", "higher"),
        ("It yields a test gain of 2.1% on GSM8K.", "delta", "higher"),
        ("It runs with a speedup of 3.2x on GSM8K.", "ratio", "higher"),
        ("It beats LoRA, which needs 5x more memory.", "ratio", "higher"),
        ("Its relative error is within 2%.", "absolute", ""),
    ],
)
def test_kind_and_direction(body: str, kind: str, direction: str) -> None:
    (found,) = [r for r in results(body) if r.value]
    assert (found.kind, found.direction) == (kind, direction)


@pytest.mark.parametrize(
    "body",
    [
        "It has 181 tasks, of which 78% are inherently hard.",
        "For quality, 20% of QA pairs are validated by experts.",
        "We double the dataset by a new scheme.",
        "A model tuned with 5% Llama-2 data is as good.",
        "It leaves out much, exempting 94% of tokens from a second pass.",
        "We test it on all models at 20-50% compression ratios.",
        "Its scores span three orders of magnitude.",
        "Training with under 3% of MMLU is enough.",
        "It beats models that are 20 times larger.",
        "It works at a 4x compression.",
        "It turns 360-degree images into scenes with lower cost.",
    ],
)
def test_what_is_no_result(body: str) -> None:
    assert results(body) == ()


@pytest.mark.parametrize(
    "body",
    ["It is hard: F1 is below 50%.", "On MMLU, open models remain below 50%."],
)
def test_a_bound_of_a_value_is_a_value(body: str) -> None:
    (found,) = results(body)
    assert (str(found.value[0]), found.kind) == ("50", "absolute")


def test_a_rate_at_another_is_of_the_first_alone() -> None:
    found = results("It has a recall at 5% FPR of 61%.")
    assert [str(r.value[0]) for r in found] == ["61"]


def test_a_list_of_changes_is_of_changes() -> None:
    found = results("It raises MATH from 41.2% to 43.1% and 51.2% to 54.1% on GSM8K.")
    assert [str(r.value[0]) for r in found] == ["41.2", "43.1", "51.2", "54.1"]


def test_where_a_value_is_restored_to_is_no_loss() -> None:
    lost, kept = results("Accuracy drops by 31%, and then to 50% on GSM8K.")
    assert (lost.kind, kept.kind) == ("delta", "absolute")


def test_a_number_has_the_unit_of_what_it_is_set_beside() -> None:
    found = results("It has a latency of 8.5 vs. 35.9 ms.")
    assert [r.unit for r in found] == ["ms", "ms"]


@pytest.mark.parametrize(
    "body",
    [
        "The gap is real (95% CI [+5.1, +28.9] pp).",
        "We identify the 0.1% of neurons that matter.",
    ],
)
def test_what_is_certain_or_chosen_is_no_result(body: str) -> None:
    assert results(body) == ()


def test_a_deviation_behind_a_change_is_no_result() -> None:
    found = results("It is better on MMLU (8.0 -> 26.3 +/- 1.7).")
    assert [str(r.value[0]) for r in found] == ["8.0", "26.3"]


def test_a_change_from_the_value_of_a_rival() -> None:
    rival, own = results("It improves recall from 0.462 for GPT-4o to 0.499.")
    assert (rival.model, rival.role) == ("Model/GPT-4o", "baseline")
    assert (own.method, own.model, own.metric) == ("Method/QuantFold", "", "Metric/recall")


def test_a_tiny_gain_of_what_nobody_knows_is_not_in_points() -> None:
    (found,) = results("It reduces the final value by up to 0.0386.")
    assert found.unit == ""


def test_a_loss_in_points_beside_a_ratio_is_a_difference() -> None:
    ratio, loss = results("It reaches 1.7x the throughput at 0.2 points of accuracy loss.")
    assert [(ratio.unit, ratio.kind), (loss.unit, loss.kind)] == [
        ("x", "ratio"),
        ("points", "delta"),
    ]


def test_a_time_beside_a_speedup_is_not_measured_as_one() -> None:
    found = results("It reaches a 25x speedup with a processing time under 10 minutes.")
    assert [r.metric for r in found if r.unit == "minutes"] == [""]
