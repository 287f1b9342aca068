"""What the sieve holds back does not match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sieve import Sieve, Sifted, needed, small, small_pattern

SIGNS = "abSİſkK ⟦,1\n"

literals = st.sampled_from(["a", "ab", "S", "k", " ", "İ", "ſ", "⟦", ",", "a b"])
classes = st.sampled_from([r"\w", r"\s", r"\s+", r"[ab]", r"[^a]", ".", r"[A-Z]*", r"\b", "^", "$"])


def _grown(pieces):
    return st.one_of(
        st.lists(pieces, min_size=1, max_size=4).map("".join),
        st.lists(pieces, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(pieces, st.sampled_from(["?", "*", "+?", "{2}", "{0,2}?", "{1,3}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        pieces.map(lambda part: f"({part})"),
        pieces.map(lambda part: f"(?={part})"),
        pieces.map(lambda part: f"(?!{part})"),
    )


patterns = st.recursive(st.one_of(literals, classes), _grown, max_leaves=8)


@given(patterns, st.text(SIGNS, max_size=12), st.sampled_from([0, re.IGNORECASE]))
def test_a_pattern_that_matches_passes(source: str, text: str, flags: int) -> None:
    pattern = re.compile(source, flags)
    if pattern.search(text):
        assert Sieve([pattern]).passed(small(text)) == 1


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bon\s+(?:the\s+)?data", [{"on data", "on the data"}]),
        (r"intro(?:duc|spect)\w*", [{"introduc", "introspect"}]),
        (r"(?:we|they)\s+\w+\s+trained", [{" trained"}, {"we", "they"}]),
        (r"a*b*|trained", []),
        (r"\w+⟧$|^⟦", [{"⟧\x03", "⟧ \x03", "\x02⟦"}]),
        (r"^\w+$", []),
        (r"\w+", []),
    ],
)
def test_words_are_read_off_a_pattern(pattern: str, words: list[set[str]]) -> None:
    assert [set(item) for item in needed(re.compile(pattern))] == words


def test_each_pattern_has_its_bit() -> None:
    sieve = Sieve([re.compile(word) for word in ("prune", "tune", r"\w")])
    assert sieve.passed("we tune it") == 0b110


def test_lines_have_no_edges_that_are_told() -> None:
    assert Sieve([re.compile("^tuned", re.MULTILINE)]).passed("it is\ntuned") == 1


def test_any_white_space_is_a_blank() -> None:
    assert Sieve([re.compile(r"tuned\s+on")]).passed("tuned \n\u2028 on") == 1


def test_sifted_patterns_are_searched_for_in_a_stretch() -> None:
    tuned, pruned = re.compile("tuned", re.IGNORECASE), re.compile("pruned")
    sifted = Sifted(tuned, pruned)
    found = sifted.search(tuned, "Tuned, it is Tuned", 3, 18)
    assert found is not None
    assert found.start() == 13
    assert sifted.search(pruned, "pruned, it is tuned", 3, 19) is None


@pytest.mark.parametrize("pattern", [r"\b[A-Z]{2,6} at", r"(?-i:[a-z])\w*", r"[^A-Z]x"])
def test_a_pattern_that_asks_for_the_case_of_letters_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="tells the case of letters"):
        small_pattern(pattern)


def test_a_mark_of_any_type_asks_for_no_case() -> None:
    assert small_pattern("⟦o?[A-Z]⟧") == "⟦o?[a-z]⟧"
