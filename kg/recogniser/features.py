"""What the tagger knows of a token: the word, those around, the place, what the rules say."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Generic, TypeVar

from kg.recogniser.tokens import tokenise
from kg.recogniser.words import cluster_features, shape, spelled
from kg.text import Reading


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch [start, end) of a reading's text that the rules take for a name.

    `label` says what they say of it: type, recogniser, whether it is a proper name.
    """

    start: int
    end: int
    label: str


#: What stands for some features that come together: themselves, or what they weigh.
Part = TypeVar("Part")
Bundle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence(Generic[Part]):
    """The tokens of a sentence and the features of each, in parts."""

    tokens: list[tuple[int, int]]
    parts: list[list[Part]]


#: Words that tell what a sentence does with the names behind them.
_CUE_STEMS = (
    "introduc propos present develop releas construct creat design curat buil evaluat experiment"
    " outperform surpass exceed compar test train fine-tun finetun pretrain use using leverag"
    " employ adopt apply combin integrat base extend improv achiev reach measur report address"
    " tackl solv call term dub nam includ such like across than over via".split()
)
#: Words that tell what the names before them are.
_HEADS = frozenset(
    "dataset datasets corpus corpora benchmark benchmarks model models llm llms task tasks method"
    " methods algorithm algorithms framework frameworks approach approaches architecture system"
    " metric metrics score scores accuracy rate gpu gpus loss network networks module mechanism"
    " strategy agent agents family series suite dataset challenge problem problems baseline"
    " baselines data set sets test tests leaderboard decoder encoder optimizer learning training"
    " simulator environment environments robot robots library toolkit platform pipeline".split()
)
_CUES = re.compile("|".join(_CUE_STEMS))
_FAR = 9


class Features(Generic[Part]):
    """The features of readings, by the tables of one model.

    They are made in bundles: `code` says what stands for one, and is asked once for those that
    come again.
    """

    def __init__(
        self, clusters: Mapping[str, str], uses: Mapping[str, str], code: Callable[[Bundle], Part]
    ) -> None:
        self._clusters = clusters
        self._uses = uses
        self._code = code
        self._seen = lru_cache(maxsize=_KEPT)(self._see)
        self._pair = lru_cache(maxsize=_KEPT)(self._see_pair)
        self._run = lru_cache(maxsize=_KEPT)(self._see_run)
        self._said = lru_cache(maxsize=_KEPT)(self._see_said)
        self._part = lru_cache(maxsize=_KEPT)(self._see_one)
        self._edge = tuple(code(edge) for edge in _EDGE)

    def sentences(
        self, reading: Reading, proposals: Sequence[Proposal], hints: Sequence[Proposal] = ()
    ) -> list[Sentence[Part]]:
        """Return the sentences of a reading, each token with its features.

        `hints` are stretches that may be names for their form, such as abbreviations.
        """
        text = reading.text
        spans = [tokenise(text, start, end) for start, end in reading.sentences]
        words = [[text[start:end] for start, end in tokens] for tokens in spans]
        place = _Place(Counter(chain.from_iterable(words)), frozenset(words[0] if words else ()))
        starts = [item.start for item in proposals]
        hint_starts = [item.start for item in hints]
        found = []
        for index, tokens in enumerate(spans):
            rows = self._rows(words[index])
            self._add_runs(rows, text, tokens, words[index])
            for number, feature in place.features(words[index], index):
                rows[number].append(self._part(feature))
            for number, feature in _far(words[index]):
                rows[number].append(self._part(feature))
            self._add_said(rows, _labels(tokens, proposals, starts))
            for row, hint in zip(rows, _labels(tokens, hints, hint_starts), strict=True):
                if hint != "O":
                    row.append(self._part("h=" + hint))
            found.append(Sentence(tokens, rows))
        return found

    def _see_one(self, feature: str) -> Part:
        return self._code((feature,))

    def _see(self, word: str) -> tuple[Part, ...]:
        """Return the features of a word at the token, and at the offsets -2, -1, 1, 2 from it."""
        own = (*spelled(word, self._clusters), *self._used("u", word))
        low = "0" if word[0].isdigit() else word.lower()
        code = self._clusters.get(word) or self._clusters.get(word.lower())
        kinds = [f"s={shape(word)}", f"w={low}"]
        if code:
            levels = cluster_features("c", code)
            kinds += (*levels[:2], levels[-1])
        near = [tuple(f"{offset}{kind}" for kind in kinds) for offset in ("-2", "-1", "+1", "+2")]
        return tuple(map(self._code, (own, *near)))

    def _see_pair(self, word: str, behind: str) -> tuple[Part, Part]:
        """Return the feature of two words for the second and for the first."""
        pair = f"{word.lower()}_{behind.lower()}"
        return self._code(("p=" + pair,)), self._code(("q=" + pair,))

    def _rows(self, words: list[str]) -> list[list[Part]]:
        seen = [self._edge, self._edge, *map(self._seen, words), self._edge, self._edge]
        rows = [
            [here[0], before2[1], before[2], behind[3], behind2[4]]
            for before2, before, here, behind, behind2 in zip(
                seen, seen[1:], seen[2:], seen[3:], seen[4:], strict=False
            )
        ]
        for index, (word, behind) in enumerate(pairwise(words)):
            of_second, of_first = self._pair(word, behind)
            rows[index + 1].append(of_second)
            rows[index].append(of_first)
        return rows

    def _add_runs(
        self, rows: list[list[Part]], text: str, tokens: list[tuple[int, int]], words: list[str]
    ) -> None:
        """Tell the tokens of a word with hyphens what the whole word is."""
        for first, last in _runs(tokens, words):
            run = text[tokens[first][0] : tokens[last][1]].rstrip("-/")
            part = self._run(run)
            for index in range(first, last + 1):
                place = "0" if index == first else "9" if index == last else "5"
                rows[index] += part, self._part("rp=" + place)

    def _see_run(self, run: str) -> Part:
        low = run.lower()
        code = self._clusters.get(run) or self._clusters.get(low)
        clusters = cluster_features("rc", code) if code else ["rc=?"]
        return self._code(("rs=" + shape(run), "rw=" + low, *self._used("ru", run), *clusters))

    def _used(self, name: str, word: str) -> list[str]:
        """Return how other papers use a word."""
        use = self._uses.get(word)
        if use is None:
            return []
        label, share, papers = use.split(",")
        return [f"{name}={label}", f"{name}={label}{share}", f"{name}={label}{share}{papers}"]

    def _add_said(self, rows: list[list[Part]], labels: list[str]) -> None:
        """Add what the rules say of each token and of those beside it."""
        around = ["", *labels, ""]
        for index, row in enumerate(rows):
            row.append(self._said(*around[index : index + 3]))

    def _see_said(self, before: str, label: str, behind: str) -> Part:
        said = ["r=" + label]
        if label != "O":
            said.append("rt=" + label.partition("/")[0])
        if before:
            said.append("-1r=" + before.partition("/")[0])
        if behind:
            said.append("+1r=" + behind.partition("/")[0])
        return self._code(tuple(said))


