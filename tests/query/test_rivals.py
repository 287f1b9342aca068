"""What outperforms a work on a benchmark."""

from dataclasses import replace
from typing import Any

import pytest

from kg.model import Mention
from kg.namespaces import BASE
from kg.query import ask
from kg.rdf import sparql
from tests.graphs import relations
from tests.graphs.maker import Maker, paper

_GSM8K = {"data": "benchmark/gsm8k", "metric": "metric/accuracy"}


def rows(answer):
    return [(row["id"], row["how"], row["numbers"]) for row in answer]


def graph_of(documents, said, measured):
    return Maker(documents, relations.ENTITIES, said, measured).graph()


def measured(open_graph, text, *values, asked="LoRA"):
    """Ask what outperforms a work on GSM8K where one paper reports these values, each with slots.

    The SPARQL twin finds the same.
    """
    document = paper("2401.00001", "AlphaTune", text, None)
    said = [("2401.00001", text[: text.index(" ")], value, slots) for value, slots in values]
    store = open_graph(graph_of([document], (), said))
    answer = ask(store, f"what outperforms {asked} on GSM8K")
    twin: Any = sparql(store, answer.sparql)
    found = [row["id"].value.removeprefix(BASE) for row in twin]
    assert found == [row["id"] for row in answer]
    return answer


def test_stated_where_the_paper_is_evaluated_and_better_by_numbers(related):
    answer = ask(related, "what outperforms LoRA on GSM8K")
    assert rows(answer) == [
        ("paper/2407.00005", "same paper", ""),
        ("method/alphatune", "same paper, numbers", "accuracy 55.0% against 51.5%"),
    ]
    assert answer.rows[0].evidence[0].quote == "Our way beats LoRA and scores 70.1 on GSM8K."


def test_that_no_benchmark_is_stated_is_told(related):
    notes = ask(related, "what outperforms LoRA on GSM8K").notes
    assert any("not that it is better there" in note for note in notes)


def test_less_is_better_where_the_metric_says_so(related):
    answer = ask(related, "what is better than AlphaTune on WikiText2?")
    assert rows(answer) == [
        ("method/betatune", "same paper, numbers", "perplexity 5.40 against 5.9")
    ]


def test_confidence_is_that_of_what_says_better(open_graph):
    said = [(*one[:4], 0.4) if one[1] == "outperforms" else one for one in relations.SAID]
    store = open_graph(graph_of(relations.DOCUMENTS, said, relations.MEASURED))
    row = ask(store, "what outperforms LoRA on GSM8K").rows[0]
    assert (row["how"], row["confidence"]) == ("same paper", 0.4)
    assert max(quote.confidence for quote in row.evidence) == 0.9


def test_a_sentence_that_names_the_benchmark_is_marked(open_graph):
    graph = relations.GRAPH
    text = next(item.abstract for item in graph.documents if item.id == "paper/2407.00005")
    start = text.index("GSM8K")
    place = ("abstract", start, start + 5, "GSM8K", "benchmark/gsm8k", "lexicon")
    store = open_graph(replace(graph, mentions=(Mention("paper/2407.00005", *place),)))
    answer = ask(store, "which methods beat LoRA on GSM8K")
    assert rows(answer)[0] == ("paper/2407.00005", "one sentence", "")


def test_what_is_stated_of_another_place_is_left_out_and_told(related):
    answer = ask(related, "what outperforms LoRA on WikiText2")
    assert not answer
    assert "not known to be on WikiText2: 2; ask: what outperforms LoRA" in answer.notes[-1]


def test_a_work_that_is_better_there_is_not_told_as_left_out(open_graph):
    said = [("2301.00001 method/alphatune", "outperforms", "method/lora", "We present", 0.9)]
    said += [one for one in relations.SAID if one[1] != "outperforms"]
    text = relations.MEASURED[0][1]
    numbers = ("61", "55")
    other = paper("2501.00001", "A Later Study", text, None)
    measured = [
        ("2501.00001", text, value, _GSM8K | {"method": f"method/{name}", "role": "other"})
        for value, name in zip(numbers, ("alphatune", "lora"), strict=True)
    ]
    said = [one for one in said if one[1] not in ("evaluatedOn", "evaluatedOnModel")]
    store = open_graph(graph_of([*relations.DOCUMENTS, other], said, measured))
    answer = ask(store, "what outperforms LoRA on GSM8K")
    assert rows(answer) == [("method/alphatune", "numbers", "accuracy 61 against 55")]
    assert not any("not known to be on" in note for note in answer.notes)


def test_values_of_no_known_direction_are_not_compared(related):
    answer = ask(related, "what outperforms Llama-2-7B on GSM-Twisted")
    assert not answer
    assert "not compared, for whether more is better is not known: 15%, 3" in answer.notes[-1]


@pytest.mark.parametrize(
    ("of_winner", "of_lora", "wins"),
    [
        ({}, {}, True),
        ({"model": "model/llama-7b"}, {}, False),
        ({"model": "model/llama-7b"}, {"model": "model/llama-2-7b"}, False),
        ({"method": "", "model": "model/llama-7b"}, {"model": "model/llama-2-7b"}, False),
        ({"split": "test"}, {"split": "dev"}, False),
        ({"setting": "5-shot"}, {}, False),
        ({"unit": "%"}, {}, False),
        ({"data": "benchmark/gsm-twisted"}, {}, False),
        ({"task": "task/arithmetic"}, {}, True),
        ({"metric": "metric/wit"}, {}, False),
        ({"kind": "delta"}, {}, False),
    ],
)  # fmt: skip
def test_only_values_of_one_measurement_are_compared(open_graph, of_winner, of_lora, wins):
    winner = ("61", _GSM8K | {"method": "method/alphatune"} | of_winner)
    lora = ("55", _GSM8K | {"method": "method/lora", "role": "baseline"} | of_lora)
    answer = measured(open_graph, "AlphaTune beats it.", winner, lora)
    assert [row["id"] for row in answer] == ["method/alphatune"] * wins


