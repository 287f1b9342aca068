"""Boosted decision trees over named numbers, as they are stored and applied.

Friedman, "Greedy Function Approximation: A Gradient Boosting Machine" (2001): what each tree says
is added up to log-odds. LightGBM fits them (``training.boosting``); applying them takes a few
lookups in tables, so nothing need be installed for it.
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

#: So many parts of a log-odds are one in a leaf, so that sums are exact whatever their order.
UNIT = 100_000
#: The limit of a leaf: nothing is greater, so that what has come to a leaf stays there.
NO_LIMIT = float("inf")


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees, each tree from its root on, and the columns that they ask for.

    What is not greater than the limit of a node goes on to the node `below` it, what is greater to
    the one behind that; a leaf is its own `below`, has no limit, and says `says` of log-odds in
    parts of `UNIT`. `depth` is how many steps lead to the farthest leaf.
    """

    columns: tuple[str, ...]
    roots: npt.NDArray[np.int64]
    asks: npt.NDArray[np.int64]
    limits: npt.NDArray[np.float64]
    below: npt.NDArray[np.int64]
    says: npt.NDArray[np.int64]
    depth: int

    def probabilities(self, rows: npt.NDArray[np.float64]) -> list[float]:
        """Return how probable the trees call each row of numbers, a column for each of theirs.

        >>> one = ([0, 0, 0], [0.5, NO_LIMIT, NO_LIMIT], [1, 1, 2], [0, -100_000, 100_000])
        >>> trees = of_nodes(("sure",), [0], *one)
        >>> [round(value, 2) for value in trees.probabilities(np.array([[0.5], [0.6]]))]
        [0.27, 0.73]
        """
        if not len(rows):
            return []
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        row = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            at = self.below[at] + (rows[row, self.asks[at]] > self.limits[at])
        odds = self.says[at].sum(axis=1) / UNIT
        return [float(value) for value in 1.0 / (1.0 + np.exp(-odds))]


def of_nodes(
    columns: Sequence[str],
    roots: Sequence[int],
    asks: Sequence[int],
    limits: Sequence[float],
    below: Sequence[int],
    says: Sequence[int],
) -> Trees:
    """Return trees of the numbers of their nodes."""
    one, limit, other = np.array(asks), np.array(limits, np.float64), np.array(below)
    start = np.array(roots)
    depth = _depth(start, limit, other)
    return Trees(tuple(columns), start, one, limit, other, np.array(says), depth)


def _depth(
    roots: npt.NDArray[np.int64], limits: npt.NDArray[np.float64], below: npt.NDArray[np.int64]
) -> int:
    depth, level = 0, roots[limits[roots] < NO_LIMIT]
    while len(level):
        depth += 1
        after = np.concatenate([below[level], below[level] + 1])
        level = after[limits[after] < NO_LIMIT]
    return depth


def load(path: Path) -> Trees:
    """Read what `dump` wrote, packed."""
    stored = json.loads(gzip.decompress(path.read_bytes()))
    limits = [NO_LIMIT if limit is None else limit for limit in stored["limits"]]
    nodes = (stored["asks"], limits, stored["below"], stored["says"])
    return of_nodes(stored["columns"], stored["roots"], *nodes)


def dump(trees: Trees) -> bytes:
    """Write trees as packed JSON, a table a line; a leaf has null for its limit."""
    limits = [None if limit == NO_LIMIT else limit for limit in trees.limits.tolist()]
    tables = {
        "columns": list(trees.columns),
        "roots": trees.roots.tolist(),
        "asks": trees.asks.tolist(),
        "limits": limits,
        "below": trees.below.tolist(),
        "says": trees.says.tolist(),
    }
    lines = (f"{json.dumps(name)}: {json.dumps(table)}" for name, table in tables.items())
    return gzip.compress(("{" + ",\n".join(lines) + "}\n").encode(), mtime=0)
