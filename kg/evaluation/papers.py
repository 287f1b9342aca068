"""Score one predicted record against an annotated one: things, slots, results."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator

from kg.evaluation.items import Item, Verdict
from kg.evaluation.matching import Identity, Names, both_names, match
from kg.evaluation.names import name_key
from kg.evaluation.record import PAIRS, SLOTS, Measured, Record, Thing
from kg.mentions import coarse

#: The slots that are counted by themselves: what a work uses and is for is a matter of taste.
_SOFT = frozenset({"usesMethod", "addressesTask"})

#: What gives the thing that an identity stands for.
ThingOf = Callable[[Identity], Thing | None]
#: The items of a slot: each in words, with the strings to find its sentence by.
_Told = dict[Hashable, tuple[str, tuple[str, ...]]]
#: Results by what is compared.
_Results = dict[Hashable, list[Measured]]


def score_paper(gold: Record, predicted: Record) -> Iterator[Item]:
    """Yield all that is right, missed and extra in a prediction."""
    matched = match(gold, predicted)
    yield from _things(gold, predicted, matched)
    gold_names, predicted_names, thing_of = both_names(gold, predicted, matched)
    for slot in (*SLOTS, *PAIRS, "links"):
        gold_slot = _slot(gold, slot, gold_names, thing_of)
        yield from _slot_items(slot, gold_slot, _slot(predicted, slot, predicted_names, thing_of))
    for level in LEVELS:
        counts = (_values(gold, gold_names, level), _values(predicted, predicted_names, level))
        yield from _result_items(level, *counts)


def _things(gold: Record, predicted: Record, matched: dict[int, int]) -> Iterator[Item]:
    for one, other in matched.items():
        yield from _matched_items(gold.things[other], predicted.things[one])
    found = set(matched.values())
    for place, thing in enumerate(gold.things):
        if place not in found:
            yield from _thing_items(thing, Verdict.MISSED, named=thing.named)
    for place, thing in enumerate(predicted.things):
        if place not in matched:
            yield from _thing_items(thing, Verdict.EXTRA, named=thing.named)


def _matched_items(gold: Thing, predicted: Thing) -> Iterator[Item]:
    """Yield the items of a thing that both sides have."""
    yield from _thing_items(gold, Verdict.RIGHT, named=False)
    if not gold.named:
        return
    verdict = Verdict.RIGHT if predicted.named else Verdict.MISSED
    yield from _named_items(gold, verdict)
    same = name_key(predicted.name) == name_key(gold.name)
    names = f"{gold.name} read as {predicted.name}"
    yield _share("canonical", names, gold, is_right=same)
    if coarse(gold.type) == "model":
        yield _share("canonical:model", names, gold, is_right=same)
    types = f"{gold.name}: {gold.type} read as {predicted.type}"
    yield _share("type_accuracy", types, gold, is_right=predicted.type == gold.type)


def _share(figure: str, what: str, gold: Thing, *, is_right: bool) -> Item:
    verdict = Verdict.RIGHT if is_right else Verdict.MISSED
    return Item(figure, verdict, what, _spellings(gold))


def _thing_items(thing: Thing, verdict: Verdict, *, named: bool) -> Iterator[Item]:
    yield Item("terms", verdict, _label(thing), _spellings(thing))
    if named:
        yield from _named_items(thing, verdict)


def _named_items(thing: Thing, verdict: Verdict) -> Iterator[Item]:
    for figure in ("entities", f"entities:{coarse(thing.type)}"):
        yield Item(figure, verdict, _label(thing), _spellings(thing))


def _label(thing: Thing) -> str:
    return f"{thing.name} ({thing.type})"


def _spellings(thing: Thing) -> tuple[str, ...]:
    return (*thing.surface, thing.name)


def _slot(record: Record, slot: str, names: Names, thing_of: ThingOf) -> _Told:
    if slot == "links":
        return {link: (link, (link,)) for link in record.links}
    rows: Iterable[tuple[str, ...]] = record.pairs.get(slot, ())
    if slot in SLOTS:
        rows = ((name,) for name in record.slots.get(slot, ()))
    found = {tuple(names(name, slot) for name in row): row for row in rows}
    return {ends: _told_ends(ends, row, thing_of) for ends, row in found.items()}


def _told_ends(
    ends: Iterable[Identity], row: tuple[str, ...], thing_of: ThingOf
) -> tuple[str, tuple[str, ...]]:
    things = filter(None, map(thing_of, ends))
    return " from ".join(row), tuple(text for thing in things for text in _spellings(thing))


def _slot_items(slot: str, gold: _Told, predicted: _Told) -> Iterator[Item]:
    total = "relations:soft" if slot in _SOFT else "relations"
    for verdict, keys, told in (
        (Verdict.RIGHT, gold.keys() & predicted.keys(), gold),
        (Verdict.MISSED, gold.keys() - predicted.keys(), gold),
        (Verdict.EXTRA, predicted.keys() - gold.keys(), predicted),
    ):
        for what, spellings in sorted(told[key] for key in keys):
            yield Item(f"slot:{slot}", verdict, what, spellings)
            yield Item(total, verdict, f"{slot}: {what}", spellings)


#: The figures of results, each asking for more to be right than the one before.
LEVELS = ("results:value", "results", "results:full")


def _values(record: Record, names: Names, level: str) -> _Results:
    """Return the results of a record by what this level compares."""
    found: _Results = {}
    for result in record.results:
        found.setdefault(_compared(result, names, level), []).append(result)
    return found


def _compared(result: Measured, names: Names, level: str) -> Hashable:
    def identity(slot: str, name: str) -> Identity | None:
        return names(name, slot) if name else None

    key: tuple[Hashable, ...] = (result.value, result.unit)
    if level != "results:value":
        key += (identity("on", result.on),)
    if level == "results:full":
        subject, metric = identity("subject", result.subject), identity("metric", result.metric)
        key += (subject, metric, result.kind, result.direction)
    return key


def _result_items(figure: str, gold: _Results, predicted: _Results) -> Iterator[Item]:
    of_gold, of_predicted = (_numbers(side) for side in (gold, predicted))
    for verdict, count, side in (
        (Verdict.RIGHT, of_gold & of_predicted, gold),
        (Verdict.MISSED, of_gold - of_predicted, gold),
        (Verdict.EXTRA, of_predicted - of_gold, predicted),
    ):
        for key, number in count.items():
            # Which of several equal ones is wrong cannot be told: the last are named.
            for result in side[key][-number:]:
                yield Item(figure, verdict, told(result), _quoted(result))


def _numbers(results: _Results) -> Counter[Hashable]:
    return Counter({key: len(found) for key, found in results.items()})


def told(result: Measured) -> str:
    """Say a result in words.

    >>> told(Measured((24.2,), "%", "ZorbNet", "MATH", "accuracy", "absolute"))
    'ZorbNet: accuracy on MATH 24.2 %, absolute'
    """
    value = "-".join(f"{number:g}" for number in result.value)
    parts: Collection[str] = (
        f"{result.subject}:" if result.subject else "",
        result.metric,
        f"on {result.on}" if result.on else "",
        f"{value} {result.unit}".strip(),
    )
    said = " ".join(filter(None, parts))
    return ", ".join(filter(None, (said, result.kind, result.direction)))


def _quoted(result: Measured) -> tuple[str, ...]:
    return (result.quote, *(f"{number:g}" for number in result.value))
