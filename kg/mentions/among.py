"""A name among the others of its text: how sure the others are, which stand beside it, which in it.

What weighs a name by itself (`kg.mentions.weigh`) does not know that a surer name of its kind holds
it, or that five others are surer: an annotator names what matters, and that depends on what else
there is. These are the numbers that `kg.recogniser.trees` decide by.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.mentions.found import coarse
from kg.mentions.weigh import Weighed, kind
from kg.recogniser.tagger import TYPES
from kg.text import Reading

#: What weighs a name by itself calls it: a type, in small letters a term; and that it is none.
_CALLED = ("none", *TYPES, *(name.lower() for name in TYPES if not name.startswith("Model")))
#: What the tagger says of it.
_TAGGED = ("most", "mean-p", "wider", *(f"p/{label}" for label in _CALLED[1:]))
_BY = tuple(f"by={name}" for name in ("lexicon", "model-name", "pattern", "tagger"))
#: The share of its uses by other papers that the commonest has, in fifths, and how many papers.
_USES = ("use share", "use papers")
_LOOKS = ("score", "letters", "words", "capitals")
_PLACES = ("first", "last", "places", "tags", "in title", "length")
_BESIDE = ("likely", "of its kind", "of its type", "gap")
_AMONG = (
    *("surer", "surer of its kind", "surer of its group"),
    *("others", "others of its kind", "others of its group", "surest of its group"),
    *("names", "mean", "more likely than not"),
    *("holds it", "holds it everywhere", "held by it"),
)
#: All numbers of a name, in this order.
COLUMNS = (
    *_TAGGED,
    *_BY,
    *_USES,
    *_LOOKS,
    *_PLACES,
    *(f"called {label}" for label in _CALLED),
    *_AMONG,
    *(f"{side}: {name}" for side in ("before", "behind") for name in _BESIDE),
)
#: In characters: what is shorter is no abstract, and has too few names to tell what is usual.
LEAST = 300
#: Numbers have so many digits: what differs in more is the same on every machine.
_DIGITS = 4
#: In characters: who stands farther away is not beside a name.
_FAR = 200

#: What is known of a name by itself, by the name of each feature.
Features = Mapping[str, float]
Numbers = npt.NDArray[np.float64]


class _Neighbour(NamedTuple):
    """A name that stands beside another, by its number, and how many characters lie between."""

    other: int
    gap: int


class Among:
    """The names that are proposed for a text, each with what is known of it by itself."""

    def __init__(
        self,
        reading: Reading,
        items: Sequence[tuple[Weighed, Features]],
        uses: Mapping[str, str],
    ) -> None:
        self._kinds = [kind(item.name) for item, _ in items]
        self._groups = [coarse(item.name.type) for item, _ in items]
        self._alone = [list(_alone(reading, *item, uses)) for item in items]
        self._nested = _nested([item for item, _ in items])
        self._beside = _neighbours([item for item, _ in items])

    def rows(self, called: Sequence[Mapping[str, float]]) -> Numbers:
        """Return the numbers of each name, one for each of COLUMNS.

        `called` says of each name how probable it is called what, weighed by itself.
        """
        if not called:
            return np.zeros((0, len(COLUMNS)))
        table = np.array([[one.get(label, 0.0) for label in _CALLED] for one in called])
        # Those of the first column are none.
        likely = (1.0 - table[:, 0]).round(_DIGITS)
        parts = (np.array(self._alone, np.float64), table, self._among(likely))
        return np.hstack([*parts, self._sides(likely.tolist())]).round(_DIGITS)

    def _among(self, likely: Numbers) -> Numbers:
        """Return how a name stands among all, those of its kind, and those of its group."""
        others = ~np.eye(len(likely), dtype=bool)
        of_kind, of_group = (_same(labels) & others for labels in (self._kinds, self._groups))
        surer = likely[None, :] > likely[:, None]
        columns = [(surer & some).sum(1) for some in (others, of_kind, of_group)]
        columns += [(some * likely).sum(1) for some in (others, of_kind, of_group)]
        columns.append((of_group * likely).max(1))
        whole = (len(likely), likely.mean(), (likely > _HALF).sum())
        columns += [np.full(len(likely), number) for number in whole]
        return np.hstack([np.stack(columns, axis=1), self._within(likely)])

    def _within(self, likely: Numbers) -> Numbers:
        """Return how sure what holds a name is, at some place and at each, and what it holds."""
        rows = []
        for by_place, held in self._nested:
            holding = [_most(likely, holders) for holders in by_place]
            rows.append((max(holding), min(holding), _most(likely, held)))
        return np.array(rows)

    def _sides(self, likely: Sequence[float]) -> Numbers:
        """Return what stands before and behind each name."""
        return np.array(
            [
                list(chain.from_iterable(self._side(index, side, likely) for side in sides))
                for index, sides in enumerate(self._beside)
            ],
            np.float64,
        )

    def _side(
        self, index: int, side: _Neighbour | None, likely: Sequence[float]
    ) -> tuple[float, bool, bool, int]:
        if side is None:
            return 0.0, False, False, _FAR
        own, other = self._kinds[index], self._kinds[side.other]
        return likely[side.other], own == other, own.lower() == other.lower(), side.gap


_HALF = 0.5


def _most(likely: Numbers, indices: Collection[int]) -> float:
    return max((float(likely[index]) for index in indices), default=0.0)


def _same(labels: Sequence[str]) -> npt.NDArray[np.bool_]:
    written = np.array(labels)
    same: npt.NDArray[np.bool_] = written[:, None] == written[None, :]
    return same


def _alone(
    reading: Reading, item: Weighed, features: Features, uses: Mapping[str, str]
) -> Iterator[float]:
    """Yield what does not hang on the other names."""
    yield from (features.get(name, 0.0) for name in (*_TAGGED, *_BY))
    label = item.name.label
    _, share, papers = uses.get(label, ",-1,-1").split(",")
    yield from (float(share), float(papers))
    yield from (max(found.score for found in item.finds), len(label))
    yield from (label.count(" "), sum(letter.isupper() for letter in label))
    starts = sorted({found.start for found in item.finds})
    body = max(1, len(reading.text) - reading.title_end)
    yield from ((start - reading.title_end) / body for start in (starts[0], starts[-1]))
    yield from (len(item.finds), len(item.tags), starts[0] < reading.title_end, len(reading.text))


#: The names that hold each place of a name, and all those that it holds.
_Nested = tuple[list[frozenset[int]], frozenset[int]]


def _nested(items: Sequence[Weighed]) -> list[_Nested]:
    """Return for each name which others hold each of its places, and which it holds."""
    places = [
        {(at.start, at.end) for at in item.finds} | {(at.start, at.end) for at in item.tags}
        for item in items
    ]
    ordered = sorted(
        ((start, end, index) for index, of_one in enumerate(places) for start, end in of_one),
        key=lambda place: (place[0], -place[1], place[2]),
    )
    holders: dict[_Place, set[int]] = {place: set() for place in ordered}
    held: list[set[int]] = [set() for _ in items]
    for number, outer in enumerate(ordered):
        for inner in ordered[number + 1 :]:
            if inner[0] >= outer[1]:
                break
            if inner[1] <= outer[1] and inner[2] != outer[2]:
                holders[inner].add(outer[2])
                held[outer[2]].add(inner[2])
                if inner[:2] == outer[:2]:
                    holders[outer].add(inner[2])
                    held[inner[2]].add(outer[2])
    found: list[_Nested] = []
    for index, item in enumerate(items):
        each = {(at.start, at.end) for at in item.finds}
        found.append(
            ([frozenset(holders[(*place, index)]) for place in each], frozenset(held[index]))
        )
    return found


#: A stretch [start, end), and the number of the name that stands there.
_Place = tuple[int, int, int]


def _neighbours(
    items: Sequence[Weighed],
) -> list[tuple[_Neighbour | None, _Neighbour | None]]:
    """Return for each name what stands before, and behind, the place where that is nearest.

    Before a place is the name that begins last of those that end before it, behind it the one that
    begins first.
    """
    places = sorted(
        {
            (found.start, found.end, index)
            for index, item in enumerate(items)
            for found in item.finds
        }
    )
    found: list[list[_Neighbour | None]] = [[None, None] for _ in items]
    for number, (start, end, index) in enumerate(places):
        before = (
            _Neighbour(other, start - other_end)
            for _, other_end, other in reversed(places[max(0, number - _NEAR) : number])
            if other != index and other_end <= start
        )
        behind = (
            _Neighbour(other, other_start - end)
            for other_start, _, other in places[number + 1 : number + 1 + _NEAR]
            if other != index and other_start >= end
        )
        for side, neighbour in enumerate((next(before, None), next(behind, None))):
            known = found[index][side]
            if neighbour and neighbour.gap < (known.gap if known else _FAR):
                found[index][side] = neighbour
    return [(before, behind) for before, behind in found]


#: So many places on each side are looked at: names that hold each other are few.
_NEAR = 8
