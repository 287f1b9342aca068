"""What a work was evaluated on: what is stated, and what only a number tells."""

from typing import Any

import pytest

from kg.model import PartialDate
from kg.query import ask
from kg.rdf import sparql
from tests.graphs import relations
from tests.graphs.maker import Maker, paper


def rows(answer):
    return [(row["id"], row["how"], row["paper"]) for row in answer]


def test_a_number_tells_where_nothing_is_stated(related):
    answer = ask(related, "what was LoRA evaluated on")
    assert rows(answer) == [("benchmark/gsm8k", "result", "paper/2301.00001")]
    assert answer.columns[:3] == ("name", "type", "how")
    assert answer.rows[0].evidence[0].quote.endswith("beats LoRA with 51.5%.")
    assert not any("results of LoRA" in note for note in answer.notes)


def test_what_is_stated_is_not_said_again_by_its_numbers(related):
    assert rows(ask(related, "what was BetaTune evaluated on")) == [
        ("benchmark/gsm8k", "stated", "paper/2402.00002"),
        ("model/llama-2-7b", "stated", "paper/2402.00002"),
        ("benchmark/wikitext2", "stated", "paper/2402.00002"),
    ]


def test_another_papers_number_is_a_row_of_its_own(related):
    answer = ask(related, "on which benchmarks was AlphaTune evaluated")
    assert rows(answer) == [
        ("benchmark/gsm8k", "result", "paper/2402.00002"),
        ("benchmark/wikitext2", "result", "paper/2402.00002"),
        ("benchmark/gsm8k", "stated", "paper/2301.00001"),
    ]


def test_numbers_of_one_paper_are_one_row(related):
    (row,) = ask(related, "what was Llama-2-7B evaluated on in 2024-08")
    assert (row["id"], row["how"]) == ("benchmark/gsm-twisted", "result")
    assert len(row.evidence) == 2


def test_numbers_of_a_family_are_those_of_its_members(related):
    answer = ask(related, "what was Llama 2 evaluated on in 2024-08")
    assert {(row["id"], row["of"]) for row in answer} == {
        ("benchmark/gsm-twisted", "Llama-2-7B"),
        ("benchmark/gsm-twisted", "Llama-2-7B-Chat"),
    }


def test_a_method_ran_on_the_model_of_its_number(open_graph):
    said = [one for one in relations.SAID if one[1] not in ("evaluatedOn", "evaluatedOnModel")]
    graph = Maker(relations.DOCUMENTS, relations.ENTITIES, said, relations.MEASURED).graph()
    store = open_graph(graph)
    answer = ask(store, "on which models was BetaTune evaluated")
    assert rows(answer) == [("model/llama-2-7b", "result", "paper/2402.00002")]
    assert not ask(store, "on which models was 2408.00006 evaluated")


def test_what_a_change_is_over_was_measured_there(open_graph):
    document = paper("2401.00001", "AlphaTune", "It gains.", None)
    change = {"kind": "delta", "baseline": "method/lora", "data": "benchmark/gsm8k"}
    said = [("2401.00001", "It gains.", "3", change | {"method": "method/alphatune"})]
    store = open_graph(Maker([document], relations.ENTITIES, (), said).graph())
    assert rows(ask(store, "what was LoRA evaluated on")) == [
        ("benchmark/gsm8k", "result", "paper/2401.00001")
    ]


@pytest.mark.parametrize("slot", ["model", "baseline"])
def test_models_with_a_number_there_are_evaluated_there(open_graph, slot):
    document = paper("2401.00001", "AlphaTune", "It gains.", None)
    slots = {slot: "model/llama-7b", "data": "benchmark/gsm8k"}
    said = [("2401.00001", "It gains.", "3", slots), ("2401.00001", "gains.", "4", slots)]
    store = open_graph(Maker([document], relations.ENTITIES, (), said).graph())
    answer = ask(store, "models evaluated on GSM8K")
    assert rows(answer) == [("model/llama-7b", "result", "paper/2401.00001")]
    assert len(answer.rows[0].evidence) == 2
    twin: Any = sparql(store, answer.sparql)
    assert [row["how"].value for row in twin] == ["result"]


def test_models_that_experiments_merely_ran_on_stand_behind(open_graph):
    words = "It runs on GSM8K."
    documents = [
        paper("2401.00001", "Old", words, PartialDate(2024)),
        paper("2501.00001", "New", words, PartialDate(2025)),
    ]
    said = [
        ("2501.00001", "evaluatedOn", "benchmark/gsm8k", words, 0.9),
        ("2501.00001", "evaluatedOnModel", "model/llama-7b", words, 0.9),
    ]
    of_old = {"model": "model/camel-7b", "data": "benchmark/gsm8k"}
    measured = [("2401.00001", words, "61", of_old)]
    store = open_graph(Maker(documents, relations.ENTITIES, said, measured).graph())
    answer = ask(store, "models evaluated on GSM8K")
    assert [row["model"] for row in answer] == ["Camel-7B", "Llama-7B"]
