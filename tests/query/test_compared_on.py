"""Two works on one benchmark."""

from dataclasses import replace

import pytest

from kg.errors import QuestionError
from kg.model import Mention
from kg.query import ask
from tests.graphs import relations
from tests.graphs.maker import Maker, paper

_GSM8K = {"data": "benchmark/gsm8k", "metric": "metric/accuracy", "role": "other"}
_WIKI = {"data": "benchmark/wikitext2", "metric": "metric/perplexity", "role": "other"}


@pytest.fixture
def measured(open_graph):
    """Return a store with numbers of AlphaTune and LoRA on GSM8K, and of LoRA elsewhere."""
    values = [("61", "alphatune", _GSM8K), ("55", "lora", _GSM8K), ("9.1", "lora", _WIKI)]
    said = [
        ("2401.00001", "Numbers.", value, slots | {"method": f"method/{name}"})
        for value, name, slots in values
    ]
    documents = [paper("2401.00001", "AlphaTune", "Numbers.", None)]
    return open_graph(Maker(documents, relations.ENTITIES, (), said).graph())


@pytest.mark.parametrize(
    "question", ["LoRA vs AlphaTune on GSM8K", "on GSM8K, compare LoRA and AlphaTune"]
)
def test_the_numbers_of_both_there_stand_beside_each_other(measured, question):
    answer = ask(measured, question)
    assert [(row["work"], row["value"]) for row in answer] == [("AlphaTune", "61"), ("LoRA", "55")]
    assert answer.parameters["on"] == "benchmark/gsm8k"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (
            "is LoRA better than AlphaTune on GSM8K",
            "No: 1 paper reports AlphaTune better than LoRA",
        ),
        ("does AlphaTune beat LoRA on GSM8K?", "Yes: 1 paper reports AlphaTune better than LoRA"),
        ("LoRA vs AlphaTune on GSM8K", "1 paper reports AlphaTune better than LoRA"),
        ("is LoRA better than AlphaTune on WikiText2", "Not known: no paper here"),
        ("LoRA vs AlphaTune on WikiText2", ""),
    ],
)
def test_the_verdict_is_of_that_place(measured, question, verdict):
    told = ask(measured, question).verdict
    assert told.startswith(verdict) if verdict else not told


def test_what_is_stated_counts_where_the_sentence_names_the_place(demo):
    assert ask(demo, "is PiSSA better than LoRA on GSM8K").verdict.startswith("Yes: 1 paper")
    assert ask(demo, "is PiSSA better than LoRA on GLUE").verdict.startswith("Not known")


def test_who_has_no_number_there_is_named(measured):
    notes = ask(measured, "LoRA vs AlphaTune on WikiText2").notes
    assert "no result of AlphaTune on WikiText2 is known; results of AlphaTune: 1" in notes


@pytest.mark.parametrize(
    "question",
    [
        "is AlphaTune better than LoRA on {}",
        "what outperforms LoRA on {}",
        "results of AlphaTune on {}",
    ],
)
def test_the_tasks_below_a_task_count_wherever_it_is_asked_of(open_graph, question):
    slots = {"task": "task/arithmetic", "metric": "metric/accuracy", "role": "other"}
    said = [
        ("2401.00001", "Numbers.", value, slots | {"method": f"method/{name}"})
        for value, name in (("61", "alphatune"), ("55", "lora"))
    ]
    documents = [paper("2401.00001", "AlphaTune", "Numbers.", None)]
    store = open_graph(Maker(documents, relations.ENTITIES, (), said).graph())
    answer = ask(store, question.format("mathematical reasoning"))
    assert "AlphaTune" in [cell for row in answer for cell in dict(row.cells).values()]
    assert any("narrower than mathematical reasoning" in note for note in answer.notes)


def test_nothing_is_compared_with_itself(measured):
    with pytest.raises(QuestionError, match="the same thing"):
        ask(measured, "LoRA vs LoRA on GSM8K")


@pytest.mark.parametrize(("others", "verdict"), [((), "Yes"), (("benchmark/wikitext2",), "Not")])
def test_what_is_stated_counts_where_the_sentence_names_no_other_data(open_graph, others, verdict):
    text = "AlphaTune beats LoRA on GSM8K, not on WikiText2."
    said = [("2401.00001 method/alphatune", "outperforms", "method/lora", text, 0.9)]
    documents = [paper("2401.00001", "AlphaTune", text, None)]
    graph = Maker(documents, relations.ENTITIES, said, ()).graph()
    mentions = tuple(
        Mention("paper/2401.00001", "abstract", at, at + 5, "GSM8K", entity, "lexicon")
        for at, entity in ((24, "benchmark/gsm8k"), *((35, other) for other in others))
    )
    store = open_graph(replace(graph, mentions=mentions))
    assert ask(store, "is AlphaTune better than LoRA on GSM8K").verdict.startswith(verdict)


def test_numbers_of_an_unknown_direction_are_told(open_graph):
    slots = {"data": "benchmark/gsm8k", "role": "other"}
    values = [
        ("2401.00001", "Numbers.", value, slots | {"method": f"method/{name}"})
        for value, name in (("61", "alphatune"), ("55", "lora"))
    ]
    documents = [paper("2401.00001", "AlphaTune", "Numbers.", None)]
    store = open_graph(Maker(documents, relations.ENTITIES, (), values).graph())
    answer = ask(store, "is AlphaTune better than LoRA on GSM8K")
    assert answer.verdict.startswith("Not known")
    assert any("whether more is better is not known: 55 of LoRA" in note for note in answer.notes)
