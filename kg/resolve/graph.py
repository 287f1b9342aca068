"""All documents and all that their texts say, made into one graph."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter

from kg import lexicon
from kg.curation import Act
from kg.ids import NAMESPACES, type_of
from kg.model import (
    PAPER,
    Decision,
    Document,
    Entity,
    Evidence,
    Extraction,
    Fact,
    Graph,
    Mention,
    Name,
    Result,
)
from kg.resolve.aliases import with_names
from kg.resolve.curated import Curated
from kg.resolve.curated_names import CuratedNames
from kg.resolve.derived import family_facts, first_places, principal_facts
from kg.resolve.entities import Entities
from kg.resolve.facts import named_by, renamed_facts, renamed_mentions, renamed_result, united
from kg.resolve.linking import Links, link
from kg.resolve.metadata import linked_names, metadata_facts, paper_entity, people_and_pages
from kg.resolve.papers import Paper, date_rank, merge_papers
from kg.resolve.rings import without_rings
from kg.resolve.uses import name_key


def resolve(
    documents: Iterable[Document],
    extractions: Mapping[str, Extraction],
    acts: Iterable[Act] = (),
) -> Graph:
    """Make one graph of all documents and what their texts say; see `resolve_papers`."""
    acts = tuple(acts)
    return resolve_papers(merge_papers(documents, acts), extractions, acts)


def resolve_papers(
    papers: Sequence[Paper], extractions: Mapping[str, Extraction], acts: Iterable[Act] = ()
) -> Graph:
    """Link all names, unite all facts and add those that follow; a curator's acts come last.

    `papers` is what `merge_papers` makes with the same acts; `extractions` has their texts by id.
    The graph depends on the set of documents, and on the acts, only.
    """
    acts, known = tuple(acts), lexicon.load()
    links = link(papers, extractions, known, CuratedNames(acts))
    redirects = _without_kept_apart(_redirects(papers, links), acts)
    curated = Curated(acts, redirects)
    resolving = _Resolving(links, Entities(links, known, curated), curated)
    for paper in papers:
        resolving.add(paper, extractions[paper.text])
    return resolving.graph(papers, redirects)


def _redirects(papers: Iterable[Paper], links: Links) -> dict[str, str]:
    """Return the past ids of papers and names with the present ones."""
    present = {paper.document.id for paper in papers} | links.in_use()
    of_papers = {record.id: paper.document.id for paper in papers for record in paper.records}
    redirects = of_papers | links.redirects
    return {old: new for old, new in redirects.items() if old not in present}


def _without_kept_apart(redirects: dict[str, str], acts: Iterable[Act]) -> dict[str, str]:
    """Return redirects, none to one thing from an id that a curator keeps apart from it.

    Two records of one paper may have given its work an id each, by their titles.
    """
    redirects = dict(redirects)
    for act in acts:
        if act.verb == "do-not-merge" and type_of(act.arguments[0]) != "Paper":
            one, other = act.arguments
            if redirects.get(one, one) == redirects.get(other, other):
                redirects.pop(other if other in redirects else one, None)
    return redirects


class _Resolving:
    """The graph in the making, paper by paper."""

    def __init__(self, links: Links, entities: Entities, curated: Curated) -> None:
        self._links, self._named, self._curated = links, entities, curated
        self._entities: dict[str, Entity] = {}
        self._mentions: list[Mention] = []
        self._of_papers: list[Fact] = []
        self._of_things: list[Fact] = []
        self._results: set[Result] = set()
        self._places: dict[str, Evidence] = {}
        self._decisions: list[Decision] = []
        self._also: dict[str, list[Entity]] = defaultdict(list)

    def add(self, paper: Paper, extraction: Extraction) -> None:
        """Add one paper with what its text says."""
        document = paper.document
        ids = dict(self._identified(document.id, extraction))
        ids[PAPER] = document.id
        self._named.see(extraction, ids)
        for name in linked_names(document):
            self._see(name.known, self._curated.final(name.known), name)
        for entity in people_and_pages(document):
            self._add_entity(entity)
        self._entities[document.id] = paper_entity(document)
        self._mentions += renamed_mentions(document.id, extraction, ids)
        self._results.update(self._judged_results(document.id, extraction, ids))
        self._add_facts(document, extraction, ids)

    def _judged_results(
        self, paper: str, extraction: Extraction, ids: Mapping[str, str]
    ) -> Iterator[Result]:
        for item in extraction.results:
            result = renamed_result(paper, item, ids)
            if judged := self._curated.judged_result(result, named_by(item, ids)):
                yield judged

    def _identified(self, paper: str, extraction: Extraction) -> Iterator[tuple[str, str]]:
        """Yield each local reference with the entity that it means, and note why."""
        for name in extraction.names:
            linked, how, because = self._links.reason(paper, name)
            entity_id = linked
            if self._curated.acts:
                spellings = partial(_spellings, extraction, name)
                entity_id = self._curated.entity(
                    linked, paper, spellings, name.label if name.known else ""
                )
            if entity_id != linked:
                self._decisions.append(Decision(paper, name.label, entity_id, "curated", (linked,)))
            elif how:
                self._decisions.append(Decision(paper, name.label, entity_id, how, because))
            self._see(linked, entity_id, name)
            yield name.reference, entity_id

    def _see(self, linked: str, entity_id: str, name: Name) -> None:
        """Note a name that was linked to one thing and, by a curator, means another."""
        if linked == entity_id or self._curated.origin(entity_id) == linked:
            self._named.see_name(entity_id, name)
        elif entity_id in self._curated.made:
            label = self._curated.made[entity_id] or name.label
            self._named.see_name(entity_id, replace(name, label=label, known="", aliases=()))
        else:
            self._named.see_merged(entity_id, name)

    def _add_entity(self, entity: Entity) -> None:
        entity_id = self._curated.final(entity.id)
        if entity_id != entity.id:
            self._also[entity_id].append(entity)
            return
        known = self._entities.setdefault(entity_id, entity)
        if entity is not known and entity != known:
            self._entities[entity_id] = _as_one((known, entity))

    def _add_facts(
        self, document: Document, extraction: Extraction, ids: Mapping[str, str]
    ) -> None:
        said = [*renamed_facts(document.id, extraction, ids), *self._metadata_facts(document)]
        facts = self._curated.judge(list(united(said)))
        first_places(facts, self._places)
        for fact in facts:
            of_paper = fact.subject == document.id
            (self._of_papers if of_paper else self._of_things).append(fact)
        self._of_things += principal_facts(facts, extraction, ids)

    def _metadata_facts(self, document: Document) -> Iterator[Fact]:
        if not self._curated.acts:
            yield from metadata_facts(document)
            return
        for fact in metadata_facts(document):
            object_ = self._curated.final(fact.object)
            yield fact if object_ == fact.object else replace(fact, object=object_)

    def graph(self, papers: Iterable[Paper], redirects: dict[str, str]) -> Graph:
        """Return what was added, sorted, with the facts that span papers."""
        entities = self._all_entities()
        self._of_things += family_facts(entities, self._places)
        facts = _in_order(self._of_papers, list(united(self._of_things)))
        led = redirects | dict(self._curated.redirects())
        return Graph(
            documents=tuple(paper.document for paper in papers),
            entities=tuple(entities[key] for key in sorted(entities)),
            mentions=tuple(
                sorted(self._curated.judged_mentions(self._mentions, entities), key=_place)
            ),
            facts=without_rings(self._curated.judge(facts)),
            results=tuple(sorted(_each_once(self._results), key=repr)),
            redirects=tuple(
                (old, new)
                for old, target in sorted(led.items())
                if old not in entities and (new := self._curated.final(target)) in entities
            ),
            decisions=tuple(sorted(self._decisions)),
        )

    def _all_entities(self) -> dict[str, Entity]:
        """Return the entities with what a curator says of their names and families."""
        entities = self._named.make() | self._entities
        for entity_id, others in self._also.items():
            entities.setdefault(entity_id, replace(_as_one(others), id=entity_id))
            names = {other.label for other in others}
            entities[entity_id] = with_names(entities[entity_id], names)
        return self._curated.amended(entities)


def _each_once(results: set[Result]) -> set[Result]:
    """Keep of two results that new types made one the accepted one alone."""
    accepted = (result for result in results if result.status == "curated")
    return results - {replace(result, status="extracted") for result in accepted}


def _in_order(of_papers: list[Fact], of_things: list[Fact]) -> list[Fact]:
    """Return all facts in order; both lists are, and all papers stand together in it."""
    first = bisect(of_things, f"{NAMESPACES['Paper']}/", key=_subject)
    return [*of_things[:first], *of_papers, *of_things[first:]]


def _spellings(extraction: Extraction, name: Name) -> frozenset[str]:
    """Return how a text spells a name, folded."""
    found = {name_key(m.text) for m in extraction.mentions if m.entity == name.reference}
    return frozenset(found or {name_key(name.label)})


def _as_one(entities: Sequence[Entity]) -> Entity:
    """Return the entity that several of one id are: the first by label, with the best date."""
    dates = [entity.date for entity in entities if entity.date]
    first = min(entities, key=_label)
    return replace(first, date=min(dates, key=date_rank, default=None))


_label = attrgetter("label")
_subject = attrgetter("subject")
#: What mentions are sorted by.
_place = attrgetter("document", "field", "start", "end", "entity")
