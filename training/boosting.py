"""Fitting the boosted trees that weigh names among each other."""

from collections import deque
from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

from kg.recogniser.trees import NO_LIMIT, UNIT, Trees, of_nodes

#: How many trees, and how they are grown; on one thread the same rows give the same trees.
ROUNDS = 400
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "max_depth": 7,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
#: Digits of a limit: numbers have four, and limits lie between two of them.
_DIGITS = 6


def fit(
    rows: npt.NDArray[np.float64],
    right: Sequence[bool],
    times: Sequence[int],
    columns: Sequence[str],
) -> Trees:
    """Fit trees to what is right of rows of numbers, each of which counts so many times."""
    taught = lightgbm.Dataset(rows, np.array(right, float), weight=np.array(times, float))
    model = lightgbm.train(PARAMETERS, taught, ROUNDS).dump_model()
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int]] = []
    for tree in model["tree_info"]:
        roots.append(len(nodes))
        nodes += _nodes(tree["tree_structure"], len(nodes))
    asks, limits, below, says = map(list, zip(*nodes, strict=True))
    return of_nodes(columns, roots, asks, limits, below, says)


def _nodes(root: dict[str, Any], first: int) -> list[tuple[int, float, int, int]]:
    """Return the nodes of a tree, each level behind the one before, the first with that number."""
    nodes: list[tuple[int, float, int, int]] = []
    queue = deque([root])
    while queue:
        node = queue.popleft()
        at = first + len(nodes)
        if "leaf_value" in node:
            nodes.append((0, NO_LIMIT, at, round(node["leaf_value"] * UNIT)))
        else:
            limit = round(node["threshold"], _DIGITS)
            nodes.append((node["split_feature"], limit, at + len(queue) + 1, 0))
            queue += (node["left_child"], node["right_child"])
    return nodes
