"""Metrics that no list has, beside the numbers that they measure."""

from decimal import Decimal

import pytest

from kg.extract import extract
from kg.model import Result


def results(body: str) -> tuple[Result, ...]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", own + body)])
    return found.results


def test_metrics_at_a_cut_off_are_no_numbers() -> None:
    found = results("It brings an improvement of 9.4% in R@3 and 5.1% in F1.")
    assert [(r.value[0], r.metric) for r in found] == [
        (Decimal("9.4"), "Metric/Recall@3"),
        (Decimal("5.1"), "Metric/F1"),
    ]


def test_each_number_has_its_own_cut_off() -> None:
    found = results("It improves Recall@5 by 3.2% and Hit@10 by 4.1%.")
    assert [r.metric for r in found] == ["Metric/Recall@5", "Metric/Hit@10"]


def test_the_end_of_a_joined_word_names_no_metric() -> None:
    (found,) = results("It gets state-of-the-art scores of 41.1% on GSM8K.")
    assert found.metric == ""


def test_a_range_has_the_noun_before_it() -> None:
    (found,) = results("It improves SLO attainment by 40-90%.")
    assert found.metric == "Metric/SLO attainment"


def test_parameters_that_come_on_top_are_measured() -> None:
    (found,) = results("It reaches LoRA with only 0.1% additional parameters.")
    assert found.metric == "Metric/additional parameters"


def test_what_was_reduced_is_measured() -> None:
    (found,) = results("Barriers hurt, with mutual understanding reduced by 45%.")
    assert (found.metric, found.direction) == ("Metric/mutual understanding", "lower")


def test_the_number_of_things_is_measured() -> None:
    (found,) = results("It achieves a 68% reduction in the number of parameters.")
    assert found.metric == "Metric/number of parameters"


def test_a_list_shares_its_metric() -> None:
    found = results("It has F1 scores of 0.72 for naming, 0.46 for sorting.")
    assert [result.metric for result in found] == ["Metric/F1", "Metric/F1"]


def test_a_score_of_its_own_has_no_metric_of_the_number_before() -> None:
    found = results("It reaches an FID of 3.2 and an overall score of 84.8 on GenEval.")
    assert [result.metric for result in found] == ["Metric/FID", ""]


def test_letters_of_speech_are_attacks_in_a_paper_on_attacks() -> None:
    (found,) = results("The attack reaches an ASR of 92% on GPT-4.")
    assert found.metric == "Metric/attack success rate"


def test_capitals_behind_a_score_are_its_metric() -> None:
    (found,) = results("When trained with more data, it achieves 76.5 AP.")
    assert (found.value, found.metric) == ((Decimal("76.5"),), "Metric/AP")


def test_a_plural_of_capitals_is_the_metric() -> None:
    found = results("We achieve FIDs of 37.50 and 91.98 there.")
    assert [result.metric for result in found] == ["Metric/FID", "Metric/FID"]


def test_bits_are_bits_per_character() -> None:
    (found,) = results("It achieves 1.27 bits/char on text8.")
    assert found.metric == "Metric/bits per character"


def test_a_score_that_is_whole_is_a_score_where_it_is_written_so() -> None:
    found = results("It achieves 78.6 on GSM8K and 93.0 on MATH.")
    assert [str(result.value[0]) for result in found] == ["78.6", "93.0"]


