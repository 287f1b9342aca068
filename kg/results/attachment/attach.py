"""What each number of a sentence was measured on, whose value it is, and what it is set against."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise
from types import MappingProxyType

from kg.results.attachment.apart import (
    beside,
    drop_later,
    drop_metric,
    drop_others,
    has_own_place,
    is_in_brackets,
    leave_to_metric,
    leave_to_task,
)
from kg.results.attachment.attached import Attached
from kg.results.attachment.beside import set_beside
from kg.results.attachment.clauses import Clause, clauses
from kg.results.attachment.context import Context, opening
from kg.results.attachment.neighbours import share
from kg.results.attachment.others import tells_of_others
from kg.results.attachment.respectively import (
    at_their_places,
    is_shared_out,
    place_in_list,
    share_out,
)
from kg.results.attachment.roles import Part, Role, groups_of, has_value_before, parts
from kg.results.attachment.sentences import Sentence
from kg.results.attachment.spread import Group, Names, Reach, Span, in_their_brackets, spread
from kg.results.numbers.units import PHYSICAL
from kg.results.wordings.measured import Measured

#: What the numbers of one list have alike.
ListKey = tuple[str, str, bool, str, int]

_FREE = re.compile(r";")
#: What belongs to another number or another thing than a metric that stands behind it.
_BARRIER = re.compile(
    r"[,;:]|\([~+<>]?\d[\d.]*\s?(?:x|times|%|pp|points)"
    r"|\b(?:and|while|when|with|at(?! $)|under|respectively|despite|but|although|though"
    r"|than|whereas|without|maintain\w*|preserv\w*|retain\w*|sacrific\w*)\b"
)

#: Brackets with a number of their own have a rival of their own.
_BRACKET = re.compile(r";|\((?=[^()]{0,80}\d ?%)")

#: The roles that are read near a number, and how.
_REACH: Mapping[Role, Reach] = MappingProxyType(
    {
        "metric": Reach(45, _BARRIER),
        "data": Reach(70, _FREE),
        "task": Reach(30, _BARRIER),
        "model": Reach(60, _FREE, shared=False),
        "baseline": Reach(90, _BRACKET, shared=False),
    }
)


def attach(sentence: Sentence, measured: Sequence[Measured]) -> Iterator[Attached]:
    """Yield the measured quantities of a sentence with the names that belong to them."""
    if not measured:
        return
    found = parts(sentence)
    context = Context(sentence.text, opening(sentence.text, found))
    list_of = partial(_list_key, [match.end() for match in _LIST_BORDER.finditer(sentence.text)])
    done: list[Attached] = []
    for clause in clauses(sentence.text):
        inside = [m for m in measured if clause.start <= m.quantity.start < clause.end]
        local = [part for part in found if clause.start <= part.mark.start < clause.end]
        attached = [
            replace(item, parts=tuple(found), clause=clause)
            for item in _in_clause(sentence.text, clause, inside, local, list_of)
        ]
        for item in attached:
            context.complete(item, clause)
        done += attached
        context.pass_on(local, clause)
    for value, later in pairwise(done):
        share(sentence.text, value, later)
    lists = groupby(done, key=lambda attached: list_of(attached.measured))
    set_beside(sentence.text, found, [list(same) for _, same in lists])
    # A number may still get the data of the one that it is set beside.
    yield from done


def _in_clause(
    text: str,
    clause: Clause,
    inside: Sequence[Measured],
    local: Sequence[Part],
    list_of: Callable[[Measured], ListKey],
) -> Iterator[Attached]:
    """Yield the quantities of one clause, list by list, with the names near them."""
    series = _series(text, inside, list_of)
    claimed: set[int] = set()
    done: list[Attached] = []
    for index, same in enumerate(series):
        before = (item.quantity.end for one in series[:index] for item in one)
        start = max((end for end in before if end <= same[0].quantity.lead), default=clause.start)
        later = (item[0].quantity.lead for item in series[index + 1 :])
        behind = (lead for lead in later if lead > same[-1].quantity.end)
        end = next((lead for lead in behind if not _IS_ASIDE.search(text, 0, lead)), clause.end)
        near = [
            part
            for part in local
            if start <= part.mark.start and part.mark.end <= end and part.mark.start not in claimed
        ]
        for attached in _in_series(text, same, near, local):
            claimed.update(part.mark.start for part in attached.names["metric"])
            if same[0].quantity.family in PHYSICAL:
                claimed.update(part.mark.start for part in attached.names["data"])
            done.append(attached)
    yield from sorted(done, key=_place)


def _place(attached: Attached) -> int:
    return attached.measured.quantity.start


def _series(
    text: str, inside: Sequence[Measured], list_of: Callable[[Measured], ListKey]
) -> list[list[Measured]]:
    """Return the lists of like quantities, which go on behind what is set beside in brackets.

    "An FID of 3.1 (versus 4.2 for A) and 61% accuracy (versus 52% for B) on D" has one of two
    own values.
    """
    joined: list[list[Measured]] = []
    own: list[Measured] = []
    for _, group in groupby(inside, key=list_of):
        same = list(group)
        if own and joined[-1] is not own and list_of(own[-1]) == list_of(same[0]):
            own += same
            continue
        joined.append(same)
        is_rival = own and _BRACKET_OF_RIVAL.fullmatch(
            text, own[-1].quantity.end, same[0].quantity.start
        )
        own = own if is_rival else same
    return joined


#: Between an own value and that of a rival in brackets.
_BRACKET_OF_RIVAL = re.compile(
    r"\s?%?(?: ⟦o?C⟧)? \((?:vs\.?|versus|against|compared (?:to|with)|up from|down from) ?"
)
#: Before a number that tells more of the one before it: "74 mIoU at 230 FPS on GSM8K".
_IS_ASIDE = re.compile(
    r"\((?:vs\.?|versus|against|compared (?:to|with))? ?$"
    r"|\d ?%? ⟦o?C⟧ (?:at|with)(?: an? (?:inference )?speed of)? $"
)


#: "Respectively" ends a list; "gains 3.2% over all, with gains of 19.5% on MBPP" begins another.
_LIST_BORDER = re.compile(
    r"\brespectively\b|, (?:with|including)(?: an?)? (?:[a-z-]+ ){0,2}"
    r"(?:gains?|improvements?|increases?|boosts?) (?:of|as high as|up to)\b"
)


def _list_key(borders: Sequence[int], item: Measured) -> ListKey:
    """Return what the numbers of one list have alike; `borders` are the ends of `_LIST_BORDER`."""
    family = item.quantity.family if item.quantity.family in PHYSICAL else ""
    return (item.kind, item.turn, item.against, family, bisect(borders, item.quantity.start))


def _in_series(
    text: str, same: Sequence[Measured], near: Sequence[Part], local: Sequence[Part]
) -> Iterator[Attached]:
    """Share the names near a list of like quantities out among them."""
    spans: list[Span] = [(item.quantity.lead, item.quantity.end) for item in same]
    shares = {
        role: spread(text, groups_of(near, role), spans, reach) for role, reach in _REACH.items()
    }
    shares["baseline"] = _rivals(text, shares, spans)
    if same[0].quantity.shape == "pair":
        shares["data"] = _for_pairs(near, len(same)) or shares["data"]
    shares["data"] = in_their_brackets(text, groups_of(local, "data"), spans, shares["data"])
    shared_out = is_shared_out(text, spans)
    if shared_out:
        shares["metric"] = _of_no_other(text, shares["metric"])
        for role in _SHARED_OUT:
            shares[role] = share_out(text, groups_of(near, role), spans, shares[role])
    else:
        shares["data"] = at_their_places(text, groups_of(near, "data"), spans, shares["data"])
    shares["agent"] = _agents(text, local, spans)
    if len(spans) > 1 and len(set(shares["agent"])) == len(spans):
        shares["task"] = _of_all(near, "task", len(spans))
    for number, item in enumerate(same):
        names = {role: groups[number] for role, groups in shares.items()}
        first = {role: groups[0] for role, groups in shares.items()} if number else {}
        elsewhere = _drop_foreign(text, item, names, first, spans)
        lead = spans[number][0]
        start = names["agent"][0].mark.end if names["agent"] else max(0, lead - 110)
        others = _is_of_others(text, item, start, lead)
        if is_in_brackets(item) and not _is_one_each(shares["baseline"]):
            names["baseline"] = beside(names["baseline"], spans[number])
        if item.kind == "absolute":
            _turn_attacked(text, names)
        place = (number, len(spans) if len(spans) > 1 else 0) if shared_out else (0, 1)
        yield Attached(item, names, others, elsewhere, place=place)


#: Metrics of attacks: what one is run against is what it was measured on.
_OF_ATTACK = re.compile(r"\b(?:attack|jailbreak|ASR)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\bagainst (?:[\w-]+ ){0,3}$")


def _turn_attacked(text: str, names: Names) -> None:
    """Let "61% attack success against GPT-4" be measured on it: an attack's victim is no rival."""
    rival = names["baseline"]
    if not rival or names["model"] or not names["metric"]:
        return
    start = rival[0].mark.start
    metrics = [name for part in names["metric"] for name in part.mark.references]
    victims = [name for part in rival for name in part.mark.references]
    if not all(name.startswith("Model") for name in victims):
        return
    if any(map(_OF_ATTACK.search, metrics)) and _AGAINST.search(text, max(0, start - 50), start):
        names["model"], names["baseline"] = rival, ()


