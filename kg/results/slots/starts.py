"""Who had the value that a change starts from: a rival, or what the own work was applied to."""

import re

from kg.results.attachment.attached import Attached
from kg.results.slots.case import Case

#: "A drop from 61% to 20% for GPT-4": whose both values are.
_BEHIND = re.compile(r"[ )]{0,2}(?:for|of|with|in|on) (?:the )?$")


def who_had(case: Case) -> str:
    """Return the reference of what had the first value of a change, empty where nothing tells.

    "It improves Qwen3 from 60% to 63% and Llama-3 from 43% to 47%": each model that stands before.
    """
    attached = case.attached
    if rivals := attached.references("baseline"):
        return rivals[0]
    tested = attached.references("model")
    if tested and (_is_shared_out(attached) or _stands_behind(case)):
        return tested[0]
    return _nearest_before(case) or (tested[0] if tested else "")


def _is_shared_out(attached: Attached) -> bool:
    """Say whether the names of a list are shared out among the numbers of another."""
    return attached.place[1] != 1


def _stands_behind(case: Case) -> bool:
    """Say whether the first model of a number stands right behind it."""
    mark = case.attached.names["model"][0].mark
    return _BEHIND.fullmatch(case.text, case.quantity.end, mark.start) is not None


def _nearest_before(case: Case) -> str:
    """Return the last model of others between the number before and this one."""
    lead = case.quantity.lead
    first = max((other.end for other in case.beside if other.end <= lead), default=0)
    marks = (part.mark for part in case.attached.parts if part.mark.letter == "M")
    inside = [x for x in marks if first <= x.start and x.end <= lead and not x.own]
    return inside[-1].references[0] if inside else ""
