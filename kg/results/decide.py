"""The results that the attached quantities of a text make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Literal

from kg.frozen import fast
from kg.results.attach import is_closed_off
from kg.results.attached import Attached
from kg.results.candidates import Slot
from kg.results.case import Case
from kg.results.conditions import setting_of, split_near, split_of
from kg.results.context import opening
from kg.results.costs import is_of_cost
from kg.results.measures import Measured
from kg.results.metric import (
    SPEEDUP,
    Direction,
    direction,
    is_one,
    may_have,
    metric_direction,
    of_unit,
)
from kg.results.metric import by_rules as metric_by_rules
from kg.results.own_base import baselines
from kg.results.paper import Paper
from kg.results.respectively import place_in_list
from kg.results.scores import Chooser
from kg.results.sentences import Sentence
from kg.results.starts import who_had
from kg.results.subject import Owner, by_rules, is_left_open, is_plain, role_of
from kg.results.tasks import tasks_of
from kg.results.wordings import Turn

#: How many data sets one number may be said of; more are rather averaged over.
_MANY = 4

Kind = Literal["absolute", "delta", "ratio"]


@fast
@dataclass(frozen=True, slots=True)
class Reported:
    """A result before its evidence: local references, and [start, end) in the marked sentence."""

    values: tuple[Decimal, ...]
    start: int
    end: int
    rule: str
    confidence: float
    method: str = ""
    model: str = ""
    data: str = ""
    task: str = ""
    metric: str = ""
    unit: str = ""
    kind: Kind = "absolute"
    direction: Direction = ""
    baseline: str = ""
    split: str = ""
    setting: str = ""
    role: Owner = "own"


def decide(case: Case) -> Iterator[Reported]:
    """Yield the results that one quantity makes: one a value, data set and baseline."""
    if not is_result(case):
        return
    chooser = Chooser(case)
    for reported in _with_values(_stem(case, chooser), case):
        yield from _with_places(case, reported, chooser)


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
    below = wording.name == "correlation" and quantity.sign == "-"
    return Reported(
        tuple(-value for value in quantity.values) if below else quantity.values,
        quantity.start,
        quantity.end,
        wording.name,
        wording.confidence,
        method=method,
        model=model,
        metric=metric,
        unit=quantity.unit
        or _unit_behind(text, case.attached)
        or _unit_of_gain(kind, metric, quantity.values[0]),
        kind=kind,
        direction=direction(_turn(text, measured, metric), metric) if changed else "",
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
    chosen, role = by_rules(case)
    if is_plain(case, chosen):
        return chosen, role
    found = _best(chooser, "subject", chosen)
    role = role_of(case, found, chosen, role)
    return ("", role) if is_left_open(case, found, chosen) else (found, role)


def _best(chooser: Chooser, slot: Slot, chosen: str) -> str:
    """Return the one reference that fills a slot best, where the rules chose another or none."""
    return next(iter(chooser.best(slot, (chosen,) if chosen else ())), "")


def kind_of(case: Case, metric: str) -> Kind:
    """Return whether a number is a value, a change or a ratio, as wording and metric have it."""
    wording, unit = case.attached.measured.wording, case.quantity.unit
    kind = wording.kind if wording.kind != "none" else "absolute"
    if (metric == SPEEDUP and unit == "%") or (kind == "ratio" and unit == "points"):
        return "delta"
    if metric == "Metric/win rate" and wording.name == "ahead-of":
        return "absolute"
    return kind


def _turn(text: str, measured: Measured, metric: str) -> Turn:
    """Return which way a value went, where the number itself or its metric says more than words.

    1.06 times the latency is more of it; what makes a time 3x faster makes it shorter.
    """
    quantity = measured.quantity
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
        yield from (replace(stem, values=(value,)) for value in stem.values)
    elif shape == "change":
        old, new = stem.values
        method, model = _as_slots(who_had(case))
        if stem.role == "other" and (stem.method or stem.model):
            yield replace(stem, values=(old,))
        else:
            yield replace(stem, values=(old,), method=method, model=model, role="baseline")
        yield replace(stem, values=(new,))
    else:
        yield stem


def _with_places(case: Case, stem: Reported, chooser: Chooser) -> Iterator[Reported]:
    """Yield a result for each data set that it was measured on and each baseline."""
    sentence, attached, paper = case.sentence, case.attached, case.paper
    data = _data(stem, attached)
    is_one_of_unread = len(data) == 1 and _is_one_of_unread(sentence.text, attached)
    if is_one_of_unread:
        data = ("",)
    if len(data) > 1 and (
        _is_of_all(sentence.text, stem, data) or _is_of_opening(sentence.text, stem, attached)
    ):
        data = ("",)
    models = attached.references("model")[:2] if not (stem.model or is_one_of_unread) else ()
    if models and is_of_cost(stem.metric, stem.unit):
        data = ("",)
    models = models if len(models) == 1 else ("",)
    tasks = tasks_of(sentence.text, attached) if data == ("",) else ("",)
    tasks = tasks if len(tasks) == 1 and not _COUNTED.search(tasks[0]) else ("",)
    rivals = _baselines(case, stem, chooser)
    if data == ("",):
        placed = bool(attached.names.get("task") or tasks[0] or models[0])
        data = (_unnamed_data(sentence, stem, paper, placed=placed),)
    places = product(data, models, tasks, _few(rivals))
    for one_data, one_model, one_task, baseline in places:
        yield replace(
            stem,
            data=one_data,
            model=stem.model or one_model,
            task=one_task,
            baseline=baseline,
            split=stem.split or split_of(one_data),
        )


def _baselines(case: Case, stem: Reported, chooser: Chooser) -> tuple[str, ...]:
    """Return what a number is set against; of a change, the new value is no rival's."""
    chosen = baselines(case, stem.kind, stem.model)
    is_base = chosen == (case.paper.base,) and not case.attached.references("baseline")
    if is_base or case.quantity.shape == "change" or stem.role != "own":
        return chosen
    has_it = stem.method or stem.model
    best = chooser.best("baseline", chosen, (has_it,))
    return chosen if has_it in best or _is_closed_off(case, best) else best


