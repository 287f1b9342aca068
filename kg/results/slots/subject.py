"""Whose value a number is: what the rules say, and what else speaks for a name or for nobody."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.results.attachment.attached import Attached
from kg.results.attachment.others import is_of_people, is_of_unread_rival
from kg.results.attachment.roles import acts
from kg.results.attachment.sentences import Mark
from kg.results.slots.case import Case
from kg.results.slots.own_words import OWN, OWN_SYSTEM
from kg.results.slots.owners import is_of_unread_list, owner_beside
from kg.results.slots.paper import Paper

Owner = Literal["own", "baseline", "other"]


class Ruled(NamedTuple):
    """Whose value a number is by the rules, what that is to the paper, and whether it is plain.

    What is plain is not weighed. The reference is empty for nobody.
    """

    reference: str
    owner: Owner
    is_plain: bool


def by_rules(case: Case) -> Ruled:
    """Return what the words say: who has the number plainly, the one that acts, the own system."""
    if nobody := nobody_of(case):
        return Ruled("", nobody, is_plain=True)
    if owner := owner_beside(case):
        return Ruled(owner, _rank(owner, case), is_plain=True)
    if is_of_unread_list(case):
        return Ruled("", "other", is_plain=True)
    if case.paper.system and _is_set_beside_rival(case):
        return Ruled(case.paper.system, "own", is_plain=True)
    reference, owner = _by_roles(case.attached, case.paper)
    return Ruled(reference, owner, _is_plain(case, reference))


def _is_set_beside_rival(case: Case) -> bool:
    """Say whether a value is the first of two in the bracket behind the rival that is beaten."""
    lead = case.quantity.lead
    is_first = case.attached.measured.wording.name == "set-beside"
    return is_first and _BEATS.search(case.text, max(0, lead - 60), lead) is not None


#: Before the own value of two in the bracket behind a rival: "outperforms A (61% vs. 52%)".
_BEATS = re.compile(
    r"\b(?:(?:outperform|surpass|exceed|beat)\w*|improv\w+ (?:over|upon)) (?:the )?⟦[MA]⟧ \($"
)


def _rank(owner: str, case: Case) -> Owner:
    """Return what the plain owner of a number is: the own work, a rival of that, or another."""
    if owner in case.paper.own:
        return "own"
    is_rival = case.attached.measured.against or case.text.startswith(
        ("'s", "\u2019s"), case.quantity.lead - 3
    )
    return "baseline" if is_rival else "other"


def _is_plain(case: Case, chosen: str) -> bool:
    """Say whether nothing else is as plain as what the roles of the names say."""
    attached = case.attached
    if attached.measured.against and chosen:
        return True
    return len(attached.names.get("agent", ())) > 1 or _has_it(case, chosen)


def _by_roles(attached: Attached, paper: Paper) -> tuple[str, Owner]:
    """Return what the roles of the names say: the one that acts, a rival, or the own system."""
    if attached.measured.against:
        names = attached.references("baseline") or attached.references("model")
        agents = tuple(name for name in attached.references("agent") if name not in paper.own)
        names = names if len(names) == 1 else agents
        return names[0] if names else "", "baseline"
    if attached.of_others:
        return "", "other"
    agents = attached.references("agent")
    if len(attached.names.get("agent", ())) > 1:
        own = [name for name in agents if name in paper.own]
        return own[0] if len(own) == 1 else "", _role(agents[0], attached, paper)
    found = agents[0] if agents else paper.system
    return found, _role(found, attached, paper)


def is_left_open(case: Case, found: str, chosen: str) -> bool:
    """Say whether nobody is safer than a name that was weighed, or the own system."""
    if found != chosen and _is_among(case.attached, found):
        return True
    lead = case.quantity.lead
    is_rivals = case.attached.measured.against and found in case.paper.own
    if is_rivals and not _WITH.search(case.text, max(0, lead - 14), lead):
        return True
    return bool(found) and found == case.paper.system and _is_unsure(case)


#: "Ahead of all with 61%" may tell of the own value; "compared with 61%" does not.
_WITH = re.compile(r"(?<!compared )\b(?:with|at) $")


def role_of(case: Case, found: str, chosen: str, role: Owner) -> Owner:
    """Return what those are to the paper whose value a number is; `role` is that of the rules'."""
    return role if found in ("", chosen) else _role(found, case.attached, case.paper)


def _role(found: str, attached: Attached, paper: Paper) -> Owner:
    if found:
        return "own" if found in paper.own else "other"
    return "other" if attached.of_others or _is_of_tested(attached, paper) else "own"


def _is_of_tested(attached: Attached, paper: Paper) -> bool:
    """Say whether a value without an owner is of systems that a benchmark tests."""
    return bool(paper.benchmark) and not paper.system and attached.measured.kind == "absolute"


def nobody_of(case: Case) -> Owner | None:
    """Return what those are to the paper whose value it plainly is, and whom no name tells."""
    loses = case.attached.of_others and case.attached.measured.kind != "absolute"
    if loses or is_of_people(case.text, case.quantity.lead, case.quantity.end):
        return "other"
    lead = case.quantity.lead
    is_unread = is_of_unread_rival(case.text, lead, case.quantity.end)
    if is_unread or _UNREAD_RIVAL.search(case.text, max(0, lead - 200), lead):
        return "baseline"
    if case.paper.system and _UNREAD_ACTS.search(case.text, max(0, lead - 60), lead):
        return "other"
    return None


