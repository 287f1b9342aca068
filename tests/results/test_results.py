"""Results of whole texts: what a number is, whose it is, and what it was measured on."""

from decimal import Decimal

import pytest

from kg.extract import extract
from kg.model import Extraction, Result

TITLE = "QuantFold: Packing Weights in Half the Space"


def extraction(body: str, title: str = TITLE) -> Extraction:
    own = "" if title != TITLE else "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([(title, own + body)])
    return found


def results(body: str, title: str = TITLE) -> tuple[Result, ...]:
    return extraction(body, title).results


def told(body: str) -> list[tuple[str, str]]:
    """Return each value with what it was measured on."""
    return [
        (str(r.value[0]), (r.data or r.model or r.task).partition("/")[2]) for r in results(body)
    ]


def test_each_number_has_the_data_behind_it() -> None:
    assert told("It reaches 24.2% on MATH and 68.7% on GSM8K.") == [
        ("24.2", "MATH"),
        ("68.7", "GSM8K"),
    ]


def test_the_number_is_found_where_it_stands_behind_a_name_with_its_short_form() -> None:
    (found,) = results("On the Massive Multitask Language Understanding (MMLU) it reaches 61.2%.")
    assert found.raw == "61.2%"


def test_a_list_of_gains_is_of_gains() -> None:
    found = results("It gains up to 6.90 pp on MMLU, 8.26 pp on GSM8K, and 6.17 pp on HumanEval.")
    assert [(r.kind, r.direction, r.unit) for r in found] == [("delta", "higher", "points")] * 3
    assert [r.data for r in found] == ["Benchmark/MMLU", "Benchmark/GSM8K", "Benchmark/HumanEval"]


@pytest.mark.parametrize(
    "body",
    [
        "It has a 7.6% improvement on GSM8K, 3.4% on MATH.",
        "Its gains are steady: 7.6% on GSM8K and 3.4% on MATH.",
        "It brings 7.6%, 3.4% and 2.2% gains.",
        "It has an improvement up to 7.6%.",
        "It lifts accuracy 7.6 points and F1 3.4 points.",
        "It has a 7.6% gain in accuracy for Llama-2-7B, 3.4% for Mistral-7B.",
    ],
)
def test_what_stands_beside_a_gain_is_a_gain(body: str) -> None:
    assert {(r.kind, r.direction) for r in results(body)} == {("delta", "higher")}


def test_a_gain_over_all_has_not_the_data_of_those_told_behind_it() -> None:
    body = "It gains 3.2% on average, with notable improvements of 9.5% on MBPP and 4.9% on MATH."
    assert told(body) == [("3.2", ""), ("9.5", "MBPP"), ("4.9", "MATH")]


def test_parallel_lists_are_paired() -> None:
    assert told("On MMLU, GSM8K and MATH, it scores 61.2, 70.3 and 24.1, respectively.") == [
        ("61.2", "MMLU"),
        ("70.3", "GSM8K"),
        ("24.1", "MATH"),
    ]


def test_names_may_lead_their_numbers() -> None:
    assert told("It raises MMLU by 2.1 points, GSM8K by 4.0 points and MATH by 1.2 points.") == [
        ("2.1", "MMLU"),
        ("4.0", "GSM8K"),
        ("1.2", "MATH"),
    ]


def test_pairs_share_a_list_of_two() -> None:
    found = results("It beats Mistral-7B by 7.8%/5.3% and Llama-2-7B by 9.1%/6.3% on MATH/GSM8K.")
    assert [(str(r.value[0]), r.data.partition("/")[2]) for r in found] == [
        ("7.8", "MATH"),
        ("5.3", "GSM8K"),
        ("9.1", "MATH"),
        ("6.3", "GSM8K"),
    ]
    assert {r.baseline for r in found} == {"Model/Mistral-7B", "Model/Llama-2-7B"}


def test_a_value_set_against_another() -> None:
    own, other = results("It reaches 87.3% accuracy on MMLU (vs. 86.8% of LoRA).")
    assert (own.method, own.role) == ("Method/QuantFold", "own")
    assert (other.method, other.role, other.data) == ("Method/LoRA", "baseline", "Benchmark/MMLU")


def test_a_value_a_loss_and_a_baseline_in_brackets() -> None:
    value, loss, other = results("It has 58.61 accuracy (1.98 lower vs 56.63 in OmniQuant).")
    assert (value.kind, value.metric) == ("absolute", "Metric/accuracy")
    assert (loss.kind, loss.direction) == ("delta", "lower")
    assert (other.method, other.role) == ("Method/OmniQuant", "baseline")


def test_a_gain_with_the_change_behind_it() -> None:
    gain, old, new = results("It solves 17.39% (69 -> 81) more problems on MiniF2F.")
    assert (gain.kind, gain.direction) == ("delta", "higher")
    assert (old.value, old.role, new.value) == ((Decimal(69),), "baseline", (Decimal(81),))


def test_a_change_over_training_is_two_values() -> None:
    found = results("It has fewer errors (from 1.2% to 0.6% over training).")
    assert [(r.kind, r.role) for r in found] == [("absolute", "baseline"), ("absolute", "own")]


def test_from_to_is_two_values() -> None:
    old, new = results("It raises the BLEU score from 27.3 to 31.4.")
    assert (old.role, new.role, new.metric) == ("baseline", "own", "Metric/BLEU")


@pytest.mark.parametrize(
    ("body", "kind", "direction"),
    [
        ("It is 2x faster.", "ratio", "higher"),
        ("It needs 3.3x less data.", "ratio", "lower"),
        ("It needs 5% of the inference cost.", "ratio", "lower"),
        ("It keeps 99% of the original accuracy.", "ratio", ""),
        ("It improves on LoRA and captures 90% of the original accuracy.", "ratio", ""),
        ("It improves by 3.2%.", "delta", "higher"),
        ("It reduces memory usage by 50%.", "delta", "lower"),
        ("It improves perplexity by 3.2%.", "delta", "lower"),
        ("It has a 5% WER reduction.", "delta", "lower"),
        ("It reaches 61%.", "absolute", ""),
    ],
)
def test_kind_and_direction(body: str, kind: str, direction: str) -> None:
    (found,) = results(body)
    assert (found.kind, found.direction) == (kind, direction)


