# ruff: noqa: E501 (tables: one line an item)
"""What the questions on the further relations answer."""

from typing import Any

import pytest

from kg.errors import UnknownNameError
from kg.query import ask
from kg.rdf import sparql
from tests.graphs import relations
from tests.graphs.maker import Maker, paper

#: A question, a column, and all that stands in it, in order.
ANSWERS: tuple[tuple[str, str, list[str]], ...] = (
    ("what outperforms LoRA", "id", ["paper/2407.00005", "method/alphatune"]),
    ("what outperforms Llama-2-7B", "id", ["model/camel-7b"]),
    ("what does BetaTune outperform", "id", ["method/alphatune"]),
    ("what is Camel-7B compared with", "id", ["paper/2407.00005", "model/llama-2-7b"]),
    ("models based on Llama-2-7B", "id", ["model/camel-7b", "model/camel-7b-4bit"]),
    ("models based on Llama", "id", ["model/camel-7b", "model/camel-7b-4bit"]),
    ("models fine-tuned from Llama-2-7B", "id", ["model/camel-7b"]),
    ("models quantized from Camel-7B", "id", ["model/camel-7b-4bit"]),
    ("models quantized from Llama-2-7B", "id", []),
    ("what is Camel-7B-4bit based on", "id", ["model/camel-7b", "model/llama-2-7b"]),
    ("methods that extend AlphaTune", "id", ["method/betatune"]),
    ("what does BetaTune extend", "id", ["method/alphatune"]),
    ("parts of BetaTune", "id", ["method/fourbit"]),
    ("what is FourBit part of", "id", ["method/betatune"]),
    ("datasets derived from GSM8K", "id", ["benchmark/gsm-twisted", "benchmark/gsm-bent"]),
    ("what is GSM-Bent derived from", "id", ["benchmark/gsm-twisted", "benchmark/gsm8k"]),
    ("models trained on Alpaca", "id", ["model/camel-7b"]),
    ("what was trained on Alpaca", "id", ["paper/2407.00005", "model/camel-7b", "method/alphatune"]),
    ("papers that train on Alpaca", "paper", ["paper/2407.00005", "paper/2405.00003", "paper/2301.00001"]),
    ("what was AlphaTune trained on", "id", ["dataset/alpaca"]),
    ("papers on mathematical reasoning", "paper", ["paper/2408.00006", "paper/2407.00005", "paper/2301.00001"]),
    ("papers on mathematical reasoning since 2024-08", "paper", ["paper/2408.00006"]),
    ("papers on arithmetic", "paper", ["paper/2408.00006", "paper/2407.00005"]),
    ("methods for mathematical reasoning", "id", ["method/alphatune"]),
    ("models for dialogue", "id", ["model/camel-7b"]),
    ("papers that introduce a benchmark for mathematical reasoning", "id", ["benchmark/gsm-twisted"]),
    ("tasks of Camel-7B", "id", ["task/dialogue"]),
    ("papers using A100", "paper", ["paper/2407.00005", "paper/2402.00002", "paper/2301.00001"]),
    ("papers using A100-80GB", "paper", ["paper/2402.00002"]),
    ("hardware of BetaTune", "id", ["hardware/a100-80gb"]),
    ("what is new since 2024-07", "id", ["paper/2408.00006", "paper/2407.00005"]),
    ("new models since 2024", "id", ["model/camel-7b-4bit", "model/camel-7b"]),
    ("new methods before 2024", "id", ["method/alphatune"]),
    ("new benchmarks since 2024", "id", ["benchmark/gsm-twisted"]),
)  # fmt: skip


@pytest.mark.parametrize(("question", "column", "expected"), ANSWERS)
def test_question_has_its_answer(related, question, column, expected):
    assert [row[column] for row in ask(related, question)] == expected


@pytest.mark.parametrize("question", [question for question, _, found in ANSWERS if found])
def test_every_row_rests_on_words(related, question):
    answer = ask(related, question)
    assert len(answer)
    for row in answer:
        for quote in row.evidence:
            text = getattr(related.document(quote.paper), quote.field)
            assert quote.quote == text[quote.start : quote.end] != ""
        assert row.evidence or row["id"] == "paper/2407.00005"  # it introduces nothing


def test_descendant_has_its_way(related):
    answer = ask(related, "models based on Llama-2-7B")
    assert [(row["how"], row["way"], row["steps"]) for row in answer] == [
        ("fineTunedFrom", "Llama-2-7B > Camel-7B", 1),
        ("quantizedFrom", "Llama-2-7B > Camel-7B > Camel-7B-4bit", 2),
    ]


