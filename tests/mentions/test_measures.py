"""Metrics that no list knows."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def metrics(abstract: str) -> set[str]:
    found = find_mentions(read("A title", abstract))
    return {item.name.label for item in found if item.name.type == "Metric"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ours outperforms all others in plot fidelity and fold realism.", "fold realism"),
        ("We see clear gains in both map coverage and speed.", "map coverage"),
        ("We score three dimensions: plot consistency, fold realism, and ink.", "plot consistency"),
        ("It shows strong gains in VFX accuracy.", "VFX accuracy"),
    ],
)
def test_a_metric_is_read_from_its_frame(text: str, label: str) -> None:
    assert label in metrics(text)


@pytest.mark.parametrize(
    "text",
    [
        "The quality of plots is low, and map coverage is not.",
        "We study plot consistency.",
        "Our gains in low costs are clear.",
        "We gain in plot quality control.",
    ],
)
def test_the_same_words_elsewhere_are_no_metric(text: str) -> None:
    assert metrics(text) == set()


def test_a_metric_does_not_go_into_a_name() -> None:
    found = find_mentions(read("A title", "It gains in LoRA accuracy."))
    assert ("Method", "LoRA") in {(item.name.type, item.name.label) for item in found}
