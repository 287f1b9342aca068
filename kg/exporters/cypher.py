r"""Cypher: statements that load the graph into Neo4j and the like, again without doubling.

Texts cannot end their quotes. Neo4j turns ``\uXXXX`` into a character before it reads anything
else (https://neo4j.com/docs/cypher-manual/current/syntax/parsing/), so that a backslash is never
written before a ``u``: there the text is cut in two.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from math import isfinite
from operator import attrgetter
from typing import BinaryIO

from kg.exporters.exporter import Exporter, one_file
from kg.exporters.property_graph import Properties, Value, edges, node
from kg.exporters.tables import result_row
from kg.model import Fact, Result
from kg.rdf.blocks import Provenance
from kg.schema import relations
from kg.store import Store, streams

#: Rows that one statement loads.
_ROWS = 500
_CONSTRAINTS = (
    "CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
    "CREATE CONSTRAINT kg_result IF NOT EXISTS FOR (n:Result) REQUIRE n.id IS UNIQUE;\n"
)
#: The slots of a result that are entities, and the relation that points there.
_SLOTS = {
    "method": "withMethod",
    "model": "onModel",
    "data": "onData",
    "task": "onTask",
    "metric": "metric",
    "baseline": "baseline",
}
#: What else is told of a result.
_WORDS = ("unit", "kind", "direction", "split", "setting", "role", "status")
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f'\\\\\u2028\u2029\ud800-\udfff]")
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(store: Store, out: BinaryIO, _: Provenance) -> int:
    """Write a store as Cypher; return how many nodes and edges it makes."""
    out.write(_CONSTRAINTS.encode())
    loaded = _Loaded()
    for statement in loaded.statements(store):  # each of many rows: no more than one is held
        out.write(statement.encode())
    return loaded.things


class _Loaded:
    """The statements as they go by; `things` is how many nodes and edges they have made."""

    def __init__(self) -> None:
        self.things = 0

    def statements(self, store: Store) -> Iterator[str]:
        """Yield the statements: entities by type, facts by relation, results and their slots."""
        for type_name, group in groupby(store.entities(), key=attrgetter("type")):
            made = f"MERGE (n:Entity {{id: row.id}}) SET n:{type_name}, n += row.told"
            yield from self._load((_row(id=item.id, told=node(item)) for item in group), made)
        for relation in relations():
            facts = store.facts(relation=relation)
            yield from self._load(_edges(store, facts), _joined("Entity", relation, "Entity"))
        told = "MERGE (n:Result {id: row.id}) SET n += row.told"
        yield from self._load(map(_result, streams.results(store)), told)
        for slot, relation in {"paper": "reportedIn", **_SLOTS}.items():
            ends = _ends(streams.results(store), slot)
            yield from self._load(ends, _joined("Result", relation, "Entity"))

    def _load(self, rows: Iterable[str], made: str) -> Iterator[str]:
        remaining = iter(rows)
        while chunk := list(islice(remaining, _ROWS)):
            self.things += len(chunk)
            lines = ",\n".join(chunk)
            yield f"UNWIND [\n{lines}\n] AS row\n{made};\n"


def _joined(subject: str, relation: str, object_: str) -> str:
    ends = f"MATCH (a:{subject} {{id: row.a}}), (b:{object_} {{id: row.b}})"
    return f"{ends}\nMERGE (a)-[r:{relation}]->(b) SET r += row.told"


def _edges(store: Store, facts: Iterable[Fact]) -> Iterator[str]:
    for fact, key, told in edges(store, facts):
        properties = {"id": key, **told}
        del properties["relation"]
        yield _row(a=fact.subject, b=fact.object, told=properties)


def _result(item: Result) -> str:
    told: Properties = {"lowest": float(item.value[0]), "highest": float(item.value[-1])}
    told |= {"raw": item.raw, "confidence": max(proof.confidence for proof in item.evidence)}
    told |= {name: getattr(item, name) for name in _WORDS if getattr(item, name)}
    return _row(id=_key(item), told=told)


def _ends(results: Iterable[Result], slot: str) -> Iterator[str]:
    for item in results:
        if points := getattr(item, slot):
            yield _row(a=_key(item), b=points, told={})


def _key(item: Result) -> str:
    return str(result_row(item)[0])


def _row(**cells: str | Properties) -> str:
    """Write a map; its keys are ours."""
    parts = [
        f"{name}: {_map(value) if isinstance(value, dict) else literal(value)}"
        for name, value in cells.items()
    ]
    return f"{{{', '.join(parts)}}}"


def _map(told: Properties) -> str:
    return f"{{{', '.join([f'`{name}`: {literal(value)}' for name, value in told.items()])}}}"


def literal(value: Value) -> str:
    r"""Write a value as Cypher spells it.

    >>> print(literal("it's"), literal(True), literal(0.5), literal("\\u0027"))
    'it\'s' true 0.5 '\\' + 'u0027'
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value).replace("e+", "e") if isfinite(value) else "null"
    return f"'{_SPECIAL.sub(_escape, value)}'"


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\\" and found.string.startswith("u", found.end()):
        return "\\\\' + '"
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


CYPHER = Exporter(
    "cypher",
    "Cypher statements for Neo4j: entities, facts with their best evidence, results",
    ".cypher",
    "application/x-cypher-query",
    one_file(write),
)
