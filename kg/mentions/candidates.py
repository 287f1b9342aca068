"""Candidates: what a text says of names that no list knows, as it is being read."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from kg.mentions.found import Found
from kg.mentions.models.families import fold

# A version that stands apart: OmniGen 2, SAM 2.1; and of a metric how many are looked at: F1@5.
_VERSION_BEHIND = re.compile(
    r"@\d+(?!\w)"
    r"| (?:v?\d(?:\.\d)?|I{2,3}|IV)"
    r"(?=[\s,.;:)]*(?:$|[,;:)]|\.\s|\s(?:is|was|and|on|with|as|for|to)\b))"
)


def _no_votes() -> defaultdict[str, float]:
    return defaultdict(float)


@dataclass(slots=True)
class Candidate:
    """All that a text says of one unlisted name.

    `votes` are weights by type (the empty type takes what says nothing); `own` is true where the
    text gives the name to its own work.
    """

    label: str
    #: Each once, in the order in which they were noted.
    spans: dict[tuple[int, int], None] = field(default_factory=dict)
    votes: defaultdict[str, float] = field(default_factory=_no_votes)
    aliases: list[str] = field(default_factory=list)
    own: bool = False


class Candidates:
    """The candidates of one text by label, beside the names that are `taken` already."""

    def __init__(self, text: str, title_end: int, taken: list[Found]) -> None:
        self.text = text
        self.title_end = title_end
        self.taken = taken
        self.by_label: dict[str, Candidate] = {}
        #: The types of taken names and of candidates that are decided, by label.
        self.types: dict[str, str] = {}
        #: The same by what the versions of a name share.
        self._by_series: defaultdict[str, dict[str, str]] = defaultdict(dict)
        #: What is taken, by label.
        self.names = {item.name.label: item.name for item in taken if item.name.named}
        for item in taken:
            if item.name.named:
                self.decide(item.name.label, item.name.type)
        #: The families that models among the taken names are of.
        self.families = {item.name.family for item in taken if item.name.family}
        #: The spans of candidates with their labels, by where they end.
        self._by_end: list[tuple[int, int, str]] = []
        self._starts = [item.start for item in taken]
        self._ends = [item.end for item in taken]

    def decide(self, label: str, type_name: str) -> None:
        """Note the type of a name that is decided."""
        self.types[label] = type_name
        if series := _series(label):
            self._by_series[series][label] = type_name

    def type_of_series(self, label: str) -> str:
        """Return the one type of other versions of a name: that of Zorb-2 for Zorb.

        Only of names that are decided: what a text says of its own version holds for those before.
        """
        mates = self._by_series.get(_series(label), {})
        types = {mates[other] for other in islice(mates, _MATES) if other != label}
        return types.pop() if len(types) == 1 else ""

    def add(self, start: int, end: int) -> Candidate | None:
        """Note a stretch as a candidate; None where it lies inside a taken name."""
        # Taken names do not overlap, so that one holds the stretch only if the last before does.
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and end <= self._ends[index]:
            return None
        label = self.text[start:end]
        candidate = self.by_label.get(label)
        if candidate is None:
            candidate = self.by_label[label] = Candidate(label)
        self._note(candidate, start, end)
        return candidate

    def join(self, candidate: Candidate, other: Candidate) -> None:
        """Give the places of another spelling to a candidate, and forget the other."""
        for start, end in other.spans:
            self._note(candidate, start, end)
        del self.by_label[other.label]

    def _note(self, candidate: Candidate, start: int, end: int) -> None:
        if (start, end) not in candidate.spans:
            candidate.spans[start, end] = None
            insort(self._by_end, (end, start, candidate.label))

    def _ending_in(self, span: tuple[int, int]) -> list[Candidate]:
        """Return the candidates of which a span ends in a stretch, in the order of that."""
        first = bisect_left(self._by_end, (span[0] + 1, 0, ""))
        last = bisect_left(self._by_end, (span[1] + 1, 0, ""))
        labels = dict.fromkeys(label for _, _, label in self._by_end[first:last])
        return [self.by_label[label] for label in labels if label in self.by_label]

    def taken_near(self, first: int, last: int) -> list[Found]:
        """Return the taken names that touch a stretch."""
        return self.taken[bisect_left(self._ends, first) : bisect_right(self._starts, last)]

    def with_version(self, end: int) -> int:
        """Return the end of a name with the version that stands apart behind it."""
        version = _VERSION_BEHIND.match(self.text, end)
        return version.end() if version else end

    def find_again(self, candidate: Candidate) -> None:
        """Add the places of an own name that have no mark of their own."""
        for start, end in places_of(candidate.label, self.text, joins="-"):
            if not _PART_BEHIND.match(self.text, end):
                self.add(start, end)

    def find_expansions(self, candidate: Candidate) -> None:
        """Add the places of what an own name abbreviates, and forget what is but a part of them."""
        for alias in candidate.aliases:
            # A title writes with capitals what the text may not.
            in_title = places_of(fold(alias), fold(self.text[: self.title_end]))
            for span in (*in_title, *places_of(alias, self.text)):
                if span not in candidate.spans:
                    self.forget_inside(span)
                    self._note(candidate, *span)

    def forget_inside(self, span: tuple[int, int]) -> None:
        """Forget what is but the expansion of a taken name, here and in the title."""
        spans = self._here_and_in_title(span)
        for candidate in self._ending_in(span):
            if all(any(_is_inside(place, at) for at in spans) for place in candidate.spans):
                del self.by_label[candidate.label]

    def _here_and_in_title(self, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return a stretch, and where the title holds the same words."""
        at = self.text.find(self.text[slice(*span)], 0, self.title_end)
        return (span,) if at < 0 else (span, (at, at + span[1] - span[0]))

    def merge_expansion(self, candidate: Candidate, span: tuple[int, int]) -> None:
        """Make one of a name and its expansion, which may have been noted on its own."""
        spans = self._here_and_in_title(span)
        for other in self._ending_in(span):
            if other is candidate:
                continue
            is_same = other.label == self.text[slice(*span)]
            if is_same or all(any(_is_part(place, at) for at in spans) for place in other.spans):
                candidate.own = candidate.own or other.own
                for type_name, weight in other.votes.items():
                    candidate.votes[type_name] += weight
                del self.by_label[other.label]
        self._note(candidate, *span)


