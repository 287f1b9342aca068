"""What speaks for and against a name, or nobody, in a slot of a result: features in words.

They are the same for all slots, whose weights differ: where a name stands to the number, the words
beside and between, and what else the sentence holds.
"""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from kg.results.attachment.roles import Part
from kg.results.attachment.sentences import Mark
from kg.results.slots.case import Case
from kg.results.slots.own_words import OWN, OWN_SYSTEM
from kg.results.wordings.near_words import EDGE, words
from kg.sieve import small_once

#: What the marks stand for that may fill a slot.
KINDS = MappingProxyType({"M": "model", "A": "method", "C": "metric"})
#: The marks of a sentence that are counted.
_COUNTED = "DMATC"
#: How many characters of words beside a name are looked at, and how far a number may be.
_BESIDE = 40
_FAR = 14
#: So many words between a name and its number are told whole.
_SHORT = 5
#: How many characters and words before and behind a number are looked at.
_BEFORE, _BEHIND = (50, 4), (50, 5)


def of_part(case: Case, part: Part) -> Iterator[str]:
    """Yield the features of a name in the sentence."""
    mark, kind, own = part.mark, KINDS[part.mark.letter], whose(part)
    measured = case.attached.measured
    side = "before" if mark.end <= case.quantity.lead else "behind"
    yield from (kind, f"{own}, {kind}", f"role {part.role}", f"{side} role {part.role}")
    yield from (
        f"{side}, {measured.kind}, role {part.role}",
        f"{side}, {own}, {measured.wording.name}",
    )
    yield f"role {part.role}, {measured.wording.name}"
    yield from (f"unit {case.quantity.unit}, {side}", f"family {case.quantity.family}, {side}")
    if measured.against:
        yield f"rival's, {own}"
    yield from _by_place(case, part, side)
    yield from _by_list(case, part)
    yield from _by_cue(case, part, side)
    yield from _by_words(case, part, side)


def whose(part: Part) -> str:
    """Say whether the paper introduces the thing that a name stands for."""
    return "own" if part.mark.own else "not own"


def _between(case: Case, part: Part) -> tuple[int, int]:
    """Return the stretch between a name and the number."""
    quantity, mark = case.quantity, part.mark
    is_before = mark.end <= quantity.lead
    return (mark.end, quantity.lead) if is_before else (quantity.end, mark.start)


def _by_place(case: Case, part: Part, side: str) -> Iterator[str]:
    """Yield how a name stands to the number: how near, in which clause, what stands between."""
    mark, clause = part.mark, case.attached.clause
    start, end = _between(case, part)
    alike = [one.mark.start for one in case.attached.parts if one.mark.letter == mark.letter]
    names = sum(start <= other < end for other in alike)
    numbers = sum(start <= other.start < end for other in case.beside)
    if clause.start <= mark.start < clause.end:
        yield f"{side}, same clause"
    if alike[0] == mark.start:
        yield "first"
    yield from (f"of its kind {min(len(alike), 4)}", f"{side}, alike between {min(names, 3)}")
    yield f"{side}, numbers between {min(numbers, 3)}"
    yield f"{side}, numbers {min(numbers, 2)} alike {min(names, 2)}"
    if side == "before" and case.text.rfind("(", start, end) > case.text.rfind(")", start, end):
        yield "number in brackets behind"


def _by_list(case: Case, part: Part) -> Iterator[str]:
    """Yield whether a name of a list stands at the place that the number has among the others."""
    group = [one for one in case.attached.parts if one.group == part.group]
    yield f"group {min(len(group), 4)}"
    if len(group) < 2:
        return
    place = group.index(part)
    yield "in list"
    if len(group) == len(case.beside):
        its = case.beside[place] == case.quantity
        yield "list as long as numbers, " + ("its" if its else "another's")
    index, count = case.attached.place
    if count == len(group):
        yield "shared out, " + ("its" if place == index else "another's")


_ACTS = re.compile(
    r"(?:'s)?(?: \([^()]{0,40}\))? (?:\w+ly |also |even |only |still |can |could )?"
    r"(?!and\b|on\b|in\b|of\b|for\b|with\b|by\b|to\b|as\b|is\b)\w+(?:s|ed|es)\b"
)


