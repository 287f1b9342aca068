"""Listed names that a text gives to work of its own: "we introduce BBQ, an image model"."""

import re

from kg.lexicon import Entry
from kg.mentions.found import coarse
from kg.mentions.heads import phrase_from, type_of_phrase

_INTRODUCES = re.compile(
    r"\b(?:introduc|propos|present|develop|design|releas)(?:es?|s)? (?:the )?$", re.IGNORECASE
)
_APPOSITION = re.compile(r"(?:\s\([^()]{1,80}\))?,\s(?=an?\s)")
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


def _kind(type_name: str) -> str:
    """Return the group of a type; texts call a model a method."""
    group = coarse(type_name)
    return "model" if group == "method" else group
