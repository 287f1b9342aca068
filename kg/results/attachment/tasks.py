"""Whether a number was measured on the task beside it: "5% in image generation".

It may stand before the number as well: "improves image generation by 5%", "On image generation,
...", "is better in image generation, with 5% ...".
"""

import re
from collections.abc import Sequence

from kg.results.attachment.attached import Attached
from kg.results.attachment.sentences import Mark

#: A task that only tells of what kind the data or the models are.
_KIND = re.compile(r"[- ](?:tasks like|benchmarks?|data ?sets?|systems?|settings?|models?)\b")
#: "For ⟦T0⟧, ...", "Notably, on the ⟦T0⟧ task, ...".
_FOR = re.compile(r"(?:[A-Z][\w ]{0,30}, )?(?:[Ii]n|[Oo]n|[Ff]or) (?:the |this )?")
_FOR_ENDS = re.compile(r"(?: tasks?)?,")
#: "Across six ⟦T0⟧ benchmarks": all that is reported was measured on the task.
_OF_SEVERAL = re.compile(r" (?:benchmarks|data ?sets|tasks|environments)\b")
_ACROSS = re.compile(r"(?:[\w, -]{0,60} )?(?:[Aa]cross|[Oo]n|[Oo]ver) (?:(?!the\b)[\w-]+ ){1,4}")
_OPENS_IN = re.compile(
    r"(?:[\w, ]{0,30}, )?(?:[Ii]n|[Oo]n|[Ff]or) (?:the |an? )?"
    r"(?:(?:[\w-]+ ){1,3}(?:of|on|for|in) (?:the )?)?"
)
_LEADS_ON = re.compile(
    r"(?:\s?%? (?:vs\.?|versus) [\d.]+)?[^,;.()\d]{0,45}\b(?:in|on|for) (?:the )?"
    r"(?:⟦o?T⟧(?:,? and |, ))?(?:[\w-]+ ){0,2}?"
)
#: In characters: how far before a task words are looked at.
_NEAR = 60
#: "improves ⟦T0⟧ accuracy by up to 5%".
_IMPROVES = re.compile(
    r"\b(?:improv|boost|enhanc|increas|rais|advanc|lift|reduc)\w* (?:in |the |its )?"
    r"(?:[\w-]+ ){0,2}?$"
)
_BY = re.compile(
    r"(?: ⟦\w+⟧| [a-z-]+){0,2}? by (?:(?:up to|over|about|more than|as much as|an?|\w+ly) )?"
)
#: "on ⟦T0⟧, achieving 5%".
_ON = re.compile(r"\b(?:on|in|for) (?:the )?(?:[\w-]+ ){0,2}?$")
_ACHIEVING = re.compile(
    r"(?: tasks?)?,? (?:achieving|reaching|attaining|obtaining|yielding|scoring|with|by)\b"
    r"[^.;⟦]{0,50}"
)


#: Before a later number of a list: "on ⟦T0⟧ by 9% in ⟦C⟧ and 7%".
_IN_LIST = re.compile(
    r"(?P<lead>[^\d⟦]+)(?:[~<>+]?[\d.]+ ?%?(?: (?:in )?⟦o?C⟧)?(?:, and|,| and) )+"
)


def tasks_of(text: str, attached: Attached) -> tuple[str, ...]:
    """Return the references of the tasks that a number was measured on, as the words lead there."""
    marks = [part.mark for part in attached.names.get("task", ())]
    is_of_kind = bool(marks) and _KIND.match(text, marks[-1].end) is not None
    if is_of_kind and marks[0].start >= attached.measured.quantity.end:
        return ()
    if opening := _opening(text, attached):
        return opening
    if is_of_kind:
        return ()
    if marks and (_leads_to(text, attached, marks[0]) or _is_before(text, attached, marks)):
        return attached.references("task")
    before = [part.mark for part in attached.parts if part.mark.letter == "T"]
    if marks or not _is_before(text, attached, before):
        return ()
    return before[-1].references


def _opening(text: str, attached: Attached) -> tuple[str, ...]:
    """Return the task with which a sentence opens, alone or as that of data without names."""
    if any(part.mark.letter == "D" for part in attached.parts):
        return ()
    marks = (part.mark for part in attached.parts if part.mark.letter == "T")
    for mark in marks:
        if mark.end <= attached.measured.quantity.start and _opens(text, mark, attached):
            return mark.references
    return ()


def _opens(text: str, mark: Mark, attached: Attached) -> bool:
    """Say whether a sentence opens with "On ⟦T0⟧, ..." or "Across six ⟦T0⟧ benchmarks".

    A factor is rather one of the work than of what it was tested on.
    """
    if _FOR_ENDS.match(text, mark.end):
        return _FOR.fullmatch(text, 0, mark.start) is not None
    is_of_several = _OF_SEVERAL.match(text, mark.end) and attached.measured.kind != "ratio"
    return bool(is_of_several and _ACROSS.fullmatch(text, 0, mark.start))


def _leads_to(text: str, attached: Attached, first: Mark) -> bool:
    """Say whether words lead right from a number to its task, or the sentence opens with that."""
    if _LEADS_ON.fullmatch(text, attached.measured.quantity.end, first.start):
        return True
    return bool(_OPENS_IN.fullmatch(text, 0, first.start)) and text.startswith(",", first.end)


def _is_before(text: str, attached: Attached, marks: Sequence[Mark]) -> bool:
    """Say whether words lead from the last of some tasks to the number behind them."""
    if not marks:
        return False
    *_, last = marks
    before = text[max(0, last.start - _NEAR) : last.start]
    between = text[last.end : attached.measured.quantity.start]
    if _IMPROVES.search(before) and _BY.fullmatch(between):
        return True
    if between == " (" and attached.measured.kind == "delta":
        return True
    if not _ON.search(before):
        return False
    led = _IN_LIST.fullmatch(between) if attached.measured.listed else None
    return _ACHIEVING.fullmatch(led["lead"] if led else between) is not None
