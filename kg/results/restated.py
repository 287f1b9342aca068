"""A list of a rival's values that is set against as many own ones: each measures what its own does.

"A WER of 2.1% and a similarity of 0.68, compared to 2.6% and 0.65 for CosyVoice 2": the first of
both lists is an error rate, the second a similarity, whatever stands nearer.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.results.attachment.sentences import Sentence
from kg.results.attachment.spread import BARE
from kg.results.slots.reported import Reported


def with_restated(sentence: Sentence, reported: Sequence[Reported]) -> list[Reported]:
    """Return what is reported in a sentence, rivals' lists with the places of the own values."""
    found, text = list(reported), sentence.text
    if len(found) < 4 or not _SET_AGAINST.search(text):
        return found
    own: list[int] = []
    for run in _runs(text, found):
        lead = text[: found[run[0]].start]
        is_next = bool(own) and _AND.search(lead) is not None
        if not is_next:
            own = list(range(run[0] - len(run), run[0])) if _ENDS_SO.search(lead) else []
        last = found[run[-1]]
        rival = _named_behind(sentence, last.end)
        if len(own) != len(run) or not (_are_alike(found, own, run) and _are_of(rival, last)):
            own = []
            continue
        if rival:
            is_method = rival.startswith("Method/")
            last = replace(
                last, method=rival if is_method else "", model="" if is_method else rival
            )
        for one, other in zip(own, run, strict=True):
            found[other] = _at_place_of(found[one], found[other], last)
    return found


def _named_behind(sentence: Sentence, end: int) -> str:
    """Return the one system of others that a list behind which it stands is of."""
    for mark in sentence.marks:
        if mark.start >= end and mark.letter in "MA" and not mark.own:
            is_of = _OF.fullmatch(sentence.text, end, mark.start) and len(mark.references) == 1
            return mark.references[0] if is_of else ""
    return ""


def _are_of(rival: str, last: Reported) -> bool:
    """Say whether a list is a rival's: one is named behind it, or its last value is no own one."""
    return bool(rival) or last.role != "own"


_OF = re.compile(r" ?%?(?: ⟦o?C⟧)? (?:for|of|by|from|with) (?:the )?")


_AGAINST = r"(?:compared (?:to|with|against)|relative to|against|versus|vs\.?|over|than)"
_SET_AGAINST = re.compile(rf"\b{_AGAINST} [~<>]?\d")
_ENDS_SO = re.compile(rf"\b{_AGAINST} [~<>]?$")
#: Between two lists that are set against the same: "6.66 and 4.16 for GPTQ, and 8.22 and 4.91".
_AND = re.compile(r"⟧(?:,? and|,|;) (?:with |to )?[~<>]?$")


def _runs(text: str, found: Sequence[Reported]) -> list[list[int]]:
    """Return the numbers of each bare list of two or more values, in order."""
    runs: list[list[int]] = []
    for index, one in enumerate(found):
        last = found[runs[-1][-1]] if runs else None
        if last and BARE.fullmatch(text[last.end : one.start].lstrip(" %")):
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if len(run) > 1]


def _are_alike(found: Sequence[Reported], own: Sequence[int], run: Sequence[int]) -> bool:
    """Say whether own values that differ in what they measure stand right before a rival's list."""
    if own[0] < 0:
        return False
    values = [found[index] for index in own]
    places = {(one.metric, one.data, one.task, one.model, one.split) for one in values}
    is_plain = all(one.role == "own" and one.kind == "absolute" for one in values)
    pairs = ((found[one], found[other]) for one, other in zip(own, run, strict=True))
    is_same = all(one.unit == other.unit for one, other in pairs)
    return is_plain and is_same and len(places) == len(values)


def _at_place_of(own: Reported, rival: Reported, last: Reported) -> Reported:
    """Return a rival's value as one of what an own value measures; the last names the rival."""
    model = own.model if last.method or not last.model or last.model == own.model else last.model
    return replace(
        rival,
        method=last.method,
        model=model,
        metric=own.metric,
        data=own.data,
        task=own.task,
        split=own.split,
        role="baseline",
    )
