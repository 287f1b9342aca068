"""Whose value a number is by what stands between it and a name beside it, and nothing else."""

import re
from itertools import pairwise

from kg.results.attachment.sentences import Mark
from kg.results.attachment.spread import BARE
from kg.results.numbers.quantity import Quantity
from kg.results.slots.case import Case


def owner_beside(case: Case) -> str:
    """Return the system whose number it plainly is: "below GPT-4's 54.2", "and LoRA 52.1".

    Of a value that may be the bracket that opens behind it ("than GPT-4 (F1 = 0.57, 69% recall)"),
    its place in a list ("A reaches 61%, B 58%"), and what it is told to be of ("vs. 52% for A").
    """
    text, lead, end = case.text, case.quantity.lead, case.quantity.end
    is_value = _is_lone_value(case)
    if is_value and (mark := _at_its_place(case)):
        return _only(mark)
    for mark in _systems(case):
        if mark.end < lead:
            possesses = _POSSESSES.fullmatch(text, mark.end, lead) is not None
            if possesses or (is_value and _has_it_behind(text, mark, lead)):
                return _only(mark)
        elif is_value and mark.start >= end and _is_told_of(case, mark):
            return _only(mark)
    return ""


def _systems(case: Case) -> list[Mark]:
    return [part.mark for part in case.attached.parts if part.mark.letter in "MA"]


def _only(mark: Mark) -> str:
    return mark.references[0] if len(mark.references) == 1 else ""


def _has_it_behind(text: str, mark: Mark, lead: int) -> bool:
    """Say whether a value stands in the bracket behind a name, or right behind it in a list."""
    if _OPENS.fullmatch(text, mark.end, lead):
        return _NOT_ITS_OWN.search(text, max(0, mark.start - 30), mark.start) is None
    if _GETS.fullmatch(text, mark.end, lead):
        return _GETS_BEFORE.search(text, max(0, mark.start - 30), mark.start) is not None
    if not _RIGHT_BEHIND.fullmatch(text, mark.end, lead):
        return False
    return _GOES_ON.search(text, max(0, mark.start - 60), mark.start) is not None


def _at_its_place(case: Case) -> Mark | None:
    """Return the system at a number's place in a bare list: "A and B reach 61% and 58%"."""
    text, numbers = case.text, _bare_list(case)
    if len(numbers) < 2:
        return None
    before = [mark for mark in _systems(case) if mark.end <= numbers[0].lead][-len(numbers) :]
    joints = [text[one.end : other.start] for one, other in pairwise(before)]
    if len(before) != len(numbers) or not all(map(_JOINT.fullmatch, joints)):
        return None
    first = before[0].start
    is_whole = "and" in joints[-1] and not _GOES_BEFORE.search(text, max(0, first - 40), first)
    reach = _REACH.fullmatch(text, before[-1].end, numbers[0].lead)
    return before[numbers.index(case.quantity)] if is_whole and reach else None


def is_of_unread_list(case: Case) -> bool:
    """Say whether a number is one of a list that stands behind fewer names, joined to others.

    "AlphaX, Beta and GPT-4 reach 61%, 58% and 55%": whose is whose cannot be told where a name of
    the list was not read.
    """
    text, numbers = case.text, _bare_list(case)
    if len(numbers) < 2:
        return False
    before = [mark for mark in _systems(case) if mark.end <= numbers[0].lead]
    if not before:
        return False
    last = before[-1]
    is_reached = _REACH.fullmatch(text, last.end, numbers[0].lead) is not None
    is_listed = _LISTED.search(text, max(0, last.start - 60), last.start) is not None
    return is_reached and is_listed and _at_its_place(case) is None


#: Before the last of a list of names, one of which at least was not read.
_LISTED = re.compile(r"(?:^|[\w⟧]), (?:[A-Z][\w.-]*(?: [A-Z\d][\w.-]*)?|⟦\w+⟧),? and (?:the )?$")


def _bare_list(case: Case) -> list[Quantity]:
    """Return the numbers that stand with this one in a list with nothing else between them."""
    found: list[Quantity] = []
    for quantity in case.beside:
        if found and not BARE.fullmatch(case.text, found[-1].end, quantity.lead):
            if case.quantity in found:
                break
            found = []
        found.append(quantity)
    return found