def _is_inside(place: tuple[int, int], span: tuple[int, int]) -> bool:
    return span[0] <= place[0] and place[1] <= span[1]


#: So many other versions of a name are asked.
_MATES = 8
_NUMBERED = re.compile(r"(?<=[A-Za-z])[- ]?[vV]?\d+(?:\.\d+)?$")


@lru_cache(maxsize=1 << 14)
def _series(label: str) -> str:
    """Return a name without its version, or '' for what is too short to tell."""
    stem = _NUMBERED.sub("", label)
    return stem if len(stem) > 3 else ""


#: "Fold-2" is another thing than "Fold".
_PART_BEHIND = re.compile(r"-[A-Z\d]")


def places_of(name: str, text: str, joins: str = "") -> Iterator[tuple[int, int]]:
    """Yield [start, end) of a name where it is not cut out of a word.

    `joins` are signs that make one word of the name and what stands before it.

    >>> list(places_of("Fold", "Fold, Folds, UnFold and Fold-2"))
    [(0, 4), (24, 28)]
    """
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before = text[at - 1 : at]
        is_whole = not (_is_of_word(before) or _is_of_word(text[end : end + 1]))
        if is_whole and not (before and before in joins):
            yield at, end
            at = end - 1
        at = text.find(name, at + 1)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_part(place: tuple[int, int], span: tuple[int, int]) -> bool:
    """Say whether a place lies in a span, or holds it and ends with it."""
    if _is_inside(place, span):
        return True
    return place[0] <= span[0] and place[1] == span[1]
