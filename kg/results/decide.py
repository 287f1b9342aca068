"""The results that the attached quantities of a text make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from types import MappingProxyType
from typing import Literal

from kg import lexicon
from kg.frozen import fast
from kg.results.attached import Attached
from kg.results.conditions import setting_of, split_near, split_of
from kg.results.context import opening
from kg.results.costs import is_of_cost
from kg.results.measures import Measured
from kg.results.own_base import is_over_base
from kg.results.paper import Paper
from kg.results.respectively import place_in_list
from kg.results.sentences import Sentence
from kg.results.subject import Owner, subject
from kg.results.tasks import tasks_of
from kg.results.wordings import Turn

#: How many data sets one number may be said of; more are rather averaged over.
_MANY = 4

Direction = Literal["higher", "lower", ""]


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
    kind: Literal["absolute", "delta", "ratio"] = "absolute"
    direction: Direction = ""
    baseline: str = ""
    split: str = ""
    setting: str = ""
    role: Owner = "own"


def decide(sentence: Sentence, attached: Attached, paper: Paper) -> Iterator[Reported]:
    """Yield the results that one quantity makes: one a value, data set and baseline."""
    if sentence.place != "own" and not _is_sure_elsewhere(sentence, attached):
        return
    if _is_count(attached):
        return
    for reported in _with_values(_stem(sentence, attached, paper), attached):
        yield from _with_places(sentence, reported, attached, paper)


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


def _stem(sentence: Sentence, attached: Attached, paper: Paper) -> Reported:
    """Return what all results of a quantity share."""
    measured = attached.measured
    quantity, wording = measured.quantity, measured.wording
    metric = _metric(attached, paper)
    kind: Literal["absolute", "delta", "ratio"]
    kind = wording.kind if wording.kind != "none" else "absolute"
    if (metric == _SPEEDUP and quantity.unit == "%") or (
        kind == "ratio" and quantity.unit == "points"
    ):
        kind = "delta"
    if metric == "Metric/win rate" and wording.name == "ahead-of":
        kind = "absolute"
    changed = kind != "absolute"
    found, role = subject(sentence.text, attached, paper)
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
        or _unit_behind(sentence.text, attached)
        or _unit_of_gain(kind, metric, quantity.values[0]),
        kind=kind,
        direction=direction(_turn(sentence.text, measured, metric), metric) if changed else "",
        split=split_near(sentence.text, quantity.end),
        setting=setting_of(sentence.text, quantity.start, quantity.end),
        role=role,
    )


_SPEEDUP = "Metric/speedup"


def _turn(text: str, measured: Measured, metric: str) -> Turn:
    """Return which way a value went, where the number itself or its metric says more than words.

    1.06 times the latency is more of it; what makes a time 3x faster makes it shorter.
    """
    quantity = measured.quantity
    if metric == _SPEEDUP:
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


def _metric(attached: Attached, paper: Paper) -> str:
    """Return what a quantity measures: nothing relative in a unit of time, speed or memory."""
    unit, family = attached.measured.quantity.unit, attached.measured.quantity.family
    several = attached.references("metric")
    named = several[0] if len(several) == 1 else ""
    if family in ("time", "speed", "memory", "power") and (named == _SPEEDUP or _is_share(named)):
        named = ""
    return _unit_metric(unit, paper) or named


def _is_share(metric: str) -> bool:
    found = lexicon.load().lookup(metric.partition("/")[2], "Metric") if metric else ()
    return bool(found) and found[0].unit == "%"


def _unit_metric(unit: str, paper: Paper) -> str:
    """Return the metric that a unit stands for, where the text has it: "68 FPS"."""
    metric = _METRICS_OF_UNITS.get(unit, "")
    return metric if metric in paper.named else ""


_METRICS_OF_UNITS = MappingProxyType(
    {
        "FPS": "Metric/FPS",
        "tokens/s": "Metric/tokens per second",
        "GFLOPs": "Metric/FLOPs",
        "TFLOPS": "Metric/FLOPs",
    }
)


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


def _with_values(stem: Reported, attached: Attached) -> Iterator[Reported]:
    """Yield a result for each value: a range is one, a pair two, and so is a change."""
    shape = attached.measured.quantity.shape
    if shape == "pair":
        yield from (replace(stem, values=(value,)) for value in stem.values)
    elif shape == "change":
        old, new = stem.values
        before = attached.references("baseline") or attached.references("model")
        method, model = _as_slots(before[0] if before else "")
        if stem.role == "other" and (stem.method or stem.model):
            yield replace(stem, values=(old,))
        else:
            yield replace(stem, values=(old,), method=method, model=model, role="baseline")
        yield replace(stem, values=(new,))
    else:
        yield stem


def _with_places(
    sentence: Sentence, stem: Reported, attached: Attached, paper: Paper
) -> Iterator[Reported]:
    """Yield a result for each data set that it was measured on and each baseline."""
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
    baselines = _baselines(sentence.text, stem, attached, paper)
    if data == ("",):
        placed = bool(attached.names.get("task") or tasks[0] or models[0])
        data = (_unnamed_data(sentence, stem, paper, placed=placed),)
    places = product(data, models, tasks, _few(baselines))
    for one_data, one_model, one_task, baseline in places:
        yield replace(
            stem,
            data=one_data,
            model=stem.model or one_model,
            task=one_task,
            baseline=baseline,
            split=stem.split or split_of(one_data),
        )


def _baselines(text: str, stem: Reported, attached: Attached, paper: Paper) -> tuple[str, ...]:
    """Return what a change is set against: what is named, or the base model of the own work."""
    if stem.kind == "absolute":
        return ("",)
    named = attached.references("baseline")
    quantity = attached.measured.quantity
    if named or paper.base in ("", stem.model):
        return named
    return (paper.base,) if is_over_base(text, quantity.lead, quantity.end) else ()


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


def direction(turn: Turn, metric: str) -> Direction:
    """Return whether a value went up or down, as wording and metric have it.

    >>> direction("better", "Metric/perplexity"), direction("better", ""), direction("worse", "")
    ('lower', 'higher', 'lower')
    """
    if turn in ("higher", "lower", ""):
        return turn
    falls = (turn == "better") == (metric_direction(metric) == "lower")
    return "lower" if falls else "higher"


def metric_direction(metric: str) -> str:
    """Return which values of a metric are better, where the lexicon says of it or of its kind.

    >>> metric_direction("Metric/GSM8K error rate"), metric_direction("")
    ('lower', '')
    """
    label = metric.partition("/")[2]
    while label:
        if found := lexicon.load().lookup(label, "Metric"):
            return found[0].direction
        label = label.partition(" ")[2]
    return "lower" if _LESS_IS_BETTER.search(metric) else ""


#: How unlisted metrics end of which less is better.
_LESS_IS_BETTER = re.compile(
    r"(?i:\b(?:errors?|loss|latency|time|costs?|perplexity|overhead|footprint|consumption|runtime"
    r"|hallucinations?|failures?|failure rate|error rate|drift|leakage))$"
)


_AVERAGED = re.compile(r"\b(?:average|averaged|mean|overall|across)\b")
