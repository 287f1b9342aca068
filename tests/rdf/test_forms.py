"""Each form of question has its twin as a file, which finds what was read off the examples by hand.

It finds what `kg ask` answers too.
"""

import runpy
from pathlib import Path
from typing import Any

import pytest

from kg.ids import TYPES_BY_NAMESPACE
from kg.namespaces import BASE
from kg.query import FORMS, ask
from kg.rdf import sparql as run

sparql: Any = run
MAKER = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "make_queries.py"))
FOLDER, QUESTIONS = MAKER["FOLDER"], MAKER["QUESTIONS"]

#: What the examples have nothing of: models quantized, distilled, merged, adapted; parts. Their
#: twins are compared with the store on a graph made by hand (`tests/query/test_sparql.py`).
WITHOUT = frozenset(
    "quantized_from distilled_from merged_from adapters_of parts_of part_of_what papers_quantize"
    " papers_distil".split()
)

#: The answers, read off the summaries by hand: the column and some names that must stand in it.
ANSWERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "leaderboard": ("highest", ("81.6", "82.3")),
    "lowest": ("highest", ("0.47",)),
    "results_of": ("highest", ("80.5",)),
    "memory_of": ("work", ("LoRA",)),
    "speed_of": ("work", ("vLLM",)),
    "comparison": ("name", ("GLUE", "fine-tuning", "LoRA")),
    "is_better": ("name", ("GSM8K", "LoRA")),
    "comparison_on": ("highest", ("72.86", "67.7")),
    "is_better_on": ("highest", ("72.86", "67.7")),
    "outperforming": ("winner", ("DoRA",)),
    "outperforming_on": ("winner", ("PiSSA",)),
    "outperformed": ("name", ("Llama-2-13B", "Llama-34B")),
    "outperformed_on": ("loser", ("LoRA",)),
    "compared_with": ("name", ("LoftQ",)),
    "models_of_family": ("model", ("Llama-2-7B", "Llama-2-13B", "Llama-2-70B-Chat")),
    "models_based_on": ("model", ("MetaMath", "OpenVLA", "Sheared-LLaMA-1.3B", "WizardMath")),
    "fine_tuned_from": ("model", ("MetaMath",)),
    "papers_fine_tune": ("id", ("paper/2309.12284",)),
    "pruned_from": ("model", ("Sheared-LLaMA-1.3B",)),
    "papers_prune": ("id", ("paper/2310.06694",)),
    "methods_extending": ("method", ("QuIP#",)),
    "data_derived_from": ("data", ("MetaMathQA",)),
    "based_on_what": ("name", ("Llama-2-7B",)),
    "models_trained_on": ("model", ("Sheared-LLaMA-1.3B",)),
    "works_trained_on": ("work", ("Mamba",)),
    "papers_trained_on": ("id", ("paper/2010.11929",)),
    "trained_on_what": ("name", ("Open X-Embodiment",)),
    "data_introduced_for_task": ("name", ("MMLU",)),
    "papers_on_task": ("id", ("paper/2005.12872",)),
    "methods_for_task": ("method", ("DoRA",)),
    "methods_on_method": ("method", ("GPTQ", "AWQ", "SmoothQuant", "KIVI")),
    "models_on_method": ("model", ("Qwen2.5",)),
    "methods_on_both": ("method", ("AWQ", "OmniQuant", "QuIP#")),
    "best_on_both": ("method", ("AWQ", "OmniQuant", "QuIP#")),
    "models_on_both": ("model", ("Mistral-7B",)),
    "papers_on_both": ("id", ("paper/2404.02948",)),
    "papers_combining": ("id", ("paper/2305.14314",)),
    "models_for_task": ("model", ("wav2vec 2.0",)),
    "tasks_of": ("name", ("natural language understanding",)),
    "papers_on_hardware": ("id", ("paper/2403.03507",)),
    "hardware_of": ("name", ("NVIDIA RTX 4090",)),
    "methods_evaluated_on": ("method", ("AWQ", "QuaRot", "KIVI", "SmoothQuant", "YaRN")),
    "papers_evaluated_on": ("id", ("paper/2404.02948", "paper/2310.06825", "paper/2309.17452")),
    "models_evaluated_on": ("model", ("Mistral-7B", "Llama-2-7B", "Qwen2.5")),
    "evaluated_on_what": ("name", ("GLUE", "Llama-60M", "Llama-7B", "RoBERTa-Base")),
    "on_which_models": ("name", ("Guanaco-65B", "Llama")),
    "on_which_data": ("name", ("GSM8K", "MATH")),
    "methods_used_with": ("method", ("LoRA", "quantization", "NF4")),
    "methods_using": ("method", ("DoRA", "LongLoRA", "QLoRA")),
    "papers_using": ("id", ("paper/2402.09353", "paper/2309.12307", "paper/2305.14314")),
    "papers_introducing": ("id", ("paper/2110.14168",)),
    "introduced_by": ("name", ("QLoRA",)),
    "code_of": ("code", ("https://github.com/artidoro/qlora",)),
    "papers_with_code": ("code", ("https://github.com/artidoro/qlora",)),
    "on_topic_with_code": ("paper", ("paper/2210.17323",)),
    "papers_by": ("id", ("paper/2310.06825", "paper/2302.13971")),
    "datasets_by": ("dataset", ("GSM8K",)),
    "models_by": ("model", ("Mistral-7B",)),
    "methods_by": ("method", ("Mamba",)),
    "authors_of": ("author", ("Karl Cobbe", "John Schulman")),
    "papers_listed": ("id", ("paper/2404.02948", "paper/2402.04396")),
    "papers_listed_within": ("id", ("paper/2404.02948", "paper/2402.04396")),
    "papers_mentioning": ("id", ("paper/2401.15024", "paper/2309.06180", "paper/2210.17323")),
    "papers_citing": ("id", ("paper/2404.02948",)),
    "connection": ("object", ("method/lora",)),
    "new_papers": ("id", ("paper/2501.12948", "paper/2412.15115", "paper/2406.09246")),
    "newest_papers": ("id", ("paper/2501.12948", "paper/2412.15115", "paper/2406.09246")),
    "new_methods": ("name", ("PiSSA",)),
    "new_models": ("name", ("DeepSeek-R1", "Qwen2.5-72B-Instruct", "OpenVLA")),
    "new_data": ("name", ("MetaMathQA", "GSM8K", "TruthfulQA")),
    "newest_methods": ("name", ("PiSSA", "QuaRot", "GaLore")),
    "newest_models": ("name", ("DeepSeek-R1", "DeepSeek-R1-Zero")),
    "newest_data": ("name", ("MetaMathQA", "GSM8K", "TruthfulQA")),
    "all_methods": ("name", ("LoRA", "PiSSA")),
    "all_models": ("name", ("Llama-2-7B", "DeepSeek-R1")),
    "all_benchmarks": ("name", ("GSM8K", "MMLU", "RedPajama")),
    "all_tasks": ("name", ("mathematical reasoning",)),
    "all_hardware": ("name", ("NVIDIA A100", "NVIDIA RTX 4090")),
}


