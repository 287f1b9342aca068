"""The tagger: its features, its probabilities, and what it makes of a sentence."""

from itertools import chain

import numpy as np
import pytest

from kg.recogniser import Proposal, Recogniser, load
from kg.recogniser.chain import Chain
from kg.recogniser.features import Features
from kg.recogniser.logistic import Logistic
from kg.recogniser.tokens import tokenise
from kg.recogniser.words import shape, spelled
from kg.text import read

#: Takes a token that looks coined for the beginning of a method, and others for none.
FIXED = Chain(
    ("O", "I", "B-Method"),
    {"s=Aa": 0, "s=a": 1, "s=.": 2, "s=AaA": 3},
    np.log([[18, 1, 1], [18, 1, 1], [18, 1, 1], [1, 1, 18]]),
    np.zeros((3, 3)),
)
#: Weighs no name: all are none.
UNTAUGHT = Logistic(("none",), {"bias": 0}, np.zeros((1, 1)))


@pytest.fixture
def recogniser() -> Recogniser:
    return Recogniser(FIXED, {}, {}, UNTAUGHT)


def test_a_hyphen_is_a_token_of_its_own():
    text = "LoRA-based tuning"
    assert [text[slice(*token)] for token in tokenise(text, 0, len(text))] == [
        *("LoRA", "-", "based", "tuning")
    ]


def test_offsets_are_those_of_the_whole_text():
    assert tokenise("We use ZorbNet.", 3, 15) == [(3, 6), (7, 14), (14, 15)]


@pytest.mark.parametrize(("word", "expected"), [("LoRA", "AaA"), ("7B", "0A"), ("v0.3", "a0.0")])
def test_shape_has_the_runs_of_a_word(word, expected):
    assert shape(word) == expected


def test_a_word_without_clusters_is_known_by_its_shape():
    assert "c=?AaA" in spelled("ZorB", {})


def test_clusters_are_found_for_a_capitalised_plain_word():
    assert "c0=7" in spelled("Pruning", {"pruning": "7,30"})


def test_a_proposal_of_the_rules_is_a_feature_of_its_tokens():
    reading = read("", "We use ZorbNet here.")
    proposal = Proposal(reading.text.index("ZorbNet"), reading.text.index(" here"), "Method/x/4")
    [sentence] = Features({}, {}, tuple).sentences(reading, [proposal])
    assert ("r=B-Method/x/4", "rt=B-Method") in [part[:2] for part in sentence.parts[2]]
    assert "r=O" in chain.from_iterable(sentence.parts[0])


def test_names_have_the_probability_of_their_tokens(recogniser):
    reading = read("", "We use ZorbN here.")
    [name] = recogniser.read(reading, []).names()
    assert reading.text[name.start : name.end] == "ZorbN"
    assert name.any == pytest.approx(0.95)
    assert name.labels == {"Method": pytest.approx(0.9)}


def test_any_stretch_can_be_judged(recogniser):
    reading = read("", "We use ZorbN here.")
    start = reading.text.index("use")
    judged = recogniser.read(reading, []).judge(start, start + 3)
    assert judged is not None
    assert judged.any == pytest.approx(0.1)


def test_a_stretch_without_tokens_is_not_judged(recogniser):
    reading = read("", "We use ZorbN here.")
    assert recogniser.read(reading, []).judge(len(reading.text), len(reading.text)) is None


def test_the_recogniser_is_loaded_once():
    assert load() is load()


def test_the_shipped_tables_are_small():
    from kg.recogniser.tagger import FOLDER

    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 15_000_000