#: What "respectively" shares out by the places of names in their list.
_SHARED_OUT: tuple[Role, ...] = ("data", "baseline")


def _is_one_each(shares: Sequence[Group]) -> bool:
    """Say whether each of several numbers has a name of its own: "than A and B (61%, 57%)"."""
    return len(shares) > 1 and all(shares) and len(set(shares)) == len(shares)


def _drop_foreign(
    text: str, item: Measured, names: Names, first: Names, spans: Sequence[Span]
) -> bool:
    """Take away what is not of a number of a list; return whether it has a place of its own."""
    elsewhere = len(spans) > 1 and has_own_place(text, item)
    if elsewhere:
        number = spans.index((item.quantity.lead, item.quantity.end))
        drop_others(text, names, first, spans, number)
    drop_later(text, names, item)
    elsewhere = leave_to_metric(text, names, item) or elsewhere
    leave_to_task(names, first, item)
    drop_metric(text, names, item)
    return elsewhere


def _is_of_others(text: str, item: Measured, start: int, lead: int) -> bool:
    """Say whether the words from an offset on give a value, or a loss, to others without a name."""
    is_said = item.kind == "absolute" or _SUFFERS.search(text, start, lead) is not None
    return is_said and tells_of_others(text, start, lead)


#: "Open models suffer up to 35% drops": a loss of others.
_SUFFERS = re.compile(r"\b(?:suffer|experienc|exhibit|degrad|deteriorat|collaps)\w*\b")


