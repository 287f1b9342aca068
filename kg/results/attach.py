"""What each number of a sentence was measured on, whose value it is, and what it is set against."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from types import MappingProxyType

from kg.results.apart import (
    beside,
    drop_metric,
    drop_others,
    has_own_place,
    is_in_brackets,
    leave_to_task,
)
from kg.results.clauses import Clause, clauses
from kg.results.costs import is_of_cost
from kg.results.measures import Measured
from kg.results.others import tells_of_others
from kg.results.respectively import at_their_places, is_shared_out, share_out, times_before
from kg.results.roles import Part, Role, groups_of, has_value_before, parts
from kg.results.sentences import Sentence
from kg.results.spread import Group, Names, Reach, Span, spread
from kg.results.units import PHYSICAL

_NO_CLAUSE = Clause(0, 0)


@dataclass(frozen=True, slots=True)
class Attached:
    """A measured quantity with the names that belong to it; lists hold of each of their names."""

    measured: Measured
    names: Names = field(default_factory=dict)
    #: Whether others have the value, whom the text does not name: "the best model reaches ...".
    of_others: bool = False
    #: Whether it was measured on something else than the numbers beside it, which no name tells.
    elsewhere: bool = False
    #: All names of the sentence, and the clause of the quantity.
    parts: tuple[Part, ...] = ()
    #: Which number of its list it is, and how many "respectively" shares names out among.
    place: tuple[int, int] = (0, 1)
    clause: Clause = _NO_CLAUSE

    def references(self, role: Role) -> tuple[str, ...]:
        """Return the local references of the names that have a role."""
        found = (ref for part in self.names.get(role, ()) for ref in part.mark.references)
        return tuple(dict.fromkeys(found))


_FREE = re.compile(r";")
#: What belongs to another number or another thing than a metric that stands behind it.
_BARRIER = re.compile(r"[,;]|\b(?:and|while|when|with|at)\b")

#: The roles that are read near a number, and how.
_REACH: Mapping[Role, Reach] = MappingProxyType(
    {
        "metric": Reach(45, _BARRIER),
        "data": Reach(70, _FREE),
        "task": Reach(30, _BARRIER),
        "model": Reach(60, _FREE, shared=False),
        "baseline": Reach(90, _FREE, shared=False),
    }
)
_PLACES: tuple[Role, ...] = ("data", "task", "model")
_KEPT: tuple[Role, ...] = ("data", "model")

#: A sentence that opens with what all of it was measured on: "On GSM8K, ...".
_OPENS = re.compile(
    r"(?:(?:\w+ly|for instance|for example|e\.g\.|in particular|moreover|furthermore|also|first"
    r"|second|finally|further|and),? )*(?:(?:our |the |extensive |comprehensive |empirical |further"
    r" |experimental |in ){0,3}(?:experiments?|evaluat\w+|results?|tests?|testing|validated|studies"
    r"|analysis) )?(?:on|in|for|with|under|across|using|at|when|over|applied to)\b",
    re.IGNORECASE,
)
_OPENING_ENDS = re.compile(
    r",|\b(?:show|demonstrat|indicat|reveal|suggest|confirm|verif|find|found|prov|we|it|our)\w*\b"
)


def attach(sentence: Sentence, measured: Sequence[Measured]) -> Iterator[Attached]:
    """Yield the measured quantities of a sentence with the names that belong to them."""
    if not measured:
        return
    found = parts(sentence)
    context = _Context(_opening(sentence.text, found))
    for clause in clauses(sentence.text):
        inside = [m for m in measured if clause.start <= m.quantity.start < clause.end]
        local = [part for part in found if clause.start <= part.mark.start < clause.end]
        attached = [
            replace(item, parts=tuple(found), clause=clause)
            for item in _in_clause(sentence.text, clause, inside, local)
        ]
        for item in attached:
            context.complete(item, clause)
        # A number may still get the data of the one that it is set beside.
        yield from attached
        context.pass_on(local)


def _in_clause(
    text: str, clause: Clause, inside: Sequence[Measured], local: Sequence[Part]
) -> Iterator[Attached]:
    """Yield the quantities of one clause, list by list, with the names near them."""
    series = [list(same) for _, same in groupby(inside, key=partial(_list_key, text))]
    claimed: set[int] = set()
    for index, same in enumerate(series):
        start = series[index - 1][-1].quantity.end if index else clause.start
        later = (item[0].quantity.lead for item in series[index + 1 :])
        end = next((lead for lead in later if text[lead - 1] != "("), clause.end)
        near = [
            part
            for part in local
            if start <= part.mark.start and part.mark.end <= end and part.mark.start not in claimed
        ]
        for attached in _in_series(text, same, near, local):
            claimed.update(part.mark.start for part in attached.names["metric"])
            yield attached


def _list_key(text: str, item: Measured) -> tuple[str, str, bool, str, int]:
    """Return what the numbers of one list have alike; "respectively" ends a list."""
    family = item.quantity.family if item.quantity.family in PHYSICAL else ""
    closed = times_before(text, item.quantity.start)
    return (item.kind, item.turn, item.against, family, closed)


def _in_series(
    text: str, same: Sequence[Measured], near: Sequence[Part], local: Sequence[Part]
) -> Iterator[Attached]:
    """Share the names near a list of like quantities out among them."""
    spans: list[Span] = [(item.quantity.lead, item.quantity.end) for item in same]
    shares = {
        role: spread(text, groups_of(near, role), spans, reach) for role, reach in _REACH.items()
    }
    if same[0].quantity.shape == "pair":
        shares["data"] = _for_pairs(near, len(same)) or shares["data"]
    shared_out = is_shared_out(text, spans)
    if shared_out:
        shares["data"] = share_out(text, groups_of(near, "data"), spans, shares["data"])
    else:
        shares["data"] = at_their_places(text, groups_of(near, "data"), spans, shares["data"])
    shares["agent"] = _agents(text, local, spans)
    if len(spans) > 1 and len(set(shares["agent"])) == len(spans):
        shares["task"] = _of_all(near, "task", len(spans))
    for number, item in enumerate(same):
        names = {role: groups[number] for role, groups in shares.items()}
        first = {role: groups[0] for role, groups in shares.items()} if number else {}
        elsewhere = len(spans) > 1 and has_own_place(text, item)
        if elsewhere:
            drop_others(text, names, first, spans)
        leave_to_task(names, first, item)
        drop_metric(text, names, item)
        start = names["agent"][0].mark.end if names["agent"] else max(0, spans[number][0] - 110)
        others = item.kind == "absolute" and tells_of_others(text, start, spans[number][0])
        if is_in_brackets(item):
            names["baseline"] = beside(names["baseline"], spans[number])
        place = (number, len(spans)) if shared_out else (0, 1)
        yield Attached(item, names, others, elsewhere, place=place)


def _for_pairs(near: Sequence[Part], count: int) -> list[Group]:
    """Return the list of two that pairs of values share: "by 7/5% and by 15/6% on MATH/GSM8K"."""
    twos = [group for group in groups_of(near, "data") if len(group) == 2]
    return [twos[-1]] * count if twos else []


def _of_all(near: Sequence[Part], role: Role, count: int) -> list[Group]:
    """Return for several systems what they share: a list of tasks is of all of them."""
    groups = groups_of(near, role)
    alone = groups[-1] if groups and len(groups[-1]) == 1 else ()
    return [alone] * count


def _agents(text: str, local: Sequence[Part], spans: Sequence[Span]) -> list[Group]:
    """Return the name right behind each quantity that has it, else the last one before."""
    groups = groups_of(local, "agent")
    behind = [_right_behind(text, groups, span) for span in spans]
    if any(behind):
        return behind
    groups = [g for g in groups if not has_value_before(text, g[0].mark.start)]
    fitting = [group for group in groups if len(group) == len(spans) > 1]
    if fitting:
        return [(part,) for part in fitting[-1]]
    return [
        next((_who(text, g) for g in reversed(groups) if g[0].mark.end <= start), ())
        for start, _ in spans
    ]


def _who(text: str, group: Group) -> Group:
    """Return the last of a list of names, but the first of those that do something together."""
    return group[:1] if _TOGETHER.match(text, group[-1].mark.end) else group[-1:]


_TOGETHER = re.compile(r",? (?:together|combined|jointly|in combination|in tandem)\b")


def _right_behind(text: str, groups: Sequence[Group], span: Span) -> Group:
    """Return the name behind a quantity that is told to have it: "61% (GPT-4)", "61% by GPT-4"."""
    near = (g for g in groups if 0 <= g[0].mark.start - span[1] <= 30)
    return next((g for g in near if has_value_before(text, g[0].mark.start)), ())


def _opening(text: str, found: Sequence[Part]) -> Names:
    """Return the places with which a sentence opens."""
    opens = _OPENS.match(text, 0, 60)
    ends = _OPENING_ENDS.search(text, opens.end(), 200) if opens else None
    if ends is None:
        return {}
    first = [part for part in found if part.mark.end <= ends.start()]
    return _places(first)


def _places(found: Sequence[Part]) -> Names:
    """Return the last data and the last models of a stretch; a task is of its own clause only."""
    places: Names = {}
    for role in _KEPT:
        groups = groups_of(found, role)
        if groups:
            places[role] = groups[-1]
    return places


def _is_cost(attached: Attached) -> bool:
    metric = next(iter(attached.references("metric")), "")
    return is_of_cost(metric, attached.measured.quantity.unit)


def _own_of(group: Group, place: tuple[int, int]) -> Group:
    """Return what a number has of names said before: its own one of as many, else all."""
    index, count = place
    return group[index : index + 1] if len(group) == count else group


class _Context:
    """What a sentence has told before a clause."""

    def __init__(self, opening: Names) -> None:
        self._opening = opening
        self._names: Names = {}
        #: The places of a clause that had no number: those of the next one.
        self._unused: Names = {}
        self._counted = False
        self._metric: Group = ()
        self._last: Names = {}
        self._list: list[Names] = []
        self._kind = ""
        self._is_share = False
        self._beside = False
        self._same_clause = False

    def complete(self, attached: Attached, clause: Clause) -> None:
        """Fill what a clause leaves unsaid of a quantity, from what was said before."""
        names = attached.names
        follows = clause.goes_on or attached.measured.against
        if attached.measured.against:
            self._stand_beside(names)
            in_brackets = is_in_brackets(attached.measured)
            roles: tuple[Role, ...] = ("metric",) if in_brackets else ("metric", "baseline")
            self._compare(names, roles, attached.place)
        elif self._goes_with(attached.measured) and not _is_cost(attached):
            self._compare(names, ("metric",), attached.place)
        cheap = _is_cost(attached)
        if not (names["data"] or names["task"]):
            passed = self._opening or (self._names if follows or clause.joined else self._unused)
            for role, group in passed.items():
                if role in _PLACES and not (role == "data" and not self._opening and cheap):
                    names[role] = names[role] or _own_of(group, attached.place)
        alone = self._same_clause and not attached.elsewhere and attached.place[1] == 1
        if alone and not (names["data"] or names["task"] or names["model"]):
            names["data"] = self._last.get("data", ())
        names["agent"] = names["agent"] or self._names.get("agent", ())
        if follows and self._passes_metric(attached.measured):
            names["metric"] = names["metric"] or self._metric
        self._last = names
        self._list = [*self._list, names] if attached.measured.listed else [names]
        self._beside = attached.measured.wording.name == "set-beside"
        self._same_clause = True
        self._counted = True
        self._kind = attached.measured.kind
        self._is_share = attached.measured.quantity.family in ("share", "plain")

    def _passes_metric(self, measured: Measured) -> bool:
        """Say whether a number may have the last clause's metric: no factor that of a score."""
        is_new = measured.kind == "ratio" and self._kind in ("absolute", "delta")
        return not is_new and measured.wording.name != "share-of-quality"

    def _stand_beside(self, names: Names) -> None:
        """Let two values in one bracket be of one data set: "on A (61% vs. 52%), B (...)"."""
        if self._beside and names["data"] != self._last.get("data", ()):
            shared = self._last["data"] or names["data"]
            names["data"] = self._last["data"] = shared

    def _goes_with(self, measured: Measured) -> bool:
        """Say whether a number tells of the value before it: "31.5%, a 4.7% improvement".

        Or is where a change ends: "from 41% (7B) to 61% (70B)".
        """
        if measured.wording.name == "ends-at":
            return self._kind == "absolute"
        family = measured.quantity.family in ("share", "plain")
        return family and self._is_share and measured.kind == "delta" and self._kind == "absolute"

    def _compare(self, names: Names, roles: tuple[Role, ...], place: tuple[int, int]) -> None:
        """Let a number be of the same things as the value that it is set beside.

        In "61% and 31% on A and B, gains of 3% and 4%" that is the value at its place.
        """
        index, count = place
        beside = self._list[index] if len(self._list) == count > 1 else self._last
        if not (names["data"] or names["task"]):
            for role in ("data", "task"):
                names[role] = beside.get(role, ())
        for role in roles:
            names[role] = names[role] or beside.get(role, ())

    def pass_on(self, local: Sequence[Part]) -> None:
        """Remember the names of a clause for the next."""
        self._same_clause = False
        self._metric = self._last.get("metric", ())
        agents = groups_of(local, "agent")
        places = _places(local)
        if places:
            self._unused = {} if self._counted else places
        self._counted = False
        if places:
            self._names = places | {"agent": self._names.get("agent", ())}
        if agents:
            self._names["agent"] = agents[-1][-1:]
