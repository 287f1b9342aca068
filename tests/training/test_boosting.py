"""Boosted trees as they are fitted: kg says of a row what LightGBM says of it."""

import numpy as np
import pytest

from kg.recogniser.trees import dump

boosting = pytest.importorskip("training.boosting", reason="training needs lightgbm")

NUMBERS = np.random.default_rng(5).integers(0, 9, (600, 3)) / 4
RIGHT = [bool(one > 1 and other < 1.5) for one, other, _ in NUMBERS]


def test_what_was_taught_is_told():
    trees = boosting.fit(NUMBERS, RIGHT, [1] * len(RIGHT), ("one", "other", "third"))
    said = [probability > 0.5 for probability in trees.probabilities(NUMBERS)]
    assert sum(one == other for one, other in zip(said, RIGHT, strict=True)) > 590


def test_kg_says_what_lightgbm_says():
    trees = boosting.fit(NUMBERS, RIGHT, [1] * len(RIGHT), ("one", "other", "third"))
    model = boosting.lightgbm.train(
        boosting.PARAMETERS,
        boosting.lightgbm.Dataset(NUMBERS, np.array(RIGHT, float)),
        boosting.ROUNDS,
    )
    assert trees.probabilities(NUMBERS) == pytest.approx(model.predict(NUMBERS), abs=1e-3)


def test_a_row_counts_as_often_as_it_is_told_to():
    same = np.zeros((400, 3))
    right = [index < 200 for index in range(400)]
    trees = boosting.fit(same, right, [5 if one else 1 for one in right], tuple("abc"))
    assert trees.probabilities(same[:1]) == pytest.approx([5 / 6], abs=0.02)


def test_the_same_rows_give_the_same_trees():
    one, other = (boosting.fit(NUMBERS, RIGHT, [1] * 600, tuple("abc")) for _ in range(2))
    assert dump(one) == dump(other)
