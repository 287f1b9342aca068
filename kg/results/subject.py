"""Whose value a number is: what the rules say, unless another candidate is much likelier."""

import re
from typing import Literal

from kg.results.attached import Attached
from kg.results.candidates import subjects
from kg.results.others import is_of_people, is_of_unread_rival
from kg.results.paper import Paper
from kg.results.roles import acts
from kg.results.scores import best, subject_weights
from kg.results.sentences import Mark

Owner = Literal["own", "baseline", "other"]


def subject(text: str, attached: Attached, paper: Paper) -> tuple[str, Owner]:
    """Return the reference of what has a value, if any, and what that is to the paper.

    A rival that the words set the value beside is not weighed: nothing else is as plain.
    """
    if nobody := _nobody(text, attached):
        return "", nobody
    if owner := _possessor(text, attached, attached.measured.quantity.lead):
        return owner, "own" if owner in paper.own else "baseline"
    chosen, role = by_rules(attached, paper)
    against = attached.measured.against
    if (against and chosen) or len(attached.names.get("agent", ())) > 1:
        return chosen, role
    if _is_plain(text, attached, chosen):
        return chosen, role
    found = best(subjects(text, attached, paper, chosen), subject_weights(), chosen)
    lead = attached.measured.quantity.lead
    if found != chosen and (
        _is_among(attached, found) or _UNREAD.search(text, max(0, lead - 30), lead)
    ):
        return "", role
    if against:
        plain = _WITH.search(text, max(0, lead - 14), lead) is None
        return ("" if plain and found in paper.own else found), role
    if found not in paper.own and _is_improved(text, attached, found):
        return paper.system, "own"
    role = role if found == chosen else _role(found, attached, paper)
    return ("" if _is_unsure(text, attached, paper, found) else found), role


def _nobody(text: str, attached: Attached) -> Owner | None:
    """Return what those are to the paper whose value it plainly is, and whom no name tells."""
    quantity = attached.measured.quantity
    loses = attached.of_others and attached.measured.kind != "absolute"
    if loses or is_of_people(text, quantity.lead, quantity.end):
        return "other"
    return "baseline" if is_of_unread_rival(text, quantity.lead) else None


def _is_plain(text: str, attached: Attached, chosen: str) -> bool:
    """Say whether but a preposition stands between a system and its number: "LoRA by 3%"."""
    lead = attached.measured.quantity.lead
    return any(
        chosen in part.mark.references and _HAS.fullmatch(text, part.mark.end, lead)
        for part in attached.parts
    )


_HAS = re.compile(r" (?:by|at|with) ")


def _possessor(text: str, attached: Attached, lead: int) -> str:
    """Return the system whose number it is by the letters before it: "below GPT-4's 54.2"."""
    for part in attached.parts:
        mark = part.mark
        if mark.letter in "MA" and mark.end < lead and _POSSESSES.fullmatch(text, mark.end, lead):
            return mark.references[0] if len(mark.references) == 1 else ""
    return ""


_POSSESSES = re.compile(r"['\u2019]s (?:reported |published |original |own )?[~<>\u2248]?")


def _is_improved(text: str, attached: Attached, found: str) -> bool:
    """Say whether a system is what something else improves: "our method improves GPT-4 by 3%"."""
    lead = attached.measured.quantity.lead
    marks = (part.mark for part in attached.parts if found in part.mark.references)
    return attached.measured.kind != "absolute" and any(
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
    groups = [part.group for part in attached.parts if part.mark.letter in "MA"]
    mine = (part.group for part in attached.parts if found in part.mark.references)
    return attached.place[1] == 1 and any(groups.count(group) > 1 for group in mine)


#: Who has a value in brackets, where nobody knows it: "FooNet (1.5x ...".
_UNREAD = re.compile(r"(?:^|[:,] |\band )[A-Z][\w-]+ \($")
#: "Ahead of all with 61%" may tell of the own value; "compared with 61%" does not.
_WITH = re.compile(r"(?<!compared )\b(?:with|at) $")


def _is_unsure(text: str, attached: Attached, paper: Paper, found: str) -> bool:
    """Say whether nothing in a sentence speaks of the own system, which it does not name."""
    if found != paper.system or any(found in part.mark.references for part in attached.parts):
        return False
    lead = attached.measured.quantity.lead
    if _UNREAD.search(text, max(0, lead - 30), lead):
        return True
    if any(mark.end <= lead and acts(text, mark.end) for mark in _own_data(attached, found)):
        return True
    if _OWN_SYSTEM.search(text, 0, lead):
        return False
    speaks = _OWN.search(text, 0, lead) is not None or _is_spelled(text[:lead], found)
    return not (paper.is_plain and speaks)


def _own_data(attached: Attached, found: str) -> list[Mark]:
    """Return the own data sets of a sentence that have not the name of a system."""
    label = found.partition("/")[2]
    return [
        part.mark
        for part in attached.parts
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


#: What speaks of the own system, whatever else a paper is of.
_OWN_SYSTEM = re.compile(
    r"\b[Oo]ur (?:[\w-]+ ){0,2}?(?:method|model|approach|framework|system|agent|algorithm)\b"
)
#: What speaks of the own work without its name.
_OWN = re.compile(
    r"\b(?:we|our|ours|it|its|this|these|such|(?:[\w-]+ )?(?:experiments?|results?|evaluations?"
    r"|findings|study|studies|analys[ei]s|tests?|benchmarking|experimentally|empirically)"
    r"|the (?:[\w-]+ )?(?:method|model|framework|approach|system|agent|pipeline|technique"
    r"|architecture|algorithm|policy|strategy)|the (?:synthetic|resulting|proposed|generated)"
    r"|improving|reducing|yielding|improvements?|gains?|comprehensively|extensively)\b",
    re.IGNORECASE,
)


def by_rules(attached: Attached, paper: Paper) -> tuple[str, Owner]:
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


def _role(found: str, attached: Attached, paper: Paper) -> Owner:
    if found:
        return "own" if found in paper.own else "other"
    return "other" if attached.of_others or _is_of_tested(attached, paper) else "own"


def _is_of_tested(attached: Attached, paper: Paper) -> bool:
    """Say whether a value without an owner is of systems that a benchmark tests."""
    return bool(paper.benchmark) and not paper.system and attached.measured.kind == "absolute"
