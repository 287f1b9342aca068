"""Plain capitalised words that a text calls data."""

import pytest

from kg.mentions import find_mentions
from kg.text import read


def names(text: str) -> list[tuple[str, str]]:
    return [(i.name.type, i.name.label) for i in find_mentions(read("A title", text))]


@pytest.mark.parametrize(
    "text", ["It wins on the Zorbland benchmark.", "It wins on the public Zorbland benchmark."]
)
def test_what_something_is_tried_on_is_data(text: str) -> None:
    assert names(text) == [("Benchmark", "Zorbland")]


@pytest.mark.parametrize(
    "text",
    ["It wins on the Turkish benchmark.", "A Zorbland benchmark is due.", "On our benchmark."],
)
def test_kinds_of_data_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_word_for_a_kind_of_data_before_a_name_is_no_part_of_it() -> None:
    assert names("It wins on the OOD Zorbland benchmark.") == [("Benchmark", "Zorbland")]
