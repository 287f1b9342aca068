"""Which predicted things of a paper are which annotated ones, and what the names in slots mean."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from kg.evaluation.names import name_key
from kg.evaluation.record import Record, Thing
from kg.mentions import coarse

#: A thing as the slots of both sides name it: the side that has it, and its place or its name.
Identity = tuple[str, int | str]

#: Where two things share a name, the group of types that a slot speaks of.
_PREFERRED: dict[str, tuple[str, ...]] = {
    "evaluatedOnModel": ("model",),
    "evaluatedOn": ("data",),
    "trainedOn": ("data",),
    "derivedFrom": ("data",),
    "usesMethod": ("method",),
    "addressesTask": ("task",),
    "hardware": ("hardware",),
    "metric": ("metric",),
    "on": ("data", "model", "task"),
}


def match(gold: Record, predicted: Record) -> dict[int, int]:
    """Return the places of matched things: that of each prediction, and that of its annotation.

    One to one, of one coarse type: first by name and exact type, then by name, then by a spelling
    that names one thing only.
    """
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for pairs in _pairs_by_level(gold, predicted):
        for one, other in pairs:
            if one not in matched and other not in taken:
                matched[one] = other
                taken.add(other)
    return matched


def _pairs_by_level(gold: Record, predicted: Record) -> tuple[list[tuple[int, int]], ...]:
    """Return the pairs that fit, those that fit best first."""
    levels: tuple[list[tuple[int, int]], ...] = ([], [], [])
    sides = [_compared(record.things) for record in (predicted, gold)]
    for (i, (group, key, type_name, keys)), (j, other) in product(*map(enumerate, sides)):
        if group != other[0]:
            continue
        if key == other[1]:
            levels[0 if type_name == other[2] else 1].append((i, j))
        elif keys & other[3]:
            levels[2].append((i, j))
    return levels


def _compared(things: Sequence[Thing]) -> list[tuple[str, str, str, set[str]]]:
    """Return the group, the key, the type and all keys of each thing."""
    return [
        (coarse(thing.type), name_key(thing.name), thing.type, keys)
        for thing, keys in zip(things, _keys(things), strict=True)
    ]


def _keys(things: Sequence[Thing]) -> list[set[str]]:
    """Return the keys of each thing: its name, and the spellings that no other thing has."""
    spelled = [set(map(name_key, thing.surface)) for thing in things]
    count = Counter(key for keys in spelled for key in keys)
    return [
        ({name_key(thing.name)} | {key for key in keys if count[key] == 1}) - {""}
        for thing, keys in zip(things, spelled, strict=True)
    ]


class Names:
    """Tells what a name in a slot of a record stands for."""

    def __init__(self, record: Record, identity: Callable[[int], Identity]) -> None:
        self._things: dict[str, list[tuple[str, Identity]]] = defaultdict(list)
        for place, thing in enumerate(record.things):
            row = (coarse(thing.type), identity(place))
            self._things[name_key(thing.name)].append(row)

    def __call__(self, name: str, slot: str) -> Identity:
        """Return the identity of a name; one that is no thing of the record is its own."""
        rows = self._things.get(name_key(name), [])
        return next(self._preferred(rows, slot), rows[0][1] if rows else ("?", name_key(name)))

    def _preferred(self, rows: list[tuple[str, Identity]], slot: str) -> Iterator[Identity]:
        for wanted in _PREFERRED.get(slot, ()):
            yield from (identity for group, identity in rows if group == wanted)


def both_names(
    gold: Record, predicted: Record, matched: dict[int, int]
) -> tuple[Names, Names, Callable[[Identity], Thing | None]]:
    """Return what names stand for on both sides, and what gives the thing of an identity.

    A model counts as the same in a slot only with its exact name and type: it is not enough that
    both sides found something at one place of the text.
    """

    def identity(place: int) -> Identity:
        other = matched.get(place)
        if other is None or not is_exact(predicted.things[place], gold.things[other]):
            return "predicted", place
        return "gold", other

    def thing(of: Identity) -> Thing | None:
        sides = {"gold": gold.things, "predicted": predicted.things}
        side, place = of
        return sides[side][place] if isinstance(place, int) else None

    return Names(gold, lambda place: ("gold", place)), Names(predicted, identity), thing


def is_exact(predicted: Thing, gold: Thing) -> bool:
    """Say whether a matched thing may stand for the annotated one in a slot."""
    if coarse(gold.type) != "model":
        return True
    return predicted.type == gold.type and name_key(predicted.name) == name_key(gold.name)