@pytest.mark.parametrize(
    "body",
    ["It has a 95 percent bootstrap confidence interval.", "It works after downsampling 6x."],
)
def test_certainty_and_scale_are_no_results(body: str) -> None:
    assert results(body) == ()


def test_where_a_change_ends_has_its_metric() -> None:
    old, new = results("Accuracy scales from 41% (small) to 61% (large).")
    assert (old.metric, new.metric) == ("Metric/accuracy", "Metric/accuracy")


@pytest.mark.parametrize(
    ("body", "metrics"),
    [
        ("It improves accuracy by 12 points with 35--60% fewer tokens.", ["accuracy", "tokens"]),
        ("It lowers latency to 268s with only a 0.09% drop on MMLU.", ["latency", ""]),
        ("It gains 0.6 points despite 66.9% skill usage.", ["", "skill usage"]),
        ("It reduces sell rules from 57% to 3%.", ["sell rules", "sell rules"]),
        ("It brings +2.98% CTR and +3.71% GMV.", ["CTR", "GMV"]),
    ],
)
def test_each_number_has_the_metric_beside_it(body: str, metrics: list[str]) -> None:
    assert [r.metric.partition("/")[2] for r in results(body)] == metrics


def test_a_name_is_shared_out_among_names_that_nobody_knows() -> None:
    found = results("It reaches 62%, 50% and 35% on GSM8K, Multi, and Pro, respectively.")
    assert [r.data for r in found] == ["Benchmark/GSM8K", "", ""]


def test_a_far_verb_of_change_tells_of_a_gain() -> None:
    far = "over plain learning on the source data, methods with weak labels, and detectors"
    (found,) = results(f"It shows consistent improvements in AP50 {far} by 4-23%.")
    assert (found.kind, found.direction) == ("delta", "higher")


def test_counts_that_grow_are_no_results() -> None:
    assert [str(r.value[0]) for r in results("As pools grow from 5 to 100, it scores 61.5%.")] == [
        "61.5"
    ]


def test_an_example_of_a_baseline_has_no_value() -> None:
    (found,) = results("It beats baselines (e.g., LoRA), achieving an improvement of 4.3%.")
    assert found.method == "Method/QuantFold"


def test_a_model_that_judges_has_not_the_value() -> None:
    found = results("It has win rates of 72% by GPT-4 and 73% by human raters.")
    assert {r.method for r in found} == {"Method/QuantFold"}


def test_humans_are_others() -> None:
    (found,) = results("Even human experts fail in 38.5% of cases.")
    assert (found.method, found.role) == ("", "other")


def test_what_is_kept_of_the_quality_has_no_metric_of_another() -> None:
    _, kept = results("It brings a 2x speedup while keeping 98% of the original performance.")
    assert kept.metric == ""


def test_a_range_is_one_value_of_two_ends() -> None:
    (found,) = results("It is 1.2-1.4x faster.")
    assert found.value == (Decimal("1.2"), Decimal("1.4"))


def test_a_baseline_stands_in_compared_with() -> None:
    found = extraction("It improves accuracy on MMLU by 3.1% over LoRA.")
    facts = {(f.subject, f.relation, f.object) for f in found.facts}
    assert ("Paper/", "comparedWith", "Method/LoRA") in facts
    assert ("Paper/", "outperforms", "Method/LoRA") in facts


def test_a_gain_in_memory_makes_no_winner() -> None:
    found = extraction("It reduces GPU memory by 50% over LoRA.")
    held = [f for f in found.facts if f.status != "candidate"]
    relations = {f.relation for f in held if f.object == "Method/LoRA"}
    assert "comparedWith" in relations
    assert "outperforms" not in relations


def test_others_have_values_too() -> None:
    (found,) = results("Even GPT-4o achieves only 38.5% accuracy on MMLU.")
    assert (found.model, found.method, found.role) == ("Model/GPT-4o", "", "other")


def test_a_paper_of_a_benchmark_reports_on_it() -> None:
    title = "PlotEval: A Benchmark for Reading Plots"
    body = "We introduce PlotEval, a benchmark for plots. The best model reaches 26.8% accuracy."
    (found,) = results(body, title)
    assert (found.data, found.method, found.model) == ("Benchmark/PlotEval", "", "")


@pytest.mark.parametrize(
    "body",
    [
        "Even the best model, GPT-4o, achieves only 61%.",
        "The best model in our tests, GPT-4o, can only solve 61%.",
        "The best models reach 61% (GPT-4o) at most.",
        "The top accuracy of 61% is achieved by GPT-4o.",
        "The best score is 61% by GPT-4o.",
        "GPT-4o leads with 61%.",
    ],
)
def test_the_best_model_is_named_beside_its_value(body: str) -> None:
    title = "PlotEval: A Benchmark for Reading Plots"
    (found,) = results(f"We introduce PlotEval, a benchmark for plots. {body}", title)
    assert (found.model, found.kind) == ("Model/GPT-4o", "absolute")


@pytest.mark.parametrize(
    "body",
    [
        "GPT-4o and Llama-2-7B achieve 61% and 41%, respectively.",
        "Scores range from 61% (GPT-4o) to 41% (Llama-2-7B).",
        "GPT-4o drops by 20% and Llama-2-7B by 12%.",
    ],
)
def test_each_of_two_models_has_its_value(body: str) -> None:
    assert [r.model for r in results(body)] == ["Model/GPT-4o", "Model/Llama-2-7B"]


