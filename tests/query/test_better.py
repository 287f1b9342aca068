"""Which of two is better, in one sentence."""

from collections import defaultdict
from dataclasses import replace

import pytest

from kg.model import Evidence, Fact
from kg.query import ask, compare
from tests.graphs import relations
from tests.graphs.maker import Maker, paper

_ACCURACY = {"data": "benchmark/gsm8k", "metric": "metric/accuracy"}
NONE = "1 paper reports AlphaTune better than LoRA, none the reverse."


@pytest.fixture
def reports(open_graph):
    """Return what opens a store of papers, each with a better number of one than of another.

    Two more names are measured so by another setting of the same data.
    """

    def open_reports(*pairs):
        documents, measured = [], []
        for number, pair in enumerate(pairs):
            documents.append(paper(f"2401.0000{number}", f"Report {number}", "Numbers.", None))
            for place, name in enumerate(pair):
                setting = "5-shot" if place > 1 else ""
                slots = _ACCURACY | {"method": f"method/{name}", "role": "other"}
                slots |= {"setting": setting}
                measured.append((f"2401.0000{number}", "Numbers", ("61", "55")[place % 2], slots))
        return open_graph(Maker(documents, relations.ENTITIES, (), measured).graph())

    return open_reports


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is AlphaTune better than LoRA", f"Yes: {NONE}"),
        ("is LoRA better than AlphaTune", f"No: {NONE}"),
        ("which is better, LoRA or AlphaTune", NONE),
        ("compare AlphaTune and LoRA", NONE),
        ("compare GSM8K and WikiText2", ""),
        ("which is better, LoRA or FourBit", ""),
        ("compare AlphaTune, LoRA and BetaTune", ""),
    ],
)
def test_verdict(related, question, verdict):
    assert ask(related, question).verdict == verdict


def test_that_nobody_says_is_told_where_it_is_asked(related):
    assert ask(related, "is LoRA better than FourBit").verdict == (
        "Not known: no paper here states which is better, or has numbers to compare."
    )


def test_papers_that_disagree_are_counted(reports):
    pair, turned = ("alphatune", "lora"), ("lora", "alphatune")
    told = "Reports differ: 2 papers report {} better than {}, 1 the reverse."
    for store, names in (
        (reports(pair, pair, turned), ("AlphaTune", "LoRA")),
        (reports(pair, turned, turned), ("LoRA", "AlphaTune")),
    ):
        assert ask(store, "is AlphaTune better than LoRA").verdict == told.format(*names)


@pytest.mark.parametrize("place", ["", " on GSM8K"])
def test_of_as_many_reports_neither_is_named(reports, place):
    store = reports(("alphatune", "lora"), ("lora", "alphatune"))
    for question in ("is AlphaTune better than LoRA", "is LoRA better than AlphaTune"):
        assert ask(store, question + place).verdict == (
            "Reports differ: 1 paper reports one of them better, 1 the other."
        )


@pytest.mark.parametrize("place", ["", " on GSM8K"])
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ((), "1 paper reports both ways."),
        ((0,), "1 paper reports AlphaTune better than LoRA, none the reverse, 1 both ways."),
        ((0, 1), "1 paper reports one of them better, 1 the other, 1 both ways."),
        ((0, 0, 1), "2 papers report AlphaTune better than LoRA, 1 the reverse, 1 both ways."),
    ],
)
def test_a_paper_that_reports_both_is_on_no_side(reports, more, told, place):
    sides = (("alphatune", "lora"), ("lora", "alphatune"))
    store = reports((*sides[0], *sides[1]), *(sides[number] for number in more))
    for question in ("is AlphaTune better than LoRA", "is LoRA better than AlphaTune"):
        assert ask(store, question + place).verdict == f"Reports differ: {told}"


def test_numbers_of_one_paper_tell_too(reports):
    assert ask(reports(("lora", "alphatune")), "is LoRA better than AlphaTune").verdict == (
        "Yes: 1 paper reports LoRA better than AlphaTune, none the reverse."
    )


@pytest.mark.parametrize(
    "pairs", [(("lora", "alphatune"),), (("lora", "alphatune"), ("alphatune", "lora"))]
)
@pytest.mark.parametrize("question", ["is LoRA better than AlphaTune", "LoRA vs AlphaTune"])
def test_no_note_denies_what_numbers_say(reports, pairs, question):
    answer = ask(reports(*pairs), question)
    assert answer.verdict
    assert not any("no paper says" in note for note in answer.notes)


def test_a_family_is_as_good_as_its_members(related):
    told = "1 paper reports Camel-7B better than Llama 2, none the reverse."
    assert compare(related, ["Llama 2", "Camel-7B"]).verdict == told


@pytest.mark.parametrize("values", [("55", "61"), ("61", "55")])
@pytest.mark.parametrize(
    "question", ["is Llama 2 better than Llama-2-7B", "is Llama-2-7B better than Llama 2"]
)
def test_a_family_is_no_better_than_its_member(open_graph, values, question):
    names = ("llama-2-7b", "llama-2-7b-chat")
    measured = [
        ("2401.00001", "Numbers", value, _ACCURACY | {"model": f"model/{name}", "role": "other"})
        for value, name in zip(values, names, strict=True)
    ]
    documents = [paper("2401.00001", "A Report", "Numbers.", None)]
    store = open_graph(Maker(documents, relations.ENTITIES, (), measured).graph())
    assert ask(store, "is Llama-2-7B better than Llama-2-7B-Chat").verdict[:3] in ("Yes", "No:")
    assert ask(store, question).verdict.startswith("Not known")


