"""Write a resolved graph in place of the one that was there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.ids import id_of, name_key
from kg.model import Decision, Document, Entity, Graph, Result, date_cells
from kg.store import codec
from kg.store.connection import Database, statements

#: The integer key of each entity id.
Keys = Mapping[str, int]
Row = tuple[Any, ...]

#: The tables of the graph, children before parents.
_TABLES = (
    "search", "redirect", "decision", "result", "premise", "evidence", "fact", "mention",
    "identifier", "document", "alias", "entity",
)  # fmt: skip

#: A derived fact rests on a fact of its own relation, and on one of this; neither is derived.
_INTRODUCES = "introduces"
#: How much of the full-text index is gathered in memory before it is written, in bytes.
_GATHERED = 1 << 25


def replace_graph(database: Database, graph: Graph, notes: Mapping[str, str]) -> None:
    """Replace the graph and the notes on it; the caller holds the transaction."""
    # Where keys are looked up at all, at the end: a parent may come after its child.
    database.rows("PRAGMA defer_foreign_keys = ON")
    database.rows("DROP VIEW searchable")
    for table in _TABLES:
        database.rows(f"DROP TABLE {table}")
    tables, indexes = _split(statements("graph.sql"))
    for statement in tables:
        database.rows(statement)
    keys = {entity.id: key for key, entity in enumerate(graph.entities, 1)}
    _write_entities(database, graph, keys)
    _write_documents(database, graph.documents, keys)
    _write_facts(database, graph, keys)
    database.insert("mention", _mention_rows(graph, keys))
    database.insert("result", _result_rows(graph.results, keys))
    database.insert("decision", _decision_rows(graph.decisions, keys))
    database.insert("redirect", ((old, keys[new]) for old, new in graph.redirects))
    for statement in indexes:
        database.rows(statement)
    database.rows("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", [_GATHERED])
    database.rows("INSERT INTO search (search) VALUES ('rebuild')")
    database.rows("DELETE FROM meta")
    database.insert("meta", sorted(notes.items()))


def _split(script: list[str]) -> tuple[list[str], list[str]]:
    """Keep the indexes for the end: a full table is indexed faster than it grows indexed."""
    begins = ("CREATE INDEX", "CREATE UNIQUE INDEX")
    indexes = [statement for statement in script if statement.startswith(begins)]
    return [statement for statement in script if statement not in indexes], indexes


def _write_entities(database: Database, graph: Graph, keys: Keys) -> None:
    database.insert("entity", (_entity_row(entity, keys) for entity in graph.entities))
    uses = Counter((mention.entity, mention.text) for mention in graph.mentions)
    database.insert(
        "alias",
        (row for entity in graph.entities for row in _alias_rows(entity, keys[entity.id], uses)),
    )


def _entity_row(entity: Entity, keys: Keys) -> Row:
    return (
        keys[entity.id],
        entity.id,
        entity.type,
        entity.label,
        keys[entity.parent] if entity.parent else None,
        entity.named,
        entity.listed,
        entity.version,
        entity.size,
        entity.variant,
        entity.unit,
        entity.direction,
        entity.url,
        *date_cells(entity.date),
    )


def _alias_rows(entity: Entity, key: int, uses: Counter[tuple[str, str]]) -> Iterator[Row]:
    for name in {entity.label, *entity.aliases}:
        is_label = name == entity.label
        yield (key, name, name_key(name), is_label, uses.get((entity.id, name), 0))


def _write_documents(database: Database, documents: Sequence[Document], keys: Keys) -> None:
    database.insert("document", (_document_row(document, keys) for document in documents))
    identifiers = (
        (identifier.scheme, identifier.value, keys[document.id])
        for document in documents
        for identifier in document.identifiers
    )
    database.insert("identifier", identifiers, verb="INSERT OR IGNORE")


def _document_row(document: Document, keys: Keys) -> Row:
    details = codec.document_fields(document)
    abstract = details.pop("abstract", "")
    return (keys[document.id], abstract, codec.dump(details))


def _write_facts(database: Database, graph: Graph, keys: Keys) -> None:
    database.insert(
        "fact",
        (
            (key, keys[fact.subject], fact.relation, keys[fact.object], fact.status)
            for key, fact in enumerate(graph.facts, 1)
        ),
    )
    database.insert("evidence", _evidence_rows(graph, keys))
    database.insert("premise", _premise_rows(graph))


def _evidence_rows(graph: Graph, keys: Keys) -> Iterator[Row]:
    for key, fact in enumerate(graph.facts, 1):
        for position, item in enumerate(fact.evidence):
            yield (
                key,
                position,
                keys[item.document],
                item.field,
                item.start,
                item.end,
                item.rule,
                item.confidence,
            )


def _premise_rows(graph: Graph) -> Iterator[Row]:
    relations = {fact.relation for fact in graph.facts if fact.premises} | {_INTRODUCES}
    fact_keys = {
        id_of(fact): key
        for key, fact in enumerate(graph.facts, 1)
        if fact.relation in relations and not fact.premises
    }
    for key, fact in enumerate(graph.facts, 1):
        for premise in fact.premises:
            yield (key, fact_keys[premise])


def _mention_rows(graph: Graph, keys: Keys) -> Iterator[Row]:
    for mention in graph.mentions:
        place = (mention.field, mention.start, mention.end, mention.text)
        document, entity = keys[mention.document], keys[mention.entity]
        yield (None, document, *place, entity, mention.recogniser, mention.score)


def _result_rows(results: Iterable[Result], keys: Keys) -> Iterator[Row]:
    for result in results:
        slots = (result.method, result.model, result.data, result.task, result.metric)
        entities = (keys[slot] if slot else None for slot in (*slots, result.baseline))
        yield (None, keys[result.paper], *entities, codec.dump(codec.result_row(result)))


def _decision_rows(decisions: Iterable[Decision], keys: Keys) -> Iterator[Row]:
    for item in decisions:
        because = codec.dump(item.because)
        yield (None, keys[item.document], item.name, keys[item.entity], item.how, because)