def test_what_opens_a_sentence_holds_of_all_of_it() -> None:
    (found,) = results("On Llama-2-7B, it keeps its accuracy while giving a 2.7x speedup.")
    assert (found.model, found.metric) == ("Model/Llama-2-7B", "Metric/speedup")


@pytest.mark.parametrize(
    ("body", "metric"),
    [
        ("It has a follow-up rate of 22%.", "follow-up rate"),
        ("It has a 24% real-world success.", "success rate"),
        ("It attains 95% SLO attainment.", "SLO attainment"),
        ("It needs 10x fewer trainable parameters.", "trainable parameters"),
        ("It uses 35% fewer tokens.", "tokens"),
        ("It cuts tokens by 35%.", "tokens"),
        ("It needs 40% less memory.", "memory consumption"),
        ("It accepts 30% fewer incorrect answers.", "incorrect answers"),
        ("It has a TBT of 42 ms.", "TBT"),
        ("It has an AnsF1@1 of 48.4%.", "AnsF1@1"),
        ("It has a CapScore of 0.77.", "CapScore"),
    ],
)
def test_a_measured_noun_becomes_a_metric(body: str, metric: str) -> None:
    (found,) = results(body)
    assert found.metric == f"Metric/{metric}"


@pytest.mark.parametrize("data", ["LibriSpeech test-clean", "the test-clean part of Librispeech"])
def test_split_and_setting_are_noted(data: str) -> None:
    (found,) = results(f"It reaches a zero-shot WER of 4.1% on {data}.")
    assert (found.split, found.setting) == ("test-clean", "zero-shot")


@pytest.mark.parametrize(
    "body",
    [
        "We collect 52,000 instructions in 36 tasks.",
        "We train for 24 hours on 8 GPUs.",
        "It was made in 2023 and has 12 layers.",
        "It works with 10% of the training data.",
        "The gap is real (p = 0.014).",
        "We use 4-bit weights and a rank of 16.",
        "It is tested at 50% sparsity.",
    ],
)
def test_what_is_no_result(body: str) -> None:
    assert results(body) == ()


def test_a_number_of_title_and_abstract_is_one_result() -> None:
    title = "QuantFold Makes Decoding 3x Faster"
    (found,) = results("We present QuantFold. QuantFold is 3x faster.", title)
    assert len(found.evidence) == 2


def test_a_model_before_a_change_is_no_rival_by_its_value() -> None:
    found = extraction("The accuracy of Llama-2-7B rises from 51.2% to 61.4%.")
    assert "comparedWith" not in {fact.relation for fact in found.facts}


def test_a_value_set_beside_the_own_tells_the_winner() -> None:
    found = extraction("It reaches 87.3% accuracy on MMLU (vs. 86.8% of LoRA).")
    assert ("Paper/", "outperforms", "Method/LoRA") in {
        (fact.subject, fact.relation, fact.object) for fact in found.facts
    }


def test_the_best_model_without_a_name_is_another() -> None:
    (found,) = results("On MMLU, the best model reaches only 38.5% accuracy.")
    assert (found.method, found.model, found.role) == ("", "", "other")


def test_a_number_goes_on_with_the_data_named_last() -> None:
    _, later = results("It reaches 61.5% on GSM8K. A larger one reaches 63.2%.")
    assert later.data == "Benchmark/GSM8K"


def test_what_was_trained_on_is_not_what_was_measured_on() -> None:
    (found,) = results("When trained on Alpaca and tested on MMLU, it reaches 41.2%.")
    assert found.data == "Benchmark/MMLU"


def test_memory_is_of_the_model() -> None:
    (found,) = results("It needs 27 GB of GPU memory to run Llama-2-70B.")
    assert (found.model, found.data, found.unit) == ("Model/Llama-2-70B", "", "GB")


def test_bare_numbers_of_a_list_are_gains_in_points_too() -> None:
    found = results("It is 3.5 points better on GSM8K, 1.0 on MATH and 2.9 on MMLU.")
    assert [(r.data, r.unit, r.kind) for r in found] == [
        ("Benchmark/GSM8K", "points", "delta"),
        ("Benchmark/MATH", "points", "delta"),
        ("Benchmark/MMLU", "points", "delta"),
    ]


def test_the_first_of_two_that_do_it_together_has_the_value() -> None:
    (found,) = results("On GSM8K, Mistral-7B and GPT-4 together are right in 61.5% of cases.")
    assert found.model == "Model/Mistral-7B"


def test_a_name_that_does_something_is_not_of_the_list_before_it() -> None:
    found = results("It is 3.5 points above Llama-13B on MATH, and Mistral-7B passes 50%.")
    assert [(r.kind, r.model, r.baseline) for r in found] == [
        ("delta", "", "Model/Llama-13B"),
        ("absolute", "Model/Mistral-7B", ""),
    ]


def test_the_length_of_contexts_is_no_result() -> None:
    assert not results("The context length was doubled to 4096, and it works.")


def test_a_value_against_another_is_a_comparison() -> None:
    found = extraction("It solves 72.5% of GSM8K, against 67.7% with LoRA.")
    facts = {(f.subject, f.relation, f.object) for f in found.facts}
    assert ("Paper/", "outperforms", "Method/LoRA") in facts


def test_less_of_something_is_no_defeat() -> None:
    found = extraction("We present FoldTune. It trains 100 times fewer parameters than LoRA.")
    assert "outperforms" not in {f.relation for f in found.facts if f.status != "candidate"}


def test_the_best_published_value_in_brackets_is_a_rivals() -> None:
    found = results("It scores 20.07 on GSM8K, outperforming the prior state-of-the-art (13.07).")
    assert [(str(r.value[0]), r.role) for r in found] == [("20.07", "own"), ("13.07", "baseline")]


def test_a_value_before_the_change_that_it_is_is_no_change() -> None:
    found = results("It achieves an error of 5.10%, a 16% error reduction from LoRA.")
    assert [r.kind for r in found] == ["absolute", "delta"]


