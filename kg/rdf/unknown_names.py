"""Names in a query that neither the ontology nor the store has: with a slip, no row is found."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from kg import schema
from kg.ids import TYPES_BY_NAMESPACE
from kg.namespaces import BASE
from kg.rdf.sparql import HARMLESS
from kg.rdf.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Store

# A word is passed over whole: so no part of it is tried as a prefix, which would take the square
# of the time.
_NAME = re.compile(
    rf"""(?<![\w-])(?P<prefix>(?:[A-Za-z](?:\.*[\w-])*)?):(?P<local>(?>[\w-](?:\.?[\w-])*))(?![%\\])
    | {HARMLESS} | [A-Za-z](?:[.-]*\w)* | \w+""",
    re.X | re.S,
)
_DECLARED = re.compile(r"\bprefix\s+(?P<prefix>[\w.-]*):\s*<(?P<iri>[^<>\s]*)>", re.I)
#: What the IRIs of things of ours begin with; nothing is found in a store by the id of a result.
_THINGS = {
    f"{BASE}{namespace}/": namespace for namespace in TYPES_BY_NAMESPACE if namespace != "result"
}
#: The ids of these are no words, so that the nearest says nothing.
_NUMBERED = frozenset({"paper"})
#: So many names are told of one by one.
_TOLD = 5


def unknown_names(store: "Store", query: str) -> tuple[str, ...]:
    """Tell of each name of ours in a query that the ontology or the store lacks, with the nearest.

    Names in strings and comments are none, and what is no name of ours is left alone. The first
    few are told, and the others counted.
    """
    unknown = list(dict.fromkeys(_unknown(store, query)))
    known = cache(partial(_known, store))
    told = [_told(known, *one) for one in unknown[:_TOLD]]
    if more := unknown[_TOLD:]:
        told.append(f"of {len(more):,} more names neither ontology nor store has any")
    return tuple(told)


def _unknown(store: "Store", query: str) -> Iterator[tuple[str, str, str]]:
    """Yield each unknown name as written, its namespace, '' for the ontology, and its last part."""
    prefixes = PREFIXES | {found["prefix"]: found["iri"] for found in _DECLARED.finditer(query)}
    in_store = cache(lambda entity_id: any(store.entities_of(entity_id)))
    for token in _NAME.finditer(query):
        written, iri = token[0], token[0].strip("<>")
        if token["prefix"] is not None:
            iri = prefixes.get(token["prefix"], "") + token["local"]
        if iri.startswith(schema.KGO):
            namespace, name = "", iri.removeprefix(schema.KGO)
            known = name in schema.terms()
        else:
            namespace = next((_THINGS[base] for base in _THINGS if iri.startswith(base)), "")
            name = iri.rpartition("/")[2] if namespace else ""
            known = not name or in_store(f"{namespace}/{name}")
        if name and not known:
            yield written, namespace, name


def _known(store: "Store", namespace: str) -> dict[str, str]:
    """Return the names of a namespace, by what is compared with what is written."""
    if not namespace:
        return {name: f"kgo:{name}" for name in schema.terms()}
    if namespace in _NUMBERED:
        return {}
    found = {entity for _, entity in store.names(TYPES_BY_NAMESPACE[namespace])}
    return {entity.rpartition("/")[2]: entity.replace("/", ":", 1) for entity in sorted(found)}


def _told(known: Callable[[str], dict[str, str]], written: str, namespace: str, name: str) -> str:
    names = known(namespace)
    near = _meant([names[other] for other in schema.nearest(name, names)])
    if namespace:
        return f"nothing in the store has the id of {written}{near}"
    return f"the ontology has no {written}{near}"


def _meant(near: list[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else ""
