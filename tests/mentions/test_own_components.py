"""The capitalised names of a work's components."""

import pytest

from kg.mentions import find_mentions
from kg.mentions.own.components import components
from kg.text import read


def named(text: str) -> list[tuple[str, bool]]:
    return [(text[item.start : item.end], item.own) for item in components(text, 0)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We build on a Plot Monitor that warns early.", "Plot Monitor"),
        ("We train in two stages: Plot Recall restores folds.", "Plot Recall"),
        ("We have 1) Early Plot Folding joins folds.", "Early Plot Folding"),
        ("We train it. First, a Plot Handling stage folds plots.", "Plot Handling"),
        ("We build on it. ZOR introduces Plot Swarm, a way to fold.", "Plot Swarm"),
        ("We train it. The first stage, Plot Turning, is short.", "Plot Turning"),
        ("We build three agents (Plot User, Fold Helper, and Gate Keeper) to fold.", "Fold Helper"),
        ("We train it. Rapid Multi-Plot Switching lets plots fold.", "Rapid Multi-Plot Switching"),
        ("We formalize the Fold-Bound Thrift (FBT) diagnostic.", "FBT"),
        ("We fold plots. A Plot-Bound Fine (PBF) integrates hazards.", "PBF"),
        ("We fold. Then a strict Plot Verifier enforces order.", "Plot Verifier"),
        ("We fold. The core component of ZOR is the Plot-Shift Gate (PSG).", "PSG"),
        ("We have two rules: Fold-Led Picking (FLP), which picks, and another.", "FLP"),
        ("We use a two-agent design (Plot Agent, and Gate Agent) to fold.", "Gate Agent"),
        ("We run a Plot Agent that folds.", "Plot Agent"),
    ],
)
def test_a_component_is_the_works_own(text: str, label: str) -> None:
    assert (label, True) in named(text)


def test_what_a_work_applies_need_not_be_its_own() -> None:
    assert named("We fold. It first applies Steady Wave Turning to plots.") == [
        ("Steady Wave Turning", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We see three challenges: (1) Massive Plots fold badly.",
        "We use a Large Language Model that folds.",
        "We use an AI Agent that folds.",
        "A Plot Monitor that warns is known. We fold.",
        "We test Korean and Vietnamese Moonshine models.",
        "We find that Plot Monitors fold.",
        "We see that an MHA of H heads folds.",
        "We run a Zorb-enhanced Plot Gate that folds.",
    ],
)
def test_other_capitalised_words_are_no_components(text: str) -> None:
    assert named(text) == []


def test_a_component_called_by_a_known_model_is_not_read() -> None:
    found = find_mentions(read("A title", "We add a Whisper Folding block that folds plots."))
    assert "Whisper Folding" not in [item.name.label for item in found]
