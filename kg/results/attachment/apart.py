"""What one number of a list does not share with the others: a place of its own, a rival."""

import re
from collections.abc import Sequence

from kg.results.attachment.clauses import Clause
from kg.results.attachment.roles import Role
from kg.results.attachment.spread import Group, Names, Span
from kg.results.wordings.changes import CHANGE, JUDGED, NOUN
from kg.results.wordings.measured import Measured

#: A place of its own that no name tells: "10% in knowledge editing".
_OWN_PLACE = re.compile(
    r"\s*(?:[\w-]+ |⟦o?C⟧ ){0,3}?(?:in|on|for)\s+"
    r"(?!(?:[\w-]+ ){0,3}⟦o?[DTMCN]|average|test-|dev-|val|min"
    r"|(?:the )?(?:un)?seen (?:and|split|set|test))"
)


def has_own_place(text: str, item: Measured) -> bool:
    """Say whether a place that nobody knows stands behind a quantity, or before its bracket."""
    start = item.quantity.lead
    unknown = _UNKNOWN.search(text, max(0, start - 40), start)
    end = item.quantity.end
    is_behind = _OWN_PLACE.match(text, end) or _OVER_ALL.match(text, end)
    return unknown is not None or is_behind is not None


#: "on A (61%), Foo (52%), and B (43%)", "A from 52% to 61% and Foo from 42% to 51%".
#: "On average across benchmarks", behind a number that was measured on one before.
_OVER_ALL = re.compile(r"\s*(?:[\w-]+ |⟦o?C⟧ ){0,3}?on average (?:across|over) (?!⟦|the two|both)")
_UNKNOWN = re.compile(
    r"(?:,|\band) [A-Z][\w.-]{1,20} (?:\(|from )$|, (?:an? )?(?:average|avg\.?|mean|overall):? $"
)


#: A place of the number's own that nobody knows: "5% on math benchmarks", "in real trials, 61%".
_KIND_OF_PLACE = (
    r"(?!(?:this|these|that|those|both|all|each|such|same|other|the|its|our)\b)[a-z][\w-]+ "
)
_UNNAMED_BEHIND = re.compile(
    rf"[^,;.()\d⟦]{{0,30}}?\b(?:on|for|in) (?:the )?(?:{_KIND_OF_PLACE}){{1,3}}"
    r"(?:benchmarks?|data ?sets?|tasks?|settings|scenarios|environments|domains|experiments"
    r"|tests?)\b(?! (?:like|such|including|from|of)\b)"
)
_IN_REALITY_BEHIND = re.compile(
    r"[^,;.()\d⟦]{0,30}?(?:⟦o?C⟧ )?\b(?:on|in) (?:the )?(?:real-world|real|physical) (?:[a-z-]+ )?"
    r"(?:deployments?|trials|robots?|experiments|tests|tasks|scenarios|environments)\b"
)
_UNNAMED_BEFORE = re.compile(
    r"\b(?:in|on|during) (?:the )?(?:real-world|real|physical|simulated|human|user|online|offline)"
    r"(?:-[a-z]+)?(?: (?!on\b)[\w-]+){0,3}? (?:experiments|trials|tests|tasks|studies|stud(?:y|ies)"
    r"|evaluations?|deployments?|settings|scenarios|robots?|environments?)\b(?:[^;⟦]|⟦o?[AMC]){0,80}$"
)


def is_apart(text: str, measured: Measured, clause: Clause) -> bool:
    """Say whether a number was measured where no name tells, and not where others were."""
    end = measured.quantity.end
    if _UNNAMED_BEHIND.match(text, end) or _IN_REALITY_BEHIND.match(text, end):
        return True
    lead = measured.quantity.lead
    return _UNNAMED_BEFORE.search(text, max(clause.start, lead - 140), lead) is not None


#: Wordings of a number that stands in brackets behind its name.
_IN_BRACKETS = frozenset({"in-brackets", "number-in-brackets"})