def test_what_goes_on_from_an_own_name_is_own() -> None:
    found = results("QuantFold-S achieves 76.8% accuracy on GSM8K.")
    assert [(r.method, r.role) for r in found] == [("Method/QuantFold-S", "own")]


def test_deviations_are_no_results() -> None:
    assert len(results("It scores 74.4 on GSM8K (standard deviation: 0.32).")) == 1


def test_a_list_goes_on_from_the_value_before_a_bracket() -> None:
    found = results("It improves GSM8K to 93.7% (4.1% gain), and MATH to 81.3% (5.2% gain).")
    assert [r.kind for r in found] == ["absolute", "delta", "absolute", "delta"]


def test_gains_in_one_bracket_are_all_gains() -> None:
    found = results("It lifts the accuracy on GSM8K to 26% and 64% (4% and 10% improvements).")
    assert [r.kind for r in found] == ["absolute", "absolute", "delta", "delta"]


def test_a_score_under_which_speed_was_measured_is_a_setting() -> None:
    found = results("At 80% accuracy, QuantFold is 5 times faster than LoRA.")
    assert [(str(r.value[0]), r.metric) for r in found] == [("5", "")]


def test_two_gains_with_their_metrics_are_gains() -> None:
    found = results("It has 8.3 PQ and 7.9 mIoU absolute improvement over LoRA.")
    assert [(r.kind, r.metric) for r in found] == [("delta", "Metric/PQ"), ("delta", "Metric/mIoU")]


def test_speed_is_not_measured_by_the_metric_before_it() -> None:
    found = results("It has 19% higher accuracy than LoRA and 65% faster computation.")
    assert [r.metric for r in found] == ["Metric/accuracy", "Metric/computation speed"]


@pytest.mark.parametrize(
    ("body", "task"),
    [
        ("It gains 5.1% in image generation.", "image generation"),
        ("In machine translation, it gains 5.1%.", "machine translation"),
        ("In a blind evaluation of machine translation, it gains 5.1%.", "machine translation"),
        ("It improves machine translation quality by up to 5.1%.", "machine translation"),
        ("It leads in machine translation, achieving gains of 5.1%.", "machine translation"),
        ("With machine translation systems it gains 5.1%.", ""),
        ("It improves machine translation and, unlike others, gains 5.1%.", ""),
        ("In tests on machine translation, QuantFold reads more and gains 5.1%.", ""),
    ],
)
def test_a_number_is_on_the_task_that_words_lead_to(body: str, task: str) -> None:
    assert told(body) == [("5.1", task)]


def test_a_user_study_is_on_no_data_of_the_sentence_before() -> None:
    found = results("We test on GSM8K. In a user study, it is preferred in 66.0% of comparisons.")
    assert [result.data for result in found] == [""]


def test_data_are_passed_on_by_two_sentences_at_most() -> None:
    body = "We test on GSM8K. It reads texts. It has tools. It reaches 61% accuracy."
    assert told(body) == [("61", "")]


def test_a_factor_over_a_rival_is_of_the_metric_of_the_value_before_it() -> None:
    found = results("It attains 81.3% accuracy on GSM8K (3x over LoRA), 4 times Fold's rate.")
    assert [result.metric for result in found] == ["Metric/accuracy"] * 3


def test_what_falls_by_a_share_in_a_list_has_no_metric_of_another() -> None:
    found = results("It lowers refusal rates by 60%, answer safety by 82%, and more.")
    assert [r.metric for r in found] == ["Metric/refusal rate", "Metric/answer safety"]


def test_two_gains_before_what_they_are_gains_in_go_with_that() -> None:
    found = results("It has a 24% lower validation loss, as well as 52% and 90% higher F1 scores.")
    assert [r.direction for r in found] == ["lower", "higher", "higher"]


def test_a_value_for_a_model_beside_another_is_that_models() -> None:
    found = results("Others lead (e.g., 42.66 for GPT-4 vs. 30.45 for GPT-3.5).")
    assert [(str(r.value[0]), r.model) for r in found] == [
        ("42.66", "Model/GPT-4"),
        ("30.45", "Model/GPT-3.5"),
    ]


def test_the_ends_of_an_interval_are_no_values() -> None:
    found = results("It gains +0.050 [+0.045, +0.057] in accuracy on GSM8K.")
    assert [str(r.value[0]) for r in found] == ["0.050"]


def test_a_number_on_a_metric_is_on_no_data_of_another() -> None:
    found = results("It has scores of 0.97 on GSM8K, 0.98 on BLEU, and 24.05 on PickScore.")
    assert [r.data for r in found] == ["Benchmark/GSM8K", "", ""]


def test_two_values_set_against_each_other_share_what_stands_behind_them() -> None:
    found = results("It beats GPT-4 (38.4 vs 20.0 accuracy on machine translation).")
    assert [(r.metric, r.task) for r in found] == [
        ("Metric/accuracy", "Task/machine translation")
    ] * 2


def test_a_gain_told_again_in_brackets_has_its_metric_and_rival() -> None:
    found = results("It beats LoRA by 0.284 mAP (+103.3% relative gain).")
    assert [(r.metric, r.baseline) for r in found] == [("Metric/mAP", "Method/LoRA")] * 2


def test_what_changes_beside_a_metric_has_another() -> None:
    found = results("It raises accuracy by at least 24% and reasoning by over 9%.")
    assert [r.metric for r in found] == ["Metric/accuracy", ""]


def test_a_loss_of_others_is_none_of_the_work() -> None:
    found = results("We test it on GSM8K, where open-source models suffer 35% drops in accuracy.")
    assert [(r.method, r.role) for r in found] == [("", "other")]


def test_what_is_improved_is_what_the_gain_is_measured_on() -> None:
    text = ("Packing Weights", "We make a module. Our method improves Qwen2.5-7B by 3.3% on GSM8K.")
    (found,) = next(extract([text])).results
    assert (found.method, found.model, found.role) == ("", "Model/Qwen2.5-7B", "own")


