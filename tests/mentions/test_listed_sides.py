"""Names of what a text finds, and no work is."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def methods(text: str) -> list[str]:
    found = find_mentions(read("", f"We introduce ZorbFold. {text}"))
    return [item.name.label for item in found if item.name.type == "Method"]


@pytest.mark.parametrize(
    "text",
    [
        "We see two failure modes: Plot Hoarding, which stays, and others.",
        "There are levels: one, which reads; Plot Hoarding, which stays; and another.",
    ],
)
def test_what_is_listed_as_a_failure_or_a_level_is_no_method(text: str) -> None:
    assert methods(text) == ["ZorbFold"]


def test_what_is_listed_as_a_component_is_one() -> None:
    text = "It has two modules: a Plot Hoarding module, which stays, and another."
    assert methods(text) == ["ZorbFold", "Plot Hoarding"]


def test_what_stands_elsewhere_too_is_kept() -> None:
    text = "It has skills: ZorbSkill, which reads. We train with ZorbSkill, a new method."
    assert "ZorbSkill" in methods(text)
