"""Share the names of a clause out among its numbers.

"24.2% on MATH and 68.7% on GSM8K" gives each number the name behind it, "MATH by 3% and GSM8K by
4%" the one before it; "51% and 64% on MATH and GSM8K, respectively" pairs two lists; what stands
once holds of all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.results.attachment.roles import Part, Role

#: Names that stand together in a list.
Group = tuple[Part, ...]

#: The names that belong to a number, by their role.
Names = dict[Role, Group]

#: Where a quantity begins, hedging words included, and ends.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reach:
    """How names of a role belong to a number that stands before them.

    `near` is how far behind it they may stand where others stand ahead of it, `barrier` what must
    not stand between; with `shared`, a number may also have those of a later one in its list.
    """

    near: int
    barrier: re.Pattern[str]
    shared: bool = True

    def holds(self, text: str, span: Span, group: Group) -> bool:
        """Say whether names behind a quantity may be its own."""
        start = group[0].mark.start
        return span[1] <= start and not self.barrier.search(text, span[1], start)


#: Between a name and its number where the name leads: "MATH by 3%, GSM8K by 4%", "MATH +3%".
_LEADS = re.compile(
    r"(?:'s)?(?: (?!(?:we|it|our|the|they|with|and|which)\b)[\w&.-]{1,15}){0,3}?(?: ⟦o?C⟧)?"
    r"(?: scores?)?(?: with (?:\d+ ?%? )?[a-z ]{1,25}?)? ?(?:by|from|to|at|of|with|\(|:|=)\s*"
    r"| "
)
#: How far apart two numbers stand in "3% (7B) / 4%".
_BESIDE = 12


def spread(text: str, groups: Sequence[Group], spans: Sequence[Span], reach: Reach) -> list[Group]:
    """Return the names that each of several quantities of a list has."""
    if not groups:
        return [()] * len(spans)
    if len(spans) == 1:
        return [_nearest(text, groups, spans[0], reach)]
    fitting = [group if len(group) == len(spans) else each_name(group) for group in groups]
    fitting = [
        group
        for group in fitting
        if len(group) == len(spans) and not _has_others_within(group, groups, spans)
    ]
    if fitting and not _is_of_both(text, fitting, spans):
        return [(part,) for part in _closest(fitting, spans)]
    runs = _runs(text, spans)
    if len(runs) > 1 and any(_is_paired(groups, runs, i) for i in range(len(runs))):
        return [
            given
            for i, run in enumerate(runs)
            for given in spread(text, _around(groups, runs, i), run, reach)
        ]
    groups = [piece for group in groups for piece in _pieces(group, spans)]
    if len(groups) == 1 and groups[0][0].mark.start < spans[0][1]:
        if _opens_brackets(text, groups[0], spans[0]):
            return [groups[0], *[()] * (len(spans) - 1)]
        # Which of several names each of another number of values has, nobody can tell.
        return [groups[0] if len(groups[0]) == 1 else ()] * len(spans)
    return _one_each(text, groups, spans, reach)


def each_name(group: Group) -> Group:
    """Return a part for each name, also of stretches that name several: "AIME24 & 25"."""
    return tuple(one for part in group for one in _each(part))


def _each(part: Part) -> list[Part]:
    names = {found.name.reference: found for found in part.mark.names}
    if len(names) == 1:
        return [part]
    return [replace(part, mark=part.mark._replace(names=(found,))) for found in names.values()]


def _has_others_within(group: Group, groups: Sequence[Group], spans: Sequence[Span]) -> bool:
    """Say whether another name stands between numbers behind a list: "On A and B, 61% on C and"."""
    if group[-1].mark.end > spans[0][0]:
        return False
    return any(spans[0][1] <= g[0].mark.start and g[-1].mark.end <= spans[-1][0] for g in groups)


def _is_of_both(text: str, groups: Sequence[Group], spans: Sequence[Span]) -> bool:
    """Say whether each number holds of all names of a list: "both A and B by 3% and 4%"."""
    starts = [group[0].mark.start for group in groups]
    both = all(_BOTH.search(text, max(0, start - 12), start) for start in starts)
    return both and "respectively" not in text[spans[-1][1] : spans[-1][1] + 140]


_BOTH = re.compile(r"\bboth (?:the )?$")
#: Between the numbers of a bare list.
BARE = re.compile(r"\s*(?:,|and|,\s*and|/|&)\s*(?:an?\s)?")


def _runs(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Take the numbers of a list together that stand side by side: "78% on A, 94% and 70% on"."""
    runs = [[spans[0]]]
    for before, span in pairwise(spans):
        if BARE.fullmatch(text, before[1], span[0]):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _around(groups: Sequence[Group], runs: Sequence[Sequence[Span]], index: int) -> list[Group]:
    """Return the names between the numbers before a run and those behind it."""
    start = runs[index - 1][-1][1] if index else 0
    end = runs[index + 1][0][0] if index + 1 < len(runs) else 1_000_000_000
    return [group for group in groups if _is_between(group, start, end)]


