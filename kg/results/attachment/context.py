"""What a sentence told before a number, and passes on: places, metric and subject."""

import re
from collections.abc import Sequence

from kg.results.attachment.apart import has_noun_behind, is_apart, is_in_brackets
from kg.results.attachment.attached import Attached
from kg.results.attachment.clauses import Clause
from kg.results.attachment.respectively import place_in_list
from kg.results.attachment.roles import Part, Role, groups_of
from kg.results.attachment.sentences import Mark
from kg.results.attachment.spread import Group, Names
from kg.results.wordings.changes import NOUN
from kg.results.wordings.costs import is_of_cost
from kg.results.wordings.measured import Measured

_KEPT: tuple[Role, ...] = ("data", "model")

#: A sentence that opens with what all of it was measured on: "On GSM8K, ...".
_OPENS = re.compile(
    r"(?:(?:\w+ly|for instance|for example|e\.g\.|in particular|moreover|furthermore|also|first"
    r"|second|finally|further|and),? )*(?:(?:our |the |extensive |comprehensive |empirical |further"
    r" |experimental |in ){0,3}(?:experiments?|evaluat\w+|results?|tests?|testing|validated|studies"
    r"|analysis) )?(?:on|in|for|with|under|across|using|at|when|over|applied to)\b",
    re.IGNORECASE,
)
#: A sentence that opens with the model that all of it was run with.
_RUN_WITH = re.compile(
    r"(?:\w+,? )?(?:experiments?|evaluations?|results|tests) (?:with|using|on) |using\b",
    re.IGNORECASE,
)
_OPENING_ENDS = re.compile(
    r",|\b(?:show|demonstrat|indicat|reveal|suggest|confirm|verif|find|found|prov|we|it|our)\w*\b"
)


#: What is told to change, before by how much.
_CHANGED = re.compile(
    r"\b(?:improv|increas|rais|boost|enhanc|reduc|decreas|lower|cut|sav)(?:e|es|ed|ing|s|ting)?"
    r" (?:the |its |their )?(?!(?:by|over|upon|on|it|this|them|up|from|to|scores?|results?)\b)"
    r"(?:[a-z][a-z-]+ ){1,4}(?:by|from|to) (?:\w+ )?$"
)


#: Behind the metric of a change with which a clause ends: "FID reductions, improving from 8.1".
_ENDS = re.compile(rf" {NOUN}(?: (?:on|in) (?:the )?⟦o?D⟧)?,? ?", re.IGNORECASE)

#: A name that nobody knows, before what it is changed to or by.
_UNREAD = re.compile(
    r"\b(?:boost|rais|improv|lift|push|bring|enhanc|reduc|lower)\w* (?:the )?[^,;\d]{0,40}?"
    r"\b(?:[A-Z][a-z]+[A-Z]\w*|[A-Z]\w*-?\d)[\w.-]* (?:from|to|by) $"
)


_OF_IT = re.compile(
    r" and [a-z]+ (?:its|their) (?:[a-z-]+ |⟦o?C⟧ ){1,3}(?:by|to|from) (?:[a-z]+ )?$"
)

#: Before the value of one that another does not reach: "while B stays at".
_CONTRASTS = re.compile(
    r",? (?:while|whereas|but) (?:the |our |its )?⟦o?[MA]⟧(?:(?:,|,? and) ⟦o?[MA]⟧){0,3}"
    r" (?:[a-z]+ly |still |only |even )?"
    r"(?:remain|stay|reach|achiev|attain|hit|get|obtain|score|maintain|hold|stand|keep|yield|drop"
    r"|fall|has|is)(?:s|es|ed)?"
    r"(?: (?:at|to|only|just|stable|still|around|about|above|below)){0,3} "
    r"(?:\d[\d.]* ?%?(?:,|,? and) ){0,3}$"
)

#: What a factor is one over, right behind it.
_OVER_RIVAL = re.compile(r" (?:(?:over|vs\.?|versus|that of)(?!\w)|(?:⟦\w+⟧|[A-Z][\w-]*)'s)")


def opening(text: str, found: Sequence[Part]) -> Names:
    """Return the places with which a sentence opens, a list of them whole."""
    opens = _OPENS.match(text, 0, 60)
    ends = _OPENING_ENDS.search(text, opens.end(), 200) if opens else None
    if ends is None:
        return {}
    groups = {part.group for part in found if part.mark.end <= ends.start()}
    return _places([part for part in found if part.group in groups])


def _one(group: Group) -> Group:
    """Return a name that stands alone, nothing of a list."""
    return group if len(group) == 1 else ()


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


_AND_BEHIND = re.compile(r" (?:benchmarks? |data ?sets? |tasks? |suite )?and ")