def _is_told_of(case: Case, mark: Mark) -> bool:
    """Say whether a value is told to be that of a name behind it, which another is set against."""
    text, start, end = case.text, case.quantity.start, case.quantity.end
    is_inside = _IN_BRACKETS.fullmatch(text, end, mark.start) and text.startswith(")", mark.end)
    if not (is_inside or _OF.fullmatch(text, end, mark.start)):
        return False
    is_against = case.attached.measured.against
    return is_against or _SET_AGAINST.search(text, max(0, start - 20), start) is not None


def _is_lone_value(case: Case) -> bool:
    """Say whether a number is a value that no other is set beside."""
    if case.attached.measured.kind != "absolute" or case.quantity.shape == "change":
        return False
    return _VERSUS.match(case.text, case.quantity.end) is None


_JOINT = re.compile(r"(?:,|,? and|,? &) (?:the )?")
#: Before a list that has more items, or is of what something else was tried with.
_GOES_BEFORE = re.compile(
    r"⟧,(?: and)? (?:the )?$|\b(?:with|using|on|to|of|from|for|our|in) (?:the )?(?:[\w-]+ ){0,2}$"
)
#: Verbs of what has a value, without their ends.
_HAS = (
    r"reach|achiev|attain|obtain|scor|get|yield|record|retain|preserv|maintain|keep|manag|show"
    r"|deliver|stand at|stay at|remain at"
)
#: Between a list of systems and their values.
_REACH = re.compile(
    rf" (?:[a-z]+ly )?(?:{_HAS}|gett|average|solv|succeed in|ha(?:ve|s|d))"
    r"(?:e|es|ed|ing|s)?(?: (?:only|an?|the|[a-z]+ly|⟦o?C⟧|⟦o?C⟧ of|scores? of|about)){0,3} ?"
)
_POSSESSES = re.compile(r"['\u2019]s (?:reported |published |original |own )?[~<>\u2248]?")
_METRIC = r"(?:[a-z]+ )?(?:⟦o?C⟧ ?[=:]? ?)?[~<>\u2248]?"
_OPENS = re.compile(rf" \({_METRIC}(?:\d[\d.]* ?%?(?: ⟦o?C⟧)?(?:,| and|,? /) {_METRIC}){{0,3}}")
#: Behind a value that another one is set beside.
_VERSUS = re.compile(r" ?%?(?: ⟦o?C⟧)?(?:,? (?:vs\b|versus|compared|against|over|\u2192|->|to)|/)")
#: Before the last of a list without numbers, which share what the bracket behind it holds, and
#: before a part or a setting of what has the value.
_NOT_ITS_OWN = re.compile(
    r"⟧(?:,|,? and|,? &) (?:the )?$"
    r"|\b(?:(?<!followed )by|(?<!competitive )(?<!comparable )(?<!compared )(?<!par )with|using|via"
    r"|in|under|on) (?:an? |the )?(?:[\w-]+ )?$"
)
_RIGHT_BEHIND = re.compile(r" (?:only |just |at |with |about |around )?[~<>\u2248]?")
#: Between what gets a value and that, and before what gets one beside another: "while LoRA".
_GETS = re.compile(
    rf" (?:[a-z]+ly )?(?:{_HAS})(?:e|es|ed|s)?"
    r"(?: (?:only|just|about|around|at most))? [~<>\u2248]?"
)
_GETS_BEFORE = re.compile(r"\b(?:while|whereas|but|although|though) (?:the )?$")
#: Before the next of a list whose items have their values behind them.
_GOES_ON = re.compile(
    r"(?<!C⟧ )\d[^,;()]{0,45}(?:,|;|,? and|,? while|,? whereas|,? but) (?:the )?$"
)
_IN_BRACKETS = re.compile(r" ?%?(?: ⟦o?C⟧)? \(")
_OF = re.compile(r" ?%?(?: ⟦o?C⟧)?(?: score)? (?:for|of|by|from|with) (?:the )?")
_SET_AGAINST = re.compile(
    r"\b(?:than the|from|(?:exceed|surpass|beat)\w* the|(?:below|above) the) $"
)
