"""What an encoder says of the tokens of a reading, beside the tagger."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from kg.recogniser.chain import Numbers
from kg.recogniser.encoder import Encoder, Word
from kg.recogniser.features import Proposal


class Second:
    """An encoder whose labels stand in the order of the tagger's."""

    def __init__(self, encoder: Encoder, labels: Sequence[str]) -> None:
        self._encoder = encoder
        self._order = [encoder.labels.index(label) for label in labels]

    def probabilities(
        self,
        text: str,
        sentences: Sequence[Sequence[tuple[int, int]]],
        proposals: Sequence[Proposal],
        hints: Sequence[Proposal],
    ) -> Numbers:
        """Return for each token, sentence by sentence, how probable each label is.

        A token is a stretch [start, end) of the text.
        """
        words = told(text, sentences, proposals, hints)
        return self._encoder.probabilities(words)[:, self._order].astype(np.float64)


def told(
    text: str,
    sentences: Sequence[Sequence[tuple[int, int]]],
    proposals: Sequence[Proposal],
    hints: Sequence[Proposal],
) -> list[list[Word]]:
    """Return the tokens of sentences as an encoder is told of them."""
    proposed = _Around(proposals, ("B:", "I:"))
    hinted = _Around(hints, ("b:", "i:"))
    return [
        [Word(text[start:end], _said(proposed, hinted, start, end)) for start, end in tokens]
        for tokens in sentences
    ]


def _said(proposed: "_Around", hinted: "_Around", start: int, end: int) -> tuple[str, str, str]:
    first, second, *_ = (*proposed.labels(start, end), "", "")
    hint, *_ = (*hinted.labels(start, end), "")
    return first, second, hint


class _Around:
    """Stretches sorted by their start, asked for those that hold a token."""

    def __init__(self, stretches: Sequence[Proposal], marks: tuple[str, str]) -> None:
        self._stretches, self._marks = stretches, marks
        self._starts = [item.start for item in stretches]
        self._longest = max((item.end - item.start for item in stretches), default=0)

    def labels(self, start: int, end: int) -> Iterator[str]:
        """Yield the labels of the stretches that hold [start, end), marked where one begins."""
        last = bisect_right(self._starts, start)
        first = bisect_right(self._starts, start - self._longest - 1)
        for item in self._stretches[first:last]:
            if end <= item.end:
                yield self._marks[item.start != start] + item.label
