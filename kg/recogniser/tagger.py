"""The tagger: a linear-chain CRF over the tokens of each sentence, and its probabilities.

Lafferty et al., "Conditional Random Fields" (ICML 2001), with the weights that CRFsuite fits.
Labels are ``B-`` and a type where a name begins, ``I`` inside a name, ``O`` elsewhere; a type in
small letters is that of a term of the field, no proper name.
"""

import gzip
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from kg.recogniser.chain import Chain, Numbers, Sums, marginals, read_chain
from kg.recogniser.features import Features, Proposal, Sentence
from kg.recogniser.logistic import Logistic
from kg.recogniser.logistic import load as load_logistic
from kg.recogniser.second import Second
from kg.recogniser.trees import Trees
from kg.recogniser.trees import load as load_trees
from kg.text import Reading

if TYPE_CHECKING:
    from kg.recogniser.encoder import Encoder

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
        self._starts = [item.tokens[0][0] for item in sentences]
        self._names = [found for marked in sentences for found in marked.names()]

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
        return self._names


@dataclass(frozen=True, slots=True)
class _Labels:
    """Where the labels stand among the columns: ``O``, and those that begin a name of a type."""

    outside: int
    begins: Callable[[list[float]], tuple[float, ...]]
    types: tuple[str, ...]

    @classmethod
    def of(cls, labels: Sequence[str]) -> "_Labels":
        begins = [index for index, label in enumerate(labels) if label.startswith("B-")]
        types = tuple(labels[index][2:] for index in begins)
        return cls(labels.index("O"), lambda row: tuple(map(row.__getitem__, begins)), types)


class _Marked:
    """A sentence with the probabilities of its tokens: a row for each, a number for each label."""

    def __init__(
        self, tokens: list[tuple[int, int]], rows: list[list[float]], labels: _Labels
    ) -> None:
        self.tokens = tokens
        self._types = labels.types
        self._outside = [row[labels.outside] for row in rows]
        self._begins = [
            labels.begins(row) if outside < _SURELY_OUTSIDE else ()
            for row, outside in zip(rows, self._outside, strict=True)
        ]

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Return from which token on, and to which, a stretch holds them whole."""
        first = bisect_left(self.tokens, (start, start))
        last = first
        while last < len(self.tokens) and self.tokens[last][1] <= end:
            last += 1
        return first, last

    def judge(self, first: int, last: int) -> Tagged:
        """Return what is said of the tokens [first, last)."""
        sure = 1.0 - max(self._outside[first:last])
        labels = dict(zip(self._types, self._begins[first], strict=False))
        return Tagged(self.tokens[first][0], self.tokens[last - 1][1], sure, labels)

    def names(self) -> Iterator[Tagged]:
        """Yield the names that begin somewhere, in order."""
        last = 0
        for index, begins in enumerate(self._begins):
            if index >= last and sum(begins) >= _LEAST:
                last = index + 1
                while last < len(self.tokens) and self._goes_on(last):
                    last += 1
                yield self.judge(index, last)

    def _goes_on(self, index: int) -> bool:
        inside = 1.0 - self._outside[index] - sum(self._begins[index])
        return inside > 0.5 * (1.0 - inside)


class Recogniser:
    """A tagger with the tables that its features need, and a second one where it has an encoder.

    `weights` weigh a name by itself, `trees`, where there are some, among the others of its text.
    """

    def __init__(
        self,
        model: Chain,
        clusters: Mapping[str, str],
        uses: Mapping[str, str],
        weights: Logistic,
        encoder: "Encoder | None" = None,
        trees: Trees | None = None,
    ) -> None:
        self.uses, self.weights, self.trees = uses, weights, trees
        self._clusters = clusters
        self._labels = _Labels.of(model.labels)
        self._transitions = model.transitions
        self._sums = Sums(model)
        self._features = Features(clusters, uses, self._sums.row)
        self._second = Second(encoder, model.labels) if encoder else None

    def read(
        self, reading: Reading, proposals: Sequence[Proposal], hints: Sequence[Proposal] = ()
    ) -> Tags:
        """Tag a reading, of which the rules propose some stretches."""
        return self.read_twice(reading, proposals, hints)[0]

    def read_twice(
        self, reading: Reading, proposals: Sequence[Proposal], hints: Sequence[Proposal] = ()
    ) -> tuple[Tags, Tags | None]:
        """Return what tagger and encoder say on average, and the encoder alone; else None."""
        if len(self._sums) > _MOST_SUMS:
            self._sums.forget()
            self._features = Features(self._clusters, self.uses, self._sums.row)
        read = self._features.sentences(reading, proposals, hints)
        sentences = [item for item in read if item.tokens]
        if not sentences:
            return Tags([]), None
        rows = self._probabilities(sentences)
        if self._second is None:
            return self._tags(sentences, rows), None
        tokens = [item.tokens for item in sentences]
        second = self._second.probabilities(reading.text, tokens, proposals, hints)
        return self._tags(sentences, (rows + second) / 2), self._tags(sentences, second)

    def _probabilities(self, sentences: list[Sentence[int]]) -> Numbers:
        """Return for each token, sentence by sentence, how probable each label is."""
        scores = self._sums.scores([row for item in sentences for row in item.parts])
        return marginals(scores, [len(item.tokens) for item in sentences], self._transitions)

    def _tags(self, sentences: list[Sentence[int]], probabilities: Numbers) -> Tags:
        rows = probabilities.tolist()
        ends = accumulate(len(item.tokens) for item in sentences)
        return Tags(
            [
                _Marked(item.tokens, rows[end - len(item.tokens) : end], self._labels)
                for item, end in zip(sentences, ends, strict=True)
            ]
        )


_SURELY_OUTSIDE = 0.9
#: So many sums of features are kept, of 13 numbers each; then the words begin anew.
_MOST_SUMS = 200_000


def read_table(path: Path) -> dict[str, str]:
    """Read a table: a line a word, what is known of it behind a tab."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("\t", 1) for line in lines)


#: Where the recogniser that comes with the package lies.
FOLDER = Path(__file__).parent / "weights"


#: What a folder holds.
TAGGER, WEIGHTS, TREES = "tagger.crf.xz", "weights.json.gz", "trees.json.gz"
#: What a folder may hold besides: the encoder, and what weighs names by what it says too.
ENCODER, ENCODED_WEIGHTS = "encoder.npz", "encoded-weights.json.gz"


@cache
def load(folder: Path = FOLDER, *, encoded: bool = False) -> Recogniser:
    """Return the recogniser of a folder, loaded once in each process; with its encoder if asked."""
    clusters, uses = (read_table(folder / f"{name}.tsv.gz") for name in ("clusters", "uses"))
    model = read_chain(folder / TAGGER)
    if not encoded:
        trees = load_trees(folder / TREES)
        return Recogniser(model, clusters, uses, load_logistic(folder / WEIGHTS), trees=trees)
    from kg.recogniser.encoder import Encoder

    weights = load_logistic(folder / ENCODED_WEIGHTS)
    return Recogniser(model, clusters, uses, weights, Encoder(folder / ENCODER))