_KEPT = 1 << 16
_JOINTS = frozenset("-+*^")
_EDGE = (("",), ("-2|",), ("-1|",), ("+1|",), ("+2|",))


def _runs(tokens: list[tuple[int, int]], words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run that hyphens and their like join."""
    first = 0
    for index, (token, behind) in enumerate(pairwise(tokens)):
        is_joined = token[1] == behind[0]
        if is_joined and (words[index] in _JOINTS or words[index + 1] in _JOINTS):
            continue
        if index > first:
            yield first, index
        first = index + 1
    if len(tokens) - 1 > first:
        yield first, len(tokens) - 1


def _labels(
    tokens: list[tuple[int, int]], proposals: Sequence[Proposal], starts: list[int]
) -> list[str]:
    """Return what the rules say of each token: ``B-...`` where a name begins, ``I-...`` in it."""
    labels = ["O"] * len(tokens)
    if not tokens:
        return labels
    at = [start for start, _ in tokens]
    first = bisect_left(starts, tokens[0][0])
    last = bisect_left(starts, tokens[-1][1])
    for item in proposals[first:last]:
        index = bisect_left(at, item.start)
        mark = "B-"
        while index < len(tokens) and tokens[index][0] < item.end:
            labels[index] = mark + item.label
            mark = "I-"
            index += 1
    return labels


@dataclass(frozen=True, slots=True)
class _Place:
    """How often each word stands in a text, and which stand in its title."""

    counts: Mapping[str, int]
    title: frozenset[str]

    def features(self, words: list[str], sentence: int) -> Iterator[tuple[int, str]]:
        """Yield the features of place, each with the index of its token."""
        if sentence == 0:
            colon = words.index(":") if ":" in words else -1
            for index in range(len(words)):
                yield index, "title" if index > colon else "named-title"
        elif words:
            yield 0, "first"
        yield from _inside(words)
        for index, word in enumerate(words):
            if not word.islower() and word[0].isalpha():
                yield index, f"times={min(self.counts[word], 4)}"
                if sentence and word in self.title:
                    yield index, "in-title"
                if index == 0:
                    yield index, "first-s=" + shape(word)


def _inside(words: list[str]) -> Iterator[tuple[int, str]]:
    if "(" not in words:
        return
    inside = False
    for index, word in enumerate(words):
        if word in "()":
            inside = word == "("
        elif inside:
            yield index, "inside"


def _far(words: list[str]) -> Iterator[tuple[int, str]]:
    """Yield for each token the last cue before it, and the next head behind it."""
    cue, since = "", 0
    for index, word in enumerate(words):
        if cue and index - since <= _FAR:
            yield index, "cue=" + cue
        found = _cue(word)
        if found:
            cue, since = found, index
    head, at = "", 0
    for index in range(len(words) - 1, -1, -1):
        if head and at - index <= 5:
            yield index, "head=" + head
        low = words[index].lower()
        if low in _HEADS:
            head, at = low, index
        elif low == ".":
            head = ""


@lru_cache(maxsize=1 << 15)
def _cue(word: str) -> str:
    found = _CUES.match(word.lower())
    return found[0] if found else ""