def _is_paired(groups: Sequence[Group], runs: Sequence[Sequence[Span]], index: int) -> bool:
    """Say whether as many names as numbers stand behind several numbers."""
    run = runs[index]
    behind = [g for g in _around(groups, runs, index) if run[-1][1] <= g[0].mark.start]
    return len(run) > 1 and any(len(group) == len(run) for group in behind)


def _closest(groups: Sequence[Group], spans: Sequence[Span]) -> Group:
    """Return the list nearest to the numbers, the last one where two are as near."""
    return min(reversed(groups), key=lambda group: _distance(group, spans))


def _distance(group: Group, spans: Sequence[Span]) -> int:
    """Return how many characters stand between a list of names and a list of numbers."""
    return max(spans[0][0] - group[-1].mark.end, group[0].mark.start - spans[-1][1], 0)


def in_their_brackets(
    text: str, groups: Sequence[Group], spans: Sequence[Span], shares: list[Group]
) -> list[Group]:
    """Give numbers in one bracket the name before it: "on A (61%, +3%) and B (52%, +2%)"."""
    owners = [_before_bracket(text, groups, start) for start, _ in spans]
    return [owner or share for owner, share in zip(owners, shares, strict=True)]


#: Between a name and its bracket: nothing, or its year or version.
_TO_BRACKET = re.compile(r"\s?(?:(?:19|20)\d\d\s?|v?\d(?:\.\d)?\s?)?")


def _before_bracket(text: str, groups: Sequence[Group], start: int) -> Group:
    """Return the one name right before the bracket in which an offset lies."""
    opened = text.rfind("(", max(0, start - 60), start)
    if opened < 0 or ")" in text[opened:start]:
        return ()
    names = (part for group in groups for part in group)
    near = (part for part in names if _TO_BRACKET.fullmatch(text, part.mark.end, opened))
    return tuple(near)[:1]


def _opens_brackets(text: str, group: Group, span: Span) -> bool:
    """Say whether a number stands in brackets behind its name: the others have names of theirs."""
    return text[group[-1].mark.end : span[0]] == " (" and ")" in text[span[1] : span[1] + 12]


def _pieces(group: Group, spans: Sequence[Span]) -> list[Group]:
    """Take a list apart where numbers stand between its names."""
    start, end = group[0].mark.end, group[-1].mark.start
    if any(start <= span[0] and span[1] <= end for span in spans):
        return [(part,) for part in group]
    return [group]


def _nearest(text: str, groups: Sequence[Group], span: Span, reach: Reach) -> Group:
    """Return the list of names that stands near behind a quantity, else the last one before it."""
    before = [group for group in groups if group[-1].mark.end <= span[0]]
    behind = [group for group in groups if reach.holds(text, span, group)]
    behind = [group for group in behind if not _has_its_own(text, group)]
    if before and _LEADS.fullmatch(text, before[-1][-1].mark.end, span[0]):
        return before[-1]
    if text.endswith("(", 0, span[0]):
        # What stands behind the bracket is the next number's, or that of the one before it.
        behind = [g for g in behind if _is_led_to(text, span[1], g[0].mark.start)]
    if behind and (not before or behind[0][0].mark.start - span[1] <= reach.near):
        return behind[0]
    return before[-1] if before else ()