#: How many data sets or tasks, without their names: "across eight reasoning benchmarks".
_SEVERAL = re.compile(
    r"[^,;.()]{0,45}?\b(?:on|across|over|in) (?:all |both )?(?:the )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|various|multiple|diverse|many"
    r"|different|numerous)(?:,? (?:[\w-]+|⟦T⟧)){0,8}?"
    r" (?:benchmarks|data ?sets|tasks|domains|settings|environments|suites)\b"
    r"(?!,? ?(?:\(|:|including|such as|namely|like|i\.e\.|from|of|in|on|⟦))"
)


def drop_later(text: str, names: Names, item: Measured) -> None:
    """Take away data and tasks behind those of a number that no name tells."""
    own = _SEVERAL.match(text, item.quantity.end, item.quantity.end + 160)
    for role in _SHARED if own else ():
        if names[role] and own and own.end() <= names[role][0].mark.start:
            names[role] = ()


def beside(group: Group, span: Span) -> Group:
    """Return a name that has the number in brackets behind it; far names have others."""
    return group if group and 0 <= span[0] - group[-1].mark.end <= 2 else ()


def is_in_brackets(item: Measured) -> bool:
    """Say whether a quantity is a rival's, in brackets behind its name."""
    return item.against and item.wording.name in _IN_BRACKETS


def drop_others(text: str, names: Names, first: Names, spans: Sequence[Span], index: int) -> None:
    """Take away what is not of the number at an index: the first one's, what others stand beside.

    A list shares its metric, but not one that is the place of its first number: "3% in accuracy
    and 2% in speech".
    """
    if first:
        metric = first["metric"]
        start = metric[0].mark.start if metric else 0
        placed = start >= spans[0][1] and _IN.search(text, start - 30, start)
        _drop_shared(names, first, (*_SHARED, "metric") if placed else _SHARED)
        for role in _SHARED:
            if names[role] and _is_of_others(names[role], spans, index):
                names[role] = ()
        return
    for role in _SHARED:
        if names[role] and names[role][0].mark.start >= spans[1][0]:
            names[role] = ()


def leave_to_metric(text: str, names: Names, item: Measured) -> bool:
    """Take away the data of another number of "0.97 on A, 0.98 on F1", whose place is a metric.

    Return whether it is.
    """
    metric, data = names["metric"], names["data"]
    if not metric or not _ON.fullmatch(text, item.quantity.end, metric[0].mark.start):
        return False
    if data and 0 <= data[0].mark.start - metric[0].mark.end <= _NEAR:
        return False
    names["data"] = ()
    return True


_ON = re.compile(r"\s?%?\s?on (?:the )?")
#: In characters: how far behind a metric its own data may stand.
_NEAR = 12


def leave_to_task(names: Names, first: Names, item: Measured) -> None:
    """Take away the data of the first number where a task of its own stands behind another."""
    task, data = names["task"], names["data"]
    if not first or task == first["task"] or data != first["data"]:
        return
    if task and data and data[0].mark.start < item.quantity.start < task[0].mark.start:
        names["data"] = ()


def _is_of_others(group: Group, spans: Sequence[Span], index: int) -> bool:
    """Say whether names stand between other numbers than the one at an index and its next."""
    start, end = group[0].mark.start, group[-1].mark.end
    is_between = spans[0][1] <= start and end <= spans[index][0]
    return is_between or (index + 1 < len(spans) and spans[index + 1][0] <= start)


_SHARED: tuple[Role, ...] = ("data", "task")
_IN = re.compile(r"\b(?:in|on|of|for) (?:\w+ ){0,3}$")


def _drop_shared(names: Names, first: Names, roles: Sequence[Role]) -> None:
    """Take away what a number shares with the first of its list, where it has its own place."""
    for role in roles:
        if names[role] == first[role]:
            names[role] = ()


