"""What each quantity of a sentence is: the wording that says so, and what lists pass on."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from kg.results.numbers.quantity import Quantity
from kg.results.wordings.against import is_against, is_nearly_reached, is_told_of_rival
from kg.results.wordings.changes import turn_before, turn_behind
from kg.results.wordings.kinds import KINDS
from kg.results.wordings.lists import (
    last_outside,
    led,
    may_be_overruled,
    passed_on,
    tell_led,
    with_units,
)
from kg.results.wordings.measured import Measured
from kg.results.wordings.screens import SCREENS
from kg.results.wordings.unworded import weighed
from kg.results.wordings.wording import Turn, WordingSet


def measure(text: str, quantities: list[Quantity]) -> list[Measured]:
    """Return the quantities of a marked sentence that measure something, in order."""
    measured, unworded = read_wordings(text, quantities)
    is_alone = not measured
    for quantity in unworded:
        if wording := weighed(text, quantity, is_alone=is_alone):
            turn: Turn = "" if wording.kind == "absolute" else _turn(text, quantity) or wording.turn
            told = _OF_NAMED.search(text, max(0, quantity.lead - 4), quantity.lead)
            against = bool(told) and is_against(text, wording, quantity, None)
            measured.append(Measured(quantity, wording, turn, against))
    measured.sort(key=lambda item: item.quantity.start)
    return _with_gaps(text, measured)


#: Before the value of what is named right before it: "surpassing the baseline at 0.89".
_OF_NAMED = re.compile(r"(?:\bat |'s )$")


def read_wordings(text: str, quantities: list[Quantity]) -> tuple[list[Measured], list[Quantity]]:
    """Return the quantities that words tell to measure something, and those that none tells of."""
    measured: list[Measured] = []
    unworded: list[Quantity] = []
    waiting: list[Quantity] = []
    for quantity in with_units(text, quantities):
        if _screens().first_match(text, quantity):
            unworded += waiting
            waiting.clear()
            continue
        found = _measured(text, quantity, last_outside(text, measured, quantity))
        if found is None:
            waiting.append(quantity)
            continue
        tell_led(text, measured, found)
        before = list(led(text, waiting, found))
        unworded += waiting[: len(waiting) - len(before)]
        measured += before
        waiting.clear()
        measured.append(found)
    return measured, unworded + waiting


def _measured(text: str, quantity: Quantity, last: Measured | None) -> Measured | None:
    """Say what a quantity is, by its own wording or by that of the list in which it stands."""
    wording = _kinds().first_match(text, quantity)
    if last is not None and (wording is None or may_be_overruled(text, wording, last, quantity)):
        passed = passed_on(text, last, quantity)
        if passed is not None:
            is_rivals = is_nearly_reached(text, quantity) or is_told_of_rival(text, quantity)
            return replace(passed, against=True, listed=False) if is_rivals else passed
    if wording is None:
        return None
    if wording.kind == "absolute" and _IN_POINTS.search(text, quantity.start, quantity.end):
        wording = _GAP
    tells = wording.kind != "absolute" and wording.name != "share-of-quality"
    turn = wording.turn or (_turn(text, quantity) if tells else "")
    against = is_against(text, wording, quantity, last)
    return Measured(quantity, wording, turn, against)


#: Points of percent are always those of a difference.
_IN_POINTS = re.compile(r"(?:\bpp|\dpp|percentage[- ]points?)$", re.IGNORECASE)
#: The change that a number is which words do not tell.
_GAP = next(wording for wording in KINDS if wording.name == "number-change-behind")
#: How far a difference may be off that was taken before values were rounded.
_ROUNDED = Decimal("0.01")


def _with_gaps(text: str, measured: list[Measured]) -> list[Measured]:
    """Take for a change what stands between two values and is their difference.

    In "7.59 (2.17 vs. 9.76 of LoRA)" the second number is how far the first is from the third.
    """
    for index in range(1, len(measured) - 1):
        value, gap, rival = measured[index - 1 : index + 2]
        is_beside = gap.wording.name == "set-beside" and value.kind == rival.kind == "absolute"
        if is_beside and text[value.quantity.end : gap.quantity.lead].strip() == "(":
            change = value.quantity.values[0] - rival.quantity.values[0]
            if abs(abs(change) - gap.quantity.values[0]) <= _ROUNDED:
                turn: Turn = "higher" if change > 0 else "lower"
                measured[index] = replace(gap, wording=_GAP, turn=turn)
    return measured


@cache
def _screens() -> WordingSet:
    return WordingSet(SCREENS)


@cache
def _kinds() -> WordingSet:
    return WordingSet(KINDS)


def _turn(text: str, quantity: Quantity) -> Turn:
    """Return which way the words around a quantity go: those behind it where they are nearer."""
    behind = _BRACKETS.sub("", text[quantity.end : quantity.end + 75])[:45]
    stop = _STOPS.search(behind)
    near = turn_behind(behind, 0, stop.start() if stop else len(behind))
    before = turn_before(text, max(0, quantity.lead - 190), quantity.lead)
    return near or before or ("better" if quantity.family == "times" else "")


_BRACKETS = re.compile(r"^ \([^()]{1,30}\)")
#: Where what is told of a change ends; "in token cost reduction" is told of it.
_STOPS = re.compile(
    r"[,;.(]|\b(?:on|in(?! (?:[a-z-]+ |⟦o?C⟧ ){1,3}(?:reduction|decrease|savings?|drop)\b)|at|for"
    r"|over|and|while|when|than|compared|with|without|despite)\b"
)
