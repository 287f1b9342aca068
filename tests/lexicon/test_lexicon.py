"""Loading, looking up, families and pairs that stay apart."""

import subprocess
import sys

import pytest

from kg.lexicon import load


def ids(name, type=""):
    return [entry.id for entry in load().lookup(name, type)]


@pytest.mark.parametrize("name", ["LLaMA-2", "llama2", "Llama 2"])
def test_lookup_folds_spellings(name):
    assert ids(name, "ModelFamily") == ["family/llama-2"]


def test_lookup_puts_the_label_before_aliases():
    assert ids("SAM 2")[0] == "family/sam-2"


def test_lookup_of_an_unknown_name_is_empty():
    assert load().lookup("Zorblax-9000") == ()


def test_versions_of_a_family_are_entries_of_their_own():
    entry = load().entries["family/qwen2.5"]
    assert (entry.label, entry.parent) == ("Qwen2.5", "family/qwen")


def test_a_version_that_is_one_model_is_a_model_in_its_family():
    entry = load().entries["model/gpt-4"]
    assert (entry.type, entry.label, entry.parent) == ("Model", "GPT-4", "family/gpt-4")


@pytest.mark.parametrize(
    ("label", "join", "version", "expected"),
    [("Llama", "-", "2", "Llama 2"), ("Qwen", "", "2.5", "Qwen2.5"), ("GPT", "-", "4", "GPT-4")],
)
def test_families_know_how_they_are_written(label, join, version, expected):
    family = next(family for family in load().families if family.entry.label == label)
    assert (family.join, family.version_label(version)) == (join, expected)


@pytest.mark.parametrize(
    "pair",
    [
        ("MATH", "math"),
        ("T5", "mT5"),
        ("Llama-2-7B", "LLaMA2-7B-chat"),
        ("GPT4", "GPT-4o"),
        ("AIME 2024", "AIME 2025"),
        ("SQuAD", "SQuAD 2.0"),
        ("MMLU", "MMLU-Pro"),
        ("KITTI-2012", "KITTI 2015"),
    ],
)
def test_curated_pairs_never_merge(pair):
    assert not load().may_merge(*pair)
    assert not load().may_merge(*reversed(pair))


def test_narrow_tasks_stand_in_broad_ones():
    entries = load().entries
    assert entries["task/few-shot-object-detection"].parent == "task/object-detection"


def test_equal_and_unrelated_names_may_merge():
    assert load().may_merge("MATH", "MATH")
    assert load().may_merge("LLaMA-2-7B", "Llama2-7b")


def test_loading_needs_nothing_heavy():
    code = "import sys, kg.lexicon; kg.lexicon.load(); print({'spacy', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_version_is_a_hash():
    assert len(load().version) == 16
