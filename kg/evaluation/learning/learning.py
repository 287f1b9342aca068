"""Learn the weights of relations from examples, and where to decide on held-out ones."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from kg import schema
from kg.evaluation.learning.examples import RELATIONS, Example, Lesson, of_type
from kg.evaluation.learning.folds import FOLDS, fold
from kg.evaluation.learning.regression import Numbers, fit, line
from kg.relations.scoring import TYPES, Scale, Weights, make

#: From this share of the threshold on a relation that does not hold is kept as a candidate.
_CANDIDATE = 0.6
#: Weights nearer to 0 than this, in thousandths, are left out.
_NEGLIGIBLE = 20
#: In so many draws of papers, and such a share of them, another way must beat the rules.
_DRAWS, _CERTAIN = 200, 0.9
_SEED = 20240731
#: How much recall counts beside precision, where less than as much.
_BETA = MappingProxyType({"usesMethod": 0.65, "addressesTask": 0.5, "comparedWith": 0.8})
#: What hangs on everything else is what rules say, in texts too that are unlike the annotated ones;
#: a filter of outperforms gained on the papers that taught it and lost on those kept for choosing.
_BY_RULES = frozenset({"introduces", "outperforms"})
#: How much likelier a relation must be to what the title does not name: blind readers found a
#: quarter of the tasks wrong that only an abstract names, and a tenth of the others.
_UNTITLED = MappingProxyType({"addressesTask": 0.05})
#: And how much likelier to a term than to a proper name: blind readers found a third of the terms
#: wrong that were held to be used from 0.425 on, and a fifth of the names.
_UNNAMED = MappingProxyType({"usesMethod": 0.075})
#: Families of features that a relation is not learned from: that lists know a name says that it is
#: old, and annotated papers are newer than the lists.
_LEFT_OUT = MappingProxyType({"introduces": ("known", "by:")})
_GRID = tuple(step / 40 for step in range(2, 37))


@dataclass(frozen=True, slots=True)
class Judged:
    """An example with the log-odds, in thousandths, of a model that has not seen its paper."""

    example: Example
    odds: int
    holds: bool
    is_ruled: bool
    is_dropped: bool = False


def learn(
    lesson: Lesson,
    without: Collection[int] = (),
    judged: Mapping[str, Sequence[Judged]] | None = None,
) -> Weights:
    """Return the tables that the papers teach, those of some folds left out.

    Thresholds and probabilities are those of examples that were held out, fold by fold; `judged`
    saves working them out (see `held_out`).
    """
    judged = judged or held_out(lesson)
    examples = [item for item in lesson.examples if fold(item.paper) not in without]
    scales = [
        _scale_without(name, judged[name], lesson.unread[name], without) for name in RELATIONS
    ]
    return make(scales, {name: weights(name, examples) for name in RELATIONS})


def _scale_without(
    relation: str, judged: Sequence[Judged], unread: Mapping[str, int], without: Collection[int]
) -> Scale:
    kept = [item for item in judged if fold(item.example.paper) not in without]
    left = {paper: number for paper, number in unread.items() if fold(paper) not in without}
    return scale(relation, kept, left)


def range_of(relation: str) -> frozenset[str]:
    """Return the types of what a paper may have in a relation."""
    return schema.relation(relation).range & TYPES


def weights(relation: str, examples: Sequence[Example]) -> Mapping[str, int]:
    """Return the weights, in thousandths, of the features for one relation."""
    fitting = of_type(examples, range_of(relation))
    left_out = _LEFT_OUT.get(relation, ())
    rows = [
        [feature for feature in item.features if not feature.startswith(left_out)]
        for item in fitting
    ]
    found = fit(rows, [relation in item.holds for item in fitting])
    rounded = {feature: round(1000 * weight) for feature, weight in found.items()}
    return {name: weight for name, weight in rounded.items() if abs(weight) >= _NEGLIGIBLE}


def held_out(lesson: Lesson, relations: Collection[str] = RELATIONS) -> Mapping[str, list[Judged]]:
    """Return what models say, for each relation, of the papers of the fold that each left out."""
    return {name: list(_held_out(name, lesson.examples)) for name in relations}


def _held_out(relation: str, examples: Sequence[Example]) -> Iterator[Judged]:
    fitting = of_type(examples, range_of(relation))
    for number in range(FOLDS):
        table = weights(relation, [item for item in fitting if fold(item.paper) != number])
        for item in fitting:
            if fold(item.paper) == number:
                odds = sum(table.get(feature, 0) for feature in item.features)
                said = (relation in item.ruled, relation in item.dropped)
                yield Judged(item, odds, relation in item.holds, *said)


def scale(relation: str, judged: Sequence[Judged], unread: Mapping[str, int]) -> Scale:
    """Return how a relation is best decided, by what that comes to for held-out examples.

    `unread` counts, by paper, what no example can find. The rules are left as they are, unless
    another way is better in most of many random draws of papers: a better figure alone is often
    luck.
    """
    slope, intercept = _line(judged)
    more = _UNTITLED.get(relation, 0.0), _UNNAMED.get(relation, 0.0)
    plain = Scale(relation, range_of(relation), "rules", 0.0, 1.0, slope, intercept, *more)
    beta = _BETA.get(relation, 1.0)
    rules = _counts(held(plain, judged), judged, unread)
    best, most = ("rules", 0.0), 0.0
    for mode in () if relation in _BY_RULES else ("filter", "model"):
        for limit in _GRID:
            tried = replace(plain, mode=mode, holds=limit)
            counts = _counts(held(tried, judged), judged, unread)
            gain = float(_f(counts.sum(0), beta) - _f(rules.sum(0), beta))
            if gain > most and _is_certain(counts, rules, beta):
                best, most = (mode, limit), gain
    mode, limit = best
    candidate = round(_CANDIDATE * (limit or 0.5), 3)
    return replace(plain, mode=mode, holds=limit, candidate=candidate)


def _line(judged: Sequence[Judged]) -> tuple[float, float]:
    """Return slope and intercept for what is shown: the names that are likely, or ruled."""
    shown = [item for item in judged if item.is_ruled or item.odds > -2000]
    slope, intercept = line([item.odds / 1000 for item in shown], [item.holds for item in shown])
    return round(slope, 3), round(intercept, 3)


def held(scale: Scale, judged: Sequence[Judged]) -> list[Judged]:
    """Return what a scale holds."""
    return [
        item
        for item in judged
        if (item.is_ruled or (scale.mode == "model" and not item.is_dropped))
        and (scale.mode == "rules" or _is_likely(scale, item))
    ]


def _is_likely(scale: Scale, judged: Judged) -> bool:
    return scale.probability(judged.odds) >= scale.threshold(judged.example.features)


def _counts(held: Sequence[Judged], judged: Sequence[Judged], unread: Mapping[str, int]) -> Numbers:
    """Count by paper what is held rightly, what is held, and what there is."""
    papers = sorted({item.example.paper for item in judged} | unread.keys())
    place = {paper: index for index, paper in enumerate(papers)}
    counts = np.zeros((len(papers), 3))
    for item in held:
        counts[place[item.example.paper], :2] += (item.holds, 1)
    for item in judged:
        counts[place[item.example.paper], 2] += item.holds
    for paper, number in unread.items():
        counts[place[paper], 2] += number
    return counts


def _f(counts: Numbers, beta: float) -> Numbers:
    """Return the F measure of counts: right, held and all there is, along the last axis."""
    right, held, total = counts[..., 0], counts[..., 1], counts[..., 2]
    # (1 + b²) P R / (b² P + R), with P = right / held and R = right / total.
    below = beta**2 * total + held
    return np.divide((1 + beta**2) * right, below, out=np.zeros_like(right), where=below > 0)


def _is_certain(counts: Numbers, rules: Numbers, beta: float) -> bool:
    """Say whether one way is better than the rules in most random draws of the papers."""
    random = np.random.default_rng(_SEED)
    papers = len(counts)
    weights = np.stack(
        [np.bincount(random.integers(papers, size=papers), minlength=papers) for _ in range(_DRAWS)]
    )
    gains = _f(weights @ counts, beta) - _f(weights @ rules, beta)
    return float((gains > 0).mean()) >= _CERTAIN
