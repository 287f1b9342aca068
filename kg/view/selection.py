"""What of a store a page shows, and which of it is switched off when the page opens.

Authors, listings and code, what is only mentioned, and what is derived or doubtful would drown
the picture: they come along as filters that are off.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import given, ids, schema
from kg.query.names import resolve
from kg.view import subgraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Fact
    from kg.store import Store

#: Types that are off, with the relations that lead to nothing else.
OFF_TYPES = frozenset({"Author", "CodeRepository", "Listing", "WebPage"})
_LEAVES = OFF_TYPES - {"Author"}
OFF_STATUS = frozenset({"derived", "candidate"})
_STATUS = ("metadata", "extracted", "derived", "curated", "candidate")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a page shows: ids of the nodes drawn, of those that can be switched on, and the facts.

    `elsewhere` counts the facts of (node, relation) that lead out of the picture; `total` is the
    number of things of the types that are on.
    """

    drawn: tuple[str, ...]
    extra: tuple[str, ...]
    facts: tuple[Fact, ...]
    elsewhere: dict[tuple[str, str], int]
    off_types: frozenset[str]
    off_relations: frozenset[str]
    total: int
    focus: str = ""


def select(store: Store, focus: str = "", limit: int = 300) -> Selection:
    """Choose what is drawn: the best connected, or what lies around the thing named `focus`.

    A thing that papers only mention stands among its mentions. Raises UnknownNameError where
    nothing has that name, and SettingError for a limit below 1.
    """
    given.number("limit", limit, 1)
    centre = resolve(store, focus) if focus else None
    off_types = OFF_TYPES - {centre.type if centre else ""}
    counts = store.counts().entities.items()
    total = sum(count for name, count in counts if name not in off_types)
    off_relations = _off_relations(off_types)
    facts, linked = _plain_facts(store, off_relations, off_types)
    if centre and centre.id not in linked:
        off_relations -= {"mentions"}
        facts, linked = _plain_facts(store, off_relations, off_types)
    if centre:
        drawn = tuple(subgraph.neighbourhood(centre.id, linked, limit))
    else:
        others = _all_things(store, off_types) if len(linked) < min(limit, total) else ()
        drawn = tuple(subgraph.most_connected({*linked, *others}, linked, limit))
    own = tuple(fact for node in sorted(drawn) for fact in store.facts(subject=node))
    extra = _extra(own, off_types, frozenset(drawn), limit // 3)
    shown = frozenset(drawn) | frozenset(extra)
    return Selection(
        drawn=drawn,
        extra=extra,
        facts=tuple(_telling(own, shown)),
        elsewhere=_elsewhere(facts, frozenset(drawn)),
        off_types=off_types,
        off_relations=off_relations,
        total=total,
        focus=centre.id if centre else "",
    )


def _off_relations(off_types: frozenset[str]) -> frozenset[str]:
    """Return the relations that lead to types that are off only, and ``mentions``."""
    return frozenset(
        relation.name
        for relation in schema.relations().values()
        if relation.name == "mentions" or (relation.range and relation.range <= off_types)
    )


def _all_things(store: Store, off_types: frozenset[str]) -> Iterator[str]:
    """Yield all things that may be drawn, linked or not."""
    return (entity.id for entity in store.entities() if entity.type not in off_types)


def _plain_facts(
    store: Store, off_relations: frozenset[str], off_types: frozenset[str]
) -> tuple[list[Fact], dict[str, set[str]]]:
    """Return the facts that the opening picture may draw, and the neighbours that they make."""
    status = tuple(name for name in _STATUS if name not in OFF_STATUS)
    facts = [
        fact
        for relation in sorted(set(schema.relations()) - off_relations)
        for fact in store.facts(relation=relation, status=status)
        if off_types.isdisjoint((_type(fact.subject), _type(fact.object)))
    ]
    return facts, subgraph.neighbours((fact.subject, fact.object) for fact in facts)


def _extra(
    facts: Iterable[Fact], off_types: frozenset[str], drawn: frozenset[str], limit: int
) -> tuple[str, ...]:
    """Return things of types that are off, those with most links to what is drawn first."""
    count: Counter[str] = Counter()
    for fact in facts:
        if _type(fact.object) in off_types and fact.object not in drawn:
            count[fact.object] += 1
    return tuple(sorted(count, key=lambda node: (-count[node], node))[:limit])


def _telling(facts: Iterable[Fact], shown: frozenset[str]) -> Iterator[Fact]:
    """Yield the facts within the picture, and what leads from it to code, pages and listings.

    Authors outside it are named by their paper; a mention adds nothing to a stronger fact.
    """
    inside = [fact for fact in facts if fact.object in shown or _type(fact.object) in _LEAVES]
    stronger = {
        (fact.subject, fact.object)
        for fact in inside
        if fact.relation != "mentions" and fact.status != "candidate"
    }
    for fact in inside:
        if fact.relation != "mentions" or (fact.subject, fact.object) not in stronger:
            yield fact


def _type(identifier: str) -> str:
    """Return the type that an entity id tells."""
    return ids.TYPES_BY_NAMESPACE.get(identifier.partition("/")[0], "")


def _elsewhere(facts: Iterable[Fact], drawn: frozenset[str]) -> dict[tuple[str, str], int]:
    """Count the facts of what is drawn that lead to what is not."""
    count: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        ends = (fact.subject, fact.object)
        inside = [end for end in ends if end in drawn]
        if len(inside) == 1:
            count[inside[0], fact.relation] += 1
    return dict(count)
