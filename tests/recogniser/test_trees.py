"""Boosted trees: what they say, and that they are read as they were written."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.among import COLUMNS
from kg.recogniser import load
from kg.recogniser.trees import NO_LIMIT, UNIT, Trees, dump, of_nodes
from kg.recogniser.trees import load as load_trees

#: Asks for the first column, then, of what is greater, for the second; a second tree is one leaf.
TREES = of_nodes(
    ("sure", "long"),
    roots=[0, 5],
    asks=[0, 0, 1, 0, 0, 0],
    limits=[0.5, NO_LIMIT, 3.0, NO_LIMIT, NO_LIMIT, NO_LIMIT],
    below=[1, 1, 3, 3, 4, 5],
    says=[0, -2 * UNIT, 0, UNIT, 3 * UNIT, UNIT],
)


def odds(sure: float, long: float) -> float:
    [probability] = TREES.probabilities(np.array([[sure, long]]))
    return float(np.log(probability / (1 - probability)))


@pytest.mark.parametrize(
    ("row", "expected"), [((0.5, 9), -1), ((0.6, 3), 2), ((0.6, 4), 4)], ids=["low", "mid", "high"]
)
def test_what_is_not_greater_goes_below_and_trees_add_up(row, expected):
    assert odds(*row) == pytest.approx(expected)


def test_nothing_is_said_of_nothing():
    assert TREES.probabilities(np.zeros((0, 2))) == []


def test_a_tree_of_one_leaf_takes_no_step():
    alone = of_nodes(("sure",), [0], [0], [NO_LIMIT], [0], [0])
    assert (alone.depth, alone.probabilities(np.zeros((1, 1)))) == (0, [0.5])


def test_trees_are_read_as_they_were_written(tmp_path: Path):
    path = tmp_path / "trees.json.gz"
    path.write_bytes(dump(TREES))
    assert dump(load_trees(path)) == dump(TREES)
    assert load_trees(path).columns == TREES.columns


def walked(trees: Trees, root: int, row: list[float]) -> int:
    """Walk one tree, node by node."""
    at = root
    while trees.limits[at] < NO_LIMIT:
        at = int(trees.below[at]) + (row[int(trees.asks[at])] > trees.limits[at])
    return int(trees.says[at])


@given(st.lists(st.floats(-3, 500), min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_all_trees_at_once_say_what_each_says_by_itself(row: list[float]):
    trees = load().trees
    assert trees is not None
    odds = sum(walked(trees, int(root), row) for root in trees.roots) / UNIT
    [probability] = trees.probabilities(np.array([row]))
    assert probability == pytest.approx(1 / (1 + np.exp(-odds)))


def test_the_trees_of_the_package_ask_for_the_columns_that_there_are():
    trees = load().trees
    assert trees is not None
    assert trees.columns == COLUMNS
    assert 0 <= trees.asks.min() <= trees.asks.max() < len(COLUMNS)
