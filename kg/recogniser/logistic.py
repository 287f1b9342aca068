"""A multinomial logistic regression over named features, as it is stored and applied."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Logistic:
    """Classes, and for each feature the row that has its weight for each class."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: npt.NDArray[np.float64]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of each class; a feature that was never seen counts nothing.

        >>> model = Logistic(("no", "yes"), {"sure": 0}, np.array([[-1.0, 1.0]]))
        >>> {name: round(value, 2) for name, value in model.probabilities({"sure": 1.0}).items()}
        {'no': 0.12, 'yes': 0.88}
        """
        known = [name for name in features if name in self.rows]
        values = np.array([features[name] for name in known])
        sums = values @ self.weights[[self.rows[name] for name in known]]
        powers = np.exp(sums - sums.max())
        return dict(zip(self.classes, (powers / powers.sum()).tolist(), strict=True))


def load(path: Path) -> Logistic:
    """Read what `dump` wrote, packed or plain."""
    content = path.read_bytes()
    stored = json.loads(gzip.decompress(content) if path.suffix == ".gz" else content)
    rows = {name: row for row, name in enumerate(stored["weights"])}
    return Logistic(tuple(stored["classes"]), rows, np.array(list(stored["weights"].values())))


def dump(model: Logistic) -> str:
    """Write a model as JSON, a feature a line, weights to three digits."""
    rows = (
        f"{json.dumps(name)}: {json.dumps(model.weights[row].round(3).tolist())}"
        for name, row in sorted(model.rows.items())
    )
    body = ",\n".join(rows)
    return f'{{"classes": {json.dumps(list(model.classes))}, "weights": {{\n{body}\n}}}}\n'