_CHANGE = {"kind": "delta", "unit": "points", "direction": "higher", "data": "benchmark/gsm8k"}


@pytest.fixture
def changed(open_graph):
    """Return what asks whether AlphaTune is better than LoRA by one change that its paper reports.

    The paper introduces AlphaTune, and `more`.
    """

    def ask_of(slots, question="is AlphaTune better than LoRA", more=()):
        documents = [paper("2401.00001", "AlphaTune", "Numbers.", None)]
        introduced = ("method/alphatune", *more)
        said = [("2401.00001", "introduces", thing, "Numbers.", 0.9) for thing in introduced]
        measured = [("2401.00001", "Numbers", "3", _CHANGE | slots)]
        graph = Maker(documents, relations.ENTITIES, said, measured).graph()
        return ask(open_graph(graph), question).verdict

    return ask_of


@pytest.mark.parametrize("place", ["", " on GSM8K"])
@pytest.mark.parametrize(
    ("direction", "verdict"),
    [
        ("higher", f"Yes: {NONE}"),
        ("lower", "No: 1 paper reports LoRA better than AlphaTune, none the reverse."),
    ],
)
def test_a_change_of_one_against_the_other_counts(changed, direction, verdict, place):
    slots = {"method": "method/alphatune", "baseline": "method/lora", "direction": direction}
    assert changed(slots, f"is AlphaTune better than LoRA{place}") == verdict


def test_what_a_paper_has_without_a_name_is_of_the_work_that_it_introduces(changed):
    assert changed({"baseline": "method/lora", "role": "own"}) == f"Yes: {NONE}"


def test_what_a_paper_of_several_works_has_without_a_name_is_of_none(changed):
    slots = {"baseline": "method/lora", "role": "own"}
    assert changed(slots, more=("method/betatune",)).startswith("Not known")


@pytest.fixture
def stated(open_graph):
    """Return what asks a question of papers that state with a confidence who outperforms whom."""

    def ask_of(question, *said):
        numbers = [f"2401.0000{number}" for number, _ in enumerate(said)]
        documents = [paper(number, f"Report {number}", "Words.", None) for number in numbers]
        passages = defaultdict(list)
        for document, (winner, loser, sure) in zip(documents, said, strict=True):
            passage = Evidence(document.id, "abstract", 0, 5, "outperforms/by-hand", sure)
            passages[f"method/{winner}", f"method/{loser}"].append(passage)
        facts = tuple(
            Fact(winner, "outperforms", loser, tuple(found), "extracted")
            for (winner, loser), found in sorted(passages.items())
        )
        graph = Maker(documents, relations.ENTITIES, ()).graph()
        return ask(open_graph(replace(graph, facts=(*graph.facts, *facts))), question).verdict

    return ask_of


_ASKED = "is AlphaTune better than LoRA"
_SURE = ("alphatune", "lora", 0.9)
_UNSURE = ("alphatune", "lora", 0.34)
_REVERSE = ("lora", "alphatune", 0.3)


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        (
            _ASKED,
            (_UNSURE,),
            "Perhaps: 1 paper reports AlphaTune better than LoRA, none the reverse, with a"
            " confidence of no more than 0.34.",
        ),
        (
            _ASKED,
            (_REVERSE,),
            "Perhaps not: 1 paper reports LoRA better than AlphaTune, none the reverse, with a"
            " confidence of no more than 0.30.",
        ),
        (
            "compare AlphaTune and LoRA",
            (_UNSURE,),
            "1 paper reports AlphaTune better than LoRA, none the reverse, with a confidence of no"
            " more than 0.34.",
        ),
        (
            _ASKED,
            (_SURE, _UNSURE),
            "Yes: 2 papers report AlphaTune better than LoRA, none the reverse.",
        ),
        (
            _ASKED,
            (_SURE, _UNSURE, _REVERSE),
            "Reports may differ: 2 papers report AlphaTune better than LoRA, 1 the reverse, with a"
            " confidence of no more than 0.30 for one side.",
        ),
        (
            _ASKED,
            (_UNSURE, _REVERSE),
            "Reports may differ: 1 paper reports one of them better, 1 the other, with a confidence"
            " of no more than 0.30.",
        ),
    ],
)
def test_a_verdict_on_what_is_not_sure_says_so(stated, question, said, verdict):
    assert stated(question, *said) == verdict


def test_a_verdict_by_numbers_is_as_sure_as_the_least_sure_of_them(open_graph):
    slots = [
        _ACCURACY | {"method": f"method/{name}", "role": "other"} for name in ("lora", "betatune")
    ]
    measured = [
        ("2401.00001", "Numbers", value, slot)
        for value, slot in zip(("61", "55"), slots, strict=True)
    ]
    documents = [paper("2401.00001", "A Report", "Numbers.", None)]
    graph = Maker(documents, relations.ENTITIES, (), measured).graph()
    sure, other = graph.results
    doubted = replace(other, evidence=(replace(other.evidence[0], confidence=0.2),))
    store = open_graph(replace(graph, results=(sure, doubted)))
    assert ask(store, "is LoRA better than BetaTune").verdict == (
        "Perhaps: 1 paper reports LoRA better than BetaTune, none the reverse, with a confidence of"
        " no more than 0.20."
    )
