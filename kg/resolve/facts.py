"""Rename the facts of a text to entity ids, and unite what is said more than once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from kg import schema
from kg.ids import type_of
from kg.model import SLOTS, Evidence, Extraction, Fact, Mention, Result, Status, in_order

#: Subject, relation and object.
Triple = tuple[str, str, str]

#: Of two statuses of one fact, the one that stands first here holds.
_STATUSES: tuple[Status, ...] = ("metadata", "curated", "extracted", "derived", "candidate")

#: The slot of a thing of each type; a baseline may be of any.
_SLOT_OF = MappingProxyType(
    {
        "Method": "method",
        "Model": "model",
        "ModelFamily": "model",
        "Dataset": "data",
        "Benchmark": "data",
        "Task": "task",
        "Metric": "metric",
    }
)

#: Between which slots a thing may move that is of another type than the text took it for.
_ALIKE = MappingProxyType(
    {"method": "model", "model": "method", "data": "task", "task": "data", "metric": "metric"}
)
#: Slots of what may be a baseline.
_SYSTEMS = ("method", "model")

#: `kg.schema.allows`, kept: few triples of relation and types occur, each many times.
allows = cache(schema.allows)


def renamed_facts(paper_id: str, extraction: Extraction, ids: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the facts of a text, with the entity ids of its local references.

    A name may be linked to a thing of another type than the text took it for; what the schema
    does not allow of that thing is left out, and so is what would relate a thing to itself.
    """
    retyped = {reference for reference, entity in ids.items() if _retyped(reference, entity)}
    for fact in extraction.facts:
        subject, object_ = ids[fact.subject], ids[fact.object]
        if subject == object_:
            continue
        if (fact.subject in retyped or fact.object in retyped) and not allows(
            fact.relation, type_of(subject), type_of(object_)
        ):
            continue
        evidence = renamed_evidence(paper_id, fact.evidence)
        yield Fact(subject, fact.relation, object_, evidence, fact.status)


def _retyped(reference: str, entity_id: str) -> bool:
    return reference.partition("/")[0] != type_of(entity_id)


def renamed_evidence(paper_id: str, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the evidence with the paper in place of the text, or as it is if it names the paper.

    All evidence of one extraction names the same.
    """
    if not evidence or evidence[0].document == paper_id:
        return evidence
    return tuple(
        Evidence(paper_id, item.field, item.start, item.end, item.rule, item.confidence)
        for item in evidence
    )


def renamed_mentions(
    paper_id: str, extraction: Extraction, ids: Mapping[str, str]
) -> Iterator[Mention]:
    """Yield the mentions of a text; of two with one place and meaning, the surer one."""
    found: dict[tuple[str, int, int, str], Mention] = {}
    for item in extraction.mentions:
        entity_id = ids[item.entity]
        place = (item.field, item.start, item.end, entity_id)
        known = found.get(place)
        if known is None or (item.score, item.recogniser) > (known.score, known.recogniser):
            found[place] = Mention(
                paper_id,
                item.field,
                item.start,
                item.end,
                item.text,
                entity_id,
                item.recogniser,
                item.score,
            )
    return iter(found.values())


def named_by(result: Result, ids: Mapping[str, str]) -> frozenset[str]:
    """Return what a result of a text names, also what its slots cannot hold once it is renamed."""
    return frozenset(ids[found] for slot in SLOTS if (found := getattr(result, slot)))


def renamed_result(paper_id: str, result: Result, ids: Mapping[str, str]) -> Result:
    """Return a result of a text with entity ids in its slots.

    What was linked to a thing of another type moves to the slot of that, where this is an alike
    one and free; else it goes.
    """
    references = {slot: found for slot in SLOTS if (found := getattr(result, slot))}
    named = {slot: ids[reference] for slot, reference in references.items()}
    slots: dict[str, Any] = dict.fromkeys(named, "")
    for slot, entity_id in named.items():
        fitting = _fitting(slot, references[slot], entity_id)
        if fitting == slot or (fitting and not named.get(fitting) and not slots.get(fitting)):
            slots[fitting] = entity_id
    evidence = renamed_evidence(paper_id, result.evidence)
    return replace(result, paper=paper_id, evidence=evidence, **slots)


def _fitting(slot: str, reference: str, entity_id: str) -> str:
    """Return the slot in which a thing may stand that a text put into another, or ''."""
    of_type = _SLOT_OF.get(type_of(entity_id), "")
    if slot == "baseline":
        return slot if of_type in _SYSTEMS or not _retyped(reference, entity_id) else ""
    return of_type if of_type in (slot, _ALIKE[slot]) else ""


def united(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield one fact for each subject, relation and object, sorted, with all the evidence.

    The evidence of each single fact is in order.
    """
    first: dict[Triple, Fact] = {}
    others: dict[Triple, list[Fact]] = {}
    for fact in facts:
        key = triple(fact)
        if first.setdefault(key, fact) is not fact:
            others.setdefault(key, []).append(fact)
    for key in sorted(first):
        yield _united([first[key], *others[key]]) if key in others else first[key]


#: What facts are united and sorted by.
triple = attrgetter("subject", "relation", "object")


def _united(facts: list[Fact]) -> Fact:
    evidence = in_order([item for fact in facts for item in fact.evidence])
    premises = tuple(sorted({premise for fact in facts for premise in fact.premises}))
    status = min((fact.status for fact in facts), key=_STATUSES.index)
    return Fact(*triple(facts[0]), evidence=evidence, status=status, premises=premises)
