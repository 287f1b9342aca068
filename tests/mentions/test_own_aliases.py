"""Own names that a text writes in two ways."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def labels(abstract: str, title: str = "A title") -> list[str]:
    found = find_mentions(read(title, abstract))
    return sorted({item.name.label for item in found if item.name.named})


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We propose Turned Region Plot Folding, TrePF, to fold plots. TrePF folds.", "TrePF"),
        ("We propose ZDF-Net, a Zone-Bound Distant Folding Network that folds.", "ZDF-Net"),
        ("We present Zorb-Embodied-5-VX, abbreviated as ZoVX-5, a framework.", "ZoVX-5"),
        ("We develop Turned Region Folding, or TRF, which folds plots. TRF folds.", "TRF"),
        ("We present ZO-Fold, an innovative Progressive Plot Reader that folds.", "ZO-Fold"),
    ],
)
def test_a_name_and_its_short_form_are_one_thing(text: str, label: str) -> None:
    assert labels(text) == [label]


def test_capitals_of_the_title_make_no_other_name() -> None:
    text = "We propose zone-distance ZEPA (ZD-ZEPA), which folds plots. ZD-ZEPA is short."
    assert "Zone-Distance ZEPA" not in labels(text, title="Zone-Distance ZEPA: Folding Plots")


def test_what_the_text_calls_a_work_is_the_one_of_its_title() -> None:
    text = "We propose ZRepair, a framework that folds plots. ZRepair is short."
    assert labels(text, title="QiZorb-ZRepair: Folding Plots") == ["ZRepair"]


def test_a_method_that_a_work_goes_on_from_is_another_thing() -> None:
    text = "On-policy distillation (OPD) is known. We fold plots with SAZ-OPD here."
    assert "SAZ-OPD" in labels(text, title="SAZ-OPD: Stable Folding for On-Policy Distillation")


def test_what_many_works_are_said_to_be_is_no_alias_of_one() -> None:
    text = "We propose ZepFold, a novel Content-Bound Plot Retrieval (CBPR) framework that folds."
    assert labels(text) == ["CBPR", "ZepFold"]


def test_the_one_word_of_a_text_is_what_its_title_spells() -> None:
    text = "We present PlotWorld, a framework that folds. PlotWorld is short."
    assert labels(text, title="Plot World Model: Folding Plots") == ["PlotWorld"]


def test_a_name_with_its_noun_is_the_same_thing() -> None:
    text = "We build the ZorbTrap Benchmark, a set of plots. We release ZorbTrap as a test bed."
    names = {item.name.label for item in find_mentions(read("A title", text)) if item.name.named}
    assert names == {"ZorbTrap"}
