"""Clusters of words that stand in like places, learnt from plain abstracts.

Positive pointwise mutual information of words with the words two places to either side (side and
distance kept apart), its first singular vectors, k-means over these.
"""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy import sparse

Vectors = npt.NDArray[np.float32]

# A word with its inner hyphens, or a sign.
_WORD = re.compile(r"[^\W_]+(?:(?:[-+]|\.(?=\d))[^\W_]+)*|[^\w\s]")
_NUMBER = re.compile(r"\d[\d.]*%?")
_OFFSETS = (-2, -1, 1, 2)
_SEED = 20


def words(text: str) -> list[str]:
    """Return the words of a text as they are counted: numbers are one word."""
    return ["0" if _NUMBER.fullmatch(word) else word for word in _WORD.findall(text)]


def vocabulary(texts: Iterable[str], papers: int) -> list[str]:
    """Return the words that stand in at least so many papers, the most frequent first."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(words(text)))
    kept = [word for word, count in seen.items() if count >= papers]
    return sorted(kept, key=lambda word: (-seen[word], word))


def vectors(texts: Iterable[str], vocabulary: list[str], contexts: int, size: int) -> Vectors:
    """Return a unit vector of `size` for each word, from its `contexts` commonest neighbours."""
    counts = _neighbours(texts, vocabulary, contexts)
    information = _information(counts)
    return _reduced(information, size)


def _neighbours(texts: Iterable[str], vocabulary: list[str], contexts: int) -> sparse.csr_matrix:
    """Count how often each word has each context word at each place."""
    number = {word: index for index, word in enumerate(vocabulary)}
    shape = (len(vocabulary), contexts * len(_OFFSETS))
    total = sparse.csr_matrix(shape, dtype=np.float32)
    ids: list[int] = []
    for text in texts:
        ids += [number.get(word, -1) for word in words(text)]
        ids += [-1, -1]
        if len(ids) > 3_000_000:
            total = total + _counted(np.array(ids), shape, contexts)
            ids = []
    return total + _counted(np.array(ids), shape, contexts)


def _counted(
    ids: npt.NDArray[np.int64], shape: tuple[int, int], contexts: int
) -> sparse.csr_matrix:
    rows, columns = [], []
    for place, offset in enumerate(_OFFSETS):
        here, there = (ids[:-offset], ids[offset:]) if offset > 0 else (ids[-offset:], ids[:offset])
        good = (here >= 0) & (there >= 0) & (there < contexts)
        rows.append(here[good])
        columns.append(there[good] + place * contexts)
    row, column = np.concatenate(rows), np.concatenate(columns)
    ones = np.ones(len(row), dtype=np.float32)
    return sparse.coo_matrix((ones, (row, column)), shape=shape).tocsr()


def _information(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return positive pointwise mutual information, frequent contexts smoothed (power 0.75)."""
    of_words = np.asarray(counts.sum(axis=1)).ravel() + 1e-9
    of_contexts = np.asarray(counts.sum(axis=0)).ravel() ** 0.75 + 1e-9
    matrix = counts.tocoo()
    information = np.log(
        matrix.data * of_contexts.sum() / (of_words[matrix.row] * of_contexts[matrix.col])
    )
    # Few counts prove little.
    information *= matrix.data / (matrix.data + 1.0)
    positive = information > 0
    kept = (information[positive], (matrix.row[positive], matrix.col[positive]))
    return sparse.coo_matrix(kept, shape=counts.shape).tocsr().astype(np.float32)


def _reduced(matrix: sparse.csr_matrix, size: int) -> Vectors:
    """Return the rows along the first singular vectors (randomised, three power iterations)."""
    generator = np.random.default_rng(_SEED)
    probe = generator.standard_normal((matrix.shape[1], size + 16)).astype(np.float32)
    basis = np.linalg.qr(matrix @ probe)[0]
    for _ in range(3):
        basis = np.linalg.qr(matrix @ np.linalg.qr(matrix.T @ basis)[0])[0]
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    rows = (basis @ left[:, :size]) * np.sqrt(values[:size])
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.maximum(length, 1e-9)).astype(np.float32)


def clusters(rows: Vectors, count: int, rounds: int = 15) -> npt.NDArray[np.int64]:
    """Return the cluster of each row, by k-means from random rows."""
    generator = np.random.default_rng(_SEED)
    centres = rows[np.sort(generator.choice(len(rows), count, replace=False))]
    nearest = np.zeros(len(rows), dtype=np.int64)
    for _ in range(rounds):
        for first in range(0, len(rows), 20_000):
            part = rows[first : first + 20_000]
            nearest[first : first + 20_000] = (part @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 0, sums / np.maximum(length, 1e-9), centres)
    return nearest