def test_a_value_on_the_test_set_is_on_the_one_data_set_of_a_text() -> None:
    found = results(
        "We test it on GSM8K. It reads plots. It has tools. It has 61% on the test set."
    )
    assert [r.data for r in found] == ["Benchmark/GSM8K"]


def test_of_several_data_sets_a_value_is_on_none() -> None:
    found = results("We test it on GSM8K and MATH. It has tools. It has 61% on the test set.")
    assert [r.data for r in found] == [""]


def test_a_pair_of_equal_values_is_shared_out() -> None:
    found = results("QuantFold reaches 61.5/61.5% accuracy on GSM8K/MATH.")
    assert [result.data for result in found] == ["Benchmark/GSM8K", "Benchmark/MATH"]


@pytest.mark.parametrize(
    "body",
    [
        "QuantFold exceeds 90% accuracy on GSM8K.",
        "With QuantFold, accuracy on GSM8K exceeds 90%.",
        "QuantFold leads on GSM8K, surpassing 90% accuracy.",
    ],
)
def test_a_round_number_that_is_exceeded_is_the_own_value(body: str) -> None:
    (found,) = results(body)
    assert (found.method, found.role) == ("Method/QuantFold", "own")


def test_a_pair_of_values_has_a_pair_of_metrics() -> None:
    found = results("Pearson/Spearman correlations of 77.5%/76.4% are reached on STS-B.")
    assert [(str(r.value[0]), r.metric) for r in found] == [
        ("77.5", "Metric/Pearson correlation"),
        ("76.4", "Metric/Spearman correlation"),
    ]


def test_both_splits_are_of_the_data_before_them() -> None:
    assert told("It improves ALFWorld by 21.4 and 13.4 points on the seen and unseen splits.") == [
        ("21.4", "ALFWorld"),
        ("13.4", "ALFWorld"),
    ]


def test_an_example_of_what_a_value_is_compared_to_is_no_tested_model() -> None:
    (found,) = results("It has a 500x lower cost compared to diffusion models such as GPT-4.")
    assert (found.baseline, found.model) == ("Model/GPT-4", "")


def test_a_score_in_brackets_is_no_change_as_that_in_the_bracket_before() -> None:
    found = results("It is useful (a 7% utility degradation), robust (5% attack success rate).")
    assert [r.kind for r in found] == ["delta", "absolute"]


def test_a_value_before_an_article_and_a_gain_is_no_gain() -> None:
    found = results("It yields prm@8 48.3, a +1.5 point gain over the strongest baseline.")
    assert [(r.kind, r.metric) for r in found] == [
        ("absolute", "Metric/prm@8"),
        ("delta", "Metric/prm@8"),
    ]


def test_how_far_a_judge_agrees_is_no_score_on_the_data() -> None:
    found = results(
        "On GSM8K it has 85% agreement with human experts. On GSM8K, GPT-4 reaches 48.9%."
    )
    assert [r.metric for r in found] == ["Metric/agreement with human experts", ""]


def test_the_own_model_of_a_size_is_not_the_rival_of_that_size() -> None:
    (found,) = results("With it, our 1B model exceeds the state-of-the-art Llama-3.2-1B by 2.0%.")
    assert (found.baseline, found.model) == ("Model/Llama-3.2-1B", "")


def test_a_rival_with_a_pair_in_brackets_has_it_where_a_model_stands_behind() -> None:
    found = results("It is ahead of DAPO (36.7/31.6) and GRPO (36.7/32.1) on the Qwen2.5-7B model.")
    assert {r.method for r in found} == {"Method/DAPO", "Method/GRPO"}


def test_two_gains_are_over_the_rival_behind_the_second() -> None:
    found = results("It has a 14% gain over GPT-4o, and a 3% gain and 2.9x speedup over Qwen2-VL.")
    assert [r.baseline for r in found] == [
        "Model/GPT-4o",
        "ModelFamily/Qwen2-VL",
        "ModelFamily/Qwen2-VL",
    ]


def test_an_average_is_not_of_the_data_before_it() -> None:
    assert told("It is as good as before (MATH500: 73.6%, average: 35.9%).") == [
        ("73.6", "MATH500"),
        ("35.9", ""),
    ]


def test_the_best_of_a_kind_has_its_value() -> None:
    found = results("It is the state of the art among fully open models on GUIs (61.1% on MMLU).")
    assert [r.role for r in found] == ["own"]


def test_a_metric_in_a_bracket_is_not_that_of_the_bracket_before() -> None:
    found = results("It points at plots (61.1% on MMLU) and at clips (59.1% accuracy on GSM8K).")
    assert [r.metric for r in found] == ["", "Metric/accuracy"]


def test_what_an_attack_is_run_against_is_what_it_was_measured_on() -> None:
    found = results("It has a 96% attack success rate against GPT-4o and 53% ASR against GPT-5.1.")
    assert [(r.model, r.baseline) for r in found] == [("Model/GPT-4o", ""), ("Model/GPT-5.1", "")]


def test_a_noun_closes_the_change_before_another_value() -> None:
    found = results("It has a 20% throughput increase and 43.3% accuracy on GSM8K.")
    assert [r.kind for r in found] == ["delta", "absolute"]


def test_all_of_a_sentence_is_of_the_model_of_its_experiments() -> None:
    found = results("Experiments with Llama-2-7B show that QuantFold reaches 61% on GSM8K.")
    assert [(r.method, r.model) for r in found] == [("Method/QuantFold", "Model/Llama-2-7B")]


def test_a_list_of_gains_is_on_one_task() -> None:
    found = results("It leads on mathematical reasoning by 9.4% in accuracy and 7.0% in F1.")
    assert {r.task for r in found} == {"Task/mathematical reasoning"}


