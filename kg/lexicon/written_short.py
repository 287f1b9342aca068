"""Data names in a list written short: ``CIFAR-10/100``, ``AIME (2024-2025)``, ``ImageNet-A/R``.

Each name gets a match of the whole stretch. Only where every item gives a name of the lexicon.
"""

import re
from collections.abc import Callable, Iterator

from kg.lexicon.matcher import Match
from kg.lexicon.tables import Entry
from kg.model import DATA

#: Finds the entries of a name and a type.
Lookup = Callable[[str, str], tuple[Entry, ...]]

_NUMBER = re.compile(r"[\s\-]?\d{1,4}$")
_JOIN = r"\s?(?:/|&|,\s?and\b|,|\band\b|–|-)\s?"
_NUMBERS = re.compile(rf"[\s\-]?(\()?'?\d{{1,4}}(?:{_JOIN}'?\d{{1,4}})+(?(1)\))(?![\w%-]|[.,]\d)")


def written_out(match: Match, text: str, lookup: Lookup) -> Iterator[Match]:
    """Yield the matches that a short list stands for, or the match itself."""
    if match.entry.type not in DATA:
        yield match
        return
    end, names = _numbered(match, text) or _with_last_parts(match, text, lookup)
    entries = [found[0] for name in names if (found := lookup(name, match.entry.type))]
    if not names or len(entries) < len(names):
        yield match
        return
    for entry in entries:
        yield Match(match.start, end, entry)


def _numbered(match: Match, text: str) -> tuple[int, list[str]] | None:
    """Return where a list of numbers ends, and the name with each of them."""
    stem = text[match.start : match.end]
    stem = _NUMBER.sub("", stem) if stem[-1].isdigit() else stem
    numbers = _NUMBERS.match(text, match.start + len(stem))
    if numbers is None:
        return None
    return numbers.end(), [f"{stem} {number}" for number in re.findall(r"\d+", numbers.group())]


#: The last part of a name: a letter, a version, or a word.
_LAST = re.compile(r"(?<=[\w.'])([\s\-]?)((?<=-)[A-Z]|\d\.\d|(?<=[\s\-])[A-Za-z][\w.-]+)$")
#: What else may stand there: letters only behind a slash.
_NEXT_LETTER = re.compile(r"\s?/\s?-?([A-Z])(?![\w-])")
_NEXT_PART = re.compile(r"(?:\s?/\s?|\s?&\s?|,? and |, )-?(\d\.\d(?![\w%.])|[A-Za-z][\w.-]+\w)")


def _with_last_parts(match: Match, text: str, lookup: Lookup) -> tuple[int, list[str]]:
    """Return where a list of last parts ends, and the name with each of them, if there is one.

    "ImageNet-A/R" goes on with a name of the lexicon, "ImageNet-A and OOD" does not.
    """
    name = text[match.start : match.end]
    last = _LAST.search(name)
    if last is None or last[2] == name:
        return match.end, []
    pattern = _NEXT_LETTER if len(last[2]) == 1 else _NEXT_PART
    end, names = match.end, [name]
    while item := pattern.match(text, end):
        longer = f"{name[: last.start()]}{last[1]}{item[1]}"
        if not lookup(longer, match.entry.type) or lookup(item[1], match.entry.type):
            break
        names.append(longer)
        end = item.end()
    return (end, names) if len(names) > 1 else (match.end, [])
