"""A store as RDF: one block of properties a node, in an order that depends on the content alone.

The order: entities by id, each with its direct triples and followed by the assertions of its
facts; then, paper by paper, the passages quoted and the mentions; results, redirects, the run.
Read from the store as it goes: what is held in memory is a number for each entity and result.
"""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Literal, get_args

from kg.ids import digest, id_of, result_id
from kg.model import Document, Entity, Evidence, Fact, Mention, Result
from kg.rdf import describe
from kg.rdf.describe import Block, Property
from kg.rdf.terms import NAME, NODE, TEXT
from kg.store import Store, quote, streams
from kg.store.streams import Premises

#: How much is told of what the facts rest on. ``none``: nothing. ``compact``: an assertion for
#: each fact and paper, with status, confidence and rules. ``full``: the passages and mentions too.
Provenance = Literal["none", "compact", "full"]
PROVENANCE: tuple[Provenance, ...] = get_args(Provenance)

_Said = tuple[Fact, Premises]
#: Field, start and end of a passage.
_Place = tuple[str, int, int]
#: Something of a subject, and its place among what the subject has.
_Part = tuple[str, int, Entity | Document | list[_Said] | tuple[str, ...]]


def blocks(store: Store, provenance: Provenance = "full") -> Iterator[Block]:
    """Describe every node of a store, each once."""
    run = f"run/{store.meta().get('graph_id', 'none')}"
    yield from _entities(store, provenance, run)
    if provenance == "full":
        yield from _texts(store)
    for item in streams.results(store):
        yield from _result(item, provenance, run)
    for old, new in sorted(store.redirects()):
        yield old, [("dcterms:isReplacedBy", NODE, new)]
    if provenance != "none":
        yield run, [*describe.types("Run")]


def _result(item: Result, provenance: Provenance, run: str) -> Iterator[Block]:
    """Describe a result and how it was read."""
    subject, properties = describe.result(item)
    if provenance == "none":
        yield subject, properties
    else:
        read = describe.reading(item.evidence, item.paper, run, places=provenance == "full")
        yield from _read(subject, [*properties, *read], item.evidence, provenance)


def _read(
    subject: str, properties: list[Property], evidence: tuple[Evidence, ...], provenance: Provenance
) -> Iterator[Block]:
    """Describe what was read, and its readings where they have to be told apart."""
    readings: list[Block] = []
    if provenance == "full" and len(evidence) > 1:
        readings = describe.readings(subject, evidence)
    yield subject, [*properties, *[("kgo:reading", NODE, reading) for reading, _ in readings]]
    yield from readings


def _entities(store: Store, provenance: Provenance, run: str) -> Iterator[Block]:
    """Join entities, papers, facts and results by subject, all of them sorted by it."""
    parts: Iterator[_Part] = merge(
        ((item.id, 0, item) for item in store.entities()),
        ((item.id, 1, item) for item in streams.documents(store)),
        ((subject, 2, said) for subject, said in _said(store)),
        ((owner, 3, tuple(i)) for owner, i in streams.owned_results(store, result_id)),
        key=itemgetter(0, 1),
    )
    for subject, group in groupby(parts, key=itemgetter(0)):
        properties: list[Property] = []
        said: list[_Said] = []
        results: tuple[str, ...] = ()
        for _, _, item in group:
            if isinstance(item, list):
                said = item
            elif isinstance(item, tuple):
                results = item
            else:
                properties += _described(item)
        properties += _direct(said, results)
        yield subject, properties
        if provenance != "none":
            for fact, premises in said:
                yield from _assertions(fact, premises, run, provenance)


def _said(store: Store) -> Iterator[tuple[str, list[_Said]]]:
    """Yield each subject with its facts."""
    facts = streams.facts_with_premises(store)
    for subject, group in groupby(facts, key=lambda said: said[0].subject):
        yield subject, list(group)


def _described(item: Entity | Document) -> list[Property]:
    return describe.entity(item) if isinstance(item, Entity) else describe.document(item)


def _direct(said: Iterable[_Said], results: Iterable[str]) -> list[Property]:
    """Return the direct triples of one subject: of all its facts but the candidates."""
    found = {
        (f"kgo:{fact.relation}", NODE, fact.object)
        for fact, _ in said
        if fact.status != "candidate"
    }
    return sorted(found.union([("kgo:hasResult", NODE, item) for item in results]))


def _assertions(
    fact: Fact, premises: Premises, run: str, provenance: Provenance
) -> Iterator[Block]:
    """Describe what each paper says of a fact."""
    key = id_of(fact)
    stated = [
        *describe.types("Assertion"),
        ("rdf:subject", NODE, fact.subject),
        ("rdf:predicate", NAME, f"kgo:{fact.relation}"),
        ("rdf:object", NODE, fact.object),
        ("kgo:status", TEXT, fact.status),
    ]
    for paper, evidence in _by_paper(fact.evidence):
        follows: list[str] = []
        if premises:
            follows = sorted(
                _assertion_id(p, paper) for p, says in premises.items() if paper in says
            )
        read = describe.reading(evidence, paper, run, places=provenance == "full")
        properties = [*stated, *read, *[("kgo:premise", NODE, premise) for premise in follows]]
        yield from _read(_assertion_id(key, paper), properties, evidence, provenance)


def _by_paper(evidence: tuple[Evidence, ...]) -> list[tuple[str, tuple[Evidence, ...]]]:
    """Return the papers of an evidence, sorted, each with its part."""
    if len(evidence) == 1:
        return [(evidence[0].document, evidence)]
    papers = sorted({item.document for item in evidence})
    return [
        (paper, tuple([item for item in evidence if item.document == paper])) for paper in papers
    ]


def _assertion_id(fact: str, paper: str) -> str:
    return f"assertion/{digest('assertion', fact, paper)}"


def _texts(store: Store) -> Iterator[Block]:
    """Describe, paper by paper, the passages quoted and then the mentions."""
    parts: Iterator[tuple[str, int, Document | Mention | _Place]] = merge(
        ((item.id, 0, item) for item in streams.documents(store)),
        ((paper, 1, (field, start, end)) for paper, field, start, end in streams.passages(store)),
        ((item.document, 2, item) for item in streams.mentions(store)),
        key=itemgetter(0, 1),
    )
    paper = Document("", "")
    for _, _, item in parts:
        if isinstance(item, Document):
            paper = item
        elif isinstance(item, Mention):
            yield describe.mention(item)
        else:
            evidence = Evidence(paper.id, *item, rule="")
            yield describe.passage(evidence, quote(paper, evidence))
