"""What the tagger knows of a token: the word, those around, the place, what the rules say."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence and the features of each."""

    tokens: list[tuple[int, int]]
    features: list[list[str]]


#: Words that tell what a sentence does with the names behind them.
_CUES = tuple(
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
_FAR = 9


class Features:
    """The features of readings, by the tables of one model."""

    def __init__(self, clusters: Mapping[str, str], uses: Mapping[str, str]) -> None:
        self._clusters = clusters
        self._uses = uses
        self._seen = lru_cache(maxsize=1 << 16)(self._see)

    def sentences(
        self, reading: Reading, proposals: Sequence[Proposal], hints: Sequence[Proposal] = ()
    ) -> list[Sentence]:
        """Return the sentences of a reading, each token with its features.

        `hints` are stretches that may be names for their form, such as abbreviations.
        """
        text = reading.text
        spans = [tokenise(text, start, end) for start, end in reading.sentences]
        words = [[text[start:end] for start, end in tokens] for tokens in spans]
        counts = Counter(word for sentence in words for word in sentence)
        title = frozenset(words[0]) if words else frozenset()
        starts = [item.start for item in proposals]
        hint_starts = [item.start for item in hints]
        found = []
        for index, tokens in enumerate(spans):
            labels = _labels(tokens, proposals, starts)
            rows = self._rows(text, tokens, words[index])
            _add_place(rows, words[index], index, counts, title)
            _add_far(rows, words[index])
            _add_labels(rows, labels)
            for row, hint in zip(rows, _labels(tokens, hints, hint_starts), strict=True):
                if hint != "O":
                    row.append("h=" + hint)
            found.append(Sentence(tokens, rows))
        return found

    def _see(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return the features of a word at the token, and at the offsets -2, -1, 1, 2 from it."""
        own = (*spelled(word, self._clusters), *self._used("u", word))
        low = "0" if word[0].isdigit() else word.lower()
        code = self._clusters.get(word) or self._clusters.get(word.lower())
        kinds = [f"s={shape(word)}", f"w={low}"]
        if code:
            levels = cluster_features("c", code)
            kinds += (*levels[:2], levels[-1])
        near = [tuple(f"{offset}{kind}" for kind in kinds) for offset in ("-2", "-1", "+1", "+2")]
        return (own, *near)

    def _rows(self, text: str, tokens: list[tuple[int, int]], words: list[str]) -> list[list[str]]:
        seen = [_EDGE, _EDGE, *map(self._seen, words), _EDGE, _EDGE]
        rows = []
        for index in range(len(tokens)):
            before2, before, here, behind, behind2 = seen[index : index + 5]
            rows.append([*here[0], *before2[1], *before[2], *behind[3], *behind2[4]])
        self._add_runs(rows, text, tokens, words)
        for index in range(1, len(words)):
            pair = f"{words[index - 1].lower()}_{words[index].lower()}"
            rows[index].append("p=" + pair)
            rows[index - 1].append("q=" + pair)
        return rows

    def _add_runs(
        self, rows: list[list[str]], text: str, tokens: list[tuple[int, int]], words: list[str]
    ) -> None:
        """Tell the tokens of a word with hyphens what the whole word is."""
        first = 0
        while first < len(tokens):
            last = first
            while (
                last + 1 < len(tokens)
                and tokens[last][1] == tokens[last + 1][0]
                and (words[last + 1] in _JOINTS or words[last] in _JOINTS)
            ):
                last += 1
            if last > first:
                run = text[tokens[first][0] : tokens[last][1]].rstrip("-/")
                kinds = self._run(run)
                for index in range(first, last + 1):
                    rows[index] += kinds
                    rows[index].append(
                        "rp=" + ("0" if index == first else "9" if index == last else "5")
                    )
            first = last + 1

    def _run(self, run: str) -> list[str]:
        low = run.lower()
        code = self._clusters.get(run) or self._clusters.get(low)
        found = ["rs=" + shape(run), "rw=" + low, *self._used("ru", run)]
        return found + (cluster_features("rc", code) if code else ["rc=?"])

    def _used(self, name: str, word: str) -> list[str]:
        """Return how other papers use a word."""
        use = self._uses.get(word)
        if use is None:
            return []
        label, share, papers = use.split(",")
        return [f"{name}={label}", f"{name}={label}{share}", f"{name}={label}{share}{papers}"]


_JOINTS = frozenset("-+*^")
_EDGE = (("",), ("-2|",), ("-1|",), ("+1|",), ("+2|",))


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


def _add_labels(rows: list[list[str]], labels: list[str]) -> None:
    for index, label in enumerate(labels):
        row = rows[index]
        row.append("r=" + label)
        if label != "O":
            row.append("rt=" + label.partition("/")[0])
        if index:
            row.append("-1r=" + labels[index - 1].partition("/")[0])
        if index + 1 < len(labels):
            row.append("+1r=" + labels[index + 1].partition("/")[0])


def _add_place(
    rows: list[list[str]],
    words: list[str],
    sentence: int,
    counts: Counter[str],
    title: frozenset[str],
) -> None:
    if sentence == 0:
        colon = words.index(":") if ":" in words else -1
        for index, row in enumerate(rows):
            row.append("title" if index > colon else "named-title")
    elif rows:
        rows[0].append("first")
    _add_brackets(rows, words)
    for index, word in enumerate(words):
        if not word.islower() and word[0].isalpha():
            rows[index].append(f"times={min(counts[word], 4)}")
            if sentence and word in title:
                rows[index].append("in-title")
            if index == 0:
                rows[index].append("first-s=" + shape(word))


def _add_brackets(rows: list[list[str]], words: list[str]) -> None:
    inside = False
    for row, word in zip(rows, words, strict=True):
        if word in "()":
            inside = word == "("
        elif inside:
            row.append("inside")


def _add_far(rows: list[list[str]], words: list[str]) -> None:
    """Add the last cue before each token, and the next head behind it."""
    cue, since = "", 0
    for index, word in enumerate(words):
        if cue and index - since <= _FAR:
            rows[index].append("cue=" + cue)
        found = _cue(word)
        if found:
            cue, since = found, index
    head, at = "", 0
    for index in range(len(words) - 1, -1, -1):
        if head and at - index <= 5:
            rows[index].append("head=" + head)
        low = words[index].lower()
        if low in _HEADS:
            head, at = low, index
        elif words[index] == ".":
            head = ""


@lru_cache(maxsize=1 << 15)
def _cue(word: str) -> str:
    low = word.lower()
    return next((stem for stem in _CUES if low.startswith(stem)), "")