def column(store, intent: str, name: str) -> list[str]:
    """Return what stands in a column of a twin's file."""
    rows = sparql(store, (FOLDER / f"{intent}.rq").read_text(encoding="utf-8"))
    return [str(row[name].value).removeprefix(BASE) for row in rows]


def test_every_form_has_a_file_and_a_question():
    intents = {form.intent for form in FORMS}
    assert {path.stem for path in FOLDER.glob("*.rq")} == intents == set(QUESTIONS)
    assert set(ANSWERS) | WITHOUT == intents


def test_the_files_are_what_the_code_says(demo):
    stale = [
        intent
        for intent, text in MAKER["texts"](demo)
        if (FOLDER / f"{intent}.rq").read_text(encoding="utf-8") != text
    ]
    assert not stale, "run: python scripts/make_queries.py"


@pytest.mark.parametrize("intent", ANSWERS)
def test_a_twin_finds_what_was_read_by_hand(demo, intent):
    name, expected = ANSWERS[intent]
    assert set(expected) <= set(column(demo, intent, name))


@pytest.mark.xfail(reason="too unlikely to be held", strict=True)
def test_a_twin_finds_what_is_missed(demo):
    assert "SVD" in column(demo, "methods_used_with", "method")


COMPARISONS = ("comparison", "is_better")
MEASURED = ("leaderboard", "results_of", "comparison_on", "is_better_on")


@pytest.mark.parametrize("intent", sorted({*ANSWERS} - {*COMPARISONS, "connection"}))
def test_a_twin_finds_what_the_store_answers(demo, intent):
    name = "result" if intent in MEASURED else "id"
    answer = ask(demo, QUESTIONS[intent])
    ids = {str(row.get("result", row["id"])) if name == "result" else row["id"] for row in answer}
    found = column(demo, intent, name)
    if name == "result":
        assert len(found) == answer.total
    else:
        assert set(found) == ids


@pytest.mark.parametrize("intent", COMPARISONS)
def test_a_comparison_finds_what_the_store_answers(demo, intent):
    answer = ask(demo, QUESTIONS[intent])
    facts = [row for row in answer if str(row["id"]).partition("/")[0] in TYPES_BY_NAMESPACE]
    assert set(column(demo, intent, "id")) <= {row["id"] for row in facts}


@pytest.mark.parametrize("intent", sorted(WITHOUT))
def test_what_the_examples_have_nothing_of_is_empty_in_both(demo, intent):
    assert column(demo, intent, "id") == [row["id"] for row in ask(demo, QUESTIONS[intent])] == []