def test_a_time_at_which_a_change_ends_is_of_the_same_metric() -> None:
    found = results("It reduces latency from 8.4 s with LoRA to 0.4 s.")
    assert [r.metric for r in found] == ["Metric/latency", "Metric/latency"]


def test_a_data_set_that_is_taken_for_a_system_is_another_place() -> None:
    assert told("It reaches 87.9% on GSM8K. It reaches 66.6% F1 on the LoRA dataset.")[1][1] == ""


@pytest.mark.parametrize(
    "body",
    [
        "More strikingly, in question answering, it leads by 5.7 points.",
        "On this question answering task, it reaches a success rate of 99.9%.",
    ],
)
def test_the_task_with_which_a_sentence_opens_is_measured_on(body: str) -> None:
    (found,) = results(body)
    assert found.task == "Task/question answering"


def test_the_metric_of_a_model_named_before_is_of_it() -> None:
    found = results(
        "It cuts the response length of Qwen2.5-7B by 53% and raises its accuracy by 2%."
    )
    assert [(r.model, r.metric) for r in found] == [
        ("Model/Qwen2.5-7B", "Metric/response length"),
        ("Model/Qwen2.5-7B", "Metric/accuracy"),
    ]


def test_rivals_that_nobody_knows_have_the_values_behind_their_names() -> None:
    found = results(
        "It has 92.4% accuracy compared to others (zingemma-300m: 100.0%, Q/zin: 99.5%)."
    )
    assert [(r.method, r.role) for r in found] == [
        ("Method/QuantFold", "own"),
        ("", "baseline"),
        ("", "baseline"),
    ]


def test_gains_shared_out_are_in_the_metrics_of_the_values_before() -> None:
    found = results(
        "It attains 81.5% functional coverage and a 69.7% pass rate, exceeding LoRA by 27.3 and"
        " 35.8 percentage points, respectively."
    )
    assert [r.metric for r in found] == ["Metric/functional coverage", "Metric/pass rate"] * 2


def test_a_change_from_an_average_is_two_values() -> None:
    found = results("It improves Llama-3.1-8B from an average of 47.4% to 56.3% on 20 benchmarks.")
    assert [str(r.value[0]) for r in found] == ["47.4", "56.3"]


def test_a_ratio_at_which_something_holds_is_no_result() -> None:
    found = results("Even at a compression ratio of 20x, its accuracy still remains at about 60%.")
    assert [(r.raw, r.metric) for r in found] == [("60%", "Metric/accuracy")]


def test_each_bracket_has_the_metric_in_it() -> None:
    found = results(
        "It is good in plots (7.7 mAP on MMLU), clips (0.3 RMSE on ARC) and sums (77.7 on GSM8K)."
    )
    assert [r.metric for r in found][-1] == ""


def test_what_is_on_average_over_all_is_not_on_the_data_before() -> None:
    assert told("It cuts usage by up to 90.7% on MMLU and 27% on average across benchmarks.") == [
        ("90.7", "MMLU"),
        ("27", ""),
    ]


def test_a_list_goes_to_another() -> None:
    found = results(
        "It raises success from SFT baselines of 36%, 44%, and 12% to 92%, 88%, and 38%."
    )
    assert [str(r.value[0]) for r in found] == ["36", "44", "12", "92", "88", "38"]
    assert [r.method for r in found][3:] == ["Method/QuantFold"] * 3
    assert "Method/QuantFold" not in [r.method for r in found][:3]


def test_a_change_of_units_is_two_values() -> None:
    found = results("It reduces latency from 8.1 seconds to 348 ms.")
    assert [(str(r.value[0]), r.unit) for r in found] == [("8.1", "s"), ("348", "ms")]


def test_what_goes_with_a_rivals_value_is_the_rivals() -> None:
    found = results(
        "It has an F1 of 1.0, compared to LoRA at F1 = 0.98 with 5% false positive rate."
    )
    assert [r.method for r in found] == ["Method/QuantFold", "Method/LoRA", "Method/LoRA"]


@pytest.mark.parametrize(
    "body",
    [
        "It raises accuracy by 11.7% and 11.4% on GSM8K and MATH, respectively, over LoRA.",
        "It outperforms the best baseline (LoRA) by 6.5% and 7.0% on GSM8K and MATH.",
        "It is 2.7x faster on GSM8K and 3.2x faster on MATH compared to LoRA.",
    ],
)
def test_a_list_of_gains_is_over_the_rival_that_stands_once(body: str) -> None:
    assert [r.baseline for r in results(body)] == ["Method/LoRA"] * 2


def test_a_baseline_named_in_brackets_has_the_value_behind_them() -> None:
    found = results("It attains an F1 of 24.6%, surpassing the best baseline (LoRA) at 19.0% F1.")
    assert [r.method for r in found] == ["Method/QuantFold", "Method/LoRA"]


@pytest.mark.parametrize("raw", ["84.2% pm 0.5%", "84.2 pm 0.5", r"84.2\pm0.5", "84.2 ± 0.5"])
def test_a_deviation_is_no_second_value(raw: str) -> None:
    (found,) = results(f"It reaches an F1 of {raw} on GSM8K.")
    assert (str(found.value[0]), found.raw) == ("84.2", raw)


def test_how_far_a_score_is_off_is_no_value() -> None:
    assert not results("Noise changes the score by pm 23%.")


def test_a_gain_right_behind_a_name_is_on_that() -> None:
    body = "It improves coding (MBPP +6.3, MMLU +2.6) and reasoning (GSM8K +2.9, MATH +3.8)."
    assert told(body) == [("6.3", "MBPP"), ("2.6", "MMLU"), ("2.9", "GSM8K"), ("3.8", "MATH")]


def test_a_gain_over_what_no_list_knows_is_over_no_other_of_the_list() -> None:
    found = results(
        "It outperforms LoRA, Function Calling, and Self-Reflection by 16.1%, 12.7%, and 19.1%,"
        " respectively."
    )
    assert [r.baseline for r in found] == ["Method/LoRA", "", ""]