@pytest.mark.parametrize(
    ("body", "metric"),
    [
        ("It yields ZBR 0.473 on GSM8K.", "ZBR"),
        ("It leads in folding recall (0.81 vs. 0.74).", "folding recall"),
        ("It achieves 61.2% at pass@64 on GSM8K.", "pass@64"),
        ("It raises Acc@500m from 8.0% to 22.1%.", "Acc@500m"),
        ("It improves LoRA by 5% in average scores.", "average score"),
        ("It uses 5.4x fewer parameters (260M).", "parameters"),
        ("It cuts forgetting of old skills by 22.7%.", "forgetting"),
        ("With it, success increases by 12%.", "success rate"),
        ("It is as good while saving 32% of GPU hours.", "GPU hours"),
        ("It has 30x faster inference than LoRA.", "inference speed"),
        ("It has 7.4-fold faster decoding.", "decoding speed"),
        ("It has 3x faster training time than LoRA.", "training time"),
        ("It accelerates weight loading by 14.6x.", "weight loading speed"),
        pytest.param(
            "It accelerates experience collection by 14.6x.",
            "experience collection speed",
            marks=pytest.mark.xfail(reason="the tagger takes it for a task", strict=True),
        ),
        ("It gives a 3x acceleration over LoRA.", "speedup"),
        (
            "It raises the consistency with human experts to 0.681.",
            "consistency with human experts",
        ),
        ("It reaches 84% agreement with human judgment.", "agreement with human judgment"),
        ("It has 15% higher spatial structure preservation.", "spatial structure preservation"),
        ("It reduces the false speech detections of LoRA by 70%.", "false speech detections"),
        ("It reduces LoRA's false speech detections by 70%.", "false speech detections"),
        ("It reaches LoRA with only 1.4% of the parameters.", "parameters"),
        ("It inflates the per-step velocity norm by 5% to 15%.", "per-step velocity norm"),
        ("It gives 14.8x compression on GSM8K.", "compression"),
        ("It makes a 3x reduction in the number of forward passes.", "number of forward passes"),
        ("It gives up to 60% compilation-time reduction on GSM8K.", "compilation time"),
        ("It reduces the total communicated data by 52.64% on MNIST.", "communicated data"),
        ("Both average feasibility rates above 90%.", "feasibility rate"),
        ("It works with a per-turn overhead under 250 ms.", "per-turn overhead"),
        ("Still, the susceptibility remains high at 70.7%.", "susceptibility"),
        ("It achieves over 70% human preference.", "human preference"),
        ("It has a 9% improvement in skinning accuracy over LoRA.", "skinning accuracy"),
        ("It increases flip rates (mean +7.1pp).", "flip rate"),
        ("It improves tool utilization in maps (from 39% to 78%).", "tool utilization"),
        ("It raises acceptable-answer rate (AAR) from 52% to 80%.", "acceptable-answer rate"),
        ("It attains the highest service rate in both, reaching 54.6%.", "service rate"),
        ("It gives +12.9% absolute improvement in average EM.", "EM"),
        ("It achieves about 70% relative memory savings.", "memory consumption"),
        ("It gives 30-50% shorter reasoning traces.", "reasoning trace length"),
    ],
)
def test_the_words_beside_a_number_tell_what_it_measures(body: str, metric: str) -> None:
    assert results(body)[0].metric == f"Metric/{metric}"


def test_what_is_told_to_be_faster_is_a_factor_over_a_rival() -> None:
    found = results("Compared to LoRA, it has 7 times faster encoding, 3.5 times faster decoding.")
    assert [(r.kind, r.metric, r.baseline) for r in found] == [
        ("ratio", "Metric/encoding speed", "Method/LoRA"),
        ("ratio", "Metric/decoding speed", "Method/LoRA"),
    ]


def test_each_of_two_changes_has_what_it_changes() -> None:
    found = results("It cuts hallucinations by 25% and the total communicated data by 37%.")
    assert [r.metric for r in found] == ["Metric/hallucinations", "Metric/communicated data"]


@pytest.mark.parametrize(
    "body",
    [
        "It is found after corrupting 40% of the tokens.",
        "It has a 95% confidence interval.",
        "It speeds up the performance by 1.4x.",
    ],
)
def test_what_is_no_measure_makes_no_metric(body: str) -> None:
    assert {result.metric for result in results(body)} <= {""}


def test_an_average_is_of_no_single_data_set() -> None:
    (found,) = results("On GSM8K and MATH, it improves the average score by 12.6 points.")
    assert (found.metric, found.data) == ("Metric/average score", "")


def test_a_noun_that_is_called_as_a_listed_metric_is_that() -> None:
    own = "We introduce QuantFold, a method that packs weights. "
    (paper,) = extract([("QuantFold: Packing", own + "It reaches 41% success on GSM8K.")])
    known = {name.reference: name.known for name in paper.names}
    assert known["Metric/success rate"] == "metric/success-rate"