def _own_of(text: str, group: Group, place: tuple[int, int]) -> Group:
    """Return what a number has of names said before: its own one of as many, else all.

    Of several that a list shares out in another way, it has none, nor what stands at the place of
    another number among names that nobody knows.
    """
    index, count = place
    if not count and len(group) > 1:
        return ()
    if count > 1 and len(group) == 1:
        mark = group[0].mark
        at, items = place_in_list(text, mark)
        listed = items == count and (at or _AND_BEHIND.match(text, mark.end))
        return group if not listed or at == index else ()
    return group[index : index + 1] if len(group) == count else group


def has_its_own(text: str, measured: Measured) -> bool:
    """Say whether a word beside a number tells what it measures, which no list knows."""
    lead = measured.quantity.lead
    changed = _CHANGED.search(text, max(0, lead - 90), lead)
    return changed is not None or has_noun_behind(text, measured)


class Context:
    """What a sentence has told before a clause."""

    def __init__(self, text: str, opening: Names) -> None:
        self._text = text
        self._opening = opening
        #: The one model that all of the sentence was run with.
        self._run_with = _one(opening.get("model", ())) if _RUN_WITH.match(text) else ()
        self._names: Names = {}
        #: The places of a clause that had no number: those of the next one.
        self._unused: Names = {}
        self._counted = False
        self._metric: Group = ()
        self._last: Names = {}
        self._list: list[Names] = []
        self._values: list[Names] = []
        self._went = False
        #: The metric of the last value.
        self._score: Group = ()
        self._kind = ""
        self._is_share = False
        self._beside = False
        self._same_clause = False

    def complete(self, attached: Attached, clause: Clause) -> None:
        """Fill what a clause leaves unsaid of a quantity, from what was said before."""
        names = attached.names
        follows = clause.goes_on or attached.measured.against
        apart = is_apart(self._text, attached.measured, clause)
        if not apart:
            self._set_beside(attached)
        if self._is_told_of(attached.measured):
            self._compare(names, ("metric",), attached.place)
        if self._same_clause and self._has_metric_of_value(attached.measured):
            names["metric"] = names["metric"] or self._score
        if not (apart or names["data"] or (names["task"] and "data" not in self._opening)):
            self._pass_places(attached, clause)
        alone = self._same_clause and not attached.elsewhere and attached.place[1] == 1
        alone = alone and not (apart or self._is_cost_aside(attached))
        if alone and not (names["data"] or names["task"] or names["model"]):
            names["data"] = self._last.get("data", ())
        names["agent"] = names["agent"] or self._names.get("agent", ())
        names["model"] = names["model"] or self._run_with or self._of_it(attached.measured)
        if self._contrasts(attached.measured, clause):
            names["data"] = names["data"] or _one(self._last.get("data", ()))
            follows = True
        if follows and self._passes_metric(attached.measured):
            names["metric"] = names["metric"] or self._metric
        self._remember(attached)

    def _contrasts(self, measured: Measured, clause: Clause) -> bool:
        """Say whether a value is set against that of the clause before, and measured alike.

        "A drops to 61% on D, whereas B stays at 74%".
        """
        alike = self._kind == measured.kind == "absolute"
        if not alike or self._is_share != (measured.quantity.family in ("share", "plain")):
            return False
        span = (clause.start, measured.quantity.lead)
        return _CONTRASTS.fullmatch(self._text, *span) is not None

    def _of_it(self, measured: Measured) -> Group:
        """Return the model before whose metric changes: "on A by 3%, and raises its F1 by 2%"."""
        lead = measured.quantity.lead
        is_of_it = _OF_IT.search(self._text, max(0, lead - 60), lead)
        return _one(self._last.get("model", ())) if is_of_it else ()

    def _is_cost_aside(self, attached: Attached) -> bool:
        """Say whether a cost is told beside a score, not in brackets behind what it is a cost of.

        "5% better on A, while cutting latency by 3%"; but "from 30 to 5 seconds (>5x) on A".
        """
        lead = attached.measured.quantity.lead
        return _is_cost(attached) and not self._text.endswith("(", 0, lead)

    def _set_beside(self, attached: Attached) -> None:
        """Let a rival's value, or a gain that tells of a value, have what that value has."""
        if attached.measured.against:
            self._stand_beside(attached.names)
            in_brackets = is_in_brackets(attached.measured)
            roles: tuple[Role, ...] = ("metric",) if in_brackets else ("metric", "baseline")
            self._compare(attached.names, roles, attached.place)
        elif has_its_own(self._text, attached.measured):
            return
        elif self._follows(attached.measured) and not self._is_other_cost(attached):
            self._compare(attached.names, ("metric",), attached.place)

    def _is_other_cost(self, attached: Attached) -> bool:
        """Say whether a cost tells of something else than the value before: no end of a change."""
        ends = attached.measured.wording.name in ("ends-at", "ends-ahead")
        return not ends and _is_cost(attached)

    def _pass_places(self, attached: Attached, clause: Clause) -> None:
        """Pass on the places with which the sentence opens, else those of the clause before.

        Where that does not lead here, a score still has its data and a cost its models.
        """
        names, cheap = attached.names, _is_cost(attached)
        index, count = attached.place
        shared = [one.get("data", ()) for one in self._list]
        if len(shared) == count > 1 and len(set(shared)) == count:
            names["data"] = names["data"] or shared[index]
        leads = clause.goes_on or attached.measured.against
        passed = self._opening or (self._names if leads or clause.joined else self._unused)
        for role in _KEPT:
            if role == "data":
                fits = bool(self._opening) or not cheap
            else:
                fits = leads or bool(self._opening) or cheap
            if role == "model" and self._changes_another(attached.measured, clause):
                continue
            if fits and role in passed:
                names[role] = names[role] or _own_of(self._text, passed[role], attached.place)

    def _changes_another(self, measured: Measured, clause: Clause) -> bool:
        """Say whether a name that nobody knows is told to change: "boosting FooNet-B to 61%"."""
        lead = measured.quantity.lead
        return _UNREAD.search(self._text, max(clause.start, lead - 80), lead) is not None

    def _remember(self, attached: Attached) -> None:
        names = attached.names
        self._last = names
        if attached.measured.kind == "absolute":
            self._score = names["metric"]
            self._values.append(names)
        self._list = [*self._list, names] if attached.measured.listed else [names]
        self._beside = attached.measured.wording.name == "set-beside"
        self._same_clause = True
        self._counted = True
        self._kind = attached.measured.kind
        self._is_share = attached.measured.quantity.family in ("share", "plain")

    def _passes_metric(self, measured: Measured) -> bool:
        """Say whether a number may have the last clause's metric.

        No factor has that of a score, no score that of a factor, and what is told to change by it
        is measured itself: "improving quality by 3%".
        """
        is_new = (measured.kind == "ratio") != (self._kind == "ratio")
        told = has_its_own(self._text, measured)
        return not (is_new or told) and measured.wording.name != "share-of-quality"

    def _stand_beside(self, names: Names) -> None:
        """Let two values in one bracket be of one data set: "on A (61% vs. 52%), B (...)"."""
        if self._beside and names["data"] != self._last.get("data", ()):
            shared = self._last["data"] or names["data"]
            names["data"] = self._last["data"] = shared

    def _follows(self, measured: Measured) -> bool:
        """Say whether a number, or the first of its list, tells of the value before it."""
        self._went = self._went if measured.listed else self._goes_with(measured)
        return self._went

    def _goes_with(self, measured: Measured) -> bool:
        """Say whether a number tells of the value before it: "31.5%, a 4.7% improvement".

        Or is where a change ends: "from 41% (7B) to 61% (70B)".
        """
        if measured.wording.name in ("ends-at", "ends-ahead"):
            return self._kind == "absolute"
        family = measured.quantity.family in ("share", "plain")
        return family and self._is_share and measured.kind == "delta" and self._kind == "absolute"

    def _is_told_of(self, measured: Measured) -> bool:
        """Say whether a gain in brackets tells of the value before: "to 0.3 m (a 2% gain)"."""
        opens = self._text.endswith("(", 0, measured.quantity.lead)
        return opens and self._same_clause and measured.kind == "delta" and self._kind == "absolute"

    def _has_metric_of_value(self, measured: Measured) -> bool:
        """Say whether a number is of the metric of the value before it.

        "EHR 0.47 (17x over LoRA)" tells how many times as much that is, "49.4 (+1.0)" how much
        more.
        """
        times = measured.wording.name in ("times", "changes-times")
        set_against = times and _OVER_RIVAL.match(self._text, measured.quantity.end) is not None
        return set_against or measured.wording.name == "with-its-gain"

    def _compare(self, names: Names, roles: tuple[Role, ...], place: tuple[int, int]) -> None:
        """Let a number be of the same things as the value that it is set beside.

        In "61% and 31% on A and B, gains of 3% and 4%" that is the value at its place.
        """
        index, count = place
        several = self._list if len(self._list) == count else self._values
        beside = several[index] if len(several) == count > 1 else self._last
        if not (names["data"] or names["task"]):
            for role in ("data", "task"):
                names[role] = beside.get(role, ())
        for role in roles:
            names[role] = names[role] or beside.get(role, ())

    def _ends_with(self, mark: Mark, clause: Clause) -> bool:
        """Say whether a clause ends with the change of a metric."""
        return _ENDS.fullmatch(self._text, mark.end, clause.end) is not None

    def pass_on(self, local: Sequence[Part], clause: Clause) -> None:
        """Remember the names of a clause for the next."""
        self._same_clause = False
        metric = self._last.get("metric", ())
        metrics = [part for part in local if part.role == "metric"]
        measured = {ref for part in metrics for ref in part.mark.references}
        if metrics and self._ends_with(metrics[-1].mark, clause):
            metric = (metrics[-1],)
        self._metric = metric if len(measured) < 2 else ()
        agents = groups_of(local, "agent")
        places = _places(local)
        if places:
            self._unused = {} if self._counted else places
        self._counted = False
        if places:
            self._names = places | {"agent": self._names.get("agent", ())}
        if agents:
            self._names["agent"] = agents[-1][-1:]
