"""Names of the lexicon, and what makes another name of one."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def names(text: str) -> set[tuple[str, str]]:
    return {(item.name.type, item.name.label) for item in find_mentions(read("A title", text))}


def test_data_with_a_version_of_its_own_is_another_thing() -> None:
    assert names("We test on Terminal-Bench 2.1.") == {("Benchmark", "Terminal-Bench 2.1")}


@pytest.mark.parametrize("version", ["V3", "2026", "Lite", "II", "Tier 4"])
def test_an_edition_of_data_is_another_thing(version: str) -> None:
    assert names(f"We test on OGBench {version}.") == {("Benchmark", f"OGBench {version}")}


def test_what_goes_on_in_capitals_is_no_edition_of_data() -> None:
    assert ("Benchmark", "OGBench") in names("We won the OGBench 2026 Challenge.")


def test_a_listed_version_is_what_the_list_says() -> None:
    assert names("We test on SQuAD 2.0.") == {("Benchmark", "SQuAD 2.0")}


def test_a_score_behind_data_is_no_version() -> None:
    assert ("Benchmark", "GSM8K") in names("It gains GSM8K 2.1 points.")


@pytest.mark.parametrize("name", ["LoRA-XS", "MMLU-Hard", "MMLU-hard"])
def test_a_part_behind_a_hyphen_makes_another_name(name: str) -> None:
    assert name.partition("-")[0] not in {label for _, label in names(f"We try {name} here.")}


def test_a_blank_that_does_not_break_is_a_blank() -> None:
    assert names("We test on RoboTwin~2.0.") == {("Benchmark", "RoboTwin 2.0")}


def test_a_family_ends_where_its_number_does() -> None:
    assert names("We prune Jurassic-13B.") == {("Model", "Jurassic-13B")}


def test_the_plural_of_a_class_is_no_name() -> None:
    assert not names("These are called folded action models (FAMs); FAMs are large.")


@pytest.mark.parametrize("written", ["8xA100", "8×A100", "8 A100"])
def test_how_many_there_are_may_stand_before_a_device(written: str) -> None:
    assert names(f"We train on {written} devices.") == {("Hardware", "NVIDIA A100")}


def test_a_letter_before_a_device_makes_another_word() -> None:
    assert ("Hardware", "NVIDIA A100") not in names("We train on the oxA100 device.")


@pytest.mark.parametrize("name", ["ResNet-50", "VGG-16", "DenseNet-121", "ViT-L", "YOLOv8n"])
def test_an_architecture_of_a_definite_size_is_a_model(name: str) -> None:
    assert names(f"We test on {name}.") == {("Model", name)}


def test_an_architecture_of_any_size_is_a_method() -> None:
    assert names("We test on DenseNet.") == {("Method", "DenseNet")}


def test_a_name_without_its_signs_is_another() -> None:
    text = "We test on ZorbBench, H* Bench, and R2R-CE benchmarks."
    assert ("Benchmark", "InfiniteBench") not in names(text)
    assert ("Benchmark", "InfiniteBench") in names("We test on ∞Bench.")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We use GroundingDINO (tiny) here.", "Grounding-DINO-Tiny"),
        ("We edit with Nano Banana Pro here.", "Nano-Banana-Pro"),
        ("It leads the Open LLM Leaderboard 2, and more.", "Open LLM Leaderboard 2"),
        ("We train it in BF16 here.", "BF16"),
        ("We test SAM2.1 and GLM-4.5V here.", "SAM 2.1"),
        ("It wins gold at the 2025 IMO here.", "IMO 2025"),
        ("We test on post-2000 IMO problems.", "IMO"),
    ],
)
def test_sizes_and_editions_make_another_thing(text: str, label: str) -> None:
    assert label in [item.name.label for item in find_mentions(read("A title", text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We compare GPT2 and GPT-2 XL here.", {("ModelFamily", "GPT-2"), ("Model", "GPT-2-XL")}),
        ("It reaches an FID of 2 on ImageNet-256.", {("Benchmark", "ImageNet 256x256")}),
        ("We present Hunyuan3D 2.5, a suite of models.", {("ModelFamily", "Hunyuan3D-2.5")}),
    ],
)
def test_a_listed_name_is_of_one_table(text: str, found: set[tuple[str, str]]) -> None:
    assert found <= names(text)


def test_pairs_of_questions_and_answers_are_no_task() -> None:
    assert names("It holds 12K QA pairs.") == set()


def test_what_is_in_the_style_of_a_family_is_not_of_it() -> None:
    assert ("ModelFamily", "GPT") not in names("We train a GPT-style decoder.")


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Sonnet 4.5", "Claude-Sonnet-4.5"),
        ("Haiku-4.5", "Claude-Haiku-4.5"),
        ("GPT-o4-mini", "o4-mini"),
    ],
)
def test_a_model_by_half_its_name(written: str, label: str) -> None:
    assert names(f"We try {written} here.") == {("Model", label)}
