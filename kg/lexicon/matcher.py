"""Finding the names of the lexicon in a text: one pass, leftmost-longest, whole words.

Two automata over the text with its separators folded (`kg.lexicon.spellings`): one that sees the
case, for short names and acronyms, and one that does not. Both fold sign by sign, so that offsets
are those of the text as given.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from kg.lexicon.spellings import FOLDED, any_case, plural, variants, written_out
from kg.lexicon.tables import Entry

#: What may follow a name after a hyphen besides a word in small letters: a title's capitals.
SUFFIX = re.compile(
    r"aided|augmented|aware|based|centric|conditioned|derived|driven|enabled|enhanced|equipped"
    r"|finetuned|free|generated|guided|informed|inspired|integrated|led|level|like|oriented|powered"
    r"|related|specific|style|trained|tuned",
    re.IGNORECASE,
)
#: What may stand before a name and a hyphen without making it another name.
PREFIX = re.compile(r"anti|non|post|pre|via", re.IGNORECASE)

_HYPHENS = "-\u2010\u2011"
_MARKS = re.compile(r"[^\w\s\-\u2010-\u2014\u2212'/’]")
#: A name that ends in a word for things: one can count them.
_MADE_OF_WORDS = re.compile(
    r" (?:transformer|model|network|autoencoder|machine|forest|tree|process|filter|agent|encoder)$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[^\W_]+$")
_NEXT_WORD = re.compile(r"[^\W_]+")


class Match(NamedTuple):
    """A stretch of text that spells a name of `entry`; offsets into the text as given.

    `condition` is ``context`` or ``defined`` where it is for `kg.lexicon.supported` to say whether
    the match counts.
    """

    start: int
    end: int
    entry: Entry
    condition: str = ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A spelling: its entry, condition, and the marks (``.``, ``@``, …) that it holds.

    `capital` is true where the text must hold a capital if it writes the name as several words;
    `hyphens` counts those that it must write: "speed-up" is a measure, "speed up" an act, and
    "inference time" a measure that "inference-time" is not. It is negative where hyphens are free.
    """

    entry: Entry
    condition: str
    marks: str
    capital: bool
    hyphens: int

    def agrees(self, text: str, marks: str) -> bool:
        """Tell whether a stretch of text, with its marks, is this spelling."""
        if self.marks != marks or (self.hyphens >= 0 and self.hyphens != text.count("-")):
            return False
        return not (self.capital and text.islower() and not text.isalpha())


