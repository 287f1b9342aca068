"""Which papers a thing is from: those that introduce it, else the one that seems to."""

from dataclasses import dataclass, replace

from kg.ids import name_key
from kg.query.asked import Asked
from kg.query.families import covered
from kg.query.filters import NO_FILTERS
from kg.query.papers import CANDIDATE, by_paper, is_paper
from kg.query.table import show_cell

#: A candidate of less confidence than this is more likely wrong than right: it is told, not taken.
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Origin:
    """The papers that a thing is from; `of` is the thing, or the paper that is taken for one.

    The notes say what a paper is taken by that is not held to introduce the thing.
    """

    of: str
    papers: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


def origin(asked: Asked) -> Origin:
    """Return the papers that the thing asked about is from; a paper is from itself."""
    thing = asked.thing.id
    if is_paper(thing):
        return Origin(thing, frozenset({thing}))
    facts = replace(asked, filters=NO_FILTERS).facts(relation="introduces", object_=thing)
    if papers := frozenset(fact.subject for fact in facts if is_paper(fact.subject)):
        return Origin(thing, papers)
    return _presumed(asked)


def _presumed(asked: Asked) -> Origin:
    """Take the one paper that is named after the thing, or that likely introduces it."""
    label = asked.thing.label
    held = f"no paper is held to introduce {label}"
    titled, likely = _titled(asked), _candidates(asked)
    if len(titled) == 1:
        paper = titled.pop()
        return _taken(paper, f"{held}; “{asked.papers.label(paper)}” is taken to, by its title")
    if len(likely) != 1:
        return Origin(asked.thing.id)
    paper, confidence = likely.popitem()
    title = f"“{asked.papers.label(paper)}”"
    told = f"a candidate, confidence {show_cell(confidence)}"
    if confidence < LIKELY:
        return Origin(asked.thing.id, notes=(f"{held}; that {title} does is {told}",))
    return _taken(paper, f"{held}; {title} is taken to, {told}")


def _taken(paper: str, note: str) -> Origin:
    return Origin(paper, frozenset({paper}), (note,))


def _titled(asked: Asked) -> set[str]:
    """Return the papers whose titles begin with the thing's name, and that name it, or a member.

    Papers of that title that name something else are on a thing of the same name.
    """
    key = name_key(asked.thing.label)
    meant = {thing.id for thing in covered(asked.store, asked.thing)}
    titles = asked.store.names(("Paper",))
    return {
        paper
        for title, paper in titles
        if name_key(title.partition(":")[0]) == key
        and any(item.entity in meant for item in asked.store.mentions(document=paper))
    }


def _candidates(asked: Asked) -> dict[str, float]:
    """Return the papers that introduce the thing as a candidate, with the confidence."""
    facts = asked.store.facts(relation="introduces", object=asked.thing.id, status=(CANDIDATE,))
    return {
        paper: max(item.confidence for item in evidence)
        for paper, evidence in by_paper(facts).items()
    }
