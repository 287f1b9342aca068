"""Listed names that a text gives to work of its own.

As in "we introduce BBQ, an image model" and "we propose DREAM (Drawn Regions as Maps)".
"""

import re

from kg.lexicon import Entry
from kg.mentions.abbreviations import abbreviates
from kg.mentions.found import coarse
from kg.mentions.heads import phrase_from, type_of_phrase

_INTRODUCES = re.compile(
    r"\b(?:introduc|propos|present|develop|design|releas)(?:es?|s)? (?:the )?$", re.IGNORECASE
)
_APPOSITION = re.compile(r"(?:\s\([^()]{1,80}\))?,\s(?=an?\s)")
#: What the letters stand for: "(Drawn Regions as Maps)".
_EXPANSION = re.compile(r"\s\(([A-Z][\w-]+\s[^()]{6,100})\)")
#: Ends of phrases that benchmarks have too.
_OF_ANY_KIND = re.compile(
    r"\b(?:frameworks?|platform|environment|simulator|toolkit|system|pipeline|protocol|harness"
    r"|methodology|library|engine|infrastructure|recipe|resources?|collection|competition"
    r"|challenge|evaluat\w+|judge)$"
)


def is_coined_anew(text: str, start: int, end: int, entry: Entry) -> bool:
    """Say whether a text introduces something else than an entry by the name in [start, end)."""
    if not _INTRODUCES.search(text, max(0, start - 16), start):
        return False
    if (expansion := _EXPANSION.match(text, end)) and abbreviates(text[start:end], expansion[1]):
        return not _is_known_as(entry, expansion[1])
    apposition = _APPOSITION.match(text, end)
    if apposition is None:
        return False
    phrase = phrase_from(text, apposition.end())
    type_name = type_of_phrase(phrase)
    if not type_name or type_name == entry.type:
        return False
    if _kind(type_name) != _kind(entry.type):
        return _OF_ANY_KIND.search(phrase) is None
    return text[start:end].isupper() and not entry.label.isupper()


def _is_known_as(entry: Entry, words: str) -> bool:
    """Say whether an entry has some words, or most of them, among its names.

    Where it has no longer name to compare them to, their head must not be of another type.
    """
    spelled_out = [name for name in (entry.label, *entry.aliases) if " " in name]
    if spelled_out:
        return any(_is_much_the_same(name, words) for name in spelled_out)
    type_name = type_of_phrase(phrase_from(words, 0))
    return not type_name or _kind(type_name) == _kind(entry.type)


def _is_much_the_same(one: str, other: str) -> bool:
    """Say whether two names share half the words of the shorter one."""
    words, others = ({*re.split(r"[\s-]", name.lower())} for name in (one, other))
    return 2 * len(words & others) >= min(len(words), len(others))


def _kind(type_name: str) -> str:
    """Return the group of a type; texts call a model a method."""
    group = coarse(type_name)
    return "model" if group == "method" else group