def _is_closed_off(case: Case, found: tuple[str, ...]) -> bool:
    """Say whether a rival that was weighed only explains something else in brackets."""
    span = (case.quantity.lead, case.quantity.end)
    parts = [part for part in case.attached.parts if set(found) & set(part.mark.references)]
    return bool(parts) and all(is_closed_off(case.text, (part,), span) for part in parts)


def _is_of_opening(text: str, stem: Reported, attached: Attached) -> bool:
    """Say whether a change is one on all data of a list with which the sentence opens.

    "On A and B, it gains 5%": nobody tells how much on each.
    """
    data = attached.names.get("data", ())
    return stem.kind != "absolute" and opening(text, attached.parts).get("data") == data


def _is_one_of_unread(text: str, attached: Attached) -> bool:
    """Say whether the data set of a lone number stands in a list whose other items nobody knows."""
    parts = attached.names.get("data", ())
    if len(parts) != 1 or attached.place[1] != 1 or len(parts[0].mark.references) > 1:
        return False
    mark = parts[0].mark
    if _NUMBER.search(text, max(0, mark.start - 25), mark.start) or _ACTS.match(text, mark.end):
        return False
    _, count = place_in_list(text, mark)
    group = sum(part.group == parts[0].group for part in attached.parts)
    return count > max(2, group)


_NUMBER = re.compile(r"[ (+~-]\d")
#: Who acts on a data set comes behind it: "on FooSet, Bar and Baz reach".
_ACTS = re.compile(r",? (?:both )?⟦o?[AM]⟧")

#: A task that was read with a number before it: "nine reasoning".
_COUNTED = re.compile(r"/(?:two|three|four|five|six|seven|eight|nine|ten|several|various) ")


def _unnamed_data(sentence: Sentence, stem: Reported, paper: Paper, *, placed: bool) -> str:
    """Return the data of a number beside which none is named.

    A paper of a benchmark reports on that; else the sentence may speak of the own data, or go on
    from the one before ("For instance, ...").
    """
    is_cost = is_of_cost(stem.metric, stem.unit)
    if _OPENS_OVER.match(sentence.text):
        return ""
    if paper.benchmark and not paper.system and not is_cost:
        return paper.benchmark
    if placed or stem.kind == "ratio" or is_cost:
        return ""
    if paper.data and _OWN_DATA.search(sentence.text) and not _TRAINS.search(sentence.text):
        return paper.data
    if paper.tested and stem.kind == "absolute" and _TEST_SET.search(sentence.text):
        return paper.tested
    if _SAYS_MORE.match(sentence.text) or _ELSEWHERE.match(sentence.text, stem.end):
        return ""
    if _OVER_SEVERAL.search(sentence.text, max(0, stem.start - 30), stem.end + 60):
        return ""
    is_of_another = stem.kind == "delta" and sentence.carried not in paper.own
    return "" if is_of_another or _TURNS.search(sentence.text) else sentence.carried