def test_two_makers_of_a_rival_have_its_values() -> None:
    found = results(
        "It scores 30.1%, surpassing OpenAI's and Google's Deep Research (26.6%, 26.9%)."
    )
    assert [r.role for r in found] == ["own", "baseline", "baseline"]


def test_the_value_of_a_base_model_is_no_own_one() -> None:
    found = results(
        "It reaches 61.5 on GSM8K, outperforming GPT-4's 50.3 and its base model's 10.2."
    )
    assert [r.role for r in found] == ["own", "baseline", "baseline"]


def test_a_change_told_again_in_brackets_is_on_the_data_of_the_change() -> None:
    found = results(
        "It raises F1 on GSM8K from 65.1 to 70.6 (+5.5) and on MATH from 30 to 40 (+10)."
    )
    deltas = [r for r in found if r.kind == "delta"]
    assert [(r.metric, r.data) for r in deltas] == [
        ("Metric/F1", "Benchmark/GSM8K"),
        ("Metric/F1", "Benchmark/MATH"),
    ]


def test_the_size_of_a_batch_is_a_setting() -> None:
    (found,) = results("With a batch size of 1, it reaches 31.2 BLEU on GSM8K.")
    assert (str(found.value[0]), found.metric) == ("31.2", "Metric/BLEU")


def test_what_is_set_equal_outside_brackets_is_a_setting() -> None:
    (found,) = results("With TAU=0.9, it reaches 61.2% on GSM8K.")
    assert (str(found.value[0]), found.metric) == ("61.2", "")


def test_an_attack_that_a_rate_is_changed_against_is_a_rival() -> None:
    (found,) = results("It improves attack success rate by 12% against LoRA.")
    assert (found.model, found.baseline) == ("", "Method/LoRA")


def test_the_best_value_reported_so_far_is_a_rivals() -> None:
    (found,) = results("It surpasses 57.2% accuracy, the best reported so far on GSM8K.")
    assert found.role == "baseline"


@pytest.mark.parametrize("word", ["steady", "joint", "avg", "huge"])
def test_how_a_gain_is_judged_is_no_metric(word: str) -> None:
    assert [r.metric for r in results(f"It shows a 4% {word} gain on GSM8K.")] == [""]


def test_what_was_the_same_for_all_is_not_what_was_measured() -> None:
    (found,) = results("At the same inference cost, it reaches 61.2% on GSM8K.")
    assert found.metric == ""


def test_a_share_of_votes_behind_a_change_is_a_value() -> None:
    found = results("It has a 21% lower FVD and a 71% human preference.")
    assert [r.kind for r in found] == ["delta", "absolute"]


@pytest.mark.parametrize(
    "body",
    [
        "It exceeds 90% accuracy of humans on GSM8K.",
        "LoRA has 85.2%; QuantFold exceeds 90% accuracy on GSM8K.",
    ],
)
def test_what_is_exceeded_is_anothers_where_others_are_told_of(body: str) -> None:
    assert [r.role for r in results(body)][-1] == "baseline"


def test_no_share_is_a_perplexity() -> None:
    (found,) = results("With a low perplexity, it reaches 61.2% on GSM8K.")
    assert found.metric == ""


def test_what_is_named_behind_a_comma_may_be_the_rival() -> None:
    (found,) = results("It gains 3.1% over the previous best optimizer, LoRA, on GSM8K.")
    assert found.baseline == "Method/LoRA"
    (found,) = results("It is 30 points better on GSM8K compared to using GPT-4.")
    assert found.baseline == "Model/GPT-4"


def test_own_values_are_one_list_though_rivals_stand_in_brackets_between_them() -> None:
    found = results(
        "It reaches an FID of 3.1 (vs. 4.2 for VQGAN) and an accuracy of 78.6% (vs. 76.2% for CLIP)"
        " on ImageNet."
    )
    assert [r.data for r in found] == ["Benchmark/ImageNet"] * 4


def test_what_drops_on_a_data_set_is_set_against_what_does_not() -> None:
    rival, own = results("LoRA drops to 48.2% accuracy on GSM8K, while QuantFold stays at 61.5%.")
    assert (own.data, own.metric) == (rival.data, rival.metric)
    assert own.data


@pytest.mark.parametrize(
    "body",
    [
        "It outperforms LoRA by 3.9% and GPT-4 by 3.1%.",
        "It surpasses LoRA by 3.9 points on GSM8K, GPT-4 by 3.1 on MBPP.",
    ],
)
def test_each_gain_of_a_list_is_over_the_rival_before_it(body: str) -> None:
    assert [(r.method, r.baseline) for r in results(body)] == [
        ("Method/QuantFold", "Method/LoRA"),
        ("Method/QuantFold", "Model/GPT-4"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "On GSM8K and MBPP, QuantFold reaches 61.2% and 24.5%.",
        "On GSM8K and MBPP, it gets 61.2% and 24.5%.",
        "On GSM8K, HumanEval and MBPP, it scores 61.2, 38.1 and 24.5.",
    ],
)
def test_values_are_shared_out_among_data_that_a_sentence_opens_with(body: str) -> None:
    first, *_, last = results(body)
    assert (first.data, last.data) == ("Benchmark/GSM8K", "Benchmark/MBPP")


def test_a_cost_is_not_set_against_a_score() -> None:
    score, cost = results("LoRA drops to 61% on GSM8K, while QuantFold stays at 2.3 seconds.")
    assert (score.data, cost.data) == ("Benchmark/GSM8K", "")


def test_a_value_of_another_metric_is_not_in_percent() -> None:
    first, second = results("It reaches an FID of 0.38 and 78.6% accuracy on ImageNet.")
    assert (first.unit, first.metric) == ("", "Metric/FID")
    assert second.unit == "%"


