"""Which type of name a word has for the places where it stands: learnt from the lexicon's words.

A logistic regression from the vectors of `training.clusters` to the types of the lexicon's names,
with words that name nothing as a class of their own.
"""

from collections import Counter

import numpy as np
import numpy.typing as npt
from scipy import optimize

from kg import lexicon
from kg.lexicon.no_names import no_names
from training.clusters import Vectors

TERM, NOTHING = "term", "none"
_SEED = 1
#: The share of plain words, which the lexicon lacks, that stand for what names nothing.
_PLAIN = 0.12
_SCALE = 4.0


def word_types(vocabulary: list[str], vectors: Vectors) -> list[str]:
    """Return for each word the likeliest type and in quarters how likely: ``Method3``."""
    known = _known(vocabulary)
    classes = sorted(set(known.values()))
    rows = np.hstack([vectors * _SCALE, np.ones((len(vectors), 1), dtype=np.float32)])
    at = np.array(sorted(known))
    wanted = np.array([classes.index(known[index]) for index in at])
    weights = _fit(rows[at], wanted, len(classes))
    scores = rows @ weights
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    return [f"{classes[row.argmax()]}{int(row.max() * 4)}" for row in shares]


def _known(vocabulary: list[str]) -> dict[int, str]:
    """Return the words whose type is known, by their number."""
    types: dict[str, Counter[str]] = {}
    for entry in lexicon.load().entries.values():
        for name in (entry.label, *entry.aliases):
            types.setdefault(name, Counter())[entry.type if entry.named else TERM] += 1
    nothing = no_names() | no_names(own=True)
    generator = np.random.default_rng(_SEED)
    known = {}
    for index, word in enumerate(vocabulary):
        if word in nothing:
            known[index] = NOTHING
        elif word in types:
            known[index] = min(types[word], key=lambda name, of=types[word]: (-of[name], name))
        elif word.isalpha() and word.islower() and generator.random() < _PLAIN:
            known[index] = NOTHING
    return known


def _fit(rows: Vectors, wanted: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.float64]:
    """Fit a multinomial regression; a class weighs by the root of its size."""
    sizes = np.bincount(wanted, minlength=count)
    of_class = 1 / np.sqrt(np.maximum(sizes, 1))
    weight = of_class[wanted] / of_class[wanted].mean()
    right = np.eye(count)[wanted]

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(rows.shape[1], count)
        scores = rows @ weights
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        value = -(weight * np.log(shares[np.arange(len(wanted)), wanted] + 1e-12)).sum()
        slope = rows.T @ ((shares - right) * weight[:, None]) + weights
        return value + 0.5 * (flat**2).sum(), slope.ravel()

    start = np.zeros(rows.shape[1] * count)
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100})
    weights: npt.NDArray[np.float64] = found.x.reshape(rows.shape[1], count)
    return weights
