"""Logistic regression by Newton's method, with a penalty of its own for each feature."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Families of features that are words of the text: there are many, and each says little.
_WORDS = ("left", "right", "self-then", "own-name-then", "last-word")
#: How often a feature must occur to be learned, and how hard it is pulled to 0: words, and others.
_LEAST_WORD, _LEAST = 8, 6
_PULL_WORD, _PULL, _PULL_BIAS = 15.0, 3.0, 0.001
_STEPS = 25
_SMALLEST_STEP = 1e-5

Numbers = NDArray[np.float64]
#: The feature that every name has.
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Settings:
    """How hard features are pulled to 0."""

    words: float = _PULL_WORD
    others: float = _PULL


def fit(
    rows: Sequence[Collection[str]], labels: Sequence[bool], settings: Settings = Settings()
) -> Mapping[str, float]:
    """Return the log-odds that each feature adds, learned from rows of features and their labels.

    >>> weights = fit([{"bias", "a"}, {"bias"}] * 20, [True, False] * 20)
    >>> weights["a"] > 0 > weights["bias"]
    True
    """
    features = _frequent(rows)
    if not features:
        return {}
    table = matrix(rows, features)
    pull = np.array([_pull(name, settings) for name in features])
    found = _newton(table, np.array(labels, float), pull)
    return dict(zip(features, found.tolist(), strict=True))


def _is_word(feature: str) -> bool:
    return feature.startswith(_WORDS)


def _frequent(rows: Sequence[Collection[str]]) -> list[str]:
    counts = Counter(feature for row in rows for feature in row)
    return sorted(
        feature
        for feature, number in counts.items()
        if number >= (_LEAST_WORD if _is_word(feature) else _LEAST)
    )


def _pull(feature: str, settings: Settings) -> float:
    if feature == BIAS:
        return _PULL_BIAS
    return settings.words if _is_word(feature) else settings.others


def matrix(rows: Sequence[Collection[str]], features: Sequence[str]) -> Numbers:
    """Return a row of ones and zeros for each collection of features."""
    place = {feature: index for index, feature in enumerate(features)}
    table = np.zeros((len(rows), len(features)))
    for index, row in enumerate(rows):
        table[index, [place[feature] for feature in row if feature in place]] = 1
    return table


def _newton(table: Numbers, labels: Numbers, pull: Numbers) -> Numbers:
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - labels) + pull * weights
        spread = likely * (1 - likely)
        step = np.linalg.solve((table.T * spread) @ table + np.diag(pull), slope)
        weights -= step
        if np.abs(step).max() < _SMALLEST_STEP:
            break
    return weights


def line(odds: Sequence[float], labels: Sequence[bool]) -> tuple[float, float]:
    """Return slope and intercept that make of log-odds those that fit labels (Platt 1999).

    As there, labels are drawn a little towards each other, so that few examples tell no certainty.
    """
    right = sum(labels)
    high, low = (right + 1) / (right + 2), 1 / (len(labels) - right + 2)
    targets = np.where(np.array(labels, bool), high, low)
    table = np.stack([np.array(odds, float), np.ones(len(odds))], axis=1)
    slope, intercept = _newton(table, targets, np.full(2, 1e-3))
    return max(float(slope), 0.1), float(intercept)
