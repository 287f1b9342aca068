"""What each number of a sentence was measured on, whose value it is, and what it is set against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kg.results.clauses import Clause, clauses
from kg.results.measures import Measured
from kg.results.roles import Part, Role, groups_of, parts
from kg.results.sentences import Sentence
from kg.results.spread import Group, Span, spread


@dataclass(frozen=True, slots=True)
class Attached:
    """A measured quantity with the names that belong to it; lists hold of each of their names."""

    measured: Measured
    names: dict[Role, Group] = field(default_factory=dict)

    def references(self, role: Role) -> tuple[str, ...]:
        """Return the local references of the names that have a role."""
        found = (ref for part in self.names.get(role, ()) for ref in part.mark.references)
        return tuple(dict.fromkeys(found))


#: The roles that are read near a number, and how near behind it counts as its own.
_NEAR: dict[Role, int] = {"metric": 45, "data": 70, "task": 60, "model": 60, "baseline": 90}

#: A sentence that begins with what all of it was measured on: "On GSM8K, ...".
_OPENS = re.compile(r"(?:\w+,? )?(?:[Oo]n|[Ii]n|[Ff]or|[Ww]ith|[Uu]nder|[Aa]cross|[Uu]sing|[Aa]t)\b")


def attach(sentence: Sentence, measured: Sequence[Measured]) -> Iterator[Attached]:
    """Yield the measured quantities of a sentence with the names that belong to them."""
    found = parts(sentence)
    opening = _opening(sentence, found)
    last: Attached | None = None
    for clause in clauses(sentence.text):
        inside = [m for m in measured if clause.start <= m.quantity.start < clause.end]
        local = [part for part in found if clause.start <= part.mark.start < clause.end]
        for attached in _in_clause(sentence.text, clause, inside, local):
            last = _completed(attached, clause, opening, last)
            yield last


def _in_clause(
    text: str, clause: Clause, inside: Sequence[Measured], local: Sequence[Part]
) -> Iterator[Attached]:
    """Yield the quantities of one clause, list by list, with the names near them."""
    series = [list(same) for _, same in groupby(inside, key=_list_key)]
    for index, same in enumerate(series):
        start = series[index - 1][-1].quantity.end if index else clause.start
        end = series[index + 1][0].quantity.lead if index + 1 < len(series) else clause.end
        own = [part for part in local if start <= part.mark.start and part.mark.end <= end]
        spans: list[Span] = [(item.quantity.lead, item.quantity.end) for item in same]
        shares = {
            role: spread(groups_of(own, role), spans, near) for role, near in _NEAR.items()
        }
        before = [part for part in local if part.mark.end <= spans[-1][0]]
        shares["agent"] = _agents(before, spans)
        for number, item in enumerate(same):
            yield Attached(item, {role: names[number] for role, names in shares.items()})


def _list_key(item: Measured) -> tuple[str, str, bool]:
    return (item.kind, item.turn, item.against)


def _agents(local: Sequence[Part], spans: Sequence[Span]) -> list[Group]:
    """Return the last name before each quantity whose value it may be."""
    groups = groups_of(local, "agent")
    fitting = [group for group in groups if len(group) == len(spans) > 1]
    if fitting:
        return [(part,) for part in fitting[-1]]
    return [next((g[-1:] for g in reversed(groups) if g[0].mark.end <= span[0]), ()) for span in spans]


def _opening(sentence: Sentence, found: Sequence[Part]) -> dict[Role, Group]:
    """Return the names with which a sentence opens, before its first comma."""
    comma = sentence.text.find(",", 0, 160)
    if comma < 0 or not _OPENS.match(sentence.text):
        return {}
    first = [part for part in found if part.mark.end <= comma]
    opening: dict[Role, Group] = {}
    for role in ("data", "task", "model", "metric"):
        groups = groups_of(first, role)
        if groups:
            opening[role] = groups[-1]
    return opening


def _completed(
    attached: Attached, clause: Clause, opening: dict[Role, Group], last: Attached | None
) -> Attached:
    """Fill what a clause leaves unsaid from the opening of the sentence and the clause before."""
    names = dict(attached.names)
    if not _has_place(names):
        names.update({role: group for role, group in opening.items() if role != "metric"})
    if last is not None and (clause.goes_on or attached.measured.against):
        for role in ("data", "metric", "agent", "task", "model"):
            if not names.get(role) and not (role in ("data", "task", "model") and _has_place(names)):
                names[role] = last.names.get(role, ())
    if not names.get("metric"):
        names["metric"] = opening.get("metric", ())
    return replace(attached, names=names)


def _has_place(names: dict[Role, Group]) -> bool:
    return bool(names.get("data") or names.get("task"))
