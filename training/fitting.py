"""Fitting the logistic regression that weighs names."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from kg.recogniser.logistic import Logistic

Row = Mapping[str, float]


def fit(
    rows: Sequence[Row], labels: Sequence[str], *, seen: int = 4, penalty: float = 1.0
) -> Logistic:
    """Fit the classes of the labels to the features that stand in at least `seen` rows."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= seen)
    classes = sorted(set(labels))
    matrix = _matrix(rows, names)
    wanted = np.array([classes.index(label) for label in labels])
    weights = _minimum(matrix, wanted, len(classes), penalty)
    return Logistic(tuple(classes), {name: row for row, name in enumerate(names)}, weights)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> sparse.csr_matrix:
    number = {name: index for index, name in enumerate(names)}
    data, columns, ends = [], [], [0]
    for row in rows:
        for name in sorted(row.keys() & number.keys()):
            data.append(row[name])
            columns.append(number[name])
        ends.append(len(data))
    return sparse.csr_matrix((data, columns, ends), shape=(len(rows), len(names)))


def _minimum(
    matrix: sparse.csr_matrix, wanted: npt.NDArray[np.int64], count: int, penalty: float
) -> npt.NDArray[np.float64]:
    shape = (matrix.shape[1], count)
    right = np.zeros((len(wanted), count))
    right[np.arange(len(wanted)), wanted] = 1.0

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(shape)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        shares = powers / powers.sum(axis=1, keepdims=True)
        value = -np.log(shares[np.arange(len(wanted)), wanted] + 1e-12).sum()
        slope = matrix.T @ (shares - right) + penalty * weights
        return value + 0.5 * penalty * (flat**2).sum(), slope.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return found.x.reshape(shape)
