"""The competency questions and the curators' queries find what was read off the examples by hand.

Where `kg ask` reads the same question, both answer alike.
"""

import re
from typing import Any

import pytest

from kg.query import ask
from kg.rdf import sparql as run
from kg.schema import ontology_path

sparql: Any = run
FOLDER = ontology_path("queries")
README = ontology_path("README.md").read_text(encoding="utf-8")

#: Rows that must be among the answers, written by hand from the summaries: some columns of each.
ANSWERS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "data-used-by-most-papers": (("data", "papers"), (("Proof-Pile", "2"),)),
    "papers-on-task-by-year": (("year", "papers"), (("2020", "2"), ("2018", "1"))),
    "methods-used-with-method": (("method", "papers"), (("LoRA", "2"),)),
    "data-of-paper": (("name", "use"), (("RedPajama", "trained on"),)),
    "best-result-on-benchmark": (
        ("metric", "value", "work"),
        (("pass@1", "81.6", "WizardMath-70B"),),
    ),
    "best-over-time": (("issued", "value"), (("2023-08-18", "81.6"),)),
    "models-evaluated-on-benchmark": (("model",), (("Mistral-7B",), ("MetaMath-70B",))),
    "papers-that-report-on-benchmark": (("arxiv",), (("2309.12284",), ("2308.09583",))),
    "papers-on-model-with-code": (
        ("title", "code"),
        (
            ("DoRA: Weight-Decomposed Low-Rank Adaptation", "https://github.com/NVlabs/DoRA"),
            (
                "PiSSA: Principal Singular Values and Singular Vectors Adaptation of Large "
                "Language Models",
                "",
            ),
        ),
    ),
    "metrics-on-benchmark": (
        ("data", "metric"),
        (("GSM8K", "pass@1"), ("MATH", "pass@1"), ("CIFAR-10", "FID")),
    ),
    "benchmarks-for-task": (
        ("task", "name"),
        (("question answering", "MMLU"),),
    ),
    "data-by-name": (
        ("name", "page", "paper"),
        (
            (
                "GSM8K",
                "https://github.com/openai/grade-school-math",
                "Training Verifiers to Solve Math Word Problems",
            ),
        ),
    ),
    "models-by-name": (("model",), (("Llama-2-7B",), ("Llama-2-70B-Chat",))),
    "results-of-models": (
        ("model", "data", "value"),
        (("WizardMath-70B", "GSM8K", "81.6"), ("BERT-Large", "GLUE", "80.5")),
    ),
    "best-value-by-setting": (("setting",), (("4-bit",),)),
    "statements-on-method-by-support": (
        ("subject", "support"),
        (("DoRA: Weight-Decomposed Low-Rank Adaptation", "1"), ("QLoRA", "1")),
    ),
    "tasks-of-data": (
        ("task", "title"),
        (
            (
                "mathematical reasoning",
                "WizardMath: Empowering Mathematical Reasoning for Large Language Models via "
                "Reinforced Evol-Instruct",
            ),
            ("math word problem solving", "Training Verifiers to Solve Math Word Problems"),
        ),
    ),
    "papers-that-use-method-or-extension": (
        ("issued", "method"),
        (("2023-05-23", "LoRA"), ("2023-05-19", "LoRA")),
    ),
    "missing_metric_of_results": (("value",), (("88.55%",), ("80.5",))),
    "missing_data_of_results": (("value",), (("82.5%",), ("10,000 times",))),
    "missing_family_of_models": (("model", "papers"), (("ViT-H/14", "1"),)),
    "missing_names_in_lexicon": (("type", "name"), (("Method", "LoftQ"),)),
    "missing_direction_of_metrics": (("metric",), (("sparsity",),)),
    "missing_second_source": (
        ("model", "origin"),
        (("OpenVLA", "Llama-2-7B"), ("Sheared-LLaMA-1.3B", "Llama-2-7B")),
    ),
}

#: Rows that are true as well, and are missed: just too unlikely to be held.
MISSED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "data-used-by-most-papers": (("data", "papers"), ("C4", "4")),
}

#: Queries that ask what a question in words asks: the question, and the columns that agree.
ASKED: dict[str, tuple[str, str, str]] = {
    "papers-on-model-with-code": ("papers evaluated on Llama2-7B", "title", "title"),
    "papers-that-use-method": ("papers that use LoRA", "title", "title"),
    "papers-using-hardware": ("papers using the NVIDIA RTX 4090", "title", "title"),
    "models-of-family": ("models of the Llama 2 family", "model", "model"),
    "what-outperforms-method": ("what outperforms LoRA", "winner", "winner"),
    "data-derived-from-data": ("datasets derived from GSM8K", "data", "data"),
    "methods-used-with-method": ("methods used together with quantization", "method", "method"),
    "papers-on-task": ("papers on question answering since 2016", "title", "title"),
    "code-of-papers": ("code of QLoRA", "code", "code"),
    "papers-by-listing-date": ("papers listed on 30 April 2024", "title", "title"),
    "new-since-date": ("what is new since 2024", "title", "title"),
}


def text(name: str) -> str:
    return (FOLDER / f"{name}.rq").read_text(encoding="utf-8")


def rows(store, name: str, columns: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return some columns of a query\'s rows; an empty cell is an empty text."""
    return {
        tuple(str(row[column].value) if row[column] else "" for column in columns)
        for row in sparql(store, text(name))
    }


@pytest.mark.parametrize("name", ANSWERS)
def test_a_query_finds_what_was_read_by_hand(demo, name):
    columns, expected = ANSWERS[name]
    assert set(expected) <= rows(demo, name, columns)


@pytest.mark.xfail(reason="too unlikely to be held", strict=True)
@pytest.mark.parametrize("name", MISSED)
def test_a_query_finds_what_is_missed(demo, name):
    columns, row = MISSED[name]
    assert row in rows(demo, name, columns)


@pytest.mark.parametrize("name", ASKED)
def test_a_query_finds_what_the_store_answers(demo, name):
    question, column, cell = ASKED[name]
    answered = {str(row[cell]) for row in ask(demo, question)}
    assert answered
    assert answered <= {found for (found,) in rows(demo, name, (column,))}


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.rq")), ids=lambda path: path.stem)
def test_a_query_has_title_and_description(path):
    title, description = path.read_text(encoding="utf-8").splitlines()[:2]
    assert title.startswith("# ")
    assert title.endswith("?") or "?" in title
    assert description.startswith("# ")


def test_every_competency_question_is_told_of():
    told = re.findall(r"^\| ((?:CQ|X)\d+) \|", README, re.MULTILINE)
    assert told == [f"CQ{n:02}" for n in range(1, 21)] + [f"X{n}" for n in range(1, 7)]


def test_queries_that_the_readme_names_are_there():
    named = re.findall(r"`([\w-]+)\.rq`", README)
    assert {name for name in named if not (FOLDER / f"{name}.rq").is_file()} == set()
