"""Families of models: what a question for one covers, and which variants a model has beside it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.query.answer import Answer, Variant
from kg.query.asked import Asked
from kg.query.papers import is_paper
from kg.query.rows import Cell, Row

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: The types whose things stand within one another.
NESTED = ("ModelFamily", "Task", "Hardware")


def covered(store: "Store", thing: "Entity") -> list["Entity"]:
    """Return the thing itself and what is narrower, sorted by id.

    That is, of a family, all models and families in it; of a task or device, those below it.
    """
    found, waiting = {thing.id: thing}, [thing.id]
    while waiting and thing.type in NESTED:
        broader = waiting.pop()
        for inner in _inner(store, broader, thing.type):
            if inner.id not in found:
                found[inner.id] = inner
                waiting.append(inner.id)
    return [found[entity_id] for entity_id in sorted(found)]


def with_members(store: "Store", thing: "Entity") -> list["Entity"]:
    """Return a family with all models and families in it; of anything else, the thing alone."""
    return covered(store, thing) if thing.type == "ModelFamily" else [thing]


def _inner(store: "Store", broader: str, type_name: str) -> list["Entity"]:
    if type_name == "ModelFamily":
        return members(store, broader)
    return list(store.entities(type_name, parent=broader))


def told(thing: "Entity", things: Iterable["Entity"]) -> tuple[str, ...]:
    """Say which narrower things count too; nothing where none can."""
    inside = described(other for other in things if other.id != thing.id)
    if thing.type == "ModelFamily":
        return (
            f"{thing.label} is a model family; its members count too: {inside or 'none known'}",
        )
    return (f"narrower than {thing.label} and counted too: {inside}",) if inside else ()


def members(store: "Store", family: str) -> list["Entity"]:
    """Return the models and families that stand directly in a family, sorted by id."""
    facts = store.facts(relation="inFamily", object=family)
    return [store.entity(entity_id) for entity_id in sorted({fact.subject for fact in facts})]


def variants(store: "Store", model: "Entity", count: Callable[["Entity"], int]) -> list[Variant]:
    """Return what stands near a model and has something to show, the most first.

    That is the other models of its family, version and size; and the family, where it is named
    without a size.
    """
    if model.type != "Model" or not model.parent:
        return []
    near = [other for other in members(store, model.parent) if _is_variant(other, model)]
    found = [Variant(other.id, other.label, count(other)) for other in near]
    family = store.entity(model.parent)
    found.append(Variant(family.id, f"{family.label}, no size given", count(family)))
    return sorted((v for v in found if v.total), key=lambda v: (-v.total, v.label))


def _is_variant(other: "Entity", model: "Entity") -> bool:
    same = (other.type, other.version, other.size) == (model.type, model.version, model.size)
    return same and other.id != model.id


def models_of_family(asked: Asked) -> Answer:
    """Answer "models of FAMILY": all models in it and in the families within it."""
    everything = covered(asked.store, asked.thing)
    labels = {entity.id: entity.label for entity in everything}
    models = (entity for entity in everything if entity.type == "Model")
    rows = sorted(
        (_model_row(asked, model, labels) for model in models),
        key=lambda row: (str(row["family"]), str(row["model"]).casefold(), str(row["id"])),
    )
    columns = ("model", "family", "size", "variant", "papers")
    return asked.answer(columns, rows, sparql=twins.models_of_family(asked.thing.id))


def _model_row(asked: Asked, model: "Entity", labels: dict[str, str]) -> Row:
    facts = asked.facts(relation="evaluatedOnModel", object_=model.id)
    papers = {fact.subject for fact in facts if is_paper(fact.subject)}
    family = labels.get(model.parent, "") or (
        asked.papers.label(model.parent) if model.parent else ""
    )
    cells: dict[str, Cell] = {
        "model": model.label,
        "id": model.id,
        "family": family,
        "size": model.size,
        "variant": model.variant,
        "papers": len(papers),
    }
    return Row(tuple(cells.items()))


def described(things: Iterable["Entity"], shown: int = 8) -> str:
    """Name the things that a family covers, the first few of them."""
    labels = sorted(thing.label for thing in things)
    more = f" and {len(labels) - shown} more" if len(labels) > shown else ""
    return ", ".join(labels[:shown]) + more
