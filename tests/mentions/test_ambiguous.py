"""Names that are also something else: the words around them settle it, with the tagger on."""

import pytest

from kg.mentions import TIERS, find_mentions
from kg.text import read


def types(abstract: str) -> dict[str, str]:
    found = find_mentions(read("On plums", abstract), recognisers=TIERS["standard"])
    return {item.name.label: item.name.type for item in found}


@pytest.mark.parametrize(
    ("text", "label", "type_name"),
    [
        ("We evaluate on GSM8K and MATH and gain 3 points.", "MATH", "Benchmark"),
        ("We fine-tune the model on the Alpaca dataset.", "Alpaca", "Dataset"),
        ("We test Vicuna and Alpaca models on plums.", "Alpaca", "ModelFamily"),
        ("We fine-tune Llama-2-7B on Alpaca.", "Alpaca", "Dataset"),
        ("We instruction-tune the model with Alpaca data.", "Alpaca", "Dataset"),
        ("The tasks are MT-bench, HumanEval, GSM8K and Alpaca.", "Alpaca", "Dataset"),
        ("We fine-tune Flan-T5-XL and Mistral-7B on plums.", "Flan-T5-XL", "Model"),
        ("We prompt the model with chain-of-thought (CoT) examples.", "CoT", "Method"),
        ("We replace the dense layers by a mixture of experts (MoE).", "MoE", "Method"),
        ("It is a Transformer with eight layers and rotary embeddings.", "Transformer", "Method"),
    ],
)
def test_an_ambiguous_name_has_the_type_of_its_place(text, label, type_name):
    assert types(text).get(label) == type_name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Plums grow along an arc of the river, and we measure it.", "ARC"),
        ("We PAT the dog before the walk.", "PAT"),
        ("The salsa is spicy, and so we add plums.", "SALSA"),
        ("They lead the field with great effort.", "LEAD"),
    ],
)
def test_a_word_is_no_name(text, label):
    assert label not in types(text)


def test_a_short_form_that_its_text_does_not_spell_out_is_no_listed_thing():
    text = "We compare with the ABC algorithm. Both ABC and ResNet-50 are trained on plums."
    assert "approximate Bayesian computation" not in types(text)
