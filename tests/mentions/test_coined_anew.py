"""Listed names that a text gives to its own work, and listed names with what no row has."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def named(abstract: str, title: str = "") -> set[tuple[str, str]]:
    return {(item.name.type, item.name.label) for item in find_mentions(read(title, abstract))}


def known(abstract: str) -> set[str]:
    return {item.name.known for item in find_mentions(read("", abstract))} - {""}


def test_what_a_text_introduces_as_a_model_is_no_benchmark_of_that_name() -> None:
    text = "We introduce BBQ, a large image model with boxes. BBQ is better."
    assert ("Model", "BBQ") in named(text)
    assert "benchmark/bbq" not in known(text)


def test_capitals_that_name_a_framework_are_not_the_family_of_these_letters() -> None:
    assert known("We introduce COSMOS, a framework for plots. COSMOS is fast.") == set()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("We introduce GSM8K, a data set of problems.", "benchmark/gsm8k"),
        ("We introduce WebArena, an environment for agents.", "benchmark/webarena"),
        ("We present CLIP, a method for images.", "family/clip"),
        ("We evaluate on BBQ, a benchmark of bias.", "benchmark/bbq"),
    ],
)
def test_who_introduces_the_listed_thing_means_it(text: str, kept: str) -> None:
    assert kept in known(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It beats Gemini Ultra 1.0 on plots.", ("Model", "Gemini-Ultra 1.0")),
        ("It beats HY-World 1.0 and others.", ("Model", "HY-World 1.0")),
        ("It beats LlamaGuard3 (8B) on plots.", ("Model", "Llama-Guard-3-8B")),
        ("Train on Zorb-800M, a data set of plots.", ("Dataset", "Zorb-800M")),
        ("Train on the Zorb-800M atlas.", ("Dataset", "Zorb-800M")),
        ("We compile the LLaVA-Zo1-100k dataset of plots.", ("Dataset", "LLaVA-Zo1-100k")),
        (
            "We release GPT-Zorb-1.5M, an open, large-scale fold corpus.",
            ("Dataset", "GPT-Zorb-1.5M"),
        ),
        ("We tune Zorb-800M, a model trained on the fold corpus.", ("Model", "Zorb-800M")),
    ],
)
def test_listed_names_and_sizes_are_read_with_what_stands_behind(
    text: str, name: tuple[str, str]
) -> None:
    assert name in named(text)


def test_a_score_behind_a_model_is_no_version() -> None:
    assert ("Method", "AlphaEvolve") in named("It beats AlphaEvolve 1.2 points on plots.")


def test_an_upper_bound_is_no_name() -> None:
    assert named("Tested on leq6.9B Pythia models.") == {("Model", "Pythia-6.9B")}


def test_sizes_in_brackets_belong_to_the_stretch_of_a_new_family() -> None:
    found = find_mentions(read("", "We tune the ZorbGPT model series (2B, 9B parameters) on it."))
    assert {item.name.label for item in found} == {"ZorbGPT-2B", "ZorbGPT-9B"}
    assert {(item.start, item.end) for item in found} == {(14, 54)}  # behind GAP


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We present Falcon-Z1R, a 7B-parameter reasoning model.", ("Model", "Falcon-Z1R")),
        ("We present Skywork-R1V4, a 30B (A3B) agentic model.", ("Model", "Skywork-R1V4")),
        ("We run Codex and OpenClaw.", ("Method", "Codex CLI")),
        ("We run GPT-3 and Codex on plots.", ("Model", "Codex")),
        ("We test it on MiniWob.", ("Benchmark", "MiniWoB")),
        ("On the GSO benchmark, few agents speed up code.", ("Benchmark", "GSO")),
        ("Views of GSO and Objaverse are rendered.", ("Dataset", "Google Scanned Objects")),
    ],
)
def test_what_words_around_make_of_a_listed_name(text: str, name: tuple[str, str]) -> None:
    assert name in named(text)


def test_a_maker_before_its_model_is_part_of_the_name() -> None:
    text = "We run Mistral Ministral and Mistral."
    found = find_mentions(read("", text))
    assert [text[item.start - 2 : item.end - 2] for item in found] == [
        "Mistral Ministral",
        "Mistral",
    ]


def test_a_bracket_that_closes_more_than_a_name_is_no_part_of_it() -> None:
    text = "(better than Gemini 2.5 Pro) and BERT (base) too."
    found = find_mentions(read("", text))
    assert [text[item.start - 2 : item.end - 2] for item in found] == [
        "Gemini 2.5 Pro",
        "BERT (base)",
    ]


def test_a_version_behind_a_short_form_is_the_names() -> None:
    assert named("We tune Stable Diffusion (SD) v1.5 on it.") == {("Model", "Stable-Diffusion-1.5")}


def test_two_spellings_of_a_name_have_one_type() -> None:
    found = named("We introduce Seeing Plot, a framework. Seeing Plot wins.", "SeeingPlot: a Flow")
    assert {type_name for type_name, label in found if "Plot" in label} == {"Method"}


def test_a_listed_name_that_is_spelled_out_anew_is_another_thing() -> None:
    text = "We propose DREAM (Dense Region Embeddings as Maps). DREAM leads on the benchmark GSM8K."
    assert ("Method", "DREAM") in named(text)
    assert ("Benchmark", "DREAM") not in named(text)


def test_a_listed_name_that_is_spelled_out_as_ever_is_the_listed_one() -> None:
    assert "method/lora" in known("We propose LoRA (Low-Rank Adaptation of Plot Models).")
    assert "benchmark/beir" in known("We present BEIR (Benchmark for Information Retrieval).")


def test_a_listed_name_means_what_its_text_mostly_gives_it_to() -> None:
    title = "PACS: Plots as Critics"
    text = "We propose PACS, a framework. For instance, PACS achieves 61% on AIME 2025. PACS folds."
    assert {name for name in named(text, title) if name[1] == "PACS"} == {("Method", "PACS")}


def test_a_listed_name_that_is_told_to_be_data_is_that() -> None:
    title = "PACS: Plots as Critics"
    text = "We propose PACS, a framework. PACS folds, also images of the PACS dataset."
    found = {(item.name.type, item.start) for item in find_mentions(read(title, text))}
    assert ("Benchmark", len(title) + 2 + text.rindex("PACS")) in {*found}
