"""A multinomial logistic regression over named features, as it is stored and applied."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Logistic:
    """Classes, and for each feature its weight for each class."""

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of each class; a feature that was never seen counts nothing.

        >>> model = Logistic(("no", "yes"), {"sure": (-1.0, 1.0)})
        >>> {name: round(value, 2) for name, value in model.probabilities({"sure": 1.0}).items()}
        {'no': 0.12, 'yes': 0.88}
        """
        sums = [0.0] * len(self.classes)
        for name, value in features.items():
            weights = self.weights.get(name)
            if weights is not None:
                sums = [
                    before + weight * value for before, weight in zip(sums, weights, strict=True)
                ]
        most = max(sums)
        powers = [exp(item - most) for item in sums]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}


def load(path: Path) -> Logistic:
    """Read what `dump` wrote."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Logistic(
        tuple(stored["classes"]),
        {name: tuple(row) for name, row in stored["weights"].items()},
    )


def dump(model: Logistic, names: Iterable[str] = ()) -> str:
    """Write a model as JSON, a feature a line, weights to three digits."""
    rows = (
        f"{json.dumps(name)}: {json.dumps([round(weight, 3) for weight in model.weights[name]])}"
        for name in sorted(model.weights)
    )
    body = ",\n".join(rows)
    return f'{{"classes": {json.dumps(list(model.classes))}, "weights": {{\n{body}\n}}}}\n'
