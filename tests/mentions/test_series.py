"""What is said of one name of a series is said of all."""

import pytest

from kg.mentions import find_mentions
from kg.mentions.series import find_series
from kg.text import read


def names(abstract: str) -> set[tuple[str, str]]:
    return {(item.name.type, item.name.label) for item in find_mentions(read("", abstract))}


def members(text: str) -> list[list[str]]:
    return [[text[slice(*span)] for span in spans] for spans in find_series(text, 0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Alfa, Bravo, and Charlie.", [["Alfa", "Bravo", "Charlie"]]),
        ("On Alfa (small), Bravo (A/B), Charlie.", [["Alfa", "Bravo", "Charlie"]]),
        ("On Alfa, Bravo 2 or the Golf Hotel, we", [["Alfa", "Bravo 2", "Golf Hotel"]]),
        ("On Alfa and Bravo.", []),
        ("On Alfa, Bravo.", []),
        ("On alfa, bravo, and charlie.", []),
    ],
)
def test_a_series_has_three_members_with_capitals(text: str, found: list[list[str]]) -> None:
    assert members(text) == found


def test_series_begin_behind_the_offset() -> None:
    text = "Alfa, Bravo, Charlie. Delta, Echo, Foxtrot."
    assert [text[slice(*spans[0])] for spans in find_series(text, 20)] == ["Delta"]


def test_the_head_of_a_series_gives_the_type_of_all_members() -> None:
    found = names("It leads on three benchmarks, such as ZorbMap, Ruleset9, and CubaPlan.")
    assert found == {("Benchmark", name) for name in ("ZorbMap", "Ruleset9", "CubaPlan")}


def test_a_plain_word_is_a_name_among_names() -> None:
    assert ("Benchmark", "Minefield") in names(
        "We test on three benchmarks: GSM8K, Minefield, and MATH-500."
    )


def test_a_plain_word_alone_is_none() -> None:
    assert not names("We look at three things: Taste, Minefield, and Colour.")


def test_classes_are_no_members() -> None:
    found = names("We test on three benchmarks: GSM8K, MATH-500, and Olympiad-level.")
    assert "Olympiad-level" not in {label for _, label in found}


def test_an_own_name_keeps_what_its_text_says_of_it() -> None:
    found = names(
        "We propose ZorbX, a decoding method. On GSM8K, ZorbX, and MMLU benchmarks we see this."
    )
    assert ("Method", "ZorbX") in found


def test_what_begins_a_clause_is_no_member() -> None:
    assert members("In Plot Counting, Alfa and Bravo lead.") == []
