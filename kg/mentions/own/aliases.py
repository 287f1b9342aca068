"""Own names that a text writes in two ways, which are one thing.

"Plot Folding Network, PFN", "PFN, a Plot-Bound Folding Network", "Zorb-0.5, abbreviated as Z5",
what a title writes with other capitals, and the title's "Lab-Zorb" that the text calls Zorb.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.mentions.abbreviations import abbreviates
from kg.mentions.candidates import Candidate, Candidates
from kg.mentions.shapes import letters

#: What may stand between the words of a name and the short form that is given behind.
_SHORT_BEHIND = re.compile(
    r"\s*[,(]?\s*(?:(?P<said>abbreviated\s+(?:as|to)|or\s+simply|shortened\s+to|in\s+short,?)\s+|or\s+)?"
    r"[\"']?(?P<short>[A-Za-z0-9][\w^+.-]{0,18}[\w^+])[\"']?(?=[,.;:)])"
)
#: What stands between a short form and the words of its name: "PFN, a novel Plot Folding Network".
_LONG_BEHIND = re.compile(r",\s+(?P<article>an?|the)\s+(?:[a-z][\w-]*\s+){0,2}?(?=[A-Z])")
#: "X, a Plot Folding (PF) framework" is one of many.
_OF_MANY = re.compile(r"\s\([^()]+\)\s[a-z]+")
#: In characters: how far behind its first word such a bracket may stand.
_FAR = 80


def merge_own_aliases(candidates: Candidates) -> None:
    """Make one candidate of the own names that a text gives to one thing."""
    for kind in list(_kinds(candidates)):
        kind.own = False
    for name, other in list(_same(candidates)):
        _merge(candidates, name, other)


def _kinds(candidates: Candidates) -> Iterator[Candidate]:
    """Yield what own names are said to be one of: "X, a Plot Folding (PF) framework"."""
    own, starts = _own(candidates)
    for item in own:
        for _, end in item.spans:
            gap = _LONG_BEHIND.match(candidates.text, end)
            kind = starts.get(gap.end()) if gap else None
            if gap and kind and kind is not item and kind.aliases:
                bracket = candidates.text.find(" (", gap.end(), gap.end() + _FAR)
                if bracket > 0 and _OF_MANY.match(candidates.text, bracket):
                    yield kind


def _own(candidates: Candidates) -> tuple[list[Candidate], dict[int, Candidate]]:
    """Return the names of own work, and those by where they begin."""
    own = [item for item in candidates.by_label.values() if item.own]
    return own, {start: item for item in own for start, _ in item.spans}


def _same(candidates: Candidates) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield what names own work, with an own name of the same thing, which is its alias."""
    all_of = candidates.by_label
    by_alias = {letters(alias): item for item in all_of.values() for alias in item.aliases}
    own, starts = _own(candidates)
    for item in own:
        if known := by_alias.get(letters(item.label)):
            yield known, item
        if called := _said_without_prefix(candidates, item) or _said_short(own, item):
            yield called, item
        for _, end in item.spans:
            if short := _short_behind(candidates, item, end):
                yield short, item
            if long := _long_behind(candidates, item, end, starts):
                yield item, long


def _short_behind(candidates: Candidates, long: Candidate, end: int) -> Candidate | None:
    """Return the short form that stands behind an own name, if that is what stands there."""
    behind = _SHORT_BEHIND.match(candidates.text, end)
    short = candidates.by_label.get(behind["short"]) if behind else None
    if behind is None or short is None:
        return None
    is_short = behind["said"] or (" " in long.label and abbreviates(short.label, long.label))
    return short if is_short else None


def _long_behind(
    candidates: Candidates, short: Candidate, end: int, starts: Mapping[int, Candidate]
) -> Candidate | None:
    """Return what an own name is said to be in words with capitals, of which it is the only one."""
    gap = _LONG_BEHIND.match(candidates.text, end)
    long = starts.get(gap.end()) if gap else None
    if gap is None or long is None or long is short or " " in short.label:
        return None
    is_said = gap["article"] != "the" and len(long.spans) == 1
    return long if " " in long.label and (is_said or abbreviates(short.label, long.label)) else None


def _said_without_prefix(candidates: Candidates, item: Candidate) -> Candidate | None:
    """Return what the text calls the work that only the title writes with a prefix."""
    _, hyphen, rest = item.label.partition("-")
    is_title = candidates.text.startswith(f"{item.label}:") and len(item.spans) == 1
    called = candidates.by_label.get(rest) if hyphen and is_title else None
    return called if called and called.own else None


def _said_short(own: Iterable[Candidate], item: Candidate) -> Candidate | None:
    """Return the one word by which a text calls what only its title spells: "Zorb World Model"."""
    if len(item.spans) != 1 or (0, len(item.label)) not in item.spans or " " not in item.label:
        return None
    spelled = letters(item.label)
    words = (other for other in own if " " not in other.label and len(other.label) > 5)
    return next((other for other in words if spelled.startswith(letters(other.label))), None)


def _merge(candidates: Candidates, name: Candidate, other: Candidate) -> None:
    """Give places, votes and aliases of a name to another, if both are still there."""
    if candidates.by_label.get(name.label) is not name:
        return
    if candidates.by_label.get(other.label) is not other or other is name:
        return
    name.own = True
    for type_name, weight in other.votes.items():
        name.votes[type_name] += weight
    name.aliases += [other.label, *other.aliases]
    candidates.join(name, other)
