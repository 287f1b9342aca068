"""The parts of a paper's own work, and its name in two spellings."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def types(abstract: str, title: str = "A title") -> dict[str, str]:
    return {item.name.label: item.name.type for item in find_mentions(read(title, abstract))}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We add two things: (i) Plot Folding: a way to fold, and more.", "Plot Folding"),
        ("We add (ii) Zorb-Decode, a strategy that folds.", "Zorb-Decode"),
        ("We add two things: (i) ZorbKV, which folds, and (ii) more.", "ZorbKV"),
        ("We add two things: i) Plot Folding: a way to fold; ii) more.", "Plot Folding"),
        ("We try two settings: Plot Games, where plots are folded.", "Plot Games"),
    ],
)
def test_a_named_part_is_a_name(text: str, label: str) -> None:
    assert label in types(text)


def test_a_part_of_a_benchmark_is_a_benchmark() -> None:
    text = "We present a benchmark with one part: (1) Plot Knowledge: 700 questions."
    assert types(text)["Plot Knowledge"] == "Benchmark"


def test_a_benefit_is_no_part() -> None:
    assert types("We gain: (1) Enhanced Plot Use: it is fast.") == {}


def test_spellings_that_differ_in_capitals_are_one_name() -> None:
    found = types("We propose PlotFold, a method.", "Zorb: PLOTFOLD for All")
    assert "PlotFold" in found
    assert "PLOTFOLD" not in found


def test_a_greek_letter_may_be_spelled_out() -> None:
    found = types("We introduce pi_RL, a framework. pi_RL folds plots.", "π_RL: RL for Plots")
    assert len([label for label in found if "_RL" in label]) == 1


def test_a_listed_name_in_other_capitals_is_the_listed_one() -> None:
    found = find_mentions(read("We-Math: Does It Reason?", "We present WE-MATH, a benchmark."))
    assert [item.name.known for item in found] == ["benchmark/we-math"] * 2


def test_what_a_model_is_compared_to_is_no_part_of_its_name() -> None:
    found = types("We compare the resulting model Orca-3 to Mistral-7b-Instruct at last.")
    assert found == {"Orca 3": "ModelFamily", "Mistral-7B-Instruct": "Model"}


def test_what_stands_once_and_alone_is_no_name() -> None:
    assert types("Some plots hold ZorbKnown items.") == {}
