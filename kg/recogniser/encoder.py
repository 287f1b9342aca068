"""A small transformer encoder as a second tagger: it reads the words of a text together.

Vaswani et al., "Attention is all you need" (2017), in the form of BERT (Devlin et al. 2019): four
layers of MiniLM (Wang et al. 2020), trained on. Each piece of a word has the sum of its vectors:
the piece, its place, the form of its word, and what rules say of it. Weights are stored in eight
bits, a scale for each row, and used in single precision.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.recogniser.pieces import Pieces

Numbers = npt.NDArray[np.float32]

#: So many pieces are read together, of which the first stands for none; and their number at most.
_TOGETHER, _MOST = 250, 255
_FIRST = 2
_HEADS = 12
_NEAR_ZERO = 1e-12
#: So many rows are taken through a function together as stay near the processor.
_ROWS = 32
_ERROR = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
#: Scores are rounded, so that the order of a sum tells nothing.
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word, and what rules say of it: two proposals and a hint, empty where there is none."""

    written: str
    said: tuple[str, str, str]


@dataclass(slots=True)
class Chunk:
    """Pieces that are read together, with the form of each word and what is said of it.

    `firsts` are the places of the first piece of each word, `rows` the numbers of the words.
    """

    pieces: list[int]
    forms: list[int]
    said: list[tuple[int, ...]]
    firsts: list[int]
    rows: list[int]

    @classmethod
    def empty(cls) -> "Chunk":
        """Return a chunk without words."""
        return cls([_FIRST], [0], [(0, 0, 0)], [], [])

    def add(self, row: int, word: Word, pieces: Sequence[int], said: Mapping[str, int]) -> None:
        """Add a word, cut into pieces, that has a number; `said` numbers what rules may say."""
        self.firsts.append(len(self.pieces))
        self.rows.append(row)
        self.pieces += pieces
        self.forms += [form(word.written)] * len(pieces)
        self.said += [tuple(said.get(label, 0) for label in word.said)] * len(pieces)


def chunks(
    sentences: Iterable[Sequence[Word]], pieces: Pieces, said: Mapping[str, int]
) -> Iterator[Chunk]:
    """Yield the words of whole sentences, as many as are read together.

    Words are numbered through, from zero on; those of which a chunk has no room are left out.
    """
    chunk, row = Chunk.empty(), 0
    for sentence in sentences:
        cut = [pieces(word.written) for word in sentence]
        if len(chunk.pieces) + sum(map(len, cut)) > _TOGETHER:
            yield from [chunk] if chunk.rows else []
            chunk = Chunk.empty()
        for word, its in zip(sentence, cut, strict=True):
            if len(chunk.pieces) + len(its) <= _MOST:
                chunk.add(row, word, its, said)
            row += 1
    yield from [chunk] if chunk.rows else []