class Matcher:
    """The automata of some entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        exact: dict[str, list[_Pattern]] = {}
        folded: dict[str, list[_Pattern]] = {}
        for entry in entries:
            _add(entry, exact, folded)
        self._exact, self._exact_patterns = _automaton(exact)
        self._folded, self._folded_patterns = _automaton(folded)

    def find(self, text: str) -> Iterator[Match]:
        """Yield the matches in text order; of overlapping ones the leftmost, then the longest."""
        folded, gaps = _fold(text)
        end = 0
        for hit in sorted(self._hits(folded), key=lambda hit: (hit[0], -hit[1])):
            start, stop, patterns = hit
            if start < end or not _whole(folded, start, stop):
                continue
            first = start + bisect_left(gaps, start)
            last = stop + bisect_left(gaps, stop - 1)
            matches = list(_agreeing(text, first, last, patterns))
            if matches and _stands_alone(text, first, last):
                yield from matches
                end = stop

    def _hits(self, folded: str) -> Iterator[tuple[int, int, list[_Pattern]]]:
        """Yield every spelling in the folded text, inside words too."""
        for index, start, stop in self._exact.find_matches_as_indexes(folded, overlapping=True):
            yield start, stop, self._exact_patterns[index]
        lower = folded.lower()
        for index, start, stop in self._folded.find_matches_as_indexes(lower, overlapping=True):
            yield start, stop, self._folded_patterns[index]


def _add(entry: Entry, exact: dict[str, list[_Pattern]], folded: dict[str, list[_Pattern]]) -> None:
    """Put all spellings of an entry where they belong."""
    for name, condition in entry.conditions.items():
        if condition == "never":
            continue
        table, fold = (folded, str.lower) if _case_free(name, condition) else (exact, str)
        kept = "" if condition == "case" else condition
        marks = "".join(_MARKS.findall(name))
        hyphens = name.count("-") if entry.type == "Metric" and not entry.named else -1
        pattern = _Pattern(entry, kept, marks, written_out(name), hyphens)
        for spelling in spellings(entry, name):
            for variant in variants(spelling):
                found = table.setdefault(fold(variant), [])
                if pattern not in found:
                    found.append(pattern)


def spellings(entry: Entry, name: str) -> list[str]:
    """Return a name and its plural: common nouns have one, and acronyms of countable things.

    So has what several words call a method that has a proper name: "diffusion transformers".
    """
    countable = not entry.named or (name.isupper() and entry.type in ("Method", "Hardware"))
    countable |= entry.type == "Method" and bool(_MADE_OF_WORDS.search(name))
    return [name, plural(name)] if countable and plural(name) else [name]


def _case_free(name: str, condition: str) -> bool:
    return condition != "case" and any_case(name)


def _automaton(table: dict[str, list[_Pattern]]) -> tuple[AhoCorasick, list[list[_Pattern]]]:
    return AhoCorasick(list(table), store_patterns=False), list(table.values())


def _fold(text: str) -> tuple[str, list[int]]:
    """Fold separators; where several follow each other, the first stays.

    Also return, for each that went, the offset in the folded text of the one that stayed: as many
    went before a sign as these are less than its offset.

    >>> _fold("MT–Bench"), _fold("a - b")
    (('MT Bench', []), ('a b', [1, 1]))
    """
    folded = text.translate(FOLDED)
    if "  " not in folded:
        return folded, []
    gaps: list[int] = []
    pieces, done = [], 0
    while (at := folded.find("  ", done)) >= 0:
        pieces.append(folded[done : at + 1])
        gap = at - len(gaps)
        done = at + 1
        while folded.startswith(" ", done):
            gaps.append(gap)
            done += 1
    return "".join((*pieces, folded[done:])), gaps


#: "8xH100".
_SO_MANY = re.compile(r"(?<![^\W_])\d{1,3}[x×]$")


def _whole(folded: str, start: int, stop: int) -> bool:
    """Tell whether a stretch is not cut out of a word; how many there are may stand before it."""
    if start and folded[start - 1].isalnum() and folded[start].isalnum():
        return _SO_MANY.search(folded, max(0, start - 6), start) is not None
    return not (stop < len(folded) and folded[stop].isalnum() and folded[stop - 1].isalnum())


def _agreeing(text: str, start: int, end: int, patterns: list[_Pattern]) -> Iterator[Match]:
    """Yield a match for each entry that the stretch spells: the least conditional spelling's."""
    stretch = text[start:end]
    marks = "" if stretch.isalnum() else "".join(_MARKS.findall(stretch))
    agreeing = [pattern for pattern in patterns if pattern.agrees(stretch, marks)]
    if len(agreeing) == 1:
        yield Match(start, end, agreeing[0].entry, agreeing[0].condition)
        return
    best = {
        pattern.entry.id: pattern for pattern in sorted(agreeing, key=_strictness, reverse=True)
    }
    for pattern in best.values():
        yield Match(start, end, pattern.entry, pattern.condition)


def _strictness(pattern: _Pattern) -> str:
    return pattern.condition


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether what touches the stretch does not make it another name.

    Another name: mini-ImageNet, HumanEval+, GPT-3.5, Recall@1, BERT-CRF. The same: BERT-based,
    BERT's, non-BERT, BERT/RoBERTa.
    """
    return _left_free(text, start) and _right_free(text, start, end)


def _left_free(text: str, start: int) -> bool:
    if not start:
        return True
    sign = text[start - 1]
    if sign in "@+":
        return False
    if sign not in _HYPHENS:
        return True
    before = _LAST_WORD.search(text, max(0, start - 20), start - 1)
    return before is None or bool(PREFIX.fullmatch(before.group()))


def _right_free(text: str, start: int, end: int) -> bool:
    rest = text[end : end + 2]
    if not rest:
        return True
    if rest[0] in "+*@":
        return rest[0] != "@" and (rest[1:].isalnum() or (start > 0 and text[start - 1] == "*"))
    if rest[0] == ".":
        return not rest[1:].isdigit()
    if rest[0] not in _HYPHENS:
        return True
    after = _NEXT_WORD.match(text, end + 1)
    return after is None or after.group().islower() or bool(SUFFIX.fullmatch(after.group()))
