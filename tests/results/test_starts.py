"""Who had the value that a change starts from."""

import pytest

from kg.extract import extract

OWN = "We introduce QuantFold, a method that packs weights. "


def owners(body: str) -> list[str]:
    """Return whose the values below 50 % are."""
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", OWN + body)])
    firsts = [result for result in found.results if result.value[0] < 50]
    return [(result.model or result.method).partition("/")[2] for result in firsts]


def test_each_of_two_changes_is_on_its_own_model() -> None:
    body = "QuantFold lifts Qwen3-8B from 41% to 61% and Llama-3-8B from 43% to 63% on MMLU."
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", OWN + body)])
    own = [(str(r.value[0]), r.model) for r in found.results if r.method]
    assert own == [("61", "Model/Qwen3-8B"), ("63", "Model/Llama-3-8B")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Applying QuantFold to the dense Qwen3-8B raises its accuracy from 41% to 61%.",
            ["Qwen3-8B"],
        ),
        (
            "It improves Qwen3-8B from 41% to 61% and Llama-3-8B from 43% to 63% on MMLU.",
            ["Qwen3-8B", "Llama-3-8B"],
        ),
        (
            "It improves Qwen3-8B and Llama-3-8B from 41% to 61% and 43% to 63%, respectively.",
            ["Qwen3-8B", "Llama-3-8B"],
        ),
        (
            "Its accuracy drops from 61% to 41% for Qwen3-8B and 63% to 43% for Llama-3-8B.",
            ["Qwen3-8B", "Llama-3-8B"],
        ),
        ("It improves over LoRA from 41% to 61% on MMLU.", ["LoRA"]),
        ("It outperforms LoRA by 20.4% on sums (from 41.0% to 61.4%).", ["QuantFold", "LoRA"]),
        ("It raises accuracy from 41% to 61% on MMLU.", [""]),
        ("Tuning Qwen3-8B with LoRA raises its score from 41.0 to 61.4 on MMLU.", ["Qwen3-8B"]),
        ("The accuracy of GPT-4o rises from 41% to 61% on MMLU.", ["GPT-4o"]),
    ],
)
def test_a_rival_or_the_nearest_model_had_the_first_value(body: str, expected: list[str]) -> None:
    assert owners(body) == expected