#: What became less or more, right behind a number: "3x fewer epochs".
_OWN_MEASURE = re.compile(
    r"\s?(?:less|fewer|lower|higher|more|shorter|smaller|longer) "
    r"(?!(?:on|in|than|for|over|at|and|or|to|with|when)\b)[a-z]|\s[a-z]+-?\d(?=[\s,;/.)])"
)
#: How fast something is, right behind a number, and the metrics that may tell it.
_OWN_SPEED = re.compile(r"\s?(?:faster|slower|quicker|cheaper)\b")
_SPEEDS = re.compile(r"speed|time|latency|throughput|cost|FPS|duration|rate", re.IGNORECASE)
#: A score that no name tells, behind another number: "and an overall score of".
_OWN_SCORE = re.compile(
    r"\d ?%?(?: [^;,.\d]{0,30})?,? and (?:(?:an?|the|its) (?:[a-z-]+ ){0,2}?"
    r"(?:scores?|ratings?|results?|performance)|an? [A-Z]\w{0,5}) (?:of|is|at)(?: \w+){0,2} $"
)
#: Before a number that has a score of its own kind.
_HAS_SCORE = re.compile(r"\b(?:scores?|ratings?|performance|result) of(?: \w+)? $")
_DIGIT = re.compile(r"\d")
#: What was the same for all that was measured: "at equal latency", "under the same cost".
_AT_EQUAL = re.compile(
    r"\b(?:at|under|for|within|given) (?:an? |the )?"
    r"(?:same|equal|equivalent|similar|comparable|fixed|matched|identical)(?: [a-z-]+)? $",
    re.IGNORECASE,
)
#: "At 80% accuracy, it is 5x faster": the accuracy is no factor.
_OF_SETTING = re.compile(r"\b[Aa]t \d[\d.]{0,5} ?% (?:⟦\w+⟧ |[\w-]+ ){0,2}$")
_ITEM = re.compile(r"[,;]|\band\b|\d")


def drop_metric(text: str, names: Names, item: Measured) -> None:
    """Take the metric from a number where it is that of another one."""
    if names["metric"] and is_of_another_number(text, names["metric"], item):
        names["metric"] = ()


def is_of_another_number(text: str, metric: Group, item: Measured) -> bool:
    """Say whether words tell that a metric is that of another number."""
    return any(is_other(text, metric, item) for is_other in _OTHERS)


def _is_of_unread(text: str, metric: Group, item: Measured) -> bool:
    """Say whether what nobody knows changes by a number: "accuracy by 24% and reasoning by 9%"."""
    start = metric[0].mark.end
    return start <= item.quantity.lead and bool(
        _UNREAD_CHANGE.search(text, start, item.quantity.lead)
    )


_UNREAD_CHANGE = re.compile(
    r"\d[^;]*\band (?:the |its )?(?!(?:on|in|for|over|up|by|it|them|this)\b)"
    r"(?:(?!\w+ing )[a-z-]+ ){0,2}(?![a-z]+-wise )[a-z-]+ by (?:[a-z]+ ){0,2}$"
)


def _is_of_performance(text: str, metric: Group, item: Measured) -> bool:
    """Say whether performance changes by a number, and the metric is that of a later one.

    "It increases performance by 2.1%, with 3.7% more FLOPs".
    """
    end, lead = item.quantity.end, item.quantity.lead
    start = metric[0].mark.start
    if start < end or not _PERFORMANCE.search(text, max(0, lead - 60), lead):
        return False
    return _DIGIT.search(text, end, start) is not None


_PERFORMANCE = re.compile(
    r"\b(?:performance|quality|results|capabilit(?:y|ies)) by (?:[a-z]+ ){0,2}$"
)


def _is_of_scores(text: str, metric: Group, item: Measured) -> bool:
    """Say whether a number has a score of its own kind, and the metric is another's."""
    end, lead = item.quantity.end, item.quantity.lead
    start = metric[0].mark.start
    if _HAS_SCORE.search(text, max(0, lead - 40), lead) and start > end:
        return _DIGIT.search(text, end, start) is not None
    own = _OWN_SCORE.search(text, max(0, lead - 60), lead)
    return own is not None and metric[-1].mark.end <= own.start()


def _is_of_setting(text: str, metric: Group, item: Measured) -> bool:
    before = metric[0].mark.start
    if item.kind == "absolute" and _AT_EQUAL.search(text, max(0, before - 50), before):
        return True
    return item.kind == "ratio" and _OF_SETTING.search(text, 0, before) is not None


def _is_no_speed(text: str, metric: Group, item: Measured) -> bool:
    return _OWN_SPEED.match(text, item.quantity.end) is not None and not _is_speed(metric)