def signs(case: Case, reference: str, role: str, chosen: str) -> Iterator[str]:
    """Yield what rules say of a name, or of nobody, as the subject; `chosen` is what they chose."""
    attached = case.attached
    if reference == chosen:
        yield from _signs_of_chosen(case, role)
    if not reference:
        return
    if reference not in case.paper.own and _is_improved(case, reference):
        yield "improved"
    if _is_among(attached, reference):
        yield "among others"
    if attached.measured.against and reference in case.paper.own:
        yield "own, rival's value"


def _signs_of_chosen(case: Case, role: str) -> Iterator[str]:
    measured = case.attached.measured
    yield from ("rules", f"rules, {role}", f"rules, {measured.wording.name}")
    yield f"rules, {measured.kind}, {role}"
    if measured.against:
        yield "rules, rival's value"


def signs_of_nobody(case: Case, chosen: str) -> Iterator[str]:
    """Yield what rules say of nobody as the subject."""
    lead = case.quantity.lead
    if _UNREAD.search(case.text, max(0, lead - 30), lead):
        yield "unread before"
    if chosen and chosen == case.paper.system:
        yield "not the own system, " + sure_of_own(case)


def sure_of_own(case: Case) -> str:
    """Say in a word whether a sentence plainly speaks of the own system, or has its name."""
    return "unsure" if _is_unsure(case) else "sure"


def _has_it(case: Case, chosen: str) -> bool:
    """Say whether but a preposition stands between a system and its number: "LoRA by 3%"."""
    return bool(chosen) and any(
        chosen in part.mark.references
        and _HAS.fullmatch(case.text, part.mark.end, case.quantity.lead)
        for part in case.attached.parts
    )


_HAS = re.compile(r" (?:by|at|with) ")


def _is_improved(case: Case, found: str) -> bool:
    """Say whether a system is what something else improves: "our method improves GPT-4 by 3%"."""
    if case.attached.measured.kind == "absolute":
        return False
    text, lead = case.text, case.quantity.lead
    marks = (part.mark for part in case.attached.parts if found in part.mark.references)
    return any(
        _IMPROVES.search(text, max(0, mark.start - 40), mark.start)
        and _BY.fullmatch(text, mark.end, lead)
        for mark in marks
    )


_IMPROVES = re.compile(
    r"\b(?:improv|boost|rais|lift|enhanc|increas|push|advanc|accelerat|speed)\w*(?: up)? (?:the )?$"
)
_BY = re.compile(r"(?: \([^()]*\))?(?: on ⟦\w+⟧)? by (?:[a-z]+ ){0,2}")


def _is_among(attached: Attached, found: str) -> bool:
    """Say whether a system stands in a list of several, of which no number is its own."""
    if attached.place[1] != 1:
        return False
    groups = [part.group for part in attached.parts if part.mark.letter in "MA"]
    mine = (part.group for part in attached.parts if found in part.mark.references)
    return any(groups.count(group) > 1 for group in mine)


#: Who has a value in brackets, where nobody knows it: "FooNet (1.5x ...".
_UNREAD = re.compile(r"(?:^|[:,] |\band )[A-Z][\w-]+ \($")
#: In a list of rivals that nobody knows: "compared to others (bge-m3: 61%, e5-large: 52%)".
_UNREAD_RIVAL = re.compile(
    r"\b(?:than|to|with|over|against|outperform\w*|surpass\w*) [^();⟦]{0,60}\((?:[^()]*, )?"
    r"(?=[\w./-]*(?:\d|/))(?!\d)[\w./-]{3,40}: $"
    # "0.68 (persistence: 0.41)": what stands before the colon has the value.
    r"|\d ?%? \((?!(?:mean|average|avg|median|score|total|overall|max|min|best|range|std|ours|from"
    r"|up|before|after|with|without)\b)[a-z][a-z -]{3,30}: $"
)


#: Who has a value, where it is not the own system and nobody knows it: "FooNet gets".
_UNREAD_ACTS = re.compile(
    r"(?:^|[.,;] |\b(?:while|whereas|but|and) )[A-Z][\w+-]*[A-Z\d][\w+-]*"
    r" (?:only |still )?(?:gets|reaches|scores|achieves|attains|obtains|solves|has)(?: only)? $"
)


def _is_unsure(case: Case) -> bool:
    """Say whether nothing in a sentence speaks of the own system, which it does not name."""
    text, lead, system = case.text, case.quantity.lead, case.paper.system
    if any(system in part.mark.references for part in case.attached.parts):
        return False
    if _UNREAD.search(text, max(0, lead - 30), lead):
        return True
    if any(mark.end <= lead and acts(text, mark.end) for mark in _own_data(case)):
        return True
    if OWN_SYSTEM.search(text, 0, lead):
        return False
    speaks = OWN.search(text, 0, lead) is not None or _is_spelled(text[:lead], system)
    return not (case.paper.is_plain and speaks)


def _own_data(case: Case) -> list[Mark]:
    """Return the own data sets of a sentence that have not the name of the own system."""
    label = case.paper.system.partition("/")[2]
    return [
        part.mark
        for part in case.attached.parts
        if part.mark.letter == "D" and part.mark.own and part.mark.names[0].name.label != label
    ]


def _is_spelled(text: str, reference: str) -> bool:
    """Say whether a word of a text is one of a name's, or its initials, which were not read."""
    label = reference.partition("/")[2]
    words = set(_WORDS.findall(label.casefold()))
    if not words.isdisjoint(_WORDS.findall(text.casefold())):
        return True
    initials = "".join(word[0] for word in label.split())
    return len(initials) > 1 and re.search(rf"\b{re.escape(initials)}\b", text) is not None


_WORDS = re.compile(r"[^\W_]{3,}")
