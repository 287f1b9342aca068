"""The one place that decides between rules and tagger: which names stay, which come, of what type.

Each name is weighed once a paper, by itself (`kg.mentions.weigh`) and then among the others
(`kg.mentions.among`). What the rules found stays unless it is improbable; what only the tagger or
its form proposes has to be probable. Of names that overlap,
the more probable stays. Thresholds were chosen by cross-validation: see training/README.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.mentions.among import COLUMNS, LEAST, Among, Features
from kg.mentions.candidates import places_of
from kg.mentions.found import Found, Spans, coarse
from kg.mentions.listed import listed_as, name_of
from kg.mentions.models.find import canonical
from kg.mentions.models.told import is_told_model
from kg.mentions.models.unlisted import RECOGNISER as GRAMMAR
from kg.mentions.patterns import RECOGNISER as PATTERN
from kg.mentions.terms.classes import is_finding, is_plain_compound
from kg.mentions.terms.measure_phrases import is_comparison
from kg.mentions.weigh import RECOGNISER, Weighed, Weighing, gather, hints, proposals
from kg.model import MODELS, Name
from kg.recogniser import Recogniser
from kg.recogniser.trees import Trees
from kg.text import Reading

#: The class of what is neither a name nor a term.
NONE = "none"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a name or term stays, comes, and takes another type."""

    keep: float
    #: What only the words around it make a name: a list or a grammar knows better.
    keep_unlisted: float
    keep_term: float
    #: What is new has to be so probable a thing of its own group of types.
    add: float
    add_term: float
    #: What a number measures is named by the words beside it too (`kg.results.nouns.find`).
    add_metric: float
    retype: float = 0.7


#: Of names that are weighed by themselves alone, and of those that are weighed among the others.
ALONE = Thresholds(0.3, 0.55, 0.2, add=0.48, add_term=0.35, add_metric=0.9)
AMONG = Thresholds(0.45, 0.65, 0.35, add=0.5, add_term=0.33, add_metric=0.8)


@dataclass(frozen=True, slots=True)
class _Decided:
    """A name that is taken, at its places, with its probability."""

    name: Name
    finds: Sequence[Found]
    probability: float
    is_new: bool


def combine(
    reading: Reading,
    found: Sequence[Found],
    recogniser: Recogniser,
    thresholds: Thresholds | None = None,
) -> list[Found]:
    """Return the names of a reading, sorted by place: what rules found and tagger say together."""
    decided = []
    trees = recogniser.trees if len(reading.text) >= LEAST else None
    thresholds = thresholds or (AMONG if trees else ALONE)
    items = weighed(reading, found, recogniser)
    judged = _judged(reading, items, recogniser, trees)
    for (item, _), probabilities in zip(items, judged, strict=True):
        if (taken := _decide(item, probabilities, thresholds)) is not None:
            decided.append(_as_told(reading.text, taken))
    return _apart(reading.text, decided)


def _as_told(text: str, item: _Decided) -> _Decided:
    """Return a method as a model where the text tells it to be one of a size."""
    is_open = item.name.type == "Method" and item.name.is_unlisted
    if is_open and any(is_told_model(text, found.end) for found in item.finds):
        return replace(item, name=replace(item.name, type="Model"))
    return item


def weighed(
    reading: Reading, found: Sequence[Found], recogniser: Recogniser
) -> list[tuple[Weighed, dict[str, float]]]:
    """Return all that is proposed for names, with what speaks for and against each."""
    forms = hints(reading)
    tags, second = recogniser.read_twice(reading, proposals(found), forms)
    items = gather(reading, found, tags, forms)
    weighing = Weighing(reading, items, tags, forms, recogniser.uses, second)
    return [(item, weighing.features(item)) for item in items]


def _judged(
    reading: Reading,
    items: Sequence[tuple[Weighed, Features]],
    recogniser: Recogniser,
    trees: Trees | None,
) -> Sequence[Mapping[str, float]]:
    """Return how probable each name is called what: weighed by itself, then among the others.

    Raises ValueError for trees that do not ask for the numbers of `kg.mentions.among`.
    """
    called = [recogniser.weights.probabilities(features) for _, features in items]
    if not trees:
        return called
    if trees.columns != COLUMNS:
        raise ValueError("these trees were fitted to other numbers than names have: fit them anew")
    rows = Among(reading, items, recogniser.uses).rows(called)
    return list(map(_scaled, called, trees.probabilities(rows)))


def _scaled(called: Mapping[str, float], likely: float) -> Mapping[str, float]:
    """Return probabilities of what a name is called so that it is one at all with `likely`."""
    scale = likely / max(1.0 - called[NONE], _TINY)
    scaled = {label: value * scale for label, value in called.items()}
    return {**scaled, NONE: 1.0 - likely}


_TINY = 1e-9


def _decide(
    item: Weighed, probabilities: Mapping[str, float], thresholds: Thresholds
) -> _Decided | None:
    """Return a name as it is taken, or None."""
    probability = 1.0 - probabilities[NONE]
    is_new = item.finds[0].recogniser == RECOGNISER
    if is_new:
        name = _new_name(item, probabilities)
        stays = _of_group(name, probabilities) >= _least_of_new(name, thresholds)
        stays = stays and _may_be_new(name, item.name.label)
    else:
        name = _kept_name(item, probabilities, thresholds)
        stays = probability >= _least_of_kept(item, name, thresholds)
    return _Decided(name, item.finds, probability, is_new) if stays else None