def _is_of_less(text: str, metric: Group, item: Measured) -> bool:
    """Say whether something else than the metric is told to be less or more."""
    end = item.quantity.end
    between = text[end : metric[0].mark.start]
    is_near = bool(between) and len(between) <= 45 and not _ITEM.search(between)
    return _OWN_MEASURE.match(text, end) is not None and not is_near


def _is_of_another(text: str, metric: Group, item: Measured) -> bool:
    """Say whether a word that no list knows tells what a number measures, beside it."""
    lead = item.quantity.lead
    if has_noun_behind(text, item):
        return True
    before = _NOUN_BEFORE.search(text, max(0, lead - 50), lead)
    return before is not None and metric[-1].mark.end <= before.start()


def has_noun_behind(text: str, item: Measured) -> bool:
    """Say whether a word behind a number tells what it measures, which no list knows."""
    noun = _NOUN_BEHIND if item.kind == "absolute" else _NOUN_OF_CHANGE
    return noun.match(text, item.quantity.end) is not None


#: "41% success and 77% progress", "success from 17% to 35% and progress from 68% to 81%".
_NOUN_BEHIND = re.compile(
    r"\s[a-z]{3,12}(?:[ct]ion|ity|ness|ance|ence|ess|ency|age|ment)s?"
    r"(?=[,.;)]| (?:and|on|in|at|for)\b)"
    r"|\s(?!(?:GPU|CPU|LLM|VLM|FPS)s?\b)[A-Z]{2,7}s?(?=[,.;)]| (?:and|on|in|at|for)\b)"
)
_NOUN_OF_CHANGE = re.compile(rf"\s(?!{JUDGED}\b)[a-z][\w-]{{2,20}} {NOUN}\b")
_NOUN_BEFORE = re.compile(
    rf",? and (?:its |the )?(?!(?:{CHANGE}|then|up|down|even|also|only|again|from|with|that|this)"
    r"\b)(?![a-z-]+(?:ing|ly|er|wise|shot)\b)(?:[a-z-]{4,20} ){1,2}(?:from|by|to|of) $"
    rf"|\bby (?:up to |over |about )?\d[\d.]* ?%, (?!{CHANGE})(?![a-z-]+(?:ing|ly|s) )"
    r"(?:[a-z-]{4,20} ){1,2}by (?:up to )?$"
    r"|\b[A-Z]\w{0,8}\s?=\s?$"
)


def _is_in_later_bracket(text: str, metric: Group, item: Measured) -> bool:
    """Say whether a metric stands beside a number in a bracket that opens behind a closed one.

    In "pointing (61% on A) and tracking (59% win rate)" the first is no win rate.
    """
    end, start = item.quantity.end, metric[0].mark.start
    return start > end and _LATER_BRACKET.fullmatch(text, end, start) is not None


def _is_in_earlier_bracket(text: str, metric: Group, item: Measured) -> bool:
    """Say whether a metric stands in a bracket before, and each bracket has one of its own.

    In "anticipation (7.7 mAP on A), depth (0.3 RMSE on B) and recognition (77.7 on C)" the last
    is no RMSE.
    """
    end = metric[-1].mark.end
    if end > item.quantity.lead or not text.endswith("(", 0, item.quantity.lead):
        return False
    return _EARLIER_BRACKETS.search(text, max(0, end - 140), item.quantity.lead) is not None


_EARLIER_BRACKETS = re.compile(
    r"\([^()]*\d ?%? ⟦o?C⟧[^()]*\)[^()]*\([^()]*\d ?%? ⟦o?C⟧[^()]*\)[^()]*\($"
)
#: Something else than a list of data stands between the brackets.
_LATER_BRACKET = re.compile(r"[^()]*\)(?=[^()]*[a-z]{4})[^()]*\((?=[^()]*\d ?%? )[^()]*")

#: What tells that a metric is that of another number.
_OTHERS = (
    _is_in_later_bracket,
    _is_in_earlier_bracket,
    _is_of_scores,
    _is_of_setting,
    _is_no_speed,
    _is_of_another,
    _is_of_less,
    _is_of_unread,
    _is_of_performance,
)


def _is_speed(parts: Group) -> bool:
    return any(_SPEEDS.search(name) for part in parts for name in part.mark.references)
