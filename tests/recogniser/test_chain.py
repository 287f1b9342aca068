"""The CRF as it is read and applied: what CRFsuite itself says of the same model."""

from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from kg.recogniser.chain import Chain, Sums, marginals, read_chain

SENTENCES = (
    ([["w=use"], ["w=Zorb", "up"], ["w=net", "low"]], ["O", "B", "I"]),
    ([["w=Zorb", "up"], ["w=wins"]], ["B", "O"]),
    ([["w=plain"]], ["O"]),
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "small.crf"
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c2": 0.1})
    for rows, labels in SENTENCES:
        trainer.append(rows, labels)
    trainer.train(str(path))
    return path


def said(model: Chain, sentences: list[list[list[str]]]) -> np.ndarray:
    sums = Sums(model)
    tokens = [[sums.row(tuple(row))] for rows in sentences for row in rows]
    return marginals(sums.scores(tokens), [*map(len, sentences)], model.transitions)


def test_probabilities_are_those_of_crfsuite(model: Path) -> None:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    read = read_chain(model)
    expected = []
    for rows, _ in SENTENCES:
        tagger.set(rows)
        expected += [
            [tagger.marginal(label, index) for label in read.labels] for index in range(len(rows))
        ]
    found = said(read, [rows for rows, _ in SENTENCES])
    assert found == pytest.approx(np.array(expected), abs=1e-12)


def test_a_long_sentence_does_not_overflow(model: Path) -> None:
    found = said(read_chain(model), [[["w=Zorb", "up"]] * 3000, [["w=plain"]]])
    assert found.sum(axis=1) == pytest.approx(np.ones(3001))


def test_what_is_forgotten_is_added_up_anew(model: Path) -> None:
    sums = Sums(read_chain(model))
    before = sums.scores([[sums.row(("w=Zorb", "up"))]])
    sums.forget()
    sums.row(("w=net", "low"))
    assert (sums.scores([[sums.row(("w=Zorb", "up"))]]) == before).all()


def test_unknown_attributes_weigh_nothing(model: Path) -> None:
    sums = Sums(read_chain(model))
    assert not sums.scores([[sums.row(("new",)), sums.row(("newer", "newest"))]]).any()


def test_another_file_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "other.crf").write_bytes(b"something else")
    with pytest.raises(ValueError, match="no model of CRFsuite"):
        read_chain(tmp_path / "other.crf")
