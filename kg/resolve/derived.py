"""Facts that follow: of a paper's principal contribution, and of the families in model names."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg import schema
from kg.ids import id_of, type_of
from kg.model import MODELS, Entity, Evidence, Extraction, Fact, Status, in_order
from kg.resolve.facts import allows
from kg.resolve.linking import introduced_references


def principal_facts(
    facts: list[Fact], extraction: Extraction, ids: Mapping[str, str]
) -> Iterator[Fact]:
    """Yield what holds for the principal contribution because it holds for the paper.

    So does what holds of something else towards the paper: that X outperforms it.

    `facts` are all facts of one paper, united. The principal contribution is the introduced thing
    that the title names, else the first one, of those that the relation's domain allows.
    """
    introduced = {fact.object: fact for fact in facts if fact.relation == "introduces"}
    if not introduced:
        return
    principals = _principals(introduced, facts, extraction, ids)
    ids_of_facts = {own: id_of(fact) for own, fact in introduced.items()}
    chosen: dict[tuple[str, str, str], str] = {}
    for fact in facts:
        if fact.relation in _of_papers_alone():
            continue
        kind = (fact.relation, type_of(fact.subject), type_of(fact.object))
        if kind not in chosen:
            chosen[kind] = _in_place_of_paper(principals, *kind)
        if principal := chosen[kind]:
            of_paper = kind[1] == "Paper"
            subject, object_ = (principal, fact.object) if of_paper else (fact.subject, principal)
            if subject != object_:
                premise = introduced[principal], ids_of_facts[principal]
                yield _derived(*premise, fact, subject, object_)


@cache
def _of_papers_alone() -> frozenset[str]:
    """Return the relations that nothing but papers has: who wrote them, what they mention."""
    relations = schema.relations().values()
    return frozenset(
        each.name for each in relations if each.domain == {"Paper"} and "Paper" not in each.range
    )


def _principals(
    introduced: Iterable[str], facts: list[Fact], extraction: Extraction, ids: Mapping[str, str]
) -> list[str]:
    """Return the introduced things, those in the title first; named components are left out."""
    components = {fact.subject for fact in facts if fact.relation == "partOf"}
    titled = {ids[mention.entity] for mention in extraction.mentions if mention.field == "title"}
    in_order = dict.fromkeys(ids[reference] for reference in introduced_references(extraction))
    own = [entity_id for entity_id in in_order if entity_id in introduced]
    return sorted(set(own) - components, key=lambda item: (item not in titled, own.index(item)))


def _in_place_of_paper(
    principals: Iterable[str], relation: str, subject_type: str, object_type: str
) -> str:
    """Return the first thing that may stand where the paper does in facts of this kind, or ''."""
    if "Paper" not in (subject_type, object_type):
        return ""
    for principal in principals:
        own = type_of(principal)
        ends = (own, object_type) if subject_type == "Paper" else (subject_type, own)
        if allows(relation, *ends):
            return principal
    return ""


def _derived(introduces: Fact, introduces_id: str, fact: Fact, subject: str, object_: str) -> Fact:
    """Say of the principal contribution what the paper says, where the paper says it."""
    sure = introduces.confidence
    evidence = in_order([_as_principal(item, sure) for item in fact.evidence])
    premises = sorted((introduces_id, id_of(fact)))
    unsure = "candidate" in (introduces.status, fact.status)
    status: Status = "candidate" if unsure else "derived"
    return Fact(subject, fact.relation, object_, evidence, status, tuple(premises))


def _as_principal(item: Evidence, sure: float) -> Evidence:
    """Return evidence of a paper as evidence of its contribution; `sure` is that it is its."""
    confidence = round(item.confidence * sure, 4)
    place = item.document, item.field, item.start, item.end
    return Evidence(*place, "principal-contribution", confidence)


def first_places(facts: Iterable[Fact], places: dict[str, Evidence]) -> None:
    """Note for each model and family the first sentence that mentions it, over all calls."""
    for fact in facts:
        if fact.relation == "mentions" and type_of(fact.object) in MODELS:
            place, *_ = fact.evidence
            places[fact.object] = min(place, places.get(fact.object, place))


def family_facts(entities: Mapping[str, Entity], places: Mapping[str, Evidence]) -> Iterator[Fact]:
    """Yield what is in which family, with a sentence that names it.

    A family that stands only within the names of its members rests on the first of those.
    """
    members = {
        entity.id: entity.parent
        for entity in entities.values()
        if entity.type in MODELS and entity.parent
    }
    found = dict(places)
    for member in sorted(places):
        parent = members.get(member, "")
        while parent:
            if parent not in places:
                found[parent] = min(found.get(parent, places[member]), places[member])
            parent = members.get(parent, "")
    for member, family in members.items():
        if member in found:
            yield Fact(member, "inFamily", family, (_by_name(found[member]),))


def _by_name(place: Evidence) -> Evidence:
    return Evidence(
        place.document, place.field, place.start, place.end, "model-name", place.confidence
    )
