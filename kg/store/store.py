"""The store as its readers see it: look up, iterate, search. Questions are `kg.query`'s."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from kg import given, schema
from kg.errors import UnknownNameError
from kg.model import Decision, Document, Entity, Fact, Mention, Result
from kg.store import counts, documents, entities, facts, inputs, search
from kg.store.connection import Opened, open_reading
from kg.store.counts import Counts
from kg.store.search import Hit


def open_store(path: Path | str) -> "Store":
    """Open a store for reading; `StoreError` where it is absent, none, or of a later kg."""
    return Store(open_reading(Path(path)))


class Store(Opened):
    """The graph as it was when the store was opened; a later build shows in a store opened later.

    Whatever takes an id takes a past id too, and follows its redirect.
    """

    def counts(self) -> Counts:
        """Count documents, entities by type, facts by relation, and the rest."""
        return counts.count(self._database)

    def meta(self) -> dict[str, str]:
        """Return the versions and the id of the graph; empty where none was made yet."""
        return inputs.meta(self._database)

    def sources(self) -> list[str]:
        """Return the names of all files that were read, also by a build that did not end."""
        return inputs.source_names(self._database)

    def papers_by_relation(self, status: str | Collection[str]) -> dict[str, int]:
        """Return how many papers are the subject of a fact of each relation, of these statuses."""
        wanted = given.several(status)
        schema.check(status=wanted)
        return counts.papers_by_relation(self._database, wanted)

    def papers_mentioning(
        self, type: str | Collection[str], status: str | Collection[str]
    ) -> dict[str, int]:
        """Return how many papers mention each entity of these types, by facts of these statuses.

        By the entity's id; those that none mentions are left out.
        """
        wanted = given.several(status)
        schema.check(status=wanted)
        return counts.papers_mentioning(self._database, _types(type), wanted)

    def document(self, paper_id: str) -> Document:
        """Return a paper's document; `UnknownNameError` where there is none."""
        key = entities.require_key(self._database, "paper", paper_id)
        for document in documents.read_documents(self._database, [key]):
            return document
        raise UnknownNameError("paper", paper_id)

    def documents(self, ids: str | Collection[str] | None = None) -> Iterator[Document]:
        """Yield all documents, or those that have these ids, by id."""
        if ids is None:
            keys = documents.document_keys(self._database)
        else:
            keys = entities.keys_of(self._database, given.several(ids))
        return documents.read_documents(self._database, keys)

    def entity(self, entity_id: str) -> Entity:
        """Return an entity; `UnknownNameError` where there is none."""
        key = entities.require_key(self._database, "entity", entity_id)
        return next(entities.read_entities(self._database, [key]))

    def entities(
        self,
        type: str | Collection[str] = "",
        *,
        parent: str = "",
        since: str = "",
    ) -> Iterator[Entity]:
        """Yield all entities, or those of types, or right below a parent, by id.

        With `since`, an ISO date, those that are not older, as far as both dates are known.
        UnknownNameError for what is no type.
        """
        types = _types(type)
        columns: dict[str, Sequence[str | int]] = {"type": types} if types else {}
        if parent:
            columns["parent"] = [entities.key_of(self._database, parent)]
        keys = entities.entity_keys(self._database, columns, since)
        return entities.read_entities(self._database, keys)

    def entities_of(self, ids: str | Collection[str]) -> Iterator[Entity]:
        """Yield the entities that have these ids, by id."""
        keys = entities.keys_of(self._database, given.several(ids))
        return entities.read_entities(self._database, keys)

    def find(self, name: str, types: str | Sequence[str] = ()) -> list[Entity]:
        """Return what is known by a name, an id or a paper's identifier or address, best first.

        With `types` only what is of one of them; UnknownNameError for what is no type.
        """
        keys = search.find_keys(self._database, name, _types(types))
        return list(entities.read_entities(self._database, keys))

    def names(self, types: str | Sequence[str] = ()) -> Iterator[tuple[str, str]]:
        """Yield each label and alias with the id of what it names."""
        return entities.names(self._database, _types(types))

    def facts(
        self,
        *,
        subject: str | Collection[str] = "",
        relation: str | Collection[str] = "",
        object: str | Collection[str] = "",
        status: str | Collection[str] = (),
    ) -> Iterator[Fact]:
        """Yield the facts that fit, by subject, relation and object; what is '' fits any.

        Of several subjects, relations, objects or statuses, the facts of each. UnknownNameError for
        what is no relation or status.
        """
        relations, statuses = given.several(relation), given.several(status)
        schema.check(relations=relations, status=statuses)
        columns: dict[str, Sequence[str | int]] = {"relation": relations} if relations else {}
        ends: dict[str, str | Collection[str]] = {"subject": subject, "object": object}
        for column, ids in ends.items():
            if ids != "":
                columns[column] = entities.keys_of(self._database, given.several(ids))
        keys = facts.fact_keys(self._database, columns=columns, status=statuses)
        return facts.read_facts(self._database, keys)

    def results(self, *, paper: str = "", entity: str = "") -> Iterator[Result]:
        """Yield the results of a paper, or that name an entity in any slot, or all."""
        keys = self._keys(paper=paper, entity=entity)
        return documents.read_results(
            self._database, paper=keys.get("paper"), entity=keys.get("entity")
        )

    def mentions(self, *, document: str = "", entity: str = "") -> Iterator[Mention]:
        """Yield the mentions in a document, or of an entity, or all, by document and place."""
        columns = self._keys(document=document, entity=entity)
        return documents.read_mentions(self._database, columns)

    def decisions(self, *, document: str = "", entity: str = "") -> Iterator[Decision]:
        """Yield how names were linked, in a document or to an entity, by document and name."""
        columns = self._keys(document=document, entity=entity)
        return documents.read_decisions(self._database, columns)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Return what has all these words in title, abstract or label, best first; 0 for all."""
        return search.search(self._database, text, limit)

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield each past id with the present one."""
        return entities.redirects(self._database)

    def _keys(self, **ids: str) -> dict[str, int]:
        """Return the keys of the ids that are given; an unknown id has key 0, which nothing has."""
        return {name: entities.key_of(self._database, id_) for name, id_ in ids.items() if id_}


def _types(names: str | Collection[str]) -> tuple[str, ...]:
    """Return the types given; UnknownNameError for what is none."""
    types = given.several(names)
    schema.check(types=types)
    return types


def fact_of(store: Store, fact_id: str) -> Fact:
    """Return the fact of an id (see `kg.ids.fact_id`); all are looked through."""
    database = store._database
    for fact in facts.read_facts(database, facts.keys_of_id(database, fact_id)):
        return fact
    raise UnknownNameError("fact", fact_id)


def titles_of_records(store: Store) -> Iterator[tuple[str, str]]:
    """Yield id and title of all that was read, also of what is in no paper of the graph yet."""
    return inputs.record_titles(store._database)


def papers_with(store: Store, text: str) -> int:
    """Count the papers that `Store.search` finds by all the words of a text."""
    return search.papers_with(store._database, text)
