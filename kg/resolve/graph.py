"""All documents and all that their texts say, made into one graph."""

from collections.abc import Iterable, Mapping

from kg import lexicon
from kg.model import PAPER, Document, Entity, Evidence, Extraction, Fact, Graph, Mention, Result
from kg.resolve import derived, metadata
from kg.resolve.entities import Entities
from kg.resolve.facts import renamed_facts, renamed_mentions, renamed_result, united
from kg.resolve.linking import Links, link
from kg.resolve.papers import Paper, merge_papers


def resolve(documents: Iterable[Document], extractions: Mapping[str, Extraction]) -> Graph:
    """Link all names, unite all facts and add those that follow.

    `extractions` has the text of each paper (see `merge_papers`) by its id. The graph depends on
    the set of documents only.
    """
    papers = merge_papers(documents)
    known = lexicon.load()
    links = link(papers, extractions, known)
    resolving = _Resolving(links, Entities(links, known))
    for paper in papers:
        resolving.add(paper, extractions[paper.text])
    return resolving.graph(papers)


class _Resolving:
    """The graph in the making, paper by paper."""

    def __init__(self, links: Links, entities: Entities) -> None:
        self._links, self._named = links, entities
        self._entities: dict[str, Entity] = {}
        self._mentions: list[Mention] = []
        self._facts: list[Fact] = []
        self._results: list[Result] = []
        self._places: dict[str, Evidence] = {}

    def add(self, paper: Paper, extraction: Extraction) -> None:
        """Add one paper with what its text says."""
        document = paper.document
        ids = {name.reference: self._links.entity(document.id, name) for name in extraction.names}
        ids[PAPER] = document.id
        self._named.see(extraction, ids)
        for name in metadata.linked_names(document):
            self._named.see_name(name.known, name)
        for entity in metadata.people_and_pages(document):
            known = self._entities.setdefault(entity.id, entity)
            if entity.label < known.label:
                self._entities[entity.id] = entity
        self._entities[document.id] = metadata.paper_entity(document)
        self._mentions += renamed_mentions(document.id, extraction, ids)
        self._results += (renamed_result(document.id, item, ids) for item in extraction.results)
        self._add_facts(document, extraction, ids)

    def _add_facts(
        self, document: Document, extraction: Extraction, ids: Mapping[str, str]
    ) -> None:
        said = renamed_facts(document.id, extraction, ids)
        facts = list(united([*said, *metadata.metadata_facts(document)]))
        derived.first_places(facts, self._places)
        self._facts += facts
        self._facts += derived.principal_facts(facts, extraction, ids)

    def graph(self, papers: Iterable[Paper]) -> Graph:
        """Return what was added, sorted, with the facts that span papers."""
        entities = self._named.make() | self._entities
        self._facts += derived.family_facts(entities, self._places)
        redirects = {
            record.id: paper.document.id for paper in papers for record in paper.records
        } | self._links.redirects
        return Graph(
            documents=tuple(paper.document for paper in papers),
            entities=tuple(entities[key] for key in sorted(entities)),
            mentions=tuple(sorted(self._mentions, key=_place)),
            facts=tuple(united(self._facts)),
            results=tuple(sorted(self._results, key=repr)),
            redirects=tuple(
                (old, new)
                for old, new in sorted(redirects.items())
                if old not in entities and new in entities
            ),
        )


def _place(mention: Mention) -> tuple[object, ...]:
    return (mention.document, mention.field, mention.start, mention.end, mention.entity)
