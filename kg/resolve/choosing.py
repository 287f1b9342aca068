"""Which thing of one name a paper means that does not introduce the name itself.

In this order: it cannot mean what only a later paper introduces, nor what that spells out in other
words; what it spells out alike it means; of what is left it means the one that is nearest in type
and context. Where none is clearly nearer the name stays open.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from kg.resolve.uses import Use, folded_sense, is_before

#: What a shared listed thing weighs, beside a shared word.
_THING = 3.0
#: What it weighs that a paper takes the name for the same type.
_SAME_TYPE = 2.0
#: The least that a paper must share with the one it means, and how clearly that must be the best.
_ENOUGH = 4.0
_CLEARLY = 1.5
#: Names of at most so many letters want a near context: what is shared, by the size of both.
_SHORT = 5
_NEAR = 0.09
#: A paper with fewer telling words has no context to speak of.
_TELLING = 20
#: How many shared words are told as the reason.
_TOLD = 5

#: What gives the context of a use's paper.
Words = Callable[[Use], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The thing that is meant, or none, how that was found (see `Decision`), and on what."""

    meant: Use | None
    how: str
    because: tuple[str, ...] = ()


def choose(use: Use, things: Sequence[Use], words: Words) -> Choice:
    """Choose what a use means among the things that papers introduce."""
    possible = [
        thing for thing in things if not is_before(use.paper.document, thing.paper.document)
    ]
    if not possible:
        return Choice(None, "open-before", _entities(things))
    alike = [thing for thing in possible if _is_alike(use, thing)]
    spelled = [thing for thing in possible if not (use.senses and thing.senses)]
    left = alike or spelled
    if not left:
        return Choice(None, "open-other-words", _entities(possible))
    if len(left) == 1:
        if not alike and _is_far(use, left[0], words):
            return Choice(None, "open-far", _entities(left))
        return Choice(left[0], _how_one(things, possible, alike), _others(left[0], things))
    return _nearest(use, left, words)


def _is_alike(use: Use, thing: Use) -> bool:
    """Tell whether one spells out the other, or both the same."""
    return bool(
        thing.senses & use.senses
        or folded_sense(thing.name.label) in use.senses
        or folded_sense(use.name.label) in thing.senses
    )


def _is_far(use: Use, thing: Use, words: Words) -> bool:
    """Tell whether two papers that share a short name have nothing else in common.

    A few letters are soon taken twice. Papers that say little of themselves are believed.
    """
    if len(use.name.label) > _SHORT:
        return False
    contexts = words(use), words(thing)
    if min(map(len, contexts)) < _TELLING:
        return False
    return _weight(contexts[0] & contexts[1]) < _NEAR * sqrt(len(contexts[0]) * len(contexts[1]))


def _weight(shared: Iterable[str]) -> float:
    return sum(_THING if "/" in word else 1.0 for word in shared)


def _how_one(things: Sequence[Use], possible: Sequence[Use], alike: Sequence[Use]) -> str:
    """Say why a thing was the only one left."""
    if alike:
        return "expansion"
    if len(things) == 1:
        return "only"
    return "date" if len(possible) == 1 else "other-words"


def _nearest(use: Use, things: Sequence[Use], words: Words) -> Choice:
    """Choose by type and context, or leave it open."""
    own = words(use)
    contexts = [words(thing) for thing in things]
    told_apart = frozenset.union(*contexts) - frozenset.intersection(*contexts)
    scored = []
    for thing, context in zip(things, contexts, strict=True):
        shared = own & context & told_apart
        weight = _weight(shared)
        weight += _SAME_TYPE * (thing.name.type == use.name.type)
        scored.append((weight / sqrt(len(context) or 1), weight, thing, shared))
    best, second = sorted(scored, key=lambda item: (-item[0], item[2].entity))[:2]
    if best[1] >= _ENOUGH and best[0] >= _CLEARLY * second[0]:
        telling = sorted(best[3], key=lambda word: ("/" not in word, -len(word), word))
        return Choice(best[2], "context", (*telling[:_TOLD], *_others(best[2], things)))
    return Choice(None, "open-unclear", _entities(things))


def _entities(things: Iterable[Use]) -> tuple[str, ...]:
    return tuple(sorted(thing.entity for thing in things))


def _others(chosen: Use, things: Iterable[Use]) -> tuple[str, ...]:
    return tuple(entity for entity in _entities(things) if entity != chosen.entity)
