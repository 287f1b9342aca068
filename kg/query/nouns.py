"""Topics that a common noun stands in: "robots" is no thing, robot learning is one."""

import re
from typing import TYPE_CHECKING

from kg.query.papers import SURE
from kg.query.words import other_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.store import Store

TOPICS = ("Task", "Method")
#: A noun with fewer letters, its plural s left out, is in too many words that mean something else.
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")


def topics_of(store: "Store", name: str, types: "Sequence[str]" = ()) -> list[str]:
    """Return the labels of topics with a word that begins as the noun of a name does.

    The noun is the last word; of the topics, those that most papers mention come first.
    """
    noun = (_WORD.findall(name) or [""])[-1]
    wanted = [one for one in TOPICS if not types or one in types]
    stem = (noun.endswith("s") and other_number(noun)) or noun
    if len(stem) < _SHORTEST or not noun.islower() or not wanted:
        return []
    known = {
        entity
        for label, entity in store.names(wanted)
        if any(word.startswith(stem) for word in _WORD.findall(label.casefold()))
    }
    counts = store.papers_mentioning(wanted, SURE)
    ranked = sorted(known & counts.keys(), key=lambda entity: (-counts[entity], entity))
    return [store.entity(entity).label for entity in ranked]
