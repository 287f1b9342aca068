"""Records: one JSON line a paper, what was read from its title and abstract alone.

The shape is that of annotated corpora: the entities with their spellings, then one slot a
relation that names them. Derived facts, candidates and listing data are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, BinaryIO

from kg.exporters.exporter import Exporter, one_file, write_texts
from kg.exporters.json_text import dump
from kg.mentions.named import is_named_in
from kg.model import MODELS, READ, Document, Entity, Fact, Result
from kg.rdf.blocks import Provenance
from kg.schema import with_narrower
from kg.store import Store, quote

TYPES = ("Model", "ModelFamily", "Method", "Dataset", "Benchmark", "Task", "Metric", "Hardware")

#: The slots that list names, and the relation of each.
SLOTS = {
    "introduces": "introduces",
    "evaluatedOnModel": "evaluatedOnModel",
    "evaluatedOn": "evaluatedOn",
    "trainedOn": "trainedOn",
    "usesMethod": "usesMethod",
    "addressesTask": "addressesTask",
    "hardware": "usesHardware",
}
#: The kind of link that a relation stands for.
LINKS = {"hasCode": "code", "hasProject": "project", "hasModelPage": "model", "hasDataPage": "data"}

_Record = dict[str, Any]


def write(store: Store, out: BinaryIO, _: Provenance) -> int:
    """Write one line for each paper, sorted by id."""
    return write_texts((f"{dump(record)}\n" for record in records(store)), out)


def records(store: Store) -> Iterator[_Record]:
    """Yield the record of each paper of a store, sorted by id."""
    pairs = _pairs_by_paper(store)
    for document in store.documents():
        yield _record(store, document, pairs.pop(document.id, []))


def _pairs_by_paper(store: Store) -> dict[str, list[Fact]]:
    """Return the facts read between two named things, by the papers that say them."""
    found = defaultdict(list)
    for relation in (*with_narrower("basedOn"), "extends", "derivedFrom"):
        for fact in store.facts(relation=relation, status=READ):
            for paper in {item.document for item in fact.evidence}:
                found[paper].append(fact)
    return found


def _record(store: Store, document: Document, pairs: Iterable[Fact]) -> _Record:
    facts = [
        fact
        for fact in store.facts(subject=document.id, status=READ)
        if fact.relation != "mentions"
    ]
    losses = store.facts(object=document.id, relation="outperforms", status=READ)
    lost = {fact.subject for fact in losses}
    results = list(store.results(paper=document.id))
    names = _Names(store, document)
    slots: _Record = {
        slot: names.labels(fact.object for fact in facts if fact.relation == relation)
        for slot, relation in SLOTS.items()
    }
    slots["comparedWith"] = _compared(facts, lost, names)
    slots["links"] = list(_links(store, document))
    slots["basedOn"] = [names.pair(fact) for fact in pairs if fact.relation != "derivedFrom"]
    slots["derivedFrom"] = [names.pair(fact) for fact in pairs if fact.relation == "derivedFrom"]
    own = {fact.object for fact in facts if fact.relation == "introduces"}
    slots["results"] = [_result(item, document, names, own) for item in results]
    identity = {"id": document.id.partition("/")[2], "title": document.title}
    return {**identity, "entities": list(names.entities()), **slots}


class _Names:
    """The entities of one paper's record, by id: those mentioned, and those a slot names."""

    def __init__(self, store: Store, document: Document) -> None:
        self._store = store
        self._spellings: dict[str, list[str]] = {}
        self._known: dict[str, Entity] = {}
        for mention in store.mentions(document=document.id):
            spellings = self._spellings.setdefault(mention.entity, [])
            if mention.text not in spellings:
                spellings.append(mention.text)

    def label(self, entity_id: str) -> str:
        """Return the label of an entity, which the record then has."""
        self._spellings.setdefault(entity_id, [])
        return self._entity(entity_id).label

    def labels(self, entity_ids: Iterable[str]) -> list[str]:
        """Return the labels of entities."""
        return [self.label(entity_id) for entity_id in entity_ids]

    def pair(self, fact: Fact) -> list[str]:
        """Return the labels of a fact's two ends."""
        return [self.label(fact.subject), self.label(fact.object)]

    def entities(self) -> Iterator[_Record]:
        """Describe the entities of the record, sorted by id."""
        for entity_id, spellings in sorted(self._spellings.items()):
            entity = self._entity(entity_id)
            if entity.type in TYPES:
                yield self._described(entity, spellings)

    def _described(self, entity: Entity, spellings: list[str]) -> _Record:
        named = is_named_in(entity, spellings)
        found: _Record = {"name": entity.label, "type": entity.type, "named": named}
        found["surface"] = spellings
        if entity.parent and entity.type in MODELS:
            found["family"] = self._entity(entity.parent).label
        return found

    def _entity(self, entity_id: str) -> Entity:
        if entity_id not in self._known:
            self._known[entity_id] = self._store.entity(entity_id)
        return self._known[entity_id]


def _compared(facts: Iterable[Fact], lost: set[str], names: _Names) -> list[_Record]:
    """Return what a paper compares its work with, and which of both does better."""
    won = {fact.object for fact in facts if fact.relation == "outperforms"}
    others = {fact.object for fact in facts if fact.relation == "comparedWith"} | won | lost
    return [
        {"name": names.label(other), "outperforms": _better(other, won, lost)}
        for other in sorted(others)
    ]


def _better(other: str, won: set[str], lost: set[str]) -> bool | None:
    if (other in won) == (other in lost):
        return None
    return other in won


def _links(store: Store, document: Document) -> Iterator[_Record]:
    """Return the links whose address stands in the abstract."""
    abstract = document.abstract.casefold()
    for fact in store.facts(subject=document.id):
        if kind := LINKS.get(fact.relation):
            url = store.entity(fact.object).url
            if _bare(url) in abstract:
                yield {"kind": kind, "url": url}


def _bare(url: str) -> str:
    """Return an address as texts may write it: without scheme and last slash."""
    return url.casefold().partition("://")[2].removeprefix("www.").rstrip("/.")


def _result(item: Result, document: Document, names: _Names, own: set[str]) -> _Record:
    """Describe a result; an own value on a model of others is one of work without a name.

    But where the paper makes a benchmark, its own values are those of the models that it tests.
    """

    def label(entity_id: str) -> str | None:
        return names.label(entity_id) if entity_id else None

    values = [_number(value) for value in item.value]
    is_of_data = any(entity_id.startswith("benchmark/") for entity_id in own)
    tested = item.method or (item.role == "own" and item.model not in own and not is_of_data)
    return {
        "subject": label(item.method or ("" if tested else item.model)),
        "on": label(item.data or (item.model if tested else "") or item.task),
        "metric": label(item.metric),
        "value": values if len(values) > 1 else values[0],
        "unit": item.unit or None,
        "kind": item.kind,
        "direction": item.direction or None,
        "baseline": label(item.baseline),
        "quote": quote(document, item.evidence[0]),
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


RECORDS = Exporter(
    "records",
    "one JSON line a paper: its entities and slots",
    ".records.jsonl",
    "application/jsonl",
    one_file(write),
)
