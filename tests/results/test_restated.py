"""Lists of a rival's values that are set against as many own ones."""

from kg.extract import extract
from kg.model import Result

OWN = "We introduce FoldNet, a method that packs weights. "


def told(body: str) -> list[tuple[str, ...]]:
    """Return value, method, model, metric and data of each result."""
    (found,) = extract([("FoldNet: Packing Weights in Half the Space", OWN + body)])
    return [_slots(result) for result in found.results]


def _slots(result: Result) -> tuple[str, ...]:
    slots = (result.method, result.model, result.metric, result.data)
    return (str(result.value[0]), *(slot.partition("/")[2] for slot in slots))


def test_each_value_measures_what_its_own_does():
    found = told(
        "FoldNet has a WER of 2.1% and an F1 of 68% on LibriSpeech, compared to 2.6% and 65% for"
        " Whisper."
    )
    assert [(value, model, metric) for value, _, model, metric, _ in found[2:]] == [
        ("2.6", "Whisper", "WER"),
        ("65", "Whisper", "F1"),
    ]


def test_values_on_models_are_on_the_same_models_and_so_are_those_of_the_next_rival():
    found = told(
        "FoldNet reaches a perplexity of 6.02 on Llama-2-7B and 4.11 on Llama-2-70B, compared with"
        " 6.66 and 4.16 for GPTQ, and 8.22 and 4.91 for OmniQuant."
    )
    assert [row[:3] for row in found[2:]] == [
        ("6.66", "GPTQ", "Llama-2-7B"),
        ("4.16", "GPTQ", "Llama-2-70B"),
        ("8.22", "OmniQuant", "Llama-2-7B"),
        ("4.91", "OmniQuant", "Llama-2-70B"),
    ]


def test_values_on_data_are_on_the_same_data():
    found = told("FoldNet reaches 61% on GSM8K and 30% on MATH, versus 52% and 21% for LoRA.")
    assert [(row[0], row[1], row[4]) for row in found[2:]] == [
        ("52", "LoRA", "GSM8K"),
        ("21", "LoRA", "MATH"),
    ]


def test_one_own_value_is_not_shared_out():
    found = told("FoldNet scores 61% on GSM8K, compared to 52% and 51% for LoRA and DoRA.")
    assert [row[0] for row in found] == ["61", "52", "51"]
    assert {row[4] for row in found} <= {"GSM8K", ""}


def test_a_rival_is_worse_where_its_values_on_the_same_models_are():
    (found,) = extract(
        [
            (
                "FoldNet: Packing Weights in Half the Space",
                f"{OWN}FoldNet reaches a perplexity of 6.02 on Llama-2-7B and 4.11 on Llama-2-70B,"
                " compared with 6.66 and 4.16 for GPTQ.",
            )
        ]
    )
    pairs = [(f.subject, f.object) for f in found.facts if f.relation == "outperforms"]
    assert pairs == [("Paper/", "Method/GPTQ")]
