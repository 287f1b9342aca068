"""Words cut into the pieces of a vocabulary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recogniser.pieces import Pieces

VOCABULARY = ("[PAD]", "[UNK]", "lo", "##ra", "lora", "-", "7", "##b", "e", "##c", "fold", "字")
cut = Pieces(VOCABULARY)


def spelled(word: str) -> list[str]:
    return [VOCABULARY[piece] for piece in cut(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("LoRA", ["lora"]),
        ("LoRAB", ["lora", "##b"]),
        ("fold-7B", ["fold", "-", "7", "##b"]),
        ("\u00e9c", ["e", "##c"]),
        ("zorb", ["[UNK]"]),
        ("fold字fold", ["fold", "字", "fold"]),
        ("fold\u200bb", ["fold", "##b"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_from_the_left(word: str, pieces: list[str]) -> None:
    assert spelled(word) == pieces


@pytest.mark.parametrize("word", ["", "\u0301", " ", "lo" * 100])
def test_what_has_no_pieces_is_unknown(word: str) -> None:
    assert spelled(word) == ["[UNK]"]


@given(st.text(max_size=40))
def test_every_word_has_a_piece(word: str) -> None:
    assert cut(word)
    assert all(0 <= piece < len(VOCABULARY) for piece in cut(word))
