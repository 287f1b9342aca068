"""Questions near to one that cannot be read, with its names filled in: they can be pasted."""

import re
from collections.abc import Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from kg.query.forms import FORMS, Form
from kg.query.names import candidates
from kg.query.vocabulary import CLASSES, FILLERS
from kg.query.words import words_of

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: How many questions are offered.
OFFERED = 3
#: No name in a question is looked for in more words than these, and in no longer questions.
LONGEST_NAME = 8
LONGEST_QUESTION = 24
#: What can be asked of things of two types that are not set against one another.
_OF_UNLIKE = ("connection", "papers_combining")
_SLOT = re.compile(r"\{(\w+)\}")
#: Words of the questions that are offered before others as near, so for a name alone.
_USUAL = frozenset(("papers", "use", "evaluated", "results"))
#: Words that no name begins or ends with.
_EDGES = FILLERS | {
    phrase
    for name in ("ON", "BY", "OF", "AND", "BETWEEN", "FROM", "VERSUS", "HOW", "THING", "WHO")
    for phrase in CLASSES[name]
}
#: Words of questions, which are no names on their own.
_ASKING = FILLERS | {phrase for phrases in CLASSES.values() for phrase in phrases}


def named_in(store: "Store", question: str) -> list["Entity"]:
    """Return the things that a question names, in its order: of each the longest name known."""
    words = words_of(question)[:LONGEST_QUESTION]
    found: list[Entity] = []
    at = 0
    while at < len(words):
        length, thing = _named_at(store, words, at)
        found += [thing] if thing and thing not in found else []
        at += length
    return found


def _named_at(store: "Store", words: Sequence[str], at: int) -> "tuple[int, Entity | None]":
    for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
        span = words[at : at + length]
        things = candidates(store, " ".join(span)) if _may_be_name(span) else []
        # a word of a question may be the name of a person as well
        if things := [one for one in things if length > 1 or one.type != "Author"]:
            return length, things[0]
    return 1, None


def _may_be_name(span: Sequence[str]) -> bool:
    folded = [word.casefold().strip(",:;?!()") for word in span]
    return _EDGES.isdisjoint((folded[0], folded[-1])) and " ".join(folded) not in _ASKING


def nearest(question: str, things: Sequence["Entity"]) -> list[str]:
    """Return the nearest questions on some things, those on several and on the first before others.

    Of no things, what the nearest forms ask.
    """
    words = _words(question)
    for thing in things:
        words -= _words(thing.label)

    def unlike(form: Form) -> tuple[int, int, int]:
        worded = _words(" ".join((form.asks, *form.reads)))
        return -len(words & worded), -len(_USUAL & worded), len(form.accepts)

    ranked = sorted(FORMS, key=unlike)
    if not things:
        return [form.asks for form in ranked[:OFFERED]]
    filled = [(form, chosen) for form in ranked if (chosen := _chosen(form, things))]
    filled.sort(key=lambda one: (-len(one[1]), things[0] not in one[1].values()))
    offered = (
        form.example.format(**{slot: thing.label for slot, thing in chosen.items()})
        for form, chosen in filled
    )
    return list(dict.fromkeys(offered))[:OFFERED]


def _chosen(form: Form, things: Sequence["Entity"]) -> "dict[str, Entity]":
    """Return which things can stand in the slots of a form's example; none where they cannot."""
    slots = _SLOT.findall(form.example)
    for order in permutations(things, len(slots)) if slots else ():
        chosen = dict(zip(slots, order, strict=True))
        if all(one.type in form.types_of(slot) for slot, one in chosen.items()):
            rivals = {one.type for slot, one in chosen.items() if slot != "other" or not form.other}
            if len(rivals) == 1 or form.intent in _OF_UNLIKE:
                return chosen
    return {}


def clutter(name: str) -> tuple[bool, int]:
    """Return what sorts names that mean nothing: whether one begins as a question does, its length.

    >>> clutter("papers on large") > clutter("large language models")
    True
    """
    first = name.partition(" ")[0].casefold()
    return first in _ASKING and first != name.casefold(), len(name)


def _words(text: str) -> set[str]:
    return {word.strip("?.,!:;") for word in text.casefold().split()} - FILLERS
