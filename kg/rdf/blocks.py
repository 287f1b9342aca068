"""A store as RDF: one block of properties a node, in an order that depends on the content alone.

The order: entities by id, each with its direct triples and followed by the assertions of its
facts; then, paper by paper, the passages quoted and the mentions; results, redirects, the run.
Read from the store as it goes; what is held in memory is one number for each quoted passage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby

from kg.ids import digest, fact_id
from kg.model import Document, Entity, Evidence, Fact
from kg.rdf import describe
from kg.rdf.describe import Block, Property
from kg.rdf.terms import NAME, NODE, TEXT
from kg.store import Store, quote

#: Field, start and end of a passage.
_Passage = tuple[str, int, int]


@dataclass(slots=True)
class _Gathered:
    """What must be known of all facts before the first can be written."""

    passages: dict[str, set[_Passage]] = field(default_factory=lambda: defaultdict(set))
    premises: dict[str, set[str]] = field(default_factory=dict)
    results: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, evidence: Iterable[Evidence]) -> None:
        """Remember the passages that an evidence quotes."""
        for item in evidence:
            self.passages[item.document].add((item.field, item.start, item.end))


def blocks(store: Store) -> Iterator[Block]:
    """Describe every node of a store, each once."""
    run = f"run/{store.meta().get('graph_id', 'none')}"
    gathered = _gather(store)
    yield from _entities(store, gathered, run)
    for paper in store.documents():
        yield from _passages(paper, gathered.passages.pop(paper.id, set()))
        yield from map(describe.mention, store.mentions(document=paper.id))
    for item in store.results():
        yield describe.result(item, run)
    for old, new in sorted(store.redirects()):
        yield old, [("dcterms:isReplacedBy", NODE, new)]
    yield run, [*describe.types("Run")]


def _gather(store: Store) -> _Gathered:
    found = _Gathered()
    for fact in store.facts(status=("derived",)):
        found.premises.update((premise, set()) for premise in fact.premises)
    for fact in store.facts():
        found.note(fact.evidence)
        papers = found.premises.get(fact_id(fact.subject, fact.relation, fact.object))
        if papers is not None:
            papers.update(item.document for item in fact.evidence)
    for item in store.results():
        found.note(item.evidence)
        for owner in {item.paper, item.method, item.model} - {""}:
            found.results[owner].append(describe.result_id(item))
    return found


def _entities(store: Store, gathered: _Gathered, run: str) -> Iterator[Block]:
    """Join entities, papers and facts by subject, all of them sorted by it."""
    parts: Iterator[tuple[str, int, Entity | Document | Fact]] = merge(
        ((item.id, 0, item) for item in store.entities()),
        ((item.id, 1, item) for item in store.documents()),
        ((item.subject, 2, item) for item in store.facts()),
        key=lambda part: part[:2],
    )
    for subject, group in groupby(parts, key=lambda part: part[0]):
        properties: list[Property] = []
        facts: list[Fact] = []
        for _, _, item in group:
            if isinstance(item, Fact):
                facts.append(item)
            else:
                properties += _described(item)
        properties += _direct(facts, gathered.results.pop(subject, []))
        yield subject, properties
        for fact in facts:
            yield from _assertions(fact, gathered, run)


def _described(item: Entity | Document) -> list[Property]:
    return describe.entity(item) if isinstance(item, Entity) else describe.document(item)


def _direct(facts: Iterable[Fact], results: Iterable[str]) -> list[Property]:
    """Return the direct triples of one subject: of all its facts but the candidates."""
    found = {
        (f"kgo:{fact.relation}", NODE, fact.object) for fact in facts if fact.status != "candidate"
    }
    return sorted(found | {("kgo:hasResult", NODE, item) for item in results})


def _assertions(fact: Fact, gathered: _Gathered, run: str) -> Iterator[Block]:
    """Describe what each paper says of a fact."""
    key = fact_id(fact.subject, fact.relation, fact.object)
    papers = sorted({item.document for item in fact.evidence})
    for paper in papers:
        evidence = tuple(item for item in fact.evidence if item.document == paper)
        premises = sorted(
            _assertion_id(premise, paper)
            for premise in fact.premises
            if paper in gathered.premises.get(premise, ())
        )
        yield (
            _assertion_id(key, paper),
            [
                *describe.types("Assertion"),
                ("rdf:subject", NODE, fact.subject),
                ("rdf:predicate", NAME, f"kgo:{fact.relation}"),
                ("rdf:object", NODE, fact.object),
                ("kgo:status", TEXT, fact.status),
                *describe.reading(evidence, paper, run),
                *(("kgo:premise", NODE, premise) for premise in premises),
            ],
        )


def _assertion_id(fact: str, paper: str) -> str:
    return f"assertion/{digest('assertion', fact, paper)}"


def _passages(paper: Document, places: Iterable[_Passage]) -> Iterator[Block]:
    for field_name, start, end in sorted(places):
        evidence = Evidence(paper.id, field_name, start, end, rule="")
        yield describe.passage(evidence, quote(paper, evidence))
