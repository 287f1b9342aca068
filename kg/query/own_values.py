"""Values that a paper reports of its own without a name: they are of the one work it introduces."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.query.papers import is_paper

if TYPE_CHECKING:
    from kg.model import Result
    from kg.query.asked import Asked

#: How the ids of works begin that a paper's own values may be of.
_BEGIN = ("method/", "model/", "family/")


def standing_for(asked: "Asked", works: Collection[str]) -> set[str]:
    """Return the papers whose own values are those of one of the works: the one it introduces."""
    introduced = asked.facts(relation="introduces", object_=works)
    papers = {fact.subject for fact in introduced if is_paper(fact.subject)}
    others = asked.facts(subject=papers, relation="introduces")
    return papers - {fact.subject for fact in others if _is_other(fact.object, works)}


def _is_other(thing: str, works: Collection[str]) -> bool:
    return thing.startswith(_BEGIN) and thing not in works


def is_unnamed(result: "Result") -> bool:
    """Tell whether a value is a paper's own without a name."""
    return result.role == "own" and not (result.method or result.model)