def _least_of_new(name: Name, thresholds: Thresholds) -> float:
    """Return from which probability on a name comes that no rule found."""
    if name.type == "Metric":
        return thresholds.add_metric
    return thresholds.add if name.named else thresholds.add_term


def _least_of_kept(item: Weighed, name: Name, thresholds: Thresholds) -> float:
    """Return from which probability on a name stays that rules found."""
    if _is_sized(item):
        return 0.0
    if not name.named:
        return thresholds.keep_term
    is_listed = item.finds[0].recogniser != PATTERN
    return thresholds.keep if is_listed else thresholds.keep_unlisted


#: What ends so is measured, whatever it is taken for.
_MEASURED = ("accuracy", "recall", "latency", "throughput", "perplexity")


def _is_measured(name: Name) -> bool:
    """Say whether a thing to do, or a way to do it, is called as what is measured."""
    return name.type in ("Task", "Method") and name.label.lower().endswith(_MEASURED)


#: What ends so is no problem to be solved, but what solves one, a way to make that, or what it has.
_NO_TASK = re.compile(
    r"\b(?:agents?|bias(?:es)?|criteri(?:on|a)|detectors?|distillation|dynamics|models?|networks?"
    r"|optimi[sz]ers?|(?:pre-?|post-?|mid-?)training|skills?|splatting|systems?|uncertainty"
    r"|workflows?)$",
    re.IGNORECASE,
)


def _may_be_new(name: Name, written: str) -> bool:
    """Say whether what is written may be a name: no finding, and no half of a bracket."""
    is_whole = all(written.count(left) == written.count(right) for left, right in ("()", "[]"))
    if not is_whole or is_plain_compound(written) or is_finding(written) or _is_measured(name):
        return False
    if name.type == "Task" and not name.named and _NO_TASK.search(name.label):
        return False
    return not (name.type == "Metric" and is_comparison(name.label))


def _is_sized(item: Weighed) -> bool:
    """Say whether the grammar read a size in a name: it knows better than what it is weighed by."""
    return bool(item.name.size) and item.finds[0].recogniser == GRAMMAR


def _kept_name(item: Weighed, probabilities: Mapping[str, float], thresholds: Thresholds) -> Name:
    """Return the name that rules found, of another type where that is much more probable."""
    name = item.name
    best = _best(probabilities)
    total = 1.0 - probabilities[NONE]
    if best[0].isupper() and best != name.type and probabilities[best] > thresholds.retype * total:
        name = Name(best, name.label, aliases=name.aliases)
    return name


def _new_name(item: Weighed, probabilities: Mapping[str, float]) -> Name:
    """Return what a name is called that no rule found."""
    best = _best(probabilities)
    total = 1.0 - probabilities[NONE]
    named = sum(value for label, value in probabilities.items() if label[0].isupper())
    type_name = best[0].upper() + best[1:]
    label = item.name.label
    for entry in listed_as(label, type_name):
        return name_of(entry)
    if type_name in MODELS:
        label = canonical(label) or label
    return Name(type_name, label, named=named > 0.5 * total)


def _of_group(name: Name, probabilities: Mapping[str, float]) -> float:
    """Return how probable a name is one of its group of types, with a proper name or without."""
    group = coarse(name.type)
    return sum(
        value
        for label, value in probabilities.items()
        if label != NONE and coarse(label[0].upper() + label[1:]) == group
    )


def _best(probabilities: Mapping[str, float]) -> str:
    labels = sorted(label for label in probabilities if label != NONE)
    return max(labels, key=probabilities.__getitem__)


def _apart(text: str, decided: Iterable[_Decided]) -> list[Found]:
    """Return places that do not overlap; names of one stretch that the rules wrote out stay."""
    spans = Spans()
    kept: list[Found] = []
    by_rules: set[tuple[int, int]] = set()
    for item in sorted(decided, key=_order):
        for found in _places(text, item):
            place = (found.start, found.end)
            if spans.add(*place) or (place in by_rules and not item.is_new):
                score = round(item.probability, 3)
                kept.append(replace(found, name=item.name, score=score))
                if not item.is_new:
                    by_rules.add(place)
    kept += (found for found in _again(text, kept) if spans.add(found.start, found.end))
    return sorted(kept, key=lambda item: (item.start, item.end, item.name.label))


def _again(text: str, kept: Sequence[Found]) -> Iterator[Found]:
    """Yield where unlisted proper names stand again, with nothing around that tells it."""
    unlisted = {item.name: item.score for item in kept if item.name.is_unlisted}
    for name, score in unlisted.items():
        for start, end in places_of(name.label, text, joins="-"):
            yield Found(start, end, name, RECOGNISER, score)


def _order(item: _Decided) -> tuple[float, str]:
    """Put the more probable first."""
    return (-round(item.probability, 9), item.name.reference)


def _places(text: str, item: _Decided) -> Iterable[Found]:
    """Return the places of a name; a new proper name also where the tagger passed it over."""
    yield from item.finds
    if item.is_new and item.name.named:
        known = {(found.start, found.end) for found in item.finds}
        for start, end in places_of(item.finds[0].name.label, text, joins="-"):
            if (start, end) not in known:
                yield Found(start, end, item.name, RECOGNISER)
