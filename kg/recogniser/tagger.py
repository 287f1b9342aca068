"""The tagger: a linear-chain CRF over the tokens of each sentence, and its probabilities.

Lafferty et al., "Conditional Random Fields" (ICML 2001), as python-crfsuite implements it. Labels
are ``B-`` and a type where a name begins, ``I`` inside a name, ``O`` elsewhere; a type in small
letters is that of a term of the field, no proper name.
"""

import gzip
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.recogniser.features import Features, Proposal, Sentence
from kg.recogniser.logistic import Logistic
from kg.recogniser.logistic import load as load_logistic
from kg.text import Reading

if TYPE_CHECKING:
    import pycrfsuite

#: The types of proper names; the same in small letters are those of terms.
TYPES = ("Benchmark", "Dataset", "Hardware", "Method", "Metric", "Model", "ModelFamily", "Task")
#: A token that begins a name with at least this probability is read as a beginning.
_LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch [start, end) of a reading's text, and how probable each label is for it.

    `any` is the probability that it is a name or term at all, the least of its tokens.
    """

    start: int
    end: int
    any: float
    labels: Mapping[str, float]


class Tags:
    """What the tagger says of one reading."""

    def __init__(self, sentences: list["_Marked"]) -> None:
        self._sentences = sentences
        self._starts = [item.sentence.tokens[0][0] for item in sentences]

    def judge(self, start: int, end: int) -> Tagged | None:
        """Return what the tagger says of a stretch; None where no token lies in it."""
        for index in range(max(0, bisect_left(self._starts, start + 1) - 1), len(self._sentences)):
            marked = self._sentences[index]
            first, last = marked.tokens_in(start, end)
            if first < last:
                return marked.judge(first, last)
            if self._starts[index] >= end:
                break
        return None

    def names(self) -> list[Tagged]:
        """Return the stretches that the tagger itself takes for names or terms, sorted."""
        return [found for marked in self._sentences for found in marked.names()]


class _Marked:
    """A sentence with the probabilities of its tokens, asked for when they are needed."""

    def __init__(self, sentence: Sentence, outside: list[float], begins: list[Any]) -> None:
        self.sentence = sentence
        self._outside = outside
        self._begins = begins

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        tokens = self.sentence.tokens
        first = bisect_left(tokens, (start, start))
        last = first
        while last < len(tokens) and tokens[last][1] <= end:
            last += 1
        return first, last

    def judge(self, first: int, last: int) -> Tagged:
        tokens = self.sentence.tokens
        sure = 1.0 - max(self._outside[first:last])
        return Tagged(tokens[first][0], tokens[last - 1][1], sure, self._begins[first])

    def names(self) -> list[Tagged]:
        found, index = [], 0
        while index < len(self._outside):
            begins = sum(self._begins[index].values())
            if begins < _LEAST:
                index += 1
                continue
            last = index + 1
            while last < len(self._outside) and self._goes_on(last):
                last += 1
            found.append(self.judge(index, last))
            index = last
        return found

    def _goes_on(self, index: int) -> bool:
        inside = 1.0 - self._outside[index] - sum(self._begins[index].values())
        return bool(inside > 0.5 * (1.0 - inside))


class Recogniser:
    """A tagger with the tables that its features need."""

    def __init__(
        self,
        tagger: "pycrfsuite.Tagger",
        clusters: Mapping[str, str],
        uses: Mapping[str, str],
        weights: Logistic,
    ) -> None:
        self._tagger = tagger
        self.uses, self.weights = uses, weights
        self._features = Features(clusters, uses)
        self._labels = [label for label in tagger.labels() if label.startswith("B-")]

    def read(
        self, reading: Reading, proposals: Sequence[Proposal], hints: Sequence[Proposal] = ()
    ) -> Tags:
        """Tag a reading, of which the rules propose some stretches."""
        sentences = self._features.sentences(reading, proposals, hints)
        return Tags([self._mark(sentence) for sentence in sentences if sentence.tokens])

    def _mark(self, sentence: Sentence) -> _Marked:
        self._tagger.set(sentence.features)
        marginal = self._tagger.marginal
        outside, begins = [], []
        for index in range(len(sentence.tokens)):
            off = marginal("O", index)
            outside.append(off)
            likely = off < _SURELY_OUTSIDE
            begins.append(
                {label[2:]: marginal(label, index) for label in self._labels} if likely else {}
            )
        return _Marked(sentence, outside, begins)


_SURELY_OUTSIDE = 0.9


def read_table(path: Path) -> dict[str, str]:
    """Read a table: a line a word, what is known of it behind a tab."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("\t", 1) for line in lines)


#: Where the recogniser that comes with the package lies.
FOLDER = Path(__file__).parent / "weights"


@cache
def load(folder: Path = FOLDER) -> Recogniser:
    """Return the recogniser of a folder, loaded once in each process."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(folder / "tagger.crf"))
    clusters, uses = (read_table(folder / f"{name}.tsv.gz") for name in ("clusters", "uses"))
    return Recogniser(tagger, clusters, uses, load_logistic(folder / "weights.json"))