#: What a shared task has one of.
_TEST_SET = re.compile(
    r"\b(?:the|our|its) (?:[\w-]+ )?(?:test (?:set|data)|leaderboard|submissions?|sub-?tasks?)\b",
    re.IGNORECASE,
)
#: A sentence that turns to something else than the one before it.
_SAYS_MORE = re.compile(
    r"(?:furthermore|moreover|additionally|in addition|in contrast|besides|beyond|lastly"
    r"|conversely)\b",
    re.IGNORECASE,
)
#: What else a sentence speaks of than the data of the one before it.
_TURNS = re.compile(
    r"\b(?:user|human|pilot|case) (?:study|studies|evaluation)\b|\bparticipants\b"
    r"|\b(?:[Oo]n|[Ii]n) (?:the )?(?:[\w-]+ ){0,2}?[A-Z]\w+ (?:benchmark|data ?set)\b|⟦o?D⟧"
)
#: What a number is an average over, which no name tells.
_OVER_SEVERAL = re.compile(
    r"\bon average\b|\b(?:an )?average (?:of|gain|improvement)|\b(?:across|over|on) (?:all )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|various|multiple|diverse|many"
    r"|different|numerous) (?:[\w-]+ ){0,4}?(?:benchmarks|data ?sets|tasks|domains|settings)\b"
)
#: A sentence on several: "Across four scientific benchmarks, ...".
_OPENS_OVER = re.compile(
    r"(?:\w+,? ){0,2}?(?:Across|Over|On|across|over|on) (?:all |the |these )?(?:\d+|two|three|four"
    r"|five|six|seven|eight|nine|ten|several|various|multiple|diverse|many|different|numerous)"
    r" (?:[\w-]+,? ){0,5}?(?:benchmarks|data ?sets)\b"
)
#: A place of the number's own that no name tells: "on household objects".
_ELSEWHERE = re.compile(
    r"[^,;.()\d⟦]{0,40}?\b(?:on|across) (?!(?:(?:the|this|these|that|both|all|our|its|an?) )?"
    r"(?:[\w-]+ ){0,2}?(?:test|val|dev|held|hidden|official|same|benchmark|data|average|whole"
    r"|full|public|private|challenge|leader|set|split|suite|single|GPU|one)|⟦D|⟦o|\d)[a-z⟦]"
)
_TRAINS = re.compile(r"\b(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing)\b", re.IGNORECASE)
#: The own data set without its name.
_OWN_DATA = re.compile(
    r"\b(?:our|this|the proposed|the new|the) (?:[\w-]+ ){0,3}?(?:benchmark|test ?set|test ?bed"
    r"|suite|data ?set|object set|corpus)\b(?! ⟦)",
    re.IGNORECASE,
)


def _data(stem: Reported, attached: Attached) -> tuple[str, ...]:
    """Return the data that a value was measured on; the values of a pair share a list out."""
    found = attached.references("data")
    values = attached.measured.quantity.values
    if attached.measured.quantity.shape == "pair" and len(found) == len(values):
        return (found[values.index(stem.values[0])],)
    return found or ("",)


def _is_of_all(text: str, stem: Reported, data: tuple[str, ...]) -> bool:
    """Say whether a number is one for all its data sets: an average, or a share of the cost."""
    near = max(0, stem.start - 30)
    return (
        len(data) > _MANY
        or stem.kind == "ratio"
        or stem.metric.startswith("Metric/average ")
        or bool(_AVERAGED.search(text, near, stem.end + 40))
    )


def _few(references: tuple[str, ...]) -> tuple[str, ...]:
    return references if 0 < len(references) <= _MANY else ("",)


_AVERAGED = re.compile(r"\b(?:average|averaged|mean|overall|across)\b")
