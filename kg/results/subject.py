"""Whose value a number is: what the rules say, unless another candidate is much likelier."""

from typing import Literal

from kg.results.attached import Attached
from kg.results.candidates import subjects
from kg.results.paper import Paper
from kg.results.scores import best, subject_weights

Owner = Literal["own", "baseline", "other"]


def subject(text: str, attached: Attached, paper: Paper) -> tuple[str, Owner]:
    """Return the reference of what has a value, if any, and what that is to the paper.

    A rival that the words set the value beside is not weighed: nothing else is as plain.
    """
    chosen, role = by_rules(attached, paper)
    if attached.measured.against and chosen:
        return chosen, role
    found = best(subjects(text, attached, paper, chosen), subject_weights(), chosen)
    if found == chosen or attached.measured.against:
        return found, role
    return found, _role(found, attached, paper)


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
    found = agents[0] if agents else paper.system
    return found, _role(found, attached, paper)


def _role(found: str, attached: Attached, paper: Paper) -> Owner:
    if found:
        return "own" if found in paper.own else "other"
    return "other" if attached.of_others or _is_of_tested(attached, paper) else "own"


def _is_of_tested(attached: Attached, paper: Paper) -> bool:
    """Say whether a value without an owner is of systems that a benchmark tests."""
    return bool(paper.benchmark) and not paper.system and attached.measured.kind == "absolute"