def _is_led_to(text: str, start: int, end: int) -> bool:
    """Say whether names stand in the bracket of a number, or right behind: "(38.1) on MMLU"."""
    return ")" not in text[start:end] or _ON.fullmatch(text, start, end) is not None


_ON = re.compile(r"\) on (?:the )?")


def _one_each(
    text: str, groups: Sequence[Group], spans: Sequence[Span], reach: Reach
) -> list[Group]:
    """Give each quantity the names behind it, or those before it where names lead."""
    before = [_last(groups, _last_end(spans, i), span[0]) for i, span in enumerate(spans)]
    behind = [
        next((g for g in groups if _is_between(g, span[1], _next_start(spans, i))), ())
        for i, span in enumerate(spans)
    ]
    all_follow = all(behind) and not before[0]
    if not all_follow and _names_lead(text, before, spans):
        fits = [
            bool(g) and g not in before and reach.holds(text, spans[i], g)
            for i, g in enumerate(behind)
        ]
        return [g or (behind[i] if fits[i] else ()) for i, g in enumerate(before)]
    own = [g if g and reach.holds(text, spans[i], g) else () for i, g in enumerate(behind)]
    own = [() if _has_its_own(text, group) else group for group in own]
    return _filled(own, before, spans, reach)


#: A number right behind a name; no year.
_OWN_NUMBER = re.compile(r":? [~<>+-]?(?!(?:19|20)\d\d\b)\d+\.?\d* ?%?(?=[\s,;.(])")


def _has_its_own(text: str, group: Group) -> bool:
    """Say whether a number stands right behind names: "on X 79% and Y 64%" says it of Y alone."""
    return bool(group) and _OWN_NUMBER.match(text, group[-1].mark.end) is not None


def _names_lead(text: str, before: Sequence[Group], spans: Sequence[Span]) -> bool:
    """Say whether most quantities stand right behind their names, which are no others' own."""
    ends = [0, *(end for _, end in spans)]
    pairs = [
        (group, span)
        for group, span, end in zip(before, spans, ends, strict=False)
        if group and group[0].mark.start - end != 1
    ]
    leads = [_LEADS.fullmatch(text, group[-1].mark.end, span[0]) for group, span in pairs]
    return 2 * sum(match is not None for match in leads) >= len(spans)


def _filled(
    own: Sequence[Group], before: Sequence[Group], spans: Sequence[Span], reach: Reach
) -> list[Group]:
    """Let a quantity without names behind it have those of the next one if that is beside it.

    Else those before it that are not the last one's, else the last one's, else the next one's.
    """
    filled: list[Group] = []
    for index, group in enumerate(own):
        one_each = bool(before[0]) and all(own[1:])
        following = next((other for other in own[index + 1 :] if other), ())
        beside = _next_start(spans, index) - spans[index][1] <= _BESIDE
        previous = filled[-1] if filled else ()
        free = before[index] if before[index] != previous else ()
        later = following if reach.shared else ()
        closed = bool(index and previous) and spans[index - 1][1] <= previous[0].mark.start
        first = later if (beside and not one_each) or closed else ()
        filled.append(group or first or free or previous or later)
    return filled


def _last(groups: Sequence[Group], start: int, end: int) -> Group:
    return next((g for g in reversed(groups) if _is_between(g, start, end)), ())


def _is_between(group: Group, start: int, end: int) -> bool:
    return start <= group[0].mark.start and group[-1].mark.end <= end


def _next_start(spans: Sequence[Span], index: int) -> int:
    return spans[index + 1][0] if index + 1 < len(spans) else 1_000_000_000


def _last_end(spans: Sequence[Span], index: int) -> int:
    return spans[index - 1][1] if index else 0
