"""Whether a paper names a thing, which others may name, or speaks of it in common nouns."""

import re
from collections.abc import Iterable

from kg.lexicon.eponyms import bears_name
from kg.model import Entity

_SHORT_FORM = re.compile(r"[A-Z][A-Za-z0-9-]*[A-Z]")
_ACRONYM = re.compile(r"(?:[A-Z]+-)?[A-Za-z]*[A-Z]{2}[A-Za-z0-9]*")
#: What common nouns are without: "frames per second" is FPS, and no name.
_IS_NO_COMMON_NOUN = re.compile(r"[A-Z\d@]")
#: Capitals within a word; and what is a name even when it is written in small letters.
_NAMES = re.compile(r"[A-Z][a-z]*[A-Z]|(?i:-of-|-as-)")
_IN_CAPITALS = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+){2,}")


def is_named_in(entity: Entity, spellings: Iterable[str]) -> bool:
    """Say whether a paper that spells a thing so names it, or speaks of it in common nouns only.

    "RL" and "VQA" are names; "reinforcement learning" and "visual question answering" are none,
    though the two are one thing. What is spelled out in three capitals is as good as its letters:
    "Monte Carlo Tree Search". So is what bears a person's name.
    """
    spellings = list(spellings)
    if entity.type in ("Metric", "Task") and not any(map(_IS_NO_COMMON_NOUN.search, spellings)):
        return False
    if entity.type == "Method" and any(map(bears_name, spellings)):
        return True
    if not entity.named:
        return any(map(_ACRONYM.fullmatch, spellings))
    if entity.type != "Method" or not _SHORT_FORM.fullmatch(entity.label):
        return True
    if entity.label in spellings:
        return True
    return any(map(_NAMES.search, spellings)) or all(map(_IN_CAPITALS.fullmatch, spellings))
