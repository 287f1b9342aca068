"""The words around the places of a name."""

import pytest

from kg.mentions.around import Around
from kg.text import read


def around(title: str, abstract: str, name: str, kind: str = "method") -> set[str]:
    reading = read(title, abstract)
    places = []
    at = reading.text.find(name)
    while at >= 0:
        places.append((at, at + len(name)))
        at = reading.text.find(name, at + 1)
    return Around(reading).features(places, kind)


def test_the_words_on_both_sides_are_told_by_their_stems() -> None:
    found = around("On nets", "They trained folding layers with care.", "folding")
    assert {"l1=train", "l2=they", "l21=they train", "r1=layer", "r=with"} <= found


def test_all_places_speak() -> None:
    found = around("On nets", "Use folding. We like folding.", "folding")
    assert {"l1=use", "l1=like"} <= found


def test_words_of_the_title_do_not_stand_beside_those_of_the_abstract() -> None:
    found = around("Deep nets", "Folding helps.", "Folding")
    assert {"l1=^", "l2=^"} <= found
    assert "r1=$" in around("Deep folding", "It helps.", "folding")


@pytest.mark.parametrize(
    ("abstract", "feature"),
    [
        ("We also introduce folding.", "we=introduc/method"),
        ("We also introduce folding.", "we=before"),
        ("Folding is what we use.", "we=behind"),
        ("Nets need folding. We agree.", "we=no"),
        ("Our tests need folding.", "we=before"),
    ],
)
def test_what_the_authors_do_is_told(abstract: str, feature: str) -> None:
    name = "olding"
    assert feature in around("On nets", abstract, name)


@pytest.mark.parametrize(
    ("abstract", "quarter"),
    [
        ("Folding is all that these four short words say.", "quarter=0"),
        ("These many words stand before we speak of folding.", "quarter=3"),
        ("Nothing else.", "quarter=title"),
    ],
)
def test_where_a_name_stands_first_is_told(abstract: str, quarter: str) -> None:
    assert quarter in around("Deep olding", abstract, "olding")


@pytest.mark.parametrize("text", ["", "folding", "((((", "9 9 9", "é folding ü"])
def test_any_text_is_read(text: str) -> None:
    assert around("", text, "folding")
