"""Names in a query that neither the ontology nor the store has: with a slip, no row is found."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import schema
from kg.ids import TYPES_BY_NAMESPACE
from kg.namespaces import BASE
from kg.rdf.sparql import HARMLESS
from kg.rdf.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Store

_NAME = re.compile(
    rf"""(?P<prefix>\b[A-Za-z][\w-]*):(?P<local>(?>[\w-](?:\.?[\w-])*))(?![%\\])
    | {HARMLESS} | \w+""",
    re.X | re.S,
)
_DECLARED = re.compile(r"\bprefix\s+(?P<prefix>[\w.-]*):\s*<(?P<iri>[^<>\s]*)>", re.I)
#: What the IRIs of things of ours begin with.
_THINGS = {f"{BASE}{namespace}/": namespace for namespace in TYPES_BY_NAMESPACE}


def unknown_names(store: "Store", query: str) -> tuple[str, ...]:
    """Tell of each name of ours in a query that the ontology or the store lacks, with the nearest.

    Names in strings and comments are none, and what is no name of ours is left alone.
    """
    return tuple(dict.fromkeys(_told(store, query)))


def _told(store: "Store", query: str) -> Iterator[str]:
    prefixes = PREFIXES | {found["prefix"]: found["iri"] for found in _DECLARED.finditer(query)}
    for token in _NAME.finditer(query):
        written, iri = token[0], token[0].strip("<>")
        if token["prefix"]:
            iri = prefixes.get(token["prefix"], "") + token["local"]
        if iri.startswith(schema.KGO):
            yield from _of_ontology(written, iri.removeprefix(schema.KGO))
        elif thing := next((_THINGS[base] for base in _THINGS if iri.startswith(base)), ""):
            yield from _of_store(store, written, f"{thing}/{iri.rpartition('/')[2]}")


def _of_ontology(written: str, name: str) -> Iterator[str]:
    known = schema.terms()
    if name and name not in known:
        near = [f"kgo:{other}" for other in schema.nearest(name, known)]
        yield f"the ontology has no {written}{_meant(near)}"


def _of_store(store: "Store", written: str, entity_id: str) -> Iterator[str]:
    namespace, _, name = entity_id.partition("/")
    if not name or any(found.id == entity_id for found in store.find(entity_id)):
        return
    type_name = TYPES_BY_NAMESPACE[namespace]
    known = {entity.rpartition("/")[2]: entity for _, entity in store.names(type_name)}
    near = [known[other].replace("/", ":", 1) for other in schema.nearest(name, known)]
    yield f"nothing in the store has the id of {written}{_meant(near)}"


def _meant(near: list[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else ""