def _rivals(
    text: str, shares: Mapping[Role, Sequence[Group]], spans: Sequence[Span]
) -> list[Group]:
    """Return what each number is set against: nothing in brackets that are closed before it.

    In "7.6% over GPT-4, with 14.6% for Llama-2-7B" the second gain is none over GPT-4 either.
    """
    rivals: list[Group] = []
    for model, rival, span in zip(shares["model"], shares["baseline"], spans, strict=True):
        is_of_model = bool(model) and model[0].mark.start >= span[1]
        is_beside = bool(rival) and 0 <= span[0] - rival[-1].mark.end <= _TO_BRACKET
        is_before = bool(rival) and spans[0][1] <= rival[0].mark.start < span[0]
        is_of_other = is_before and not is_beside
        is_free = rival and not (is_of_model and is_of_other)
        rivals.append(rival if is_free and not is_closed_off(text, rival, span) else ())
    return _of_all_behind(text, rivals, spans)


def _of_all_behind(text: str, rivals: list[Group], spans: Sequence[Span]) -> list[Group]:
    """Return the rivals of a list, that behind all of it as that of all.

    "2.7x on A and 3.2x on B compared to LoRA"; but "2.7x on A and 3.2x over LoRA on B".
    """
    *others, last = rivals
    if not last or any(others) or last[0].mark.start < spans[-1][1]:
        return rivals
    is_of_all = _BEHIND_PLACE.fullmatch(text, spans[-1][1], last[0].mark.start)
    return [last] * len(rivals) if is_of_all else rivals