def _by_cue(case: Case, part: Part, side: str) -> Iterator[str]:
    """Yield what the words beside a name say: the preposition before it, a verb behind it."""
    cue = _cue(case.text, part.mark.start)
    yield from (f"cue {cue}", f"{side}, cue {cue}")
    yield f"{side}, cue {cue}, {KINDS[part.mark.letter]}, {case.attached.measured.kind}"
    if _ACTS.match(case.text, part.mark.end):
        yield from ("verb behind", f"{side}, verb behind")


_CUES = (
    ("on", r"on|in|for|to|across|under|applied|against|through|at"),
    ("of", r"of"),
    ("with", r"with|using|via|from|between|like|as"),
    ("than", r"than|over|(?:outperform|surpass|exceed|beat)\w*|compared|vs|versus"),
    ("by", r"by"),
)
# Of texts in small letters.
_CUE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _CUES)}"
    r"|our|and)\b(?![^;,.⟧]*[;,.⟧])"
)


def _cue(text: str, start: int) -> str:
    """Return the kind of the last preposition before a name, ``none`` where none leads to it."""
    found = [
        match.lastgroup for match in _CUE.finditer(small_once(text)[max(0, start - 45) : start])
    ]
    return (found[-1] if found else None) or "none"


def _by_words(case: Case, part: Part, side: str) -> Iterator[str]:
    """Yield the words beside a name, and those between it and the number."""
    text, mark = case.text, part.mark
    left = (EDGE, EDGE, *words(text, mark.start - _BESIDE, mark.start))
    right = (*words(text, mark.end, mark.end + _BESIDE), EDGE, EDGE)
    before, after = left[-1], right[0]
    yield from (f"word {before}_", f"words {left[-2]} {before}_", f"word _{after}")
    yield from (f"words _{after} {right[1]}", f"words {before}_{after}")
    between = tuple(words(text, *_between(case, part)))
    if len(between) <= _SHORT:
        whole = " ".join(between)
        yield from (f"{side}|{whole}|", f"{side}|{whole}| {case.attached.measured.kind}")
    if len(between) > _FAR:
        yield f"far {side}"
    else:
        yield from (f"{side}, between: {word}" for word in dict.fromkeys(between))


def of_nobody(case: Case) -> Iterator[str]:
    """Yield the features of leaving a slot empty."""
    yield from _of_absent(case)
    yield "nobody"
    quantity, text = case.quantity, case.text
    before = [*words(text, quantity.lead - _BEFORE[0], quantity.lead)][-_BEFORE[1] :]
    behind = [*words(text, quantity.end, quantity.end + _BEHIND[0])][: _BEHIND[1]]
    yield from (f"nobody, before {word}" for word in before)
    yield from (f"nobody, behind {word}" for word in behind)
    if before:
        yield f"nobody, right before {before[-1]}"
    if behind:
        yield f"nobody, right behind {behind[0]}"
        yield f"nobody, right behind {' '.join(behind[:2])}"
    yield f"nobody, first {' '.join([*words(text, 0, 40)][:2])}"


def of_absent(case: Case, what: str) -> Iterator[str]:
    """Yield the features of a name that the sentence has not: the own system, the base model."""
    yield from ("absent", f"absent {what}")
    yield from (f"absent {what}, {feature}" for feature in _of_absent(case))


def _of_absent(case: Case) -> Iterator[str]:
    """Yield what the number and the sentence are like, whatever stands in it."""
    measured, text, clause = case.attached.measured, case.text, case.attached.clause
    yield from (measured.wording.name, measured.kind)
    yield from (f"unit {case.quantity.unit}", f"family {case.quantity.family}")
    marks = [part.mark for part in case.attached.parts]
    inside = [mark for mark in marks if clause.start <= mark.start < clause.end]
    for letter in _COUNTED:
        yield f"{letter} {min(_count(marks, letter), 2)}"
        yield f"{letter} in clause {min(_count(inside, letter), 2)}"
    system, benchmark = bool(case.paper.system), bool(case.paper.benchmark)
    yield f"{'a' if system else 'no'} system, {'a' if benchmark else 'no'} benchmark"
    yield f"numbers {min(len(case.beside), 4)}"
    yield f"place {case.sentence.place}"
    if case.attached.of_others:
        yield "others'"
    if measured.against:
        yield "rival's"
    if OWN.search(text, 0, case.quantity.lead):
        yield "own work before"
    if OWN_SYSTEM.search(text, 0, case.quantity.lead):
        yield "own system before"


def _count(marks: Sequence[Mark], letter: str) -> int:
    return sum(mark.letter == letter for mark in marks)
