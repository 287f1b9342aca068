"""What the values of rivals were measured on, which a text sets beside own ones."""

import pytest

from kg.extract import extract

MMLU, GSM8K = "Benchmark/MMLU", "Benchmark/GSM8K"


def told(body: str) -> list[tuple[str, str, str]]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights", own + body)])
    return [(str(r.value[0]), r.data, r.method or r.model) for r in found.results]


@pytest.mark.parametrize(
    "against", ["compared to 59% and 52% for LoRA", "compared with 59% and 52% for it"]
)
def test_as_many_values_of_a_rival_are_on_the_same_data_in_turn(against: str) -> None:
    found = told(f"It reaches 69% on MMLU and 65% on GSM8K, {against}.")
    assert [data for _, data, _ in found] == [MMLU, GSM8K, MMLU, GSM8K]


def test_values_of_a_rival_with_data_of_their_own_keep_them() -> None:
    found = told("It reaches 69% on MMLU and 65% on GSM8K, against 59% and 52% on MATH.")
    assert [data for _, data, _ in found][2:] == ["Benchmark/MATH"] * 2


def test_other_numbers_of_values_are_not_shared_out() -> None:
    found = told("It reaches 69% on MMLU and 65% on GSM8K, against 59%, 52% and 51%.")
    assert [data for _, data, _ in found][:2] == [MMLU, GSM8K]
    assert len({data for _, data, _ in found[2:]}) == 1


def test_a_value_in_brackets_behind_what_is_beaten_is_its_own() -> None:
    found = told("QuantFold reaches 40.1 on MMLU, above GPT-4 (38.1) and LLaMA-7B (37.2).")
    assert found == [
        ("40.1", MMLU, "Method/QuantFold"),
        ("38.1", MMLU, "Model/GPT-4"),
        ("37.2", MMLU, "Model/Llama-7B"),
    ]


def test_data_right_behind_the_bracket_of_a_value_are_its_own() -> None:
    found = told("QuantFold even surpasses GPT-4 (38.1) on MMLU, with scores of 40.7.")
    assert found[0] == ("38.1", MMLU, "Model/GPT-4")
