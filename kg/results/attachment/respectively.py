"""Which name of a list each of several numbers has: "61% and 63% on MATH and GSM8K, respectively".

Names that no recogniser knows count as items too: in "97% and 94% on Corn and GSM8K", GSM8K is the
second, and the first number has none.
"""

import re
from collections.abc import Sequence

from kg.results.attachment.roles import Part
from kg.results.attachment.sentences import Mark
from kg.results.attachment.spread import Group, Span, each_name


def is_shared_out(text: str, spans: Sequence[Span]) -> bool:
    """Say whether "respectively" stands behind the last number, in its sentence."""
    return _SHARED_OUT.search(text, spans[-1][1], spans[-1][1] + 140) is not None


_SHARED_OUT = re.compile(r"[^.;]\brespectively\b")


def share_out(
    text: str, groups: Sequence[Group], spans: Sequence[Span], shares: list[Group]
) -> list[Group]:
    """Return what each number has, given what a closer look at the names around it says.

    A name that stands for some of several that are not read is nobody's; one alone is of all.
    """
    if len(spans) == 1 or (all(shares) and len(set(shares)) > 1):
        return shares
    names = tuple(part for group in groups for part in group)
    for items in (names, each_name(names)):
        if len(items) == len(spans) and _is_on_one_side(items, spans):
            return [(part,) for part in items]
    places = {part: place_in_list(text, part.mark) for part in names}
    if len(names) == 1 and places[names[0]][1] == 1 and _is_on_one_side(names, spans):
        return [(names[0],)] * len(spans)
    placed = {place: part for part, (place, count) in places.items() if count == len(spans)}
    if placed:
        return [(placed[i],) if i in placed else () for i in range(len(spans))]
    alone = all(shares) and all(count == 1 for _, count in places.values())
    return shares if alone else [()] * len(spans)


def at_their_places(
    text: str, groups: Sequence[Group], spans: Sequence[Span], shares: list[Group]
) -> list[Group]:
    """Return what numbers have where one name that stands in a list of as many would be of all."""
    if len(spans) == 1 or len(groups) != 1 or len(groups[0]) != 1 or len(set(shares)) > 1:
        return shares
    (part,) = groups[0]
    place, count = place_in_list(text, part.mark)
    if count != len(spans) or not _is_on_one_side([part], spans):
        return shares
    return [groups[0] if index == place else () for index in range(count)]


def _is_on_one_side(names: Sequence[Part], spans: Sequence[Span]) -> bool:
    return names[-1].mark.end <= spans[0][0] or spans[-1][1] <= names[0].mark.start


_LEADS_IN = re.compile(
    r"\b(?:on|in|for|of|across|namely|over|to|from|both|including|with|at|between|against|i\.e\.)\b"
    r"(?:,| the)?|[;:()]"
)
_LEADS_OUT = re.compile(
    r"\b(?:respectively|for|in|with|on|at|of|which|while|when|under|using|by|is|are|to|[a-z]{3,}ing"
    r"|it|we|our|(?:reach|achiev|attain|obtain|scor|yield|get)(?:es|s|ed)?)\b"
    r"|[;:()]|\.(?: |$)"
)
_JOINT = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*/\s*")


def place_in_list(text: str, mark: Mark) -> tuple[int, int]:
    """Return the place of a name in the list that it stands in, and how many items that has."""
    first = max(0, mark.start - 120)
    starts = [found.end() for found in _LEADS_IN.finditer(text, first, mark.start)]
    before = text[starts[-1] if starts else mark.start : mark.start]
    ends = _LEADS_OUT.search(text, mark.end, mark.end + 120)
    behind = text[mark.end : ends.start() if ends else mark.end]
    place = _joints(before) if _ENDS_JOINED.search(before) else 0
    items = sum(1 for _ in _JOINT_TO_NAME.finditer(behind))
    return place, place + 1 + items


#: ", far surpassing" goes on with no name, "and real-world tasks" with what has none.
_JOINT_TO_NAME = re.compile(
    rf"(?:{_JOINT.pattern})(?=(?:the )?[A-Z0-9⟦])"
    r"| and (?=(?:[a-z-]+ ){1,3}(?:tasks|settings|scenarios|experiments|environments)\b)"
)
_ENDS_JOINED = re.compile(r"(?:,|\band|/)\s*(?:the\s)?$")


def _joints(text: str) -> int:
    return sum(1 for _ in _JOINT.finditer(text))
