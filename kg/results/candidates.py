"""Who may have a value: each system that a sentence names, the own work, or nobody that is named.

Each candidate has features in words, from where it stands to the number and from what the paper
is; `kg.results.scores` weighs them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.results.attached import Attached
from kg.results.near_words import EDGE, words
from kg.results.paper import Paper
from kg.results.roles import Part
from kg.sieve import small_once


class Candidate(NamedTuple):
    """A local reference, empty for nobody, and what speaks for or against it."""

    reference: str
    features: tuple[str, ...]


_TYPES = {"M": "model", "A": "method"}


def subjects(text: str, attached: Attached, paper: Paper, chosen: str) -> Iterator[Candidate]:
    """Yield the candidates for whose value a quantity is; `chosen` is what the rules say."""
    inside: set[str] = set()
    for index, part in enumerate(attached.parts):
        if part.mark.letter not in _TYPES or _is_of_another(attached, part):
            continue
        features = tuple(_of_part(text, attached, paper, index))
        for reference in part.mark.references[:3]:
            inside.add(reference)
            yield Candidate(reference, (*features, *_choice(reference, chosen, part)))
    if paper.system and paper.system not in inside:
        rules = ("rules",) if paper.system == chosen else ()
        yield Candidate(paper.system, (*_of_absent(attached), *rules))
    rules = () if chosen else ("rules",)
    yield Candidate("", (*_of_nobody(attached, paper, inside), *rules))


def _is_of_another(attached: Attached, part: Part) -> bool:
    """Say whether "respectively" gives a name of a list to another number of as many."""
    if attached.place[1] < 2:
        return False
    mine = [one for role in ("agent", "model") for one in attached.names.get(role, ())]
    return part not in mine and any(part.group == one.group for one in mine)


def _choice(reference: str, chosen: str, part: Part) -> tuple[str, ...]:
    if reference != chosen:
        return ()
    return ("rules", f"rules, {_whose(part)}")


def _whose(part: Part) -> str:
    return "own" if part.mark.own else "not own"


def _of_part(text: str, attached: Attached, paper: Paper, index: int) -> Iterator[str]:
    """Yield the features of a name in the sentence."""
    part = attached.parts[index]
    kind = _TYPES[part.mark.letter]
    yield from (_whose(part), f"type {kind}", f"role {part.role}")
    if not paper.system:
        yield from (f"no own system, type {kind}", f"no own system, role {part.role}")
    if attached.measured.against:
        yield f"rival's value, {_whose(part)}"
    if paper.system in part.mark.references:
        yield "own system"
    yield from _by_place(attached, part)
    yield from _by_cue(text, attached, part)
    yield from _by_words(text, attached, part)


def _by_place(attached: Attached, part: Part) -> Iterator[str]:
    """Yield how a name stands to the number: on which side, how near, in which clause."""
    quantity = attached.measured.quantity
    mark = part.mark
    behind = mark.start >= quantity.end
    side = "behind" if behind else "before"
    start, end = (quantity.end, mark.start) if behind else (mark.end, quantity.lead)
    alike = [other.mark for other in attached.parts if other.mark.letter in _TYPES]
    yield side
    if attached.clause.start <= mark.start < attached.clause.end:
        yield f"{side}, same clause"
    if not any(start <= other.start < end for other in alike):
        yield f"nearest {side}"
    if not any(other.start < mark.start for other in alike):
        yield "first"


_ACTS = re.compile(
    r"(?:'s)?(?: \([^()]{0,40}\))? (?:\w+ly |also |even |only |still |can |could )?"
    r"(?!and\b|on\b|in\b|of\b|for\b|with\b|by\b|to\b|as\b|is\b)\w+(?:s|ed|es)\b"
)


def _by_cue(text: str, attached: Attached, part: Part) -> Iterator[str]:
    """Yield what the words beside a name say: the preposition before it, a verb behind it."""
    before = part.mark.end <= attached.measured.quantity.lead
    cue = _cue(text, part.mark.start)
    yield f"cue {cue}"
    if before:
        yield f"before, cue {cue}"
    if _ACTS.match(text, part.mark.end):
        yield "verb behind"


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


#: How many characters of words beside a name are looked at, and how far a number may be.
_BESIDE = 40
_FAR = 12


def _by_words(text: str, attached: Attached, part: Part) -> Iterator[str]:
    """Yield the words beside a name, those between it and the number, and what the number is."""
    mark, quantity = part.mark, attached.measured.quantity
    kind = _TYPES[mark.letter]
    left = (EDGE, EDGE, *words(text, mark.start - _BESIDE, mark.start))
    right = (*words(text, mark.end, mark.end + _BESIDE), EDGE, EDGE)
    before, after = left[-1], right[0]
    yield from (f"word {before}_", f"word {before}_, {kind}", f"words {left[-2]} {before}_")
    yield from (f"word _{after}", f"words _{after} {right[1]}", f"words {before}_{after}")
    is_before = mark.end <= quantity.lead
    side = "before" if is_before else "behind"
    start, end = (mark.end, quantity.lead) if is_before else (quantity.end, mark.start)
    between = tuple(words(text, start, end))
    if len(between) > _FAR:
        yield f"far {side}"
    else:
        yield from (f"{side}, between: {word}" for word in dict.fromkeys(between))
    yield f"{side}, {attached.measured.kind}, role {part.role}"
    yield f"{side}, {_whose(part)}, {attached.measured.wording.name}"


def _of_absent(attached: Attached) -> Iterator[str]:
    """Yield the features of the own system where the sentence does not name it."""
    measured = attached.measured
    yield "elsewhere, own system"
    yield f"elsewhere, own system, {measured.kind}"
    yield f"elsewhere, own system, {measured.wording.name}"
    if attached.measured.against:
        yield "elsewhere, own system, rival's value"
    if attached.of_others:
        yield "elsewhere, own system, others' value"


def _of_nobody(attached: Attached, paper: Paper, inside: set[str]) -> Iterator[str]:
    """Yield the features of leaving the slot empty."""
    some = "some" if inside else "no"
    system = "an" if paper.system else "no"
    yield from ("nobody", f"nobody, {some} candidates")
    yield f"nobody, {some} candidates, {system} own system"
    yield f"nobody, {attached.measured.wording.name}"
    yield f"nobody, {attached.measured.kind}, {system} own system"
    if attached.measured.against:
        yield "nobody, rival's value"
    if attached.of_others:
        yield "nobody, others' value"