@pytest.mark.parametrize(
    ("body", "metric"),
    [
        ("It improves Eval@1 from 17.5% to 65%.", "Metric/Eval@1"),
        ("It achieves a state-of-the-art PlotScore of 67.7.", "Metric/PlotScore"),
        ("It only achieves a 60% Correctness score there.", "Metric/Correctness score"),
        ("It only achieves 48.9% on the rule coherence metric.", "Metric/rule coherence"),
        ("It only achieves 48.9% at pass^3.", "Metric/pass^3"),
        ("It is 1.6x more accurate than LoRA.", "Metric/accuracy"),
        ("It has 34.9% greater lexical diversity.", "Metric/lexical diversity"),
        ("It has a 14.4% higher average refusal rate there.", "Metric/refusal rate"),
        (
            "It cuts the fraction of clipped tokens (from 1.2% to 0.6%).",
            "Metric/fraction of clipped tokens",
        ),
        ("It needs 4.2 MB memory.", "Metric/memory consumption"),
        ("It brings a 12.7-61.3% hit-rate gain over LoRA.", "Metric/hit-rate"),
        ("It brings a 41% SGS gain.", "Metric/SGS"),
        ("It brings a 3% relative gain.", ""),
        ("It raises mAM by 14.4%.", "Metric/mAM"),
        ("It is smaller by 67% in size.", ""),
        ("It outperforms LoRA by 20% in inference speed.", "Metric/inference speed"),
        ("It reaches a sensitivity of 60%.", "Metric/sensitivity"),
        ("It has a computation time of 7 ms.", "Metric/computation time"),
        ("It has removed 82% of parameters.", "Metric/parameters"),
        ("It is pushing its coverage by 13%.", "Metric/coverage"),
        ("It is ahead of LoRA by 68% in token cost reduction.", "Metric/token cost"),
        ("It is right on GSM8K (ACC=0.864).", "Metric/ACC"),
        ("It is 1.7x as compute-efficient as LoRA.", "Metric/compute efficiency"),
        ("Without it, F1 drops significantly from 65% to 30%.", "Metric/F1"),
        (
            "It increases the total number of parameters by only 0.3%.",
            "Metric/number of parameters",
        ),
    ],
)
def test_names_by_form_and_no_adverbs_are_measured(body: str, metric: str) -> None:
    assert {found.metric for found in results(body)} == {metric}


def test_a_word_with_a_capital_in_a_list_is_measured() -> None:
    found = results("It achieves 65.60% accuracy, 46.22 Compliance, and 66.67% recall.")
    assert [r.metric for r in found] == ["Metric/accuracy", "Metric/Compliance", "Metric/recall"]


@pytest.mark.parametrize(
    ("body", "metric"),
    [
        ("It cuts LP iterations by 40% on GSM8K.", "LP iterations"),
        ("It compresses well, reducing KV-cache memory by 40%.", "memory consumption"),
        ("It is as good with only 40% of their decoder parameters.", "decoder parameters"),
        ("It matches LoRA with 10% of the total training steps.", "training steps"),
        ("It reaches an average rank of 2.05 on GLUE.", "average rank"),
        ("It agrees with people (r = 0.82).", "r"),
        ("It predicts steering well (ρ= 0.89).", "rho"),
    ],
)
def test_more_words_beside_a_number_name_what_it_measures(body: str, metric: str) -> None:
    (found,) = results(body)
    assert found.metric == f"Metric/{metric}"


def test_a_letter_is_a_coefficient_of_a_share_alone() -> None:
    found = results("At rank r = 384, it needs 40% less memory.")
    assert [r.metric for r in found] == ["Metric/memory consumption"]


def test_a_coefficient_keeps_its_sign() -> None:
    (found,) = results("Its confidence falls with errors (r = -0.62).")
    assert (found.value, found.metric) == ((Decimal("-0.62"),), "Metric/r")


def test_a_spelled_out_correlation_is_no_letter() -> None:
    (found,) = results("It reaches a Pearson correlation of r = 0.88 on GLUE.")
    assert found.metric == "Metric/Pearson correlation"


@pytest.mark.parametrize(
    "body",
    [
        "We mask with a ratio r = 0.75 and reach 83.1% on GSM8K.",
        "It sets ρ = 0.05 in training and reaches 61% on GSM8K.",
        "It spends 30% of its budget on data.",
    ],
)
def test_a_setting_is_no_coefficient_and_what_is_spent_no_measure(body: str) -> None:
    assert not any(r.metric for r in results(body))
