"""The trained tables: what each feature weighs for each relation, and where the decision lies.

``weights.tsv`` has a line for each relation and feature: thousandths of a log-odds, so that sums
are exact whatever their order. ``relations.tsv`` has a line for each relation: how it is decided
(see `MODES`), from which probability on a relation is held, from which it is kept as a candidate,
slope and intercept that turn log-odds into a probability that holds on papers that were not
learned from, and how much likelier it must be to what the title does not name, and to a term.
``training.relations`` writes both.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import intern

from kg.relations.scoring.features import TYPES

#: How a relation is decided: ``rules`` hold what they hold, and the probability is told beside;
#: ``filter`` holds of that what is likely enough; ``model`` adds what no rule holds.
MODES = ("rules", "filter", "model")

#: The features of a name that the title has.
IN_TITLE = frozenset({"in-title", "title-only"})
#: What a name that is a proper one has of these.
IS_NAME = frozenset(f"is-name:{name}" for name in sorted(TYPES))

#: So many parts of a log-odds are one in a table.
UNIT = 1000
#: Beyond these log-odds all is certain.
_FAR = 30.0

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Scale:
    """What decides on one relation, and what makes a probability of log-odds."""

    relation: str
    types: frozenset[str]
    mode: str
    holds: float
    candidate: float
    slope: float
    intercept: float
    untitled: float = 0.0
    unnamed: float = 0.0

    def threshold(self, features: Set[str]) -> float:
        """Return the probability from which on the relation is held to a name with features."""
        least = self.holds if IN_TITLE & features else self.holds + self.untitled
        return least if IS_NAME & features else least + self.unnamed

    def probability(self, odds: int) -> float:
        """Return the probability that log-odds in thousandths stand for."""
        raised = self.slope * odds / UNIT + self.intercept
        if raised > _FAR:
            return 1.0
        return round(1 / (1 + math.exp(-raised)), 3) if raised > -_FAR else 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """All tables: the scales by relation, those of each type, and the weights by relation.

    `known` are the features that have a weight, by relation; `least` are the log-odds from which
    on a relation is likely enough for a candidate. `lanes` has the weights of a feature for all
    relations in one number, `_LANE` bits for each relation: a sum of such numbers and `_halves`
    holds the sums for all relations, and takes half the time of as many sums. `_weighing` are its
    features.
    """

    scales: Mapping[str, Scale]
    weights: Mapping[str, Mapping[str, int]]
    of_type: Mapping[str, tuple[Scale, ...]]
    known: Mapping[str, frozenset[str]]
    least: Mapping[str, int]
    lanes: Mapping[str, int]
    _places: Mapping[str, int]
    _halves: int
    _weighing: frozenset[str]

    def odds(self, relation: str, features: Set[str]) -> int:
        """Return the log-odds of a relation in thousandths."""
        weighing = features & self.known[relation]
        return sum(map(self.weights[relation].__getitem__, weighing))

    def all_odds(self, features: Set[str]) -> int:
        """Return the log-odds of all relations in one number, for `odds_in`."""
        return sum(map(self.lanes.__getitem__, features & self._weighing), self._halves)

    def odds_in(self, all_odds: int, relation: str) -> int:
        """Return the log-odds of a relation in thousandths, of a number that holds all."""
        return (all_odds >> self._places[relation] & _MASK) - _HALF


#: Bits for the sum of a relation's weights, far more than `_MOST` needs; it may be negative: half
#: of all numbers are.
_LANE = 32
_MASK = (1 << _LANE) - 1
_HALF = 1 << _LANE - 1


def make(scales: Iterable[Scale], weights: Mapping[str, Mapping[str, int]]) -> Weights:
    """Return tables, ready to be used."""
    by_name = {scale.relation: scale for scale in scales}
    types = sorted({name for scale in by_name.values() for name in scale.types})
    of_type = {
        name: tuple(scale for scale in by_name.values() if name in scale.types) for name in types
    }
    known = {name: frozenset(table) for name, table in weights.items()}
    least = {name: _least(scale) for name, scale in by_name.items()}
    places = {name: _LANE * number for number, name in enumerate(weights)}
    lanes: dict[str, int] = {}
    for name, table in weights.items():
        for feature, weight in table.items():
            lanes[feature] = lanes.get(feature, 0) + (weight << places[name])
    halves = sum(_HALF << place for place in places.values())
    return Weights(by_name, weights, of_type, known, least, lanes, places, halves, frozenset(lanes))


#: Log-odds in thousandths are between this and its negative.
_MOST = 1_000_000


def _least(scale: Scale) -> int:
    """Return the least log-odds in thousandths with which a relation is kept as a candidate."""
    if scale.slope <= 0:
        return -_MOST  # then more is not more probable, and each has to be asked
    odds = range(-_MOST, _MOST)
    return odds[0] + bisect_left(odds, scale.candidate, key=scale.probability)


@cache
def load() -> Weights:
    """Return the tables of this package."""
    return read(_FOLDER)


def read(folder: Path) -> Weights:
    """Return the tables of a folder."""
    weights: dict[str, dict[str, int]] = {}
    for relation, feature, weight in _rows(folder / "weights.tsv"):
        # What is the very same string is found sooner.
        weights.setdefault(relation, {})[intern(feature)] = int(weight)
    return make((_scale(*row) for row in _rows(folder / "relations.tsv")), weights)


def _rows(path: Path) -> Iterable[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])


def _scale(relation: str, types: str, mode: str, *numbers: str) -> Scale:
    return Scale(relation, frozenset(types.split()), mode, *map(float, numbers))


def write(folder: Path, tables: Weights) -> None:
    """Write tables to a folder, sorted, each weight on a line."""
    scales = ["relation\ttypes\tmode\tholds\tcandidate\tslope\tintercept\tuntitled\tunnamed"]
    for scale in tables.scales.values():
        fitted = (scale.holds, scale.candidate, scale.slope, scale.intercept)
        numbers = (*fitted, scale.untitled, scale.unnamed)
        cells = (scale.relation, " ".join(sorted(scale.types)), scale.mode, *map(str, numbers))
        scales.append("\t".join(cells))
    weights = ["relation\tfeature\tweight"]
    for relation in tables.scales:
        rows = sorted(tables.weights[relation].items())
        weights += (f"{relation}\t{feature}\t{weight}" for feature, weight in rows)
    for name, lines in (("relations.tsv", scales), ("weights.tsv", weights)):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
