"""Sentences that may report a number, with their names replaced by marks.

"LoRA reaches 61% accuracy on GSM8K." becomes "⟦A⟧ reaches 61% ⟦C⟧ on ⟦D⟧.": what numbers stand in
names (GSM8K, F1, Llama-2-7B) is out of the way. The letter is that of `kg.relations.rule.LETTERS`;
an ``o`` before it says that the paper introduces the thing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from kg.frozen import fast
from kg.mentions import Found
from kg.relations.rule import LETTERS
from kg.results.numbers.words import holds_number_word
from kg.text import Reading

_DIGIT = re.compile(r"\d")
#: Between a name and its abbreviation.
_OPENS = re.compile(r"\s*\(\s*")


class Mark(NamedTuple):
    """A stretch [start, end) of a marked sentence that stands for one or more names.

    `behind` is where the reading goes on behind them, and behind a bracket that closes with them.
    """

    start: int
    end: int
    letter: str
    own: bool
    names: tuple[Found, ...]
    behind: int

    @property
    def references(self) -> tuple[str, ...]:
        """The local references of its names, each once."""
        return tuple(dict.fromkeys(found.name.reference for found in self.names))


@fast
@dataclass(frozen=True, slots=True)
class Sentence:
    """A marked sentence; `start` and `end` are its offsets in the reading.

    `place` is that of `kg.relations.frames`: ``title``, ``own`` or ``background``. `carried` is
    the reference of the one data set that the last sentence with data names, if that is one of the
    two before it and names just one.
    """

    text: str
    marks: tuple[Mark, ...]
    start: int
    end: int
    place: str
    carried: str = ""

    def original(self, offset: int) -> int:
        """Return where an offset of the marked text, outside all marks, lies in the reading."""
        index = bisect_right([mark.end for mark in self.marks], offset)
        if not index:
            return self.start + offset
        mark = self.marks[index - 1]
        return mark.behind + offset - mark.end


def sentences(
    reading: Reading, found: Iterable[Found], own: Set[str], places: Mapping[int, str]
) -> Iterator[Sentence]:
    """Yield the sentences of a reading that may report a number.

    `own` holds the references of what the paper introduces, `places` the place of the sentence
    that begins at an offset.
    """
    found = list(found)
    has_words = holds_number_word(reading.text)
    if not (has_words or _DIGIT.search(reading.text)):
        return
    position = 0
    carried, left = "", 0
    digit = -1
    for start, end in reading.sentences:
        if digit < start:
            digit = _next_digit(reading.text, start)
        first = position
        while position < len(found) and found[position].start < end:
            position += 1
        near = found[first:position]
        if digit < end or (has_words and holds_number_word(reading.text[start:end])):
            inside = [x for x in near if _counts(reading.text, x, start, end)]
            names = _Names(inside, own, places.get(start, "own"), carried)
            yield _marked(reading.text, start, end, names)
        data = {
            x.name.reference
            for x in near
            if x.name.type == "Benchmark" and _counts(reading.text, x, start, end)
        }
        left = _CARRIED if data else left - 1
        if data or not left:
            carried = data.pop() if len(data) == 1 else ""


def _next_digit(text: str, start: int) -> int:
    """Return where the first digit stands from an offset on; the length of the text for none."""
    found = _DIGIT.search(text, start)
    return found.start() if found else len(text)


#: How many sentences may go on from one that names data.
_CARRIED = 2
#: Metrics that texts use as units: "25 FPS".
_UNITS = frozenset({"FPS", "tokens per second", "FLOPs"})
_NUMBER = re.compile(r"\d[\s~-]?$")


def _counts(text: str, found: Found, start: int, end: int) -> bool:
    """Say whether a name is marked: a common-noun method rather acts in its sentence."""
    marked = found.name.named or found.name.type in ("Metric", "Task")
    if found.name.label in _UNITS and _NUMBER.search(text, max(0, found.start - 2), found.start):
        return False
    return marked and found.start >= start and found.end <= end


@fast
@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one sentence, which of them are own, and what else it has to know."""

    inside: list[Found]
    own: Set[str]
    place: str
    carried: str


def _marked(text: str, start: int, end: int, names: _Names) -> Sentence:
    pieces: list[str] = []
    marks: list[Mark] = []
    done, length = start, 0
    for group in _stretches(text, names.inside):
        pieces.append(text[done : group[0].start])
        length += len(pieces[-1])
        letter = LETTERS.get(group[0].name.type, "N")
        own = any(item.name.reference in names.own for item in group)
        done = max(item.end for item in group) + _closes(text, group)
        pieces.append(f"⟦{'o' if own else ''}{letter}⟧")
        marks.append(Mark(length, length + len(pieces[-1]), letter, own, tuple(group), done))
        length += len(pieces[-1])
    pieces.append(text[done:end])
    text = "".join(pieces)
    return Sentence(text, tuple(marks), start, end, names.place, names.carried)


def _stretches(text: str, found: list[Found]) -> list[list[Found]]:
    """Take together the names of one stretch, and a name with its abbreviation in brackets."""
    groups: list[list[Found]] = []
    for item in found:
        if groups and _is_same_thing(text, groups[-1][-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _is_same_thing(text: str, one: Found, other: Found) -> bool:
    if one.start == other.start:
        return True
    if one.name.reference != other.name.reference or text[other.end : other.end + 1] != ")":
        return False
    return _OPENS.fullmatch(text, one.end, other.start) is not None


def _closes(text: str, group: list[Found]) -> bool:
    """Say whether the bracket behind a group belongs to its abbreviation."""
    return len(group) > 1 and group[-1].start > group[0].end and text[group[-1].end] == ")"
