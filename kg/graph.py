"""The graph in memory, as networkx has it: nodes are entity ids, edges are facts.

What networkx can do with a graph is not repeated here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg import given, ids, schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import networkx as nx

    from kg.model import Entity, Evidence, Fact
    from kg.store import Store


def to_networkx(
    store: Store,
    *,
    types: str | Collection[str] = (),
    relations: str | Collection[str] = (),
    status: str | Collection[str] = (),
) -> nx.MultiDiGraph[str]:
    """Return entities as nodes and facts as edges keyed by relation, in the order of the store.

    With `types` only such entities, and the facts between them. With `relations` or `status` only
    such facts; without them all, candidates included. Raises UnknownNameError for what is no type,
    relation or status.

    >>> from kg.model import Document, Entity, Evidence, Fact, Graph
    >>> from kg.store import open_store, open_writer
    >>> paper, gsm8k = "paper/2401.00001", "benchmark/gsm8k"
    >>> proof = Evidence(paper, "title", 0, 15, "title")
    >>> made = Graph(
    ...     (Document(paper, "FooNet on GSM8K"),),
    ...     (Entity(gsm8k, "Benchmark", "GSM8K"), Entity(paper, "Paper", "FooNet on GSM8K")),
    ...     facts=(Fact(paper, "evaluatedOn", gsm8k, (proof,)),),
    ... )
    >>> path = getfixture("tmp_path") / "kg.sqlite"
    >>> with open_writer(path) as writer, writer.transaction():
    ...     writer.replace_graph(made, {})
    >>> with open_store(path) as store:
    ...     graph = to_networkx(store, relations=["evaluatedOn"])
    >>> graph[paper][gsm8k]["evaluatedOn"]["evidence"][0]["quote"]
    'FooNet on GSM8K'
    """
    import networkx as nx

    types, relations = given.several(types), given.several(relations)
    schema.check(types=types, relations=relations)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((entity.id, _node(entity)) for entity in _entities(store, types))
    quotes = _Quotes(store)
    graph.add_edges_from(
        (fact.subject, fact.object, fact.relation, _edge(fact, quotes))
        for fact in store.facts(relation=relations, status=status)
        if not types or (fact.subject in graph and fact.object in graph)
    )
    return graph


def _entities(store: Store, types: Collection[str]) -> Iterator[Entity]:
    """Yield the entities asked for, in the order of the store."""
    for entity in store.entities():
        if not types or entity.type in types:
            yield entity


def _node(entity: Entity) -> dict[str, Any]:
    """Return what a node tells of its entity: what is set, and always type and label."""
    told: dict[str, Any] = {"type": entity.type, "label": entity.label, "aliases": entity.aliases}
    for name in ("parent", "version", "size", "variant", "unit", "direction", "url"):
        if value := getattr(entity, name):
            told[name] = value
    if entity.date:
        told["date"] = entity.date.isoformat()
    return told | {"named": entity.named, "listed": entity.listed}


def _edge(fact: Fact, quotes: _Quotes) -> dict[str, Any]:
    """Return what an edge tells of its fact."""
    return {
        "id": ids.id_of(fact),
        "confidence": fact.confidence,
        "status": fact.status,
        "premises": fact.premises,
        "evidence": tuple(quotes.tell(item) for item in fact.evidence),
    }


class _Quotes:
    """Quotes of evidence; keeps each document read from the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, Any] = {}

    def tell(self, evidence: Evidence) -> dict[str, Any]:
        """Return one evidence with its verbatim quote."""
        from kg.store import quote

        paper = evidence.document
        if paper not in self._documents:
            self._documents[paper] = self._store.document(paper)
        return {
            "paper": paper,
            "title": self._documents[paper].title,
            "field": evidence.field,
            "start": evidence.start,
            "end": evidence.end,
            "quote": quote(self._documents[paper], evidence),
            "rule": evidence.rule,
            "confidence": evidence.confidence,
        }
