"""How the rules take each name in many papers: evidence for papers that say little of it.

A name is taken for Method in 40 of the 50 papers that have it; a paper that but mentions it may
lean on the others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.mentions import RECOGNISERS, find_mentions
from kg.mentions.shapes import marked_words
from kg.mentions.weigh import kind
from kg.text import read

#: What finds by rules alone.
RULES = tuple(name for name in RECOGNISERS if name != "tagger")
#: Of one spelling: papers by the kind of name that it is there; "" where it is none.
Uses = dict[str, Counter[str]]


def collect(texts: Iterable[tuple[str, str]]) -> Uses:
    """Count, for each spelling, the papers in which the rules take it for each kind of name."""
    uses: Uses = defaultdict(Counter)
    for title, abstract in texts:
        for spelling, label in _read(title, abstract).items():
            uses[spelling][label] += 1
    return uses


def _read(title: str, abstract: str) -> dict[str, str]:
    """Return the kind of each name and of each word that looks like one, in one paper."""
    reading = read(title, abstract)
    found = {reading.text[start:end]: "" for start, end in marked_words(reading.text)}
    for item in find_mentions(reading, recognisers=RULES):
        found[reading.text[item.start : item.end]] = kind(item.name)
    return found


def summed_up(uses: Mapping[str, Counter[str]], papers: int = 2) -> dict[str, str]:
    """Return for each spelling of so many papers: kind, share of it and papers, in few steps.

    >>> summed_up({"Zorb": Counter({"Method": 3, "": 1})})
    {'Zorb': 'Method,3,2'}
    """
    table = {}
    for spelling, counts in uses.items():
        total = sum(counts.values())
        if total >= papers:
            label, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
            share = int(4 * most / total)
            table[spelling] = f"{label},{share},{min(total.bit_length() - 1, 5)}"
    return table
