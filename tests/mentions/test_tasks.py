"""Tasks that no list knows."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def tasks(abstract: str, title: str = "A title") -> set[str]:
    found = find_mentions(read(title, abstract))
    return {item.name.label for item in found if item.name.type == "Task"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We present a corpus for structured plot generation.", "structured plot generation"),
        ("It helps on long-tail plot recognition tasks.", "long-tail plot recognition"),
        ("We define three tasks: plot mending, map fusion, and folding.", "map fusion"),
        ("We study the problem of automated plot anonymisation.", "automated plot anonymisation"),
        ("It is strong in fast plot detection.", "plot detection"),
        ("It is tested on plot detection and map tracking.", "map tracking"),
        ("We gain on reasoning tasks.", "reasoning"),
        ("Plot detection lags behind. We mend it.", "plot detection"),
        ("Current plot detection tools lag behind.", "plot detection"),
        ("It works for mainstream 3D plot generation.", "3D plot generation"),
        ("It errs in plot reasoning.", "plot reasoning"),
        ("We solve map ranking tasks.", "map ranking"),
    ],
)
def test_a_task_is_read_from_its_frame(text: str, label: str) -> None:
    assert label in tasks(text)


@pytest.mark.parametrize(
    "text",
    [
        "The generation of heat is low.",
        "It improves generation by a lot.",
        "We fold plots with better planning.",
        "We propose a new method for it.",
        "Plot retrieval modules are slow.",
        "It errs in plot reasoning chains.",
    ],
)
def test_the_same_words_elsewhere_are_no_task(text: str) -> None:
    assert tasks(text) == set()


def test_a_task_of_the_title_is_read_behind_for() -> None:
    assert tasks("It works.", "Folded Weights for Plot Reading Analysis") == {
        "plot reading analysis"
    }


@pytest.mark.parametrize(
    "title",
    [
        "Plot Detection with Folded Weights",
        "ZORB: Fast Plot Detection via Folds",
        "On Plot Detection",
    ],
)
def test_a_task_of_the_title_is_what_is_done_by_some_means(title: str) -> None:
    assert tasks("It works.", title) == {"plot detection"}


def test_a_longer_task_goes_on_from_a_listed_one() -> None:
    assert tasks("We fold weights for low-light machine translation.") == {
        "low-light machine translation"
    }


def test_a_named_method_inside_is_left_alone() -> None:
    found = find_mentions(read("A title", "We use it for LoRA-based plot generation."))
    assert ("Method", "LoRA") in {(item.name.type, item.name.label) for item in found}


def test_an_abbreviated_task_is_a_task() -> None:
    assert "PZD" in tasks("Plot zone detection (PZD) is old. PZD needs maps.")
