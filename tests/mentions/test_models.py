"""The model-name grammar: one entity for all spellings, never one for two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions import canonical, find_mentions
from kg.mentions.models.find import find_models
from kg.text import read


def names(text: str) -> list[str]:
    return [item.name.label for item in find_models(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        "LLaMA2-7B",
        "LLaMA-2 7B",
        "Llama2-7b",
        "LLAMA 2.0 7B",
        "Llama 2 (7B)",
        "LLama 2 7B",
        "Meta Llama 2 7B",
        "meta-llama/Meta-Llama-2-7B",
        "meta-llama/Llama-2-7b-hf",
        "llama2-7b",
        "Llama-2-7B",
    ],
)
def test_one_model_in_any_spelling(spelling: str) -> None:
    assert canonical(spelling) == "Llama-2-7B"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LLaMA-2 (7B and 70B)", ["Llama-2-7B", "Llama-2-70B"]),
        ("Mistral-7B/24B", ["Mistral-7B", "Mistral-24B"]),
        ("Llama-3.2-1B/3B", ["Llama-3.2-1B", "Llama-3.2-3B"]),
        ("GLM-4-9B-1M", ["GLM-4-9B-1M"]),
        ("LLaMA2 models from 7B/13B to 70B", ["Llama-2-7B", "Llama-2-13B", "Llama-2-70B"]),
        ("Qwen2.5 models from 0.5B to 32B", ["Qwen2.5-0.5B", "Qwen2.5-32B"]),
        ("LLaMA models (60M-1B)", ["Llama-60M", "Llama-1B"]),
        ("Llama-2-7B and -13B", ["Llama-2-7B", "Llama-2-13B"]),
        ("7B and 13B LLaMA-2 models", ["Llama-2-7B", "Llama-2-13B"]),
        ("Qwen2.5-7B/14B-Instruct", ["Qwen2.5-7B-Instruct", "Qwen2.5-14B-Instruct"]),
        ("Llama-3.1-8B, 70B, and 405B", ["Llama-3.1-8B", "Llama-3.1-70B", "Llama-3.1-405B"]),
        ("Llama-2/3", ["Llama 2", "Llama 3"]),
        ("LLaMA 1 and 2.", ["Llama 1", "Llama 2"]),
        ("GPT-3.5/4", ["GPT-3.5", "GPT-4"]),
        ("The 7B model of LLaMA-2", ["Llama-2-7B"]),
    ],
)
def test_a_list_written_short_is_written_out(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "label", "type_name", "family"),
    [
        ("LLaMA-7B", "Llama-7B", "Model", "Llama 1"),
        ("LLaMA-2-Chat-7B", "Llama-2-7B-Chat", "Model", "Llama 2"),
        ("Mistral-7B-Instruct-v0.3", "Mistral-7B-Instruct-v0.3", "Model", "Mistral"),
        ("Mixtral 8x7B - Instruct", "Mixtral-8x7B-Instruct", "Model", "Mixtral"),
        ("Qwen3-235B-2507-think", "Qwen3-235B-2507-Think", "Model", "Qwen3"),
        ("Qwen2.5-Math-7B-Instruct", "Qwen2.5-Math-7B-Instruct", "Model", "Qwen2.5-Math"),
        ("Qwen-2.5 7B", "Qwen2.5-7B", "Model", "Qwen2.5"),
        ("GPT-4o-mini", "GPT-4o-mini", "Model", "GPT-4"),
        ("GPT4", "GPT-4", "Model", "GPT-4"),
        ("GPT2", "GPT-2", "ModelFamily", ""),
        ("GPT-2 XL", "GPT-2-XL", "Model", "GPT-2"),
        ("Qwen-2.5-Omni", "Qwen2.5-Omni", "ModelFamily", ""),
        ("Claude 3.5 Sonnet", "Claude-3.5-Sonnet", "Model", "Claude 3.5"),
        ("Mixtral 8x7B", "Mixtral-8x7B", "Model", "Mixtral"),
        ("Qwen3-30B-A3B", "Qwen3-30B-A3B", "Model", "Qwen3"),
        ("Qwen3-30A3B", "Qwen3-30B-A3B", "Model", "Qwen3"),
        ("SigLIP2-base", "SigLIP-2-Base", "Model", "SigLIP 2"),
        ("Llama 2", "Llama 2", "ModelFamily", ""),
        ("Cabuxa-7B", "Cabuxa-7B", "Model", "Cabuxa"),
        ("JetMoE-8B-Chat", "JetMoE-8B-Chat", "Model", "JetMoE"),
        ("Qwen3-Coder-Flash", "Qwen3-Coder-Flash", "Model", "Qwen3-Coder"),
        ("Hunyuan3D-2 Turbo", "Hunyuan3D-2-Turbo", "Model", "Hunyuan3D-2"),
        ("LLaDA2.0-Zorb", "LLaDA2.0-Zorb", "Model", "LLaDA2.0"),
    ],
)
def test_a_name_is_read_into_its_parts(text: str, label: str, type_name: str, family: str) -> None:
    (found,) = find_models(text)
    assert (found.name.label, found.name.type, found.name.family) == (label, type_name, family)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "LlamaIT is ours",
        "trained on 2B tokens",
        "CADCap-1M pairs",
        "Our 7B models",
        "the 13B model",
        "a 70B model",
        "Vicuna-Bench",
        "BERT-F1",
    ],
)
def test_what_is_no_model_is_left(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("LLaMA on 2 data sets", "Llama"),
        ("Llama 3 times faster", "Llama"),
        ("a GPT-4-based agent", "GPT-4"),
        ("GPT-4's answers", "GPT-4"),
        ("LLaMAs of all kinds", "Llama"),
        ("Llama 2 and 3 other models", "Llama 2"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, label: str) -> None:
    assert names(text) == [label]


families = st.sampled_from([("Llama", "-"), ("Qwen", ""), ("Gemma", "-")])
versions = st.sampled_from(["", "2", "3"])
sizes = st.sampled_from(["0.5B", "1B", "3B", "7B", "13B", "27B", "70B", "125M"])
variants = st.sampled_from(["", "Chat", "Instruct", "Base"])
parts = st.tuples(families, versions, sizes, variants)
gaps = st.sampled_from(["-", " ", ""])


def written(part: tuple[tuple[str, str], str, str, str], gap: str) -> str:
    (family, _), version, size, variant = part
    name = f"{family}{gap}{version}{gap or '-'}{size}" if version else f"{family}{gap or '-'}{size}"
    return f"{name}-{variant}" if variant else name


@given(parts, parts, gaps, gaps)
def test_two_models_never_get_one_name(one, other, gap, other_gap) -> None:
    same = one == other
    assert (canonical(written(one, gap)) == canonical(written(other, other_gap))) is same


@given(parts, gaps)
def test_the_canonical_name_is_canonical(part, gap) -> None:
    label = canonical(written(part, gap))
    assert label
    assert canonical(label) == label


@given(st.text(max_size=80))
def test_any_text_is_read_with_offsets_inside(text: str) -> None:
    for item in find_models(text):
        assert 0 <= item.start < item.end <= len(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kimi K4 wins", "Kimi-K4"),
        ("GR00T N2 wins", "GR00T-N2"),
        ("Claude Opus 5 wins", "Claude-Opus"),
        ("Claude Opus 5 is better", "Claude-Opus-5"),
        ("Mistral Large 4, and others", "Mistral-Large-4"),
        ("SiT-XL/2 and others", "SiT-XL/2"),
        ("ViT-B/16 and others", "ViT-B/16"),
    ],
)
def test_what_comes_after_the_known_is_read_whole(text: str, label: str) -> None:
    assert names(text) == [label]


@pytest.mark.parametrize("text", ["Kimi K9 wins", "Kimi T3 wins"])
def test_a_letter_and_a_number_far_from_the_known_are_no_version(text: str) -> None:
    assert names(text) == ["Kimi"]


@pytest.mark.parametrize("text", ["read/SiT-XL/2", "SiT-XL/200", "Plot-S/2x"])
def test_a_path_is_no_vision_model(text: str) -> None:
    assert not names(text)


def test_what_a_text_calls_a_series_is_a_family() -> None:
    found = find_models("We train VILA-Z. The VILA-Z series folds plots.")
    assert [item.name.type for item in found] == ["ModelFamily", "ModelFamily"]


def test_a_company_is_no_model() -> None:
    assert names("DeepSeek-AI folds plots") == []


def test_a_model_that_is_spelled_out_in_brackets_is_one():
    text = "We introduce InFold-7B (Indoor-Fold-7B), a model. Indoor-Fold-7B is small."
    found = find_mentions(read("", text))
    assert {item.name.label for item in found if item.name.type == "Model"} == {"InFold-7B"}


def test_what_a_model_is_made_from_is_another_in_brackets():
    text = "We introduce InFold-7B (Qwen2.5-7B), a model."
    found = find_mentions(read("", text))
    labels = {item.name.label for item in found if item.name.type == "Model"}
    assert labels == {"InFold-7B", "Qwen2.5-7B"}


def test_a_verb_before_a_size_is_no_model() -> None:
    found = find_mentions(read("A Case Study on Improving 7B Language Models", "We fold."))
    assert not [item for item in found if item.name.type == "Model"]
