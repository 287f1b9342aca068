"""Every wording is tried on its own examples; square brackets, or ⟨these⟩, hold the quantity."""

import pytest

from kg.mentions import find_mentions
from kg.results import KINDS, SCREENS, Wording
from kg.results.attachment.sentences import sentences
from kg.results.numbers.find import find_quantities
from kg.results.numbers.units import SHARE
from kg.sieve import small
from kg.text import read

WORDINGS = (*SCREENS, *KINDS)
HOLDS = [(wording, text) for wording in WORDINGS for text in wording.holds]
FAILS = [(wording, text) for wording in WORDINGS for text in wording.fails]


def matches(wording: Wording, example: str) -> bool:
    opens, closes = "⟨⟩" if "⟨" in example else "[]"
    bare = example.replace(opens, "").replace(closes, "")
    reading = read("A title", bare)
    (sentence,) = sentences(reading, find_mentions(reading), frozenset(), {})
    stretch = example[example.index(opens) + 1 : example.index(closes)]
    wanted = [q for q in find_quantities(sentence.text) if sentence.text[q.lead : q.end] in stretch]
    wanted = wanted or [
        q for q in find_quantities(sentence.text) if stretch in sentence.text[q.lead : q.end]
    ]
    (quantity,) = wanted
    return quantity.family in wording.families and wording.matches(small(sentence.text), quantity)


@pytest.mark.parametrize(("wording", "text"), HOLDS, ids=lambda value: getattr(value, "name", None))
def test_a_wording_holds_of_its_examples(wording: Wording, text: str) -> None:
    assert matches(wording, text)


@pytest.mark.parametrize(("wording", "text"), FAILS, ids=lambda value: getattr(value, "name", None))
def test_a_wording_fails_of_its_counterexamples(wording: Wording, text: str) -> None:
    assert not matches(wording, text)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.name)
def test_a_wording_has_an_example(wording: Wording) -> None:
    assert wording.holds


@pytest.mark.parametrize("blanks", ["", " ", "  "])
def test_what_may_not_follow_may_not_follow_blanks(blanks: str) -> None:
    wording = Wording("test", "delta", 1.0, SHARE, (), after=r"(?!of\b)")
    assert not matches(wording, f"It is [61%]{blanks}of it.")
    assert matches(wording, f"It is [61%]{blanks}, often.")


def test_wording_names_are_unique() -> None:
    assert len({wording.name for wording in WORDINGS}) == len(WORDINGS)


def test_screens_alone_make_no_result() -> None:
    assert all((wording.kind == "none") == (wording in SCREENS) for wording in WORDINGS)
