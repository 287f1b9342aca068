"""The results that the attached quantities of a text make."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.results.attachment.attached import Attached
from kg.results.attachment.sentences import Sentence
from kg.results.slots.candidates import Slot
from kg.results.slots.case import Case
from kg.results.slots.certainty import certainty
from kg.results.slots.conditions import setting_of, split_near, split_of
from kg.results.slots.metric import (
    SPEEDUP,
    direction,
    is_one,
    may_have,
    metric_direction,
    of_unit,
)
from kg.results.slots.metric import by_rules as metric_by_rules
from kg.results.slots.places import with_places
from kg.results.slots.reported import Kind, Reported
from kg.results.slots.scores import Chooser
from kg.results.slots.starts import who_had
from kg.results.slots.subject import Owner, by_rules, is_left_open, role_of
from kg.results.wordings.costs import is_of_cost
from kg.results.wordings.measured import Measured
from kg.results.wordings.wording import Turn


def decide(case: Case) -> Iterator[Reported]:
    """Yield the results that one quantity makes: one a value, data set and baseline."""
    for chooser, reported, places in placed_results(case):
        sure = certainty(case, chooser, reported, places)
        yield replace(reported, confidence=sure)


def placed_results(case: Case) -> Iterator[tuple[Chooser, Reported, int]]:
    """Yield each result with what chose between names, and how many places its value has."""
    if not is_result(case):
        return
    chooser = Chooser(case)
    for reported in _with_values(_stem(case, chooser), case):
        placed = [_of_its_split(one) for one in with_places(case, reported, chooser)]
        for one in placed:
            yield chooser, one, len(placed)


def _of_its_split(reported: Reported) -> Reported:
    """Return a result without data that is called by another split than its own.

    "2.4% on LibriSpeech test-clean and 5.1% on test-other": the second is not of test-clean.
    """
    named = split_of(reported.data.lower())
    is_apart = named and reported.split and named != reported.split
    return replace(reported, data="") if is_apart else reported


def is_result(case: Case) -> bool:
    """Say whether a quantity is a result: one of the own work, and no count."""
    if case.sentence.place != "own" and not _is_sure_elsewhere(case.sentence, case.attached):
        return False
    return not _is_count(case.attached)


def _is_count(attached: Attached) -> bool:
    """Say whether a number counts what nothing measures: "as pools grow from 5 to 100"."""
    measured = attached.measured
    if measured.wording.name != "number-from-to" or attached.references("metric"):
        return False
    return measured.quantity.is_whole and not attached.references("data")


def _is_sure_elsewhere(sentence: Sentence, attached: Attached) -> bool:
    """Say whether a number outside the own part of a text is a result: a named thing has it."""
    if sentence.place == "title":
        return attached.measured.kind != "absolute" or bool(attached.references("metric"))
    named = attached.references("agent") or attached.references("model")
    return bool(named) and bool(attached.references("data"))


def _stem(case: Case, chooser: Chooser) -> Reported:
    """Return what all results of a quantity share."""
    text, measured, quantity = case.text, case.attached.measured, case.quantity
    wording = measured.wording
    metric = of_unit(quantity.unit, case.paper) or _metric(case, chooser)
    kind = kind_of(case, metric)
    changed = kind != "absolute"
    found, role = _subject(case, chooser)
    method, model = _as_slots(found)
    below = quantity.sign == "-" and text.endswith(("=", "= "), 0, quantity.start)
    return Reported(
        tuple(-value for value in quantity.values) if below else quantity.values,
        quantity.start,
        quantity.end,
        wording.name,
        method=method,
        model=model,
        metric=metric,
        unit=quantity.unit
        or _unit_behind(text, case.attached)
        or _unit_of_gain(kind, metric, quantity.values[0]),
        kind=kind,
        direction=direction(_turn(text, measured, metric, kind), metric) if changed else "",
        split=split_near(text, quantity.end),
        setting=setting_of(text, quantity.start, quantity.end),
        role=role,
    )


def _metric(case: Case, chooser: Chooser) -> str:
    """Return what a number measures: none of several that it shares, nor what its unit denies."""
    chosen = metric_by_rules(case)
    if not is_one(case):
        return chosen
    found = _best(chooser, "metric", chosen)
    return found if found in ("", chosen) or may_have(case, found) else chosen


def _subject(case: Case, chooser: Chooser) -> tuple[str, Owner]:
    """Return whose value a number is, and what that is to the paper."""
    chosen, role, is_plain = by_rules(case)
    if is_plain:
        return chosen, role
    found = _best(chooser, "subject", chosen)
    weighed = role_of(case, found, chosen, role)
    if is_left_open(case, found, chosen) or chooser.is_unlikely("subject", (found,)):
        return "", role if case.attached.measured.against else weighed
    return found, weighed


def _best(chooser: Chooser, slot: Slot, chosen: str) -> str:
    """Return the one reference that fills a slot best, where the rules chose another or none."""
    return next(iter(chooser.best(slot, (chosen,) if chosen else ())), "")


def kind_of(case: Case, metric: str) -> Kind:
    """Return whether a number is a value, a change or a ratio, as wording and metric have it."""
    wording, unit = case.attached.measured.wording, case.quantity.unit
    kind = wording.kind if wording.kind != "none" else "absolute"
    if (metric == SPEEDUP and unit == "%") or (kind == "ratio" and unit == "points"):
        return "delta"
    if metric.endswith(_OF_VOTES) and (wording.name == "above" or _is_of_most(case)):
        return "absolute"
    if kind != "absolute" or not _is_share_of_cost(case, metric):
        return kind
    if _is_added(case):
        return "delta"
    return "ratio" if _is_part(case) else kind


def _is_share_of_cost(case: Case, metric: str) -> bool:
    """Say whether a number is a share, and what it measures a cost."""
    quantity = case.quantity
    is_share = quantity.unit == "%" and quantity.shape in ("one", "range")
    return is_share and quantity.values[0] < _WHOLE and is_of_cost(metric, "")


def _is_added(case: Case) -> bool:
    """Say whether a share is how much something costs more: "adds 0.1% extra parameters"."""
    quantity = case.quantity
    adds = _ADDS.search(case.text, max(0, quantity.lead - 30), quantity.start)
    return bool(adds or _OVERHEAD.match(case.text, quantity.end))


def _is_part(case: Case) -> bool:
    """Say whether a share is one of what something else costs: "at 28% of the latency"."""
    quantity = case.quantity
    tells = _ONLY.search(case.text, max(0, quantity.lead - 30), quantity.start)
    return bool(tells or _OF.match(case.text, quantity.end))


_WHOLE = 100
#: Before a share that is all that is needed: "requires only 18%".
_ONLY = re.compile(
    r"\b(?:only|just|merely|us(?:es?|ing)|requir(?:es?|ing)|needs?|needing|takes?|taking|consum\w+)"
    r" (?:about |around |roughly |~)?$"
)
_ADDS = re.compile(r"\b(?:add(?:s|ing|ed)?|introduc\w+|incur\w*)(?: [a-z]+){0,2} $")
_OVERHEAD = re.compile(r"(?: [a-z-]+| ⟦o?C⟧){1,4} overhead\b")
_OF = re.compile(r" ?of (?:the|its|that|their)\b")


#: Metrics that tell how many were for a system; the others were for its rival.
_OF_VOTES = ("win rate", " preference")


def _is_of_most(case: Case) -> bool:
    """Say whether a number that goes on a list of changes tells that most were for a system.

    "A 21% lower FVD, and 71% human preference".
    """
    return case.attached.measured.listed and case.quantity.values[0] >= _MOST


#: The least share of votes that is most of them, in per cent.
_MOST = 50


def _turn(text: str, measured: Measured, metric: str, kind: Kind) -> Turn:
    """Return which way a value went, where the number itself or its metric says more than words.

    1.06 times the latency is more of it; what makes a time 3x faster makes it shorter.
    """
    quantity = measured.quantity
    if kind != "absolute" and measured.kind == "absolute" and metric != SPEEDUP:
        # So many percent of a cost, or added to it.
        return "lower" if kind == "ratio" else "higher"
    if measured.wording.name == "above" and is_of_cost(metric, ""):
        return "higher"
    if metric == SPEEDUP:
        return measured.turn or "higher"
    if measured.kind != "ratio" or quantity.family != "times":
        return measured.turn
    if _AS_MUCH.match(text, quantity.end):
        return "higher" if quantity.values[0] > 1 else "lower"
    if measured.turn == "higher" and metric_direction(metric) == "lower":
        is_faster = _FASTER.search(text, max(0, quantity.lead - 40), quantity.end + 40)
        return "lower" if is_faster else "higher"
    return measured.turn


_AS_MUCH = re.compile(r"\s?(?:of )?(?:the|its|that)\b")
_FASTER = re.compile(r"\b(?:faster|quicker|accelerat\w*|speed-?ups?)\b", re.IGNORECASE)


def _unit_behind(text: str, attached: Attached) -> str:
    """Return the unit that stands behind a metric: "2 BLEU points"."""
    metric = attached.names.get("metric")
    end = attached.measured.quantity.end
    if not metric or not 0 <= metric[0].mark.start - end <= 1:
        return ""
    return "points" if text.startswith(" point", metric[0].mark.end) else ""


def _unit_of_gain(kind: str, metric: str, value: Decimal) -> str:
    """Return the unit of a bare gain: points, where the metric is a score."""
    if kind != "delta" or metric_direction(metric) == "lower":
        return ""
    return "points" if abs(value) >= _SMALL else ""


#: Gains below this are rather of losses, or of shares of one, than of scores in points.
_SMALL = Decimal(1)


def _as_slots(reference: str) -> tuple[str, str]:
    """Return a reference as method, or as model."""
    return (reference, "") if reference.startswith("Method/") else ("", reference)


def _with_values(stem: Reported, case: Case) -> Iterator[Reported]:
    """Yield a result for each value: a range is one, a pair two, and so is a change."""
    shape = case.quantity.shape
    if shape == "pair":
        metrics = case.attached.references("metric")
        shared_out = len(metrics) == len(stem.values)
        for place, value in enumerate(stem.values):
            metric = metrics[place] if shared_out else stem.metric
            yield replace(stem, values=(value,), place=place, metric=metric)
    elif shape == "change":
        old, new = stem.values
        had = who_had(case)
        method, model = _as_slots(had)
        has_both = stem.role == "other" and (stem.method or stem.model)
        if has_both and had in ("", stem.method, stem.model):
            yield replace(stem, values=(old,))
        else:
            yield replace(stem, values=(old,), method=method, model=model, role="baseline")
        # What the own method was applied to: "improves Qwen3 from 41% to 61%".
        tested = model if stem.method and not case.attached.references("baseline") else ""
        yield replace(stem, values=(new,), model=stem.model or tested)
    else:
        yield stem