def test_descendant_rests_on_the_whole_way(related):
    answer = ask(related, "models based on Llama-2-7B")
    assert [quote.paper for quote in answer.rows[1].evidence] == [
        "paper/2406.00004", "paper/2405.00003",
    ]  # fmt: skip


def test_outcome_says_which_of_the_two_is_better(related):
    lora, camel = (ask(related, f"what is {name} compared with") for name in ("LoRA", "Camel-7B"))
    assert [row["outcome"] for row in lora] == ["outperforms LoRA", "outperforms LoRA"]
    assert [row["outcome"] for row in camel] == ["compared", "outperformed by Camel-7B"]


def test_narrower_tasks_are_told(related):
    answer = ask(related, "papers on mathematical reasoning")
    assert answer.notes == ("narrower than mathematical reasoning and counted too: arithmetic",)
    assert answer.rows[0]["on"] == "arithmetic"


def test_unknown_name_has_near_names(related):
    with pytest.raises(UnknownNameError) as error:
        ask(related, "what outperforms AlphaTun")
    assert error.value.nearest[0] == "AlphaTune"


def test_papers_without_such_a_work_are_told(related):
    answer = ask(related, "models trained on Alpaca")
    assert answer.notes == ("other papers: 2; ask: papers that train on Alpaca",)
    assert ask(related, answer.notes[0].partition("ask: ")[2]).total == 3


@pytest.mark.parametrize(
    ("question", "on"),
    [("mentions of Llama", "Llama-7B"), ("mentions of NVIDIA A100", "A100-80GB")],
)
def test_what_is_narrower_is_mentioned_too(open_graph, question, on):
    things = ("model/llama-7b", "hardware/a100-80gb")
    said = [("2401.00001", "mentions", thing, "Numbers.", 0.9) for thing in things]
    documents = [paper("2401.00001", "A Report", "Numbers.", None)]
    (row,) = ask(open_graph(Maker(documents, relations.ENTITIES, said).graph()), question)
    assert row["on"] == on


def test_that_citations_are_not_read_is_said(related):
    answer = ask(related, "citations of LoRA")
    assert answer.notes[0] == (
        "citations are not read: these papers mention LoRA in title or abstract"
    )
    assert answer.rows == ask(related, "papers that mention LoRA").rows


def test_what_a_work_introduces_is_what_its_paper_does(related):
    for question in ("what does BetaTune introduce", "what does 2402.00002 introduce"):
        (row,) = ask(related, question)
        assert (row["id"], row["paper"]) == ("method/betatune", "paper/2402.00002")


@pytest.mark.parametrize(
    "question", ["papers with code", "papers that release code", "papers with open-source code"]
)
def test_papers_with_code(store, question):
    assert {row["code"] for row in ask(store, question)} == {
        row["code"] for name in ("QLoRA", "LoRA") for row in ask(store, f"code of {name}")
    }


@pytest.mark.parametrize(
    ("question", "papers"),
    [
        ("papers that fine-tune Llama-2-7B", ["paper/2405.00003"]),
        ("papers that fine-tune Llama 2 before 2024", []),
        ("papers that quantize Camel-7B", ["paper/2406.00004"]),
        ("papers that prune Llama-2-7B", []),
    ],
)
def test_papers_that_make_a_model_from_one(related, question, papers):
    answer = ask(related, question)
    assert [row["paper"] for row in answer] == papers
    assert "only papers that say so of a work with a name" in answer.notes[-1] or not papers
    twin: Any = sparql(related, answer.sparql)
    assert len(list(twin)) == len(papers)


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("methods proposed by Ada Author", ["method/betatune", "method/alphatune"]),
        ("methods proposed by Ada Author since 2024", ["method/betatune"]),
        ("which models did Ada Author release", ["model/camel-7b-4bit", "model/camel-7b"]),
        ("data sets created by Cleo Third", ["benchmark/gsm-twisted"]),
    ],
)
def test_what_an_author_introduced(related, question, things):
    answer = ask(related, question)
    assert [row["id"] for row in answer] == things
    twin: Any = sparql(related, answer.sparql)
    assert len(list(twin)) == len(things)


def test_an_empty_answer_points_to_mentions_of_what_is_narrower(open_graph):
    documents = [paper("2401.00001", "A Report", "Numbers.", None)]
    said = [("2401.00001", "mentions", "model/llama-7b", "Numbers.", 0.9)]
    store = open_graph(Maker(documents, relations.ENTITIES, said).graph())
    notes = ask(store, "code of Llama").notes
    assert notes == ("Llama is mentioned in 1 paper; ask: papers that mention Llama",)
