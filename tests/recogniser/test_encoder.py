"""The encoder: what it says of words, from weights that mean nothing."""

from typing import Any

import numpy as np
import pytest

from kg.recogniser import Proposal
from kg.recogniser.chain import read_chain
from kg.recogniser.encoder import Encoder, Word, form
from kg.recogniser.second import told
from kg.recogniser.tagger import ENCODER, FOLDER, TAGGER

LABELS, PIECES, SAID = ("O", "I", "B-Method"), ("[PAD]", "[UNK]", "[CLS]", "fold", "."), ("B:x",)
WIDTH, INNER = 24, 32
SHAPES = {
    "enc.word.weight": (len(PIECES), WIDTH),
    "enc.pos.weight": (256, WIDTH),
    "sh.weight": (10, WIDTH),
    "ru.weight": (len(SAID) + 1, WIDTH),
    "style.weight": (1, WIDTH),
    "enc.layers.0.qkv.weight": (3 * WIDTH, WIDTH),
    "enc.layers.0.o.weight": (WIDTH, WIDTH),
    "enc.layers.0.f1.weight": (INNER, WIDTH),
    "enc.layers.0.f2.weight": (WIDTH, INNER),
    "out.weight": (len(LABELS), WIDTH),
}
ROWS = {
    **dict.fromkeys(("enc.ln", "enc.layers.0.ln1", "enc.layers.0.ln2"), WIDTH),
    **dict.fromkeys(("enc.layers.0.o", "enc.layers.0.f2"), WIDTH),
    "enc.layers.0.qkv": 3 * WIDTH,
    "enc.layers.0.f1": INNER,
    "out": len(LABELS),
}


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    chance = np.random.default_rng(1)
    stored: dict[str, Any] = {
        name: np.frombuffer("\n".join(lines).encode(), np.uint8)
        for name, lines in (("labels", LABELS), ("pieces", PIECES), ("said", SAID))
    }
    weights = {name: chance.integers(-127, 128, shape, np.int8) for name, shape in SHAPES.items()}
    for name, size in ROWS.items():
        weights[f"{name}.bias"] = chance.normal(size=size)
        weights[f"{name}.weight"] = weights.get(f"{name}.weight", np.ones(size))
    for name, values in weights.items():
        stored[f"{name}|int8"] = values
        stored[f"{name}|scale"] = np.array(0.01 if values.dtype == np.int8 else 1, np.float16)
    path = tmp_path_factory.mktemp("encoder") / "encoder.npz"
    np.savez_compressed(path, **stored)
    return Encoder(path)


def plain(*written: str) -> list[Word]:
    return [Word(word, ("", "", "")) for word in written]


def test_each_word_has_probabilities(encoder: Encoder) -> None:
    found = encoder.probabilities([plain("fold", "zorb"), plain(".")])
    assert found.shape == (3, 3)
    assert np.allclose(found.sum(axis=1), 1)


def test_a_sentence_is_read_with_those_around(encoder: Encoder) -> None:
    alone, *_ = encoder.probabilities([plain("fold")])
    beside, *_ = encoder.probabilities([plain("fold"), plain("zorb")])
    assert not np.allclose(alone, beside)


def test_what_rules_say_counts(encoder: Encoder) -> None:
    told_of = encoder.probabilities([[Word("fold", ("B:x", "", ""))]])
    assert not np.allclose(told_of, encoder.probabilities([plain("fold")]))


def test_what_rules_never_said_in_training_counts_nothing(encoder: Encoder) -> None:
    told_of = encoder.probabilities([[Word("fold", ("B:y", "", ""))]])
    assert np.array_equal(told_of, encoder.probabilities([plain("fold")]))


def test_words_behind_the_longest_sentence_are_outside(encoder: Encoder) -> None:
    found = encoder.probabilities([plain(*["fold"] * 300)])
    assert np.array_equal(found[-1], [1, 0, 0])
    assert found[0][0] < 1


def test_a_long_text_is_read_in_whole_sentences(encoder: Encoder) -> None:
    sentence = plain(*["fold"] * 100)
    three = encoder.probabilities([sentence] * 3)
    assert np.array_equal(three[:200], encoder.probabilities([sentence] * 2))
    assert np.array_equal(three[200:], encoder.probabilities([sentence]))


def test_nothing_is_said_of_no_words(encoder: Encoder) -> None:
    assert encoder.probabilities([]).shape == (0, 3)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *(("fold", 1), ("2026", 2), ("GPT", 3), ("A", 4), ("Fold", 5), ("Llama2", 6)),
        *(("v2", 1), ("2.5", 7), ("LoRA", 8), (".", 9)),
    ],
)
def test_form_tells_case_and_digits(word: str, number: int) -> None:
    assert form(word) == number


def test_a_token_is_told_the_first_two_proposals_and_the_first_hint() -> None:
    text = "fold zorb"
    proposals = [Proposal(0, 9, "a"), Proposal(0, 4, "b"), Proposal(0, 4, "c"), Proposal(5, 9, "d")]
    [[first, second]] = told(text, [[(0, 4), (5, 9)]], proposals, [Proposal(5, 9, "short")])
    assert first == Word("fold", ("B:a", "B:b", ""))
    assert second == Word("zorb", ("I:a", "B:d", "b:short"))


def test_the_package_has_an_encoder_with_the_labels_of_its_tagger() -> None:
    encoder = Encoder(FOLDER / ENCODER)
    assert set(encoder.labels) == set(read_chain(FOLDER / TAGGER).labels)
