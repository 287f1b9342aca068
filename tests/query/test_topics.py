"""Works and papers of a topic, and those of them evaluated on a model or data."""

from typing import Any

import pytest

from kg.errors import QuestionError
from kg.model import Entity, PartialDate
from kg.query import ask
from kg.rdf import sparql
from tests.graphs import evaluations
from tests.graphs.maker import Maker, paper

_USED = "We use vector quantization on Llama-2-7B."


@pytest.fixture
def kinds(open_graph):
    """Return a store with a kind of quantization, and with one paper that names it in its title."""
    said = [
        ("2401.00001", "introduces", "method/bitfold", "BitFold.", 0.9),
        ("2401.00001", "usesMethod", "method/vector-quantization", _USED, 0.9),
        ("2401.00001", "evaluatedOnModel", "model/llama-2-7b", _USED, 0.9),
        ("2401.00002", "introduces", "method/lorafold", "LoRAFold.", 0.9),
        ("2401.00002", "mentions", "method/quantization", "quantization", 0.9),
        ("2401.00003", "usesMethod", "method/quantized-lora", "quantized LoRA", 0.9),
    ]
    documents = [
        paper("2401.00001", "BitFold", f"BitFold. {_USED}", None),
        paper("2401.00002", "LoRAFold", "LoRAFold. It is no quantization.", None),
        paper("2401.00003", "A Study", "Of quantized LoRA.", None),
    ]
    entities = [
        *evaluations.ENTITIES,
        Entity("method/bitfold", "Method", "BitFold"),
        Entity("method/lorafold", "Method", "LoRAFold"),
        Entity("method/quantized-lora", "Method", "quantized LoRA", named=False),
        Entity("method/vector-quantization", "Method", "vector quantization", named=False),
    ]
    return open_graph(Maker(documents, entities, said, ()).graph())


def found(answer, column="method"):
    return sorted(str(row[column]) for row in answer)


def test_methods_of_papers_on_a_method_are_found_with_their_reason(store):
    answer = ask(store, "quantization methods")
    assert found(answer) == ["Q-GaLore", "QLoRA"]
    assert answer.rows[0].evidence[0].quote == "Q-GaLore adds quantization to GaLore."
    assert "other papers: 1; ask: papers on quantization" in answer.notes


@pytest.mark.parametrize(
    "question",
    [
        "which quantization methods were tried on Llama-2-7B?",
        "methods that use quantization and are evaluated on Llama-2-7B",
        "methods for quantization on Llama-2-7B",
    ],
)
def test_works_evaluated_there_are_kept_where_their_paper_is_on_the_topic(store, question):
    answer = ask(store, question)
    assert found(answer) == ["A Study of Small Batches", "Q-GaLore"]
    assert answer.parameters["on"] == "model/llama-2-7b"
    quotes = [item.quote for item in answer.rows[-1].evidence]
    assert quotes == [
        "Experiments cover Llama-2-7B and Llama-2-13B.",
        "Q-GaLore adds quantization to GaLore.",
    ]


@pytest.mark.parametrize(
    ("question", "papers"),
    [
        ("papers that use LoRA on Llama-2-7B", ["paper/2407.08296", "paper/2408.00001"]),
        ("was LoRA evaluated on Llama-2-13B?", ["paper/2407.08296"]),
        ("papers evaluated on Llama-2-7B and on GSM8K", ["paper/2403.03507"]),
        ("which papers evaluate Llama-2-7B-Chat on GSM8K?", ["paper/2408.00002"]),
        ("who has tried LoRA on MMLU", ["paper/2305.14314"]),
        ("papers that use LoRA evaluated on MATH", []),
    ],
)
def test_papers_on_one_thing_evaluated_on_another(store, question, papers):
    assert found(ask(store, question), "paper") == papers


def test_what_a_name_ends_as_is_a_kind_of_it(kinds):
    answer = ask(kinds, "quantization methods evaluated on Llama-2-7B")
    assert found(answer) == ["BitFold"]
    assert "kinds of quantization, counted too: vector quantization" in answer.notes


def test_a_topic_mentioned_below_the_title_is_no_topic(kinds):
    assert found(ask(kinds, "quantization methods")) == ["BitFold"]


def test_a_method_with_a_name_of_its_own_has_no_kinds(kinds):
    assert not ask(kinds, "papers that use LoRA evaluated on Llama-2-7B").total
    assert not any("kinds of" in note for note in ask(kinds, "LoRA methods").notes)


def test_the_tasks_below_a_task_count(related):
    answer = ask(related, "papers on mathematical reasoning evaluated on GSM-Twisted")
    assert found(answer, "paper") == ["paper/2408.00006"]
    assert "narrower than mathematical reasoning and counted too: arithmetic" in answer.notes


def test_a_time_holds_for_both(store):
    question = "quantization methods evaluated on Llama-2-7B since 2024-08"
    assert found(ask(store, question), "paper") == ["paper/2408.00001"]


