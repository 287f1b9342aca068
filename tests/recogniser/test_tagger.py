"""The tagger: its features, its probabilities, and what it makes of a sentence."""

from collections.abc import Sequence

import pytest

from kg.recogniser import Proposal, Recogniser, load
from kg.recogniser.features import Features
from kg.recogniser.logistic import Logistic
from kg.recogniser.tokens import tokenise
from kg.recogniser.words import shape, spelled
from kg.text import read


class FixedTagger:
    """Stands for a CRF: a token that looks coined begins a method, surely; others begin nothing."""

    def __init__(self) -> None:
        self._rows: Sequence[Sequence[str]] = []

    def labels(self) -> list[str]:
        return ["O", "I", "B-Method"]

    def set(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = rows

    def marginal(self, label: str, index: int) -> float:
        begins = "s=AaA" in self._rows[index]
        return 0.9 if (label == "B-Method") == begins and label != "I" else 0.05


@pytest.fixture
def recogniser() -> Recogniser:
    return Recogniser(FixedTagger(), {}, {}, Logistic(("none",), {}))


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
    [sentence] = Features({}, {}).sentences(reading, [proposal])
    assert "r=B-Method/x/4" in sentence.features[2]
    assert "r=O" in sentence.features[0]


def test_names_have_the_probability_of_their_tokens(recogniser):
    reading = read("", "We use ZorbN here.")
    [name] = recogniser.read(reading, []).names()
    assert reading.text[name.start : name.end] == "ZorbN"
    assert name.any == pytest.approx(0.95)
    assert name.labels == {"Method": 0.9}


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

    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 5_000_000
