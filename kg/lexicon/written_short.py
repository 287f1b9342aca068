"""Numbered data names in a list written short: ``CIFAR-10/100``, ``AIME (2024-2025)``.

Each name gets a match of the whole stretch. Only where every number gives a name of the lexicon.
"""

import re
from collections.abc import Callable, Iterator

from kg.lexicon.matcher import Match
from kg.lexicon.tables import Entry

#: Finds the entries of a name and a type.
Lookup = Callable[[str, str], tuple[Entry, ...]]

_TYPES = frozenset({"Benchmark", "Dataset"})
_NUMBER = re.compile(r"[\s\-]?\d{1,4}$")
_JOIN = r"\s?(?:/|&|,\s?and\b|,|\band\b|–|-)\s?"
_NUMBERS = re.compile(rf"[\s\-]?(\()?'?\d{{1,4}}(?:{_JOIN}'?\d{{1,4}})+(?(1)\))(?![\w%-]|[.,]\d)")


def written_out(match: Match, text: str, lookup: Lookup) -> Iterator[Match]:
    """Yield the matches that a short list stands for, or the match itself."""
    if match.entry.type not in _TYPES:
        yield match
        return
    stem = text[match.start : match.end]
    stem = _NUMBER.sub("", stem) if stem[-1].isdigit() else stem
    numbers = _NUMBERS.match(text, match.start + len(stem))
    if numbers is None:
        yield match
        return
    names = [f"{stem} {number}" for number in re.findall(r"\d+", numbers.group())]
    entries = [found[0] for name in names if (found := lookup(name, match.entry.type))]
    if len(entries) < len(names):
        yield match
        return
    for entry in entries:
        yield Match(match.start, numbers.end(), entry)
