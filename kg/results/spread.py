"""Share the names of a clause out among its numbers.

"24.2% on MATH and 68.7% on GSM8K" gives each number the name behind it, "MATH by 3% and GSM8K by
4%" the one before it; "51% and 64% on MATH and GSM8K, respectively" pairs two lists; what stands
once holds of all.
"""

from collections.abc import Sequence

from kg.results.roles import Part

#: Names that stand together in a list.
Group = tuple[Part, ...]

#: Where a quantity begins, hedging words included, and ends.
Span = tuple[int, int]

#: How near behind a number a name must stand to be taken before one that stands ahead of it.
_NEAR = 60
#: How far apart a name and its number stand in "MATH by 3%", and two numbers in "3% (7B) / 4%".
_ADJACENT = 8
_BESIDE = 12


def spread(groups: Sequence[Group], spans: Sequence[Span], near: int = _NEAR) -> list[Group]:
    """Return the names that each of several quantities of a list has.

    `near` is how far behind a number its name may stand where another stands before it.
    """
    if not groups:
        return [()] * len(spans)
    if len(spans) == 1:
        return [_nearest(groups, spans[0], near)]
    fitting = [group for group in groups if len(group) == len(spans)]
    if fitting:
        return [(part,) for part in fitting[-1]]
    if len(groups) == 1:
        return [groups[0]] * len(spans)
    return _one_each(groups, spans)


def _nearest(groups: Sequence[Group], span: Span, near: int) -> Group:
    """Return the list of names that stands near behind a quantity, else the last one before it."""
    before = [group for group in groups if group[-1].mark.end <= span[0]]
    behind = [group for group in groups if group[0].mark.start >= span[1]]
    if behind and (not before or behind[0][0].mark.start - span[1] <= near):
        return behind[0]
    return before[-1] if before else groups[0]


def _one_each(groups: Sequence[Group], spans: Sequence[Span]) -> list[Group]:
    """Give each quantity the names behind it, or those before it where each has some there."""
    behind = [_between(groups, span[1], _next_start(spans, i)) for i, span in enumerate(spans)]
    before = [_between(groups, _last_end(spans, i), span[0]) for i, span in enumerate(spans)]
    if _leads(before[0], spans[0]):
        return [found[-1] if found else () for found in before]
    shared = before[0][-1] if before[0] and not all(behind) else ()
    return _filled([found[0] if found else () for found in behind], spans, shared)


def _leads(before: Sequence[Group], span: Span) -> bool:
    """Say whether a list names first and then counts: "MATH by 3%, GSM8K by 4%"."""
    return bool(before) and span[0] - before[-1][-1].mark.end <= _ADJACENT


def _filled(found: list[Group], spans: Sequence[Span], shared: Group) -> list[Group]:
    """Let a quantity without names share those of the next one if that is beside it.

    Else those before the whole list, else the next, else the last that were given.
    """
    filled: list[Group] = []
    for index, group in enumerate(found):
        following = next((later for later in found[index + 1 :] if later), ())
        beside = _next_start(spans, index) - spans[index][1] <= _BESIDE
        previous = filled[-1] if filled else ()
        filled.append(group or (following if beside else ()) or shared or following or previous)
    return filled


def _between(groups: Sequence[Group], start: int, end: int) -> list[Group]:
    return [g for g in groups if start <= g[0].mark.start and g[-1].mark.end <= end]


def _next_start(spans: Sequence[Span], index: int) -> int:
    return spans[index + 1][0] if index + 1 < len(spans) else 1_000_000_000


def _last_end(spans: Sequence[Span], index: int) -> int:
    return spans[index - 1][1] if index else 0
