"""The values of a rival that are set beside as many own ones.

"69% on MMLU and 65% on GSM8K, compared to 59% and 52% for LoRA" gives the rival's first value what
the first own one was measured on, and the second what the second was.
"""

from collections.abc import Sequence
from itertools import pairwise

from kg.results.attachment.attached import Attached
from kg.results.attachment.roles import Part, Role
from kg.results.attachment.spread import BARE

#: What own values and a rival's share, one each.
_PLACES: tuple[Role, ...] = ("data", "task")
_SHARED: tuple[Role, ...] = (*_PLACES, "metric")


def set_beside(text: str, parts: Sequence[Part], series: Sequence[Sequence[Attached]]) -> None:
    """Let the bare values of a rival have the places of the values in the list before them."""
    for own, rival in pairwise(series):
        if len(own) == len(rival) > 1 and _is_bare(text, parts, rival) and _differ(own):
            for one, other in zip(rival, own, strict=True):
                for role in _SHARED:
                    one.names[role] = other.names[role] or one.names[role]


def _is_bare(text: str, parts: Sequence[Part], rival: Sequence[Attached]) -> bool:
    """Say whether values are set against others and have no data set or task near of their own."""
    quantities = [item.measured.quantity for item in rival]
    if not all(item.measured.against for item in rival):
        return False
    ends = [(one.end, other.lead) for one, other in pairwise(quantities)]
    if not all(BARE.fullmatch(text, *between) for between in ends):
        return False
    behind = (part for part in parts if part.mark.start >= quantities[-1].end)
    return not any(part.role in _PLACES for part in behind)


def _differ(own: Sequence[Attached]) -> bool:
    """Say whether each value has a place of its own."""
    places = {tuple(item.names[role] for role in _PLACES) for item in own}
    return len(places) == len(own) and all(any(place) for place in places)