@pytest.fixture
def crowd(open_graph):
    """Return a store with a paper on pruning, and a later one of two models that uses it."""
    documents = [
        paper("2401.00001", "CutOff: Pruning Twice", "CutOff.", PartialDate(2024, 1)),
        paper("2501.00001", "Tiny Models", "Small, Tiny. Big uses pruning.", PartialDate(2025, 1)),
        paper("2503.00001", "A Study", "Later uses pruning.", PartialDate(2025, 3)),
    ]
    said = [
        ("2401.00001", "introduces", "method/cutoff", "CutOff.", 0.9),
        ("2401.00001", "extends", "method/pruning", "CutOff.", 0.9),
        ("2503.00001", "introduces", "method/later", "Later", 0.9),
        ("2503.00001", "usesMethod", "method/pruning", "Later uses pruning.", 0.9),
        ("2501.00001", "usesMethod", "method/pruning", "Big uses pruning.", 0.9),
    ]
    names = ("Big", "Small", "Tiny")
    said += [("2501.00001", "introduces", f"method/{name.lower()}", name, 0.9) for name in names]
    entities = [
        Entity(f"method/{name.lower()}", "Method", name)
        for name in (*names, "CutOff", "Later", "pruning")
    ]
    return open_graph(Maker(documents, entities, said, ()).graph())


def test_works_of_papers_on_a_topic_stand_before_those_of_papers_that_use_it(crowd):
    answer = ask(crowd, "pruning methods")
    assert [row["method"] for row in answer][:2] == ["CutOff", "Later"]
    assert (
        "first those of papers on pruning itself; the last 4 of papers that use it" in answer.notes
    )


def test_further_works_of_a_paper_follow_the_main_works_of_all(crowd):
    names = [row["method"] for row in ask(crowd, "pruning methods")]
    assert names[1:] == ["Later", "Tiny", "Big", "Small"]


def test_a_topic_is_no_work_on_itself(open_graph):
    documents = [paper("2401.00001", "Pruning", "Pruning. CutOff.", None)]
    entities = [Entity(f"method/{name.lower()}", "Method", name) for name in ("CutOff", "Pruning")]
    said = [("2401.00001", "introduces", entity.id, entity.label, 0.9) for entity in entities]
    said += [("2401.00001", "extends", "method/pruning", "Pruning", 0.9)]
    store = open_graph(Maker(documents, entities, said, ()).graph())
    assert found(ask(store, "pruning methods")) == ["CutOff"]


def test_what_is_combined_with_a_topic_is_no_kind_of_it(kinds):
    answer = ask(kinds, "papers that combine quantization and vector quantization")
    assert not answer
    assert answer.notes == (
        "no paper on both is known; of each: 0 on quantization and 1 on vector quantization",
    )
    twin: Any = sparql(kinds, answer.sparql)
    assert not list(twin)


@pytest.mark.parametrize("other", ["LoRA", "Low-Rank Adaptation"])
def test_two_names_of_one_thing_are_not_combined(related, other):
    with pytest.raises(QuestionError, match="the names mean the same thing, LoRA"):
        ask(related, f"papers that combine LoRA and {other}")


def test_papers_that_combine_two_methods_have_evidence_for_both(store):
    answer = ask(store, "papers that combine LoRA and quantization")
    assert found(answer, "paper") == ["paper/2305.14314", "paper/2407.08296", "paper/2408.00001"]
    quotes = [item.quote for item in answer.rows[1].evidence]
    assert any("LoRA" in quote for quote in quotes)
    assert any("quantization" in quote for quote in quotes)
    twin: Any = sparql(store, answer.sparql)
    assert len(list(twin)) == answer.total


def test_of_two_methods_that_no_paper_combines_each_is_counted(crowd):
    answer = ask(crowd, "papers that combine pruning and Later")
    assert not answer
    assert answer.notes[-1] == "no paper on both is known; of each: 3 on pruning and 0 on Later"


@pytest.mark.parametrize(
    ("place", "ask_for"),
    [("Llama-2-7B", "results of Llama-2-7B"), ("MMLU", "leaderboard of MMLU")],
)
def test_that_no_method_is_known_to_be_best_is_said(store, place, ask_for):
    answer = ask(store, f"which LoRA method is best for {place}?")
    assert answer.rows == ask(store, f"methods on LoRA evaluated on {place}").rows
    assert answer.rows
    assert answer.notes[0] == (
        f"which LoRA method is best on {place} is not known: the newest stand first; ask: {ask_for}"
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "best paper on GSM8K",
            "papers are not ranked: the newest stand first; ask: leaderboard of GSM8K",
        ),
        ("top 3 papers that use LoRA", "papers are not ranked: the newest stand first"),
    ],
)
def test_that_papers_are_not_ranked_is_said(store, question, told):
    assert told in ask(store, question).notes
    plain = question[question.index("paper") :]
    assert told not in ask(store, plain).notes


def test_papers_on_a_topic_with_code(store):
    answer = ask(store, "papers on quantization with code")
    with_code = {row["paper"] for row in ask(store, "papers with code")}
    on_it = {row["paper"] for row in ask(store, "papers that use quantization")}
    assert {row["paper"] for row in answer} == with_code & on_it
    assert answer.rows
    twin: Any = sparql(store, answer.sparql)
    assert len(list(twin)) == answer.total


@pytest.mark.parametrize(
    "question", ["top 3 pruning methods", "which are the best 3 methods for pruning?"]
)
def test_the_best_works_on_a_topic_are_not_known(crowd, question):
    answer = ask(crowd, question)
    assert [row["method"] for row in answer] == ["CutOff", "Later", "Tiny"]
    assert answer.notes[0] == "which is best for pruning is not known: the newest stand first"
    assert not any("is not known" in note for note in ask(crowd, "pruning methods").notes)