class Encoder:
    """The encoder of a file that ``training/encoder.py`` wrote."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            self.labels = tuple(_lines(stored["labels"]))
            self._pieces = Pieces(_lines(stored["pieces"]))
            self._said = {label: row for row, label in enumerate(_lines(stored["said"]), 1)}
            self._weights = {
                name.removesuffix("|int8"): _single(stored, name)
                for name in stored.files
                if name.endswith("|int8")
            }
        self._depth = sum(name.endswith("qkv.weight") for name in self._weights)

    def probabilities(self, sentences: Sequence[Sequence[Word]]) -> Numbers:
        """Return for each word, sentence by sentence, how probable each of the labels is.

        Words of which no piece is read, as their sentence is too long, are surely outside.
        """
        count = sum(map(len, sentences))
        found = np.zeros((count, len(self.labels)), np.float32)
        found[:, self.labels.index("O")] = 1.0
        for chunk in chunks(sentences, self._pieces, self._said):
            scores = self._scores(chunk).round(_DIGITS)
            powers = np.exp(scores - scores.max(axis=1, keepdims=True))
            found[chunk.rows] = powers / powers.sum(axis=1, keepdims=True)
        return found

    def _scores(self, chunk: Chunk) -> Numbers:
        """Return the scores of the labels at the first piece of each word."""
        weights = self._weights
        found = weights["enc.word.weight"][chunk.pieces]
        found = found + weights["enc.pos.weight"][: len(chunk.pieces)]
        found += weights["sh.weight"][chunk.forms] + weights["ru.weight"][chunk.said].sum(axis=1)
        found = self._normal(found + weights["style.weight"][0], "enc.ln")
        for layer in range(self._depth):
            found = self._layer(found, f"enc.layers.{layer}")
        return self._linear(found[chunk.firsts], "out")

    def _layer(self, given: Numbers, name: str) -> Numbers:
        count, width = given.shape
        parts = self._linear(given, f"{name}.qkv").reshape(count, 3, _HEADS, width // _HEADS)
        queries, keys, values = parts.transpose(1, 2, 0, 3)
        shares: Numbers = queries @ keys.transpose(0, 2, 1)
        shares /= np.float32(np.sqrt(width // _HEADS))
        shares -= shares.max(axis=2, keepdims=True)
        np.exp(shares, out=shares)
        shares /= shares.sum(axis=2, keepdims=True)
        mixed: Numbers = shares @ values
        mixed = mixed.transpose(1, 0, 2).reshape(count, width)
        given = self._normal(given + self._linear(mixed, f"{name}.o"), f"{name}.ln1")
        inner = self._linear(given, f"{name}.f1")
        for start in range(0, count, _ROWS):
            _gelu(inner[start : start + _ROWS])
        return self._normal(given + self._linear(inner, f"{name}.f2"), f"{name}.ln2")

    def _linear(self, given: Numbers, name: str) -> Numbers:
        found: Numbers = given @ self._weights[f"{name}.weight"].T
        found += self._weights[f"{name}.bias"]
        return found

    def _normal(self, given: Numbers, name: str) -> Numbers:
        """Return rows with their mean and spread taken out; what is given is overwritten."""
        given -= given.mean(axis=1, keepdims=True)
        square = np.square(given).mean(axis=1, keepdims=True)
        given /= np.sqrt(square + np.float32(_NEAR_ZERO))
        given *= self._weights[f"{name}.weight"]
        given += self._weights[f"{name}.bias"]
        return given


def form(word: str) -> int:
    """Return the number of a word's form: its letters' case, and whether it has digits."""
    if word.islower():
        return 1
    if word.isdigit():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    has_digit = any(sign.isdecimal() for sign in word)
    has_large = any("A" <= sign <= "Z" for sign in word)
    has_small = any("a" <= sign <= "z" for sign in word)
    if len(word) > 1 and "A" <= word[0] <= "Z" and all("a" <= sign <= "z" for sign in word[1:]):
        return 5
    if has_digit:
        return 6 if has_large and has_small else 7
    return 8 if has_large else 9


def _gelu(given: Numbers) -> None:
    """Put Gaussian error linear units (Hendrycks and Gimpel 2016) in the place of some numbers.

    x Phi(x) is max(x, 0) - |x| erfc(|x| / sqrt 2) / 2, of which erfc is taken to six digits
    (Abramowitz and Stegun 1964, 7.1.26).
    """
    size = np.abs(given)
    size *= np.float32(np.sqrt(0.5))
    step = np.reciprocal(np.float32(1) + np.float32(0.3275911) * size)
    first, *others = _ERROR
    total = step * np.float32(first)
    for term in others:
        total += np.float32(term)
        total *= step
    total *= size
    np.square(size, out=size)
    total *= np.exp(np.negative(size, out=size), out=size)
    total *= np.float32(np.sqrt(0.5))
    np.maximum(given, 0, out=given)
    given -= total


def _lines(stored: npt.NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode().split("\n")


def _single(stored: np.lib.npyio.NpzFile, name: str) -> Numbers:
    """Return stored weights in single precision."""
    scale = stored[name.removesuffix("int8") + "scale"].astype(np.float32)
    found: Numbers = stored[name].astype(np.float32) * scale
    return found
