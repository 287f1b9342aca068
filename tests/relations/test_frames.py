"""Where the authors begin to speak of their own work."""

import pytest

from kg.mentions import find_mentions
from kg.relations import frames
from kg.text import read


@pytest.mark.parametrize(
    ("title", "first", "place"),
    [
        ("Folda: Plots Read Twice", "Plots are hard to read.", "background"),
        ("Folda: Plots Read Twice", "Folda reads plots twice.", "own"),
        ("Mistral 7B", "Mistral-7B attends to few tokens.", "own"),
        ("Qwen2.5 Technical Report", "The sizes of Qwen2.5 are many.", "own"),
        ("DeepSeek-R1: Plots Read Twice", "DeepSeek-R1-Zero learns by itself.", "own"),
        ("What Mistral 7B Forgets", "Mistral-7B attends to few tokens.", "background"),
    ],
)
def test_the_name_in_the_title_begins_the_own_part(title: str, first: str, place: str) -> None:
    reading = read(title, f"{first} Nothing else is known.")
    places = [frame.place for frame in frames(reading, find_mentions(reading)) if not frame.terms]
    assert places == ["title", place, "own"]
