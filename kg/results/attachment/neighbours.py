"""What a number has from the one beside it: metric, data, and what both are set against."""

import re
from collections.abc import Iterable

from kg.results.attachment.attached import Attached
from kg.results.attachment.roles import Role


def share(text: str, value: Attached, later: Attached) -> None:
    """Let each of two numbers that follow each other have what is told of both."""
    _share_aside(text, value, later)
    _share_with_rival(text, value, later)
    _share_rival(text, value, later)


def _fill(one: Attached, other: Attached, roles: Iterable[Role]) -> None:
    """Let a number have what it lacks in these roles from another one."""
    for role in roles:
        one.names[role] = one.names.get(role) or other.names.get(role, ())


#: Between a gain and how much that is of all: "by 0.284 mAP (+103.3% relative gain)".
_ASIDE = re.compile(r"\s?%?(?: points)?(?: ⟦o?C⟧)? \(")
#: Between a gain and the values that it lies between: "by 7% on A (from 50% to 57%)".
_CHANGE_ASIDE = re.compile(r"[^();]{0,60} \((?:(?:i\.e\.|e\.g\.),? )?(?:from )?")
#: Between a change and how much that is: "from 65.1 to 70.6 (+5.5)".
_AGAIN = re.compile(r"\s?%? \(")


def _share_aside(text: str, value: Attached, aside: Attached) -> None:
    """Let a gain in brackets have what it is told beside has, and values in brackets their gain's.

    A gain has the metric and the rival; what only tells a change again has its data too.
    """
    is_gain = value.measured.kind == aside.measured.kind == "delta"
    between = (value.measured.quantity.end, aside.measured.quantity.lead)
    is_change = value.measured.kind == "delta" and aside.measured.quantity.shape == "change"
    pattern = _ASIDE if is_gain else _CHANGE_ASIDE if is_change else None
    if pattern and pattern.fullmatch(text, *between):
        _fill(aside, value, ("metric", "baseline"))
    is_told_again = value.measured.quantity.shape == "change" and aside.measured.kind == "delta"
    if is_told_again and _AGAIN.fullmatch(text, *between):
        told: tuple[Role, ...] = ("metric", "data", "task")
        aside.names.update({role: value.names[role] for role in told if value.names.get(role)})


#: Between a value and that of a rival.
_VERSUS = re.compile(r"\s?%? (?:vs\.?|versus|against) ", re.IGNORECASE)


def _share_with_rival(text: str, value: Attached, rival: Attached) -> None:
    """Let "35 vs 29 F1 on MATH" be two values of F1 on MATH."""
    between = (value.measured.quantity.end, rival.measured.quantity.lead)
    if value.measured.kind == rival.measured.kind and _VERSUS.fullmatch(text, *between):
        _fill(value, rival, ("metric", "data", "task"))


#: Between two gains over one rival: "a 3% improvement and 2.9x speedup over LoRA".
_AND_GAIN = re.compile(r" (?:[a-z-]+ |⟦o?C⟧ ){1,3}and (?:an? )?")
_OVER = re.compile(r"(?: [a-z-]+| ⟦o?C⟧){0,3} (?:over|than|compared (?:to|with)|against) $")


def _share_rival(text: str, value: Attached, later: Attached) -> None:
    """Let a gain have the rival of the next one, where both are told to be over it."""
    rival = later.names.get("baseline", ())
    between = (value.measured.quantity.end, later.measured.quantity.lead)
    if "absolute" in (value.measured.kind, later.measured.kind) or not rival:
        return
    start, end = later.measured.quantity.end, rival[0].mark.start
    is_behind = start <= end and _OVER.fullmatch(text, start, end)
    if is_behind and _AND_GAIN.fullmatch(text, *between):
        value.names["baseline"] = rival
