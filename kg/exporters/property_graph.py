"""A store as a property graph: nodes are entities, edges are facts, both with plain values.

An edge tells how many papers say it and quotes the best of its evidence; the rest of the evidence
is in the formats that keep all.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from kg.exporters.json_text import dump
from kg.exporters.tables import COLUMNS, entity_row, quoted
from kg.ids import id_of
from kg.model import Entity, Evidence, Fact
from kg.store import Store

Value = str | int | float | bool
Properties = dict[str, Value]

#: The properties of nodes and edges with the types that GraphML and GEXF know.
NODE_TYPES: Mapping[str, str] = {
    name: {"flag": "boolean"}.get(kind, "string")
    for name, kind in COLUMNS["entities"].items()
    if name != "id"
}
EDGE_TYPES: Mapping[str, str] = {
    "relation": "string",
    "status": "string",
    "confidence": "double",
    "papers": "integer",
    "paper": "string",
    "field": "string",
    "start": "integer",
    "end": "integer",
    "quote": "string",
    "rule": "string",
}


def node(item: Entity) -> Properties:
    """Return the properties of a node; texts that are empty are left out, aliases are JSON."""
    cells = dict(zip(COLUMNS["entities"], entity_row(item), strict=True))
    found: Properties = {}
    for name in NODE_TYPES:
        value = cells[name]
        if isinstance(value, tuple):
            value = dump(value) if value else ""
        if value is not None and value != "":
            found[name] = value
    return found


def edges(store: Store, facts: Iterable[Fact]) -> Iterator[tuple[Fact, str, Properties]]:
    """Yield facts with their ids and the properties of their edges."""
    for fact, proofs in quoted(store, facts):
        best, words = max(proofs, key=lambda proof: proof[0].confidence)
        yield fact, id_of(fact), _edge(fact, best, words)


def _edge(fact: Fact, best: Evidence, words: str) -> Properties:
    return {
        "relation": fact.relation,
        "status": fact.status,
        "confidence": fact.confidence,
        "papers": len({item.document for item in fact.evidence}),
        "paper": best.document,
        "field": best.field,
        "start": best.start,
        "end": best.end,
        "quote": words,
        "rule": best.rule,
    }


def spelled(value: Value) -> str:
    """Write a value as XML Schema does.

    >>> spelled(True), spelled(0.93)
    ('true', '0.93')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def names() -> Iterator[tuple[str, str, str, str]]:
    """Yield each property: ``node`` or ``edge``, a short key, its name and its type."""
    of_nodes = (("node", f"n{i}", *item) for i, item in enumerate(NODE_TYPES.items()))
    of_edges = (("edge", f"e{i}", *item) for i, item in enumerate(EDGE_TYPES.items()))
    return chain(of_nodes, of_edges)


#: The short key of each property, by its owner and name.
KEYS: Mapping[tuple[str, str], str] = MappingProxyType(
    {(owner, name): key for owner, key, name, _ in names()}
)
