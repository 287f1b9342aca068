"""What a number measures, and which values of that are better."""

import re
from types import MappingProxyType
from typing import Literal

from kg import lexicon
from kg.lexicon import directions
from kg.results.attachment.apart import is_of_another_number
from kg.results.attachment.context import has_its_own
from kg.results.numbers.quantity import Quantity
from kg.results.slots.case import Case
from kg.results.slots.paper import Paper
from kg.results.wordings.costs import is_of_cost
from kg.results.wordings.wording import Turn

Direction = Literal["higher", "lower", ""]

SPEEDUP = "Metric/speedup"


def by_rules(case: Case) -> str:
    """Return what a quantity measures: the one metric that stands beside it."""
    several = case.attached.references("metric")
    if len(several) != 1 or _is_never(several[0], case):
        return ""
    return several[0] if fits(several[0], case.quantity) else ""


def is_one(case: Case) -> bool:
    """Say whether a number may have one metric of the sentence.

    It has none of several that it shares, nor of a list shared out, nor where a word that no list
    knows tells what it measures.
    """
    known = case.attached.references("metric")
    if len(known) > 1 or case.attached.place != (0, 1):
        return False
    return bool(known) or not has_its_own(case.text, case.attached.measured)


def may_have(case: Case, metric: str) -> bool:
    """Say whether nothing speaks against a metric that rules did not take for that of a number."""
    if (metric == SPEEDUP and case.quantity.family == "share") or _is_never(metric, case):
        return False
    if is_of_cost(metric, "") and case.quantity.unit == "%" and _is_reached(case):
        return False
    parts = [part for part in case.attached.parts if metric in part.mark.references]
    measured = case.attached.measured
    elsewhere = (is_of_another_number(case.text, (part,), measured) for part in parts)
    return fits(metric, case.quantity) and not all(elsewhere)


def _is_reached(case: Case) -> bool:
    """Say whether a number is told to be reached, as no cost is."""
    lead = case.quantity.lead
    return _REACHED.search(case.text, max(0, lead - 14), lead) is not None


_REACHED = re.compile(r"\b(?:reach|achiev|attain|scor|obtain)\w* $")


def _is_never(metric: str, case: Case) -> bool:
    """Say whether a number is a share that is reached, which no value of a metric is."""
    is_value = case.quantity.family == "share" and case.attached.measured.kind == "absolute"
    return is_value and _IS_NO_SHARE.search(metric) is not None


#: Metrics of which no value is so many percent.
_IS_NO_SHARE = re.compile(
    r"(?:FID|FVD|KID|FAD|PSNR|LPIPS|perplexity|MSE|Elo|Chamfer distance|bits per \w+|dB)$"
)


def fits(metric: str, quantity: Quantity) -> bool:
    """Say whether a metric may be that of a number of its unit.

    Nothing relative is in a unit of time, speed or memory; a speedup is no share that is reached.
    """
    is_relative = metric == SPEEDUP or _is_share(metric)
    return not (is_relative and quantity.family in ("time", "speed", "memory", "power"))


def of_unit(unit: str, paper: Paper) -> str:
    """Return the metric that a unit stands for, where the text has it: "68 FPS"."""
    metric = _METRICS_OF_UNITS.get(unit, "")
    return metric if metric in paper.named else ""


def _is_share(metric: str) -> bool:
    found = lexicon.load().lookup(metric.partition("/")[2], "Metric") if metric else ()
    return bool(found) and found[0].unit == "%"


_METRICS_OF_UNITS = MappingProxyType(
    {
        "FPS": "Metric/FPS",
        "tokens/s": "Metric/tokens per second",
        "GFLOPs": "Metric/FLOPs",
        "TFLOPS": "Metric/FLOPs",
    }
)


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
    """Return which values of a metric's id are better: ``lower`` of ``Metric/latency``."""
    return directions.metric_direction(metric.partition("/")[2])
