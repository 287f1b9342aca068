"""Which of several names and settings of a sentence belongs to which of its numbers."""

from kg.extract import extract
from kg.model import Result


def results(body: str) -> tuple[Result, ...]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", own + body)])
    return found.results


def test_a_name_before_the_first_and_one_behind_the_last_number() -> None:
    found = results("On AIME 2024 it reaches 79.8%, and 70.0% on AIME 2025.")
    assert [r.data for r in found] == ["Benchmark/AIME 2024", "Benchmark/AIME 2025"]


def test_a_list_before_is_not_shared_out_where_a_number_has_its_own() -> None:
    body = (
        "On GSM8K and MATH it reaches 61% accuracy on MMLU and 57% accuracy in real-world trials."
    )
    assert [r.data for r in results(body)] == ["Benchmark/MMLU", ""]


def test_rivals_are_shared_out_by_their_places() -> None:
    found = results("It speeds up folding by 17x and 45x over LoRA and FooNet, respectively.")
    assert [r.baseline for r in found] == ["Method/LoRA", "Method/FooNet"]


def test_a_size_is_no_value() -> None:
    assert not results("It comes in sizes ranging from 17 million parameters to 1 billion.")


def test_numbers_of_both_models_are_of_neither_alone() -> None:
    found = results("It improves both GPT-4 and Qwen3-8B by 5% on GSM8K and by 4% on MATH.")
    assert {r.model for r in found} == {""}
    assert [r.data for r in found] == ["Benchmark/GSM8K", "Benchmark/MATH"]


def test_each_end_of_a_change_has_the_name_behind_it() -> None:
    found = results("Accuracy varies from 4.5% in MMLU to just 2% in MMLU-Pro.")
    assert [r.data for r in found] == ["Benchmark/MMLU", "Benchmark/MMLU-Pro"]


def test_each_number_has_the_split_behind_it() -> None:
    found = results("It has a WER of 1.5% on test-clean and 3.3% on test-other of LibriSpeech.")
    assert [r.split for r in found] == ["test-clean", "test-other"]
    assert {r.data for r in found} == {"Benchmark/LibriSpeech"}


def test_a_split_behind_another_number_is_not_that_of_named_data() -> None:
    found = results("It has a WER of 2.4% on LibriSpeech test-clean and 5.1% on test-other.")
    assert [(r.split, r.data) for r in found] == [
        ("test-clean", "Benchmark/LibriSpeech test-clean"),
        ("test-other", ""),
    ]


def test_the_setting_of_a_rival_is_not_the_own_one() -> None:
    (found,) = results("It exceeds zero-shot prompting by 38.7% on GSM8K.")
    assert found.setting == ""


def test_models_behind_a_baseline_are_what_was_tested() -> None:
    (found,) = results("It gains 3.2% over the uniform baseline across Vicuna-7B.")
    assert (found.model, found.baseline) == ("Model/Vicuna-7B", "")


def test_two_values_in_a_bracket_are_of_one_data_set() -> None:
    found = results("QuantFold beats LoRA on MMLU (61.2% vs. 52.4%) and GSM8K (71.2% vs. 70.4%).")
    assert [r.data for r in found] == ["Benchmark/MMLU"] * 2 + ["Benchmark/GSM8K"] * 2


def test_a_cost_is_not_that_of_the_data_of_a_clause_before() -> None:
    found = results("It reaches 61.2% on MMLU, while cutting execution steps by 35%.")
    assert [r.data for r in found] == ["Benchmark/MMLU", ""]


def test_models_that_share_a_value_are_not_the_rival() -> None:
    found = results("It has a score of 6.15 versus 3.96 for prompts across Vicuna-7B and GPT-4.")
    assert [(r.role, r.model) for r in found] == [("own", ""), ("baseline", "")]


def test_a_place_without_a_name_is_not_that_of_the_next_number() -> None:
    found = results("It beats others by 8.4% on Crossings and 3.1% on GSM8K.")
    assert [r.data for r in found] == ["", "Benchmark/GSM8K"]


def test_a_range_may_be_where_a_change_ends() -> None:
    found = results("It raises accuracy from roughly 3% to 17-24% on GSM8K.")
    assert [r.role for r in found] == ["baseline", "own"]


def test_rivals_in_a_list_have_the_values_behind_them() -> None:
    found = results("It outperforms LoRA (63.2), Ours (63.9), and OmniQuant (63.4).")
    assert [r.method for r in found] == ["Method/LoRA", "", "Method/OmniQuant"]


def test_examples_of_what_a_method_is_put_into_are_tested() -> None:
    (found,) = results("Putting it into strong models such as Vicuna-7B improves accuracy by 3.1%.")
    assert (found.role, found.method) == ("own", "Method/QuantFold")


def test_values_set_beside_each_other_share_the_data_behind() -> None:
    found = results("It beats state-of-the-art methods (71.0% vs. 56.7% on GSM8K).")
    assert [(r.role, r.data) for r in found] == [
        ("own", "Benchmark/GSM8K"),
        ("baseline", "Benchmark/GSM8K"),
    ]


def test_a_factor_has_not_the_metric_of_a_score() -> None:
    found = results("It beats LoRA by 5% in accuracy while keeping 2x compression.")
    assert [r.metric for r in found] == ["Metric/accuracy", "Metric/compression"]


def test_what_is_less_behind_a_number_is_not_the_metric_of_the_next() -> None:
    found = results("It has 22x less swap growth and 6x less latency.")
    assert [r.metric for r in found] == ["Metric/swap growth", "Metric/latency"]


def test_a_metric_right_behind_a_number_is_its_own() -> None:
    found = results("It has a 1.93x decoding speedup (1.64x in all).")
    assert [r.metric for r in found] == ["Metric/decoding speedup"] * 2


def test_a_metric_in_the_brackets_of_another_number_is_that_numbers() -> None:
    found = results(
        "It cuts the inference time of a 5-second video from 71s to 29s (2.4x speedup)."
    )
    assert [r.metric for r in found][-1] == "Metric/speedup"
    assert "Metric/speedup" not in [r.metric for r in found][:-1]