_BEHIND_PLACE = re.compile(
    r"[^,;]{0,20}\b(?:on|in|for) (?:the )?⟦[^,;]{0,30}"
    r" (?:compared (?:to|with)|over|relative to|versus|than) (?:the )?"
)


#: In characters: between a name and the number in the bracket behind it.
_TO_BRACKET = 2


def is_closed_off(text: str, group: Group, span: Span) -> bool:
    """Say whether names stand in brackets that are closed before a number."""
    end = group[-1].mark.end
    if end > span[0] or _NAMES_BASELINE.search(text, max(0, end - 40), end):
        return False
    between = text[end : span[0]]
    opened = text.rfind("(", max(0, end - 60), end)
    return ")" in between and "(" not in between.partition(")")[0] and text.find(")", opened) >= end


#: "The strongest baseline (LoRA) by 3%": the bracket names what the number is set against.
_NAMES_BASELINE = re.compile(r"\b(?:baselines?|competitors?|runner-up|rivals?) \(⟦[MA]⟧$")


def _is_in_closed_brackets(text: str, group: Group) -> bool:
    """Say whether names only explain another one: "QuantFold-7B (a version of LoRA) reaches"."""
    mark = group[0].mark
    opened = text.rfind("(", max(0, mark.start - 40), mark.start)
    # "The strongest reviewer (GPT-4) reaches" names who does.
    is_name = len(group) == 1 and text.startswith(")", mark.end) and opened == mark.start - 1
    if is_name and not text.endswith("⟧ ", 0, opened):
        return False
    if opened < 0 or _SIGN.search(text, opened, mark.start):
        return False
    return _CLOSES.match(text, group[-1].mark.end) is not None


_SIGN = re.compile(r"[)\d:]")
_CLOSES = re.compile(r"[^()\d;:]{0,60}\)")


def _of_no_other(text: str, shares: list[Group]) -> list[Group]:
    """Take away one metric that all numbers would share, where it stands in a list of several."""
    (first, *others) = shares
    if first and len(first) == 1 and all(other == first for other in others):
        _, count = place_in_list(text, first[0].mark)
        return [()] * len(shares) if others and count > 1 else shares
    return shares


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
    outside = [group for group in groups if not _is_in_closed_brackets(text, group)]
    groups = outside or groups
    fitting = [group for group in groups if len(group) == len(spans) > 1]
    if fitting:
        return [(part,) for part in fitting[-1]]
    return [
        next((_who(text, g) for g in reversed(groups) if g[0].mark.end <= start), ())
        for start, _ in spans
    ]


def _who(text: str, group: Group) -> Group:
    """Return all of a list of names, but the first of those that do something together."""
    return group[:1] if _TOGETHER.match(text, group[-1].mark.end) else group


_TOGETHER = re.compile(r",? (?:together|combined|jointly|in combination|in tandem)\b")


def _right_behind(text: str, groups: Sequence[Group], span: Span) -> Group:
    """Return the name behind a quantity that is told to have it: "61% (GPT-4)", "61% by GPT-4"."""
    near = (g for g in groups if 0 <= g[0].mark.start - span[1] <= 30)
    return next((g for g in near if has_value_before(text, g[0].mark.start)), ())
