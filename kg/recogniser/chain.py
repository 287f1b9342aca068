"""A linear-chain CRF as CRFsuite stores it: its weights, and how probable each label is.

The weights are those of the trainer, byte for byte. What the features of a token add up to is
kept: words come again, and with them their features.
"""

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from struct import iter_unpack, unpack_from

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_MAGIC = b"lCRF"
#: Of a feature on disk: whether it is a transition, from which attribute or label, to which label.
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
#: In bytes: the heads of the list of features, and of a table of strings.
_FEATURES_HEAD, _TABLE_HEAD = 12, 24


@dataclass(frozen=True, slots=True)
class Chain:
    """Labels, their weights for each attribute by its row, and for each pair of labels."""

    labels: tuple[str, ...]
    attributes: dict[str, int]
    states: Numbers
    transitions: Numbers


def read_chain(path: Path) -> Chain:
    """Read a model file of CRFsuite, packed or plain; raises ValueError where a file is none.

    https://www.chokkan.org/software/crfsuite/ names the format: a header of offsets, the features,
    then the strings of labels and attributes in constant databases.
    """
    content = path.read_bytes()
    if path.suffix == ".xz":
        content = lzma.decompress(content)
    if content[:4] != _MAGIC:
        raise ValueError(f"{path}: no model of CRFsuite")
    places = unpack_from("<3I", content, 28)
    labels, attributes = (_strings(content, place) for place in places[1:])
    states = np.zeros((len(attributes), len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    number = unpack_from("<I", content, places[0] + 8)[0]
    rows = np.frombuffer(content, _FEATURE, number, places[0] + _FEATURES_HEAD)
    for kind, table in enumerate((states, transitions)):
        chosen = rows[rows["kind"] == kind]
        table[chosen["source"], chosen["label"]] = chosen["weight"]
    return Chain(
        tuple(labels), {name: row for row, name in enumerate(attributes)}, states, transitions
    )


def _strings(content: bytes, place: int) -> list[str]:
    """Return the strings of a table, by their ids: each has an offset in the list at its end."""
    count, offsets = unpack_from("<2I", content, place + _TABLE_HEAD - 8)
    found = []
    for (offset,) in iter_unpack("<I", content[place + offsets : place + offsets + 4 * count]):
        size = unpack_from("<I", content, place + offset + 4)[0]
        start = place + offset + 8
        found.append(content[start : start + size - 1].decode())
    return found


class Sums:
    """What bundles of attributes weigh for each label: a row for each bundle that is asked for.

    Row 0 is that of what weighs nothing. Rows are added up when scores are asked for, all at once.
    """

    def __init__(self, model: Chain) -> None:
        self._attributes = {name: row + 1 for name, row in model.attributes.items()}
        count, labels = model.states.shape
        self._rows = np.zeros((2 * count + 2, labels))
        self._rows[1 : count + 1] = model.states
        self._first: int = count + 1
        self._next: int = count + 1
        self._waiting: list[list[int]] = []

    def __len__(self) -> int:
        """Return how many rows were added."""
        return self._next - self._first

    def row(self, bundle: tuple[str, ...]) -> int:
        """Return the row of a bundle of attributes; one attribute has its own."""
        if len(bundle) == 1:
            return self._attributes.get(bundle[0], 0)
        known = [row for row in map(self._attributes.get, bundle) if row]
        if len(known) < 2:
            return known[0] if known else 0
        self._waiting.append(known)
        self._next += 1
        return self._next - 1

    def forget(self) -> None:
        """Drop the rows of bundles; what was handed out is no longer good."""
        self._next = self._first
        self._waiting = []

    def scores(self, tokens: Sequence[Sequence[int]]) -> Numbers:
        """Return for each token, of which each has a row, what its rows add up to."""
        if self._waiting:
            self._add_rows()
        return self._added(tokens)

    def _add_rows(self) -> None:
        while self._next > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[self._next - len(self._waiting) : self._next] = self._added(self._waiting)
        self._waiting = []

    def _added(self, groups: Sequence[Sequence[int]]) -> Numbers:
        """Return what the rows of each group, of which none is empty, add up to."""
        starts = np.array([0, *accumulate(map(len, groups))])
        flat = np.fromiter(chain.from_iterable(groups), dtype=np.intp, count=starts[-1])
        return np.add.reduceat(self._rows[flat], starts[:-1], axis=0)


#: After so many steps numbers are brought back to about 1, long before they get too large.
_STEPS = 16


def marginals(scores: Numbers, lengths: Sequence[int], transitions: Numbers) -> Numbers:
    """Return how probable each label is for each token, of sentences that follow each other.

    `scores` has a row for each token, `lengths` the tokens of each sentence, none of them 0. All
    sentences go forward and backward together, the short ones on what weighs nothing.
    """
    longest = max(lengths)
    sizes = np.array(lengths)
    inside = np.arange(longest)[:, None] < sizes
    weights = np.ones((longest, len(lengths), scores.shape[1]))
    weights.transpose(1, 0, 2)[inside.T] = np.exp(scores - scores.max(axis=1, keepdims=True))
    steps = np.exp(transitions)
    found = np.empty_like(weights)
    now = found[0] = weights[0]
    for index in range(1, longest):
        now = np.matmul(now, steps, out=found[index])
        now *= weights[index]
        if index % _STEPS == 0:
            now /= now.sum(axis=1, keepdims=True)
    behind, backward = np.ones_like(now), np.ascontiguousarray(steps.T)
    for index in range(longest - 2, -1, -1):
        behind = (behind * weights[index + 1]) @ backward
        # Nothing follows the last token of a sentence.
        behind[~inside[index + 1]] = 1.0
        if index % _STEPS == 0:
            behind /= behind.sum(axis=1, keepdims=True)
        found[index] *= behind
    chosen: Numbers = found.transpose(1, 0, 2)[inside.T]
    chosen /= chosen.sum(axis=1, keepdims=True)
    return chosen