@pytest.mark.parametrize(("direction", "wins"), [("higher", True), ("lower", False), ("", False)])
def test_a_change_over_the_thing_is_one_for_the_better(open_graph, direction, wins):
    slots = {"method": "method/alphatune", "kind": "delta", "baseline": "method/lora"}
    change = ("4.2", _GSM8K | slots | {"direction": direction})
    answer = measured(open_graph, "AlphaTune beats it.", change)
    assert [row["numbers"] for row in answer] == ["accuracy 4.2 higher"] * wins


def test_a_change_for_the_worse_makes_the_baseline_the_better(open_graph):
    slots = {"method": "method/lora", "kind": "delta", "baseline": "method/alphatune"}
    change = ("4.2", _GSM8K | slots | {"direction": "lower"})
    answer = measured(open_graph, "LoRA falls behind.", change)
    assert rows(answer) == [("method/alphatune", "numbers", "accuracy 4.2 lower")]


@pytest.mark.parametrize(
    ("more", "wins"),
    [
        ({}, True),
        ({"unit": "%"}, False),
        ({"kind": "ratio"}, False),
        ({"metric": "metric/wit"}, False),
        ({"direction": "lower"}, False),
    ],
)
def test_points_of_no_named_metric_are_those_of_a_score(open_graph, more, wins):
    slots = {"data": "benchmark/gsm8k", "method": "method/alphatune", "baseline": "method/lora"}
    slots |= {"kind": "delta", "direction": "higher", "unit": "points"} | more
    answer = measured(open_graph, "AlphaTune gains.", ("3", slots))
    assert [row["numbers"] for row in answer] == ["3 points higher"] * wins


def test_a_gain_over_a_method_is_not_one_of_the_model_that_both_ran_on(open_graph):
    slots = {"model": "model/llama-7b", "kind": "delta", "baseline": "method/lora"}
    change = ("4.2", _GSM8K | slots | {"direction": "higher", "role": "own"})
    answer = measured(open_graph, "We gain on LLaMA-7B.", change)
    assert [row["id"] for row in answer] == ["paper/2401.00001"]


def test_a_better_value_than_that_of_a_paper_counts(open_graph):
    lora = ("61", _GSM8K | {"method": "method/lora", "role": "baseline"})
    own = ("55", _GSM8K | {"role": "own"})
    answer = measured(open_graph, "We do worse.", own, lora, asked="paper/2401.00001")
    assert [row["id"] for row in answer] == ["method/lora"]


def test_a_paper_without_a_named_work_is_better_itself(open_graph):
    lora = ("55", _GSM8K | {"method": "method/lora", "role": "baseline"})
    answer = measured(open_graph, "We do better.", ("61", _GSM8K), lora)
    assert rows(answer) == [("paper/2401.00001", "numbers", "accuracy 61 against 55")]


def test_models_are_compared_with_one_another_a_method_on_the_same_model(open_graph):
    text = "AlphaTune beats it."
    values = (
        ("61", _GSM8K | {"method": "method/alphatune", "model": "model/llama-7b"}),
        ("60", _GSM8K | {"model": "model/camel-7b"}),
        ("55", _GSM8K | {"model": "model/llama-2-7b"}),
    )
    answer = measured(open_graph, text, *values, asked="Llama-2-7B")
    assert [row["id"] for row in answer] == ["model/camel-7b"]


@pytest.mark.parametrize(
    ("question", "losers"),
    [
        ("what does AlphaTune outperform on GSM8K", ["method/lora"]),
        ("what is worse than BetaTune on WikiText2", ["method/alphatune"]),
        ("what does LoRA outperform on GSM8K", []),
        ("methods outperformed by Camel-7B on GSM8K", ["model/llama-2-7b"]),
    ],
)
def test_what_a_work_outperforms_there(related, question, losers):
    answer = ask(related, question)
    assert [row["id"] for row in answer] == losers
    twin: Any = sparql(related, answer.sparql)
    assert [row["id"].value.removeprefix(BASE) for row in twin] == losers


def test_a_change_for_the_better_makes_the_baseline_a_loser(open_graph):
    slots = {"method": "method/alphatune", "kind": "delta", "baseline": "method/lora"}
    change = ("4.2", _GSM8K | slots | {"direction": "higher"})
    text = "AlphaTune beats it."
    document = paper("2401.00001", "AlphaTune", text, None)
    said = [("2401.00001", "AlphaTune", *change)]
    answer = ask(
        open_graph(graph_of([document], (), said)), "what is worse than AlphaTune on GSM8K"
    )
    assert rows(answer) == [("method/lora", "numbers", "accuracy 4.2 higher")]


def test_members_of_a_family_are_not_better_than_it(related):
    for name in ("Llama 2", "Llama-2-7B"):
        ids = {row["id"] for row in ask(related, f"what outperforms {name} on GSM8K")}
        assert ids == {"model/camel-7b"}