def test_a_macro_average_is_on_none_of_its_data_sets() -> None:
    (found,) = results("Over GSM8K and MBPP, it reaches a macro-average success rate of 61.2%.")
    assert found.data == ""


def test_what_changes_before_a_comma_is_measured_behind_it() -> None:
    found = results("It achieves large FID reductions on ImageNet, improving from 8.26 to 6.27.")
    assert {r.metric for r in found} == {"Metric/FID"}


def test_map_over_thresholds_is_not_map_at_one() -> None:
    (found,) = results("It reaches an mAP50:95 of 0.61.")
    assert found.metric == "Metric/mAP50-95"


def test_a_sentence_that_opens_with_an_average_is_on_none_of_its_data() -> None:
    own, rival = results("On average over GSM8K and MBPP, it scores 51.2, against 47.9 for LoRA.")
    assert (own.data, rival.data) == ("", "")


@pytest.mark.parametrize(
    "body",
    [
        "On GSM8K, BLEU rises from 38.7 to 44.9, and F1 on MBPP improves by 3.1.",
        "On GSM8K, it scores 44.9, ahead of LoRA (41.1), and on MBPP QuantFold gains 3.1%.",
    ],
)
def test_what_a_sentence_opens_with_holds_up_to_the_next_place(body: str) -> None:
    *first, last = results(body)
    assert {r.data for r in first} == {"Benchmark/GSM8K"}
    assert last.data == "Benchmark/MBPP"


def test_a_gain_stands_beside_the_value_that_it_leads_to() -> None:
    gain, value = results("On GSM8K it improves Llama-2-7B by 8.7 points to 61.2.")
    assert (gain.kind, str(gain.value[0]), value.kind) == ("delta", "8.7", "absolute")
    assert (str(value.value[0]), value.data) == ("61.2", "Benchmark/GSM8K")


@pytest.mark.parametrize("contrast", ["whereas", "while", "but"])
def test_each_of_several_contrasted_systems_has_its_value_there(contrast: str) -> None:
    body = f"It has an accuracy of 61% on GSM8K, {contrast} LoRA and DoRA obtain 51% and 52%."
    assert [(r.method, r.data, r.metric) for r in results(body)] == [
        ("Method/QuantFold", "Benchmark/GSM8K", "Metric/accuracy"),
        ("Method/LoRA", "Benchmark/GSM8K", "Metric/accuracy"),
        ("Method/DoRA", "Benchmark/GSM8K", "Metric/accuracy"),
    ]


def test_data_before_a_metric_are_no_part_of_it() -> None:
    (found,) = results("QuantFold has a WikiText-2 perplexity of 3.98 on Llama-2-70B.")
    assert (found.metric, found.data) == ("Metric/perplexity", "Benchmark/WikiText-2")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "QuantFold solves 72% of the tasks, against 44% for LoRA alone.",
            [("72%", "Method/QuantFold"), ("44%", "Method/LoRA")],
        ),
        (
            "QuantFold has an accuracy of 91% on GSM8K, where three cardiologists averaged 84%.",
            [("91%", "Method/QuantFold"), ("84%", "")],
        ),
        (
            "QuantFold reaches an accuracy of 0.68 (persistence: 0.41) on GSM8K.",
            [("0.68", "Method/QuantFold"), ("0.41", "")],
        ),
    ],
)
def test_values_of_rivals_are_not_the_own_works(body: str, said: list[tuple[str, str]]) -> None:
    (found,) = extract([("T", f"We introduce QuantFold, a method that packs weights. {body}")])
    assert [(result.raw, result.method) for result in found.results] == said


def test_an_interval_of_confidence_is_no_result() -> None:
    body = "We introduce QuantFold, a method. It has an AUROC of 0.92 (95% CI 0.90-0.94) on GSM8K."
    (found,) = extract([("T", body)])
    assert [result.raw for result in found.results] == ["0.92"]


def test_a_gap_is_no_value_and_makes_none_of_the_value_before_it() -> None:
    body = "QuantFold has an accuracy of 91.8% on GSM8K, only 1.1 points below full tuning."
    (found,) = extract([("T", f"We introduce QuantFold, a method. {body}")])
    assert [(result.raw, result.kind) for result in found.results] == [
        ("91.8%", "absolute"),
        ("1.1 points", "delta"),
    ]


def test_the_next_of_a_list_of_rivals_has_its_own_value_though_nobody_knows_it() -> None:
    body = "QuantFold solves 91% of the tasks. LoRA does so in 69%, and Foo-Net2 in 88%."
    (found,) = extract([("T", f"We introduce QuantFold, a method that packs weights. {body}")])
    assert [(result.raw, result.method) for result in found.results] == [
        ("91%", "Method/QuantFold"),
        ("69%", "Method/LoRA"),
        ("88%", ""),
    ]


def test_what_nobody_knows_has_the_value_that_it_gets() -> None:
    body = "On GSM8K, QuantFold reaches 61.5%, while HistGen gets 52.1%."
    (found,) = extract([("T", f"We introduce QuantFold, a method that packs weights. {body}")])
    assert [(result.raw, result.method, result.role) for result in found.results] == [
        ("61.5%", "Method/QuantFold", "own"),
        ("52.1%", "", "other"),
    ]


def test_what_is_only_come_close_to_is_not_what_is_gained_over() -> None:
    body = "QuantFold gives 3.1 points on GSM8K over the untuned model, close to GPT-4."
    (found,) = extract([("T", f"We introduce QuantFold, a method that packs weights. {body}")])
    assert [(result.raw, result.baseline) for result in found.results] == [("3.1 points", "")]


def test_a_gain_over_what_stands_behind_is_one_over_that() -> None:
    body = "QuantFold gives 3.1 points on GSM8K over LoRA, close to GPT-4."
    (found,) = extract([("T", f"We introduce QuantFold, a method that packs weights. {body}")])
    assert [result.baseline for result in found.results] == ["Method/LoRA"]
