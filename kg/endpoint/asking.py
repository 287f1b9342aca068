"""Answer a question in words from an endpoint, by its SPARQL twin.

The names of the question are looked up at the endpoint; a small store of what they may mean reads
the question, as it would from the whole graph; its twin then gives the rows.
"""

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg import query
from kg.endpoint.layouts import Endpoint
from kg.endpoint.query import table
from kg.endpoint.things import entities, nodes, portions, things_of
from kg.endpoint.web import Web
from kg.model import Document, Entity, Evidence, Fact, Graph, Identifier
from kg.namespaces import BASE, VOCABULARIES
from kg.query import Answer, Row
from kg.query.paths import HUBS, MAX_HOPS
from kg.query.rows import Cell
from kg.query.words import first_few
from kg.schema import relations
from kg.store import Store, open_store, open_writer

#: A node of which a search for a chain has found more neighbours than this is not gone on from.
WIDEST = 5000
_KGO = VOCABULARIES["kgo"]
#: Stands for the paper of every fact in a small store, where only the facts matter.
_NOWHERE = "paper/nowhere"


def ask(endpoint: Endpoint, question: str, *, limit: int = 0) -> Answer:
    """Answer a question; the rows have what the twin selects, and no passages.

    Raises what `kg.query.ask` raises, and EndpointError.
    """
    web = Web(endpoint)
    things = things_of(endpoint, question, web)
    answer = _read(question, things, ())
    if answer.intent == "connection":
        return _connected(endpoint, question, answer, web)
    rows = table(endpoint, answer.sparql, web)
    cells = [_row(row) for row in rows]
    few = limit or first_few(question)
    columns = tuple(dict.fromkeys(name for row in cells for name in row if name != "id"))
    return replace(
        answer,
        columns=columns or answer.columns,
        rows=tuple(cells[:few] if few else cells),
        total=len(cells),
        notes=(),
        variants=(),
        verdict="",
    )


def _row(row: dict[str, Any]) -> Row:
    """Return what a twin gives as cells: ids for IRIs of ours, numbers for numbers."""
    return Row(tuple((name, _cell(term)) for name, term in row.items()))


def _cell(term: Any) -> Cell:
    text = str(term.value)
    kind = getattr(getattr(term, "datatype", None), "value", "").rpartition("#")[2]
    if kind in ("integer", "int", "long", "nonNegativeInteger"):
        return int(text)
    if kind in ("decimal", "double", "float"):
        return float(text)
    return text.removeprefix(BASE).removeprefix(_KGO)


def _read(question: str, things: Sequence[Entity], facts: Sequence[Fact]) -> Answer:
    """Read a question by a small store of these things."""
    with _small_store(things, facts) as store:
        return query.ask(store, question)


@contextmanager
def _small_store(things: Sequence[Entity], facts: Sequence[Fact]) -> Iterator[Store]:
    nowhere = Document(_NOWHERE, "-")
    papers = [_document(item) for item in things if item.type == "Paper"]
    everything = [*things, Entity(_NOWHERE, "Paper", "-")]
    graph = Graph(
        documents=tuple(sorted([*papers, nowhere], key=lambda item: item.id)),
        entities=tuple(sorted(everything, key=lambda item: item.id)),
        facts=tuple(sorted(facts, key=lambda item: (item.subject, item.relation, item.object))),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kg.sqlite"
        with open_writer(path) as writer, writer.transaction():
            writer.replace_graph(graph, {"graph_id": "none"})
        with open_store(path) as store:
            yield store


def _document(paper: Entity) -> Document:
    number = paper.id.partition("/")[2]
    return Document(
        paper.id, paper.label, date=paper.date, identifiers=(Identifier("arxiv", number),)
    )


def _connected(endpoint: Endpoint, question: str, answer: Answer, web: Web) -> Answer:
    """Fetch the facts around both ends until they meet; then search among them."""
    ends = tuple({answer.parameters[name]} for name in ("from", "to") if name in answer.parameters)
    if len(ends) < 2:
        return answer
    facts: dict[tuple[str, str, str], Fact] = {}
    reached: tuple[set[str], ...] = tuple(set(end) for end in ends)
    fronts = list(ends)
    for _ in range(MAX_HOPS):
        side = min((0, 1), key=lambda number: len(fronts[number]))
        found = list(_around(endpoint, fronts[side], web))
        facts.update({(fact.subject, fact.relation, fact.object): fact for fact in found})
        near = {end for fact in found for end in (fact.subject, fact.object)}
        fronts[side] = near - reached[side]
        reached[side].update(near)
        met = reached[0] & reached[1]
        if met or not fronts[side] or len(fronts[side]) > WIDEST:
            break
    ids = {end for fact in facts.values() for end in (fact.subject, fact.object)}
    things = entities(endpoint, ids | ends[0] | ends[1], web)
    known = {thing.id for thing in things}
    kept = [fact for fact in facts.values() if {fact.subject, fact.object} <= known]
    chain = _read(question, things, kept)
    return replace(chain, rows=tuple(Row(row.cells) for row in chain.rows))


def _around(endpoint: Endpoint, ids: Collection[str], web: Web) -> Iterator[Fact]:
    """Yield the facts that some things stand in, from either side."""
    names = " ".join(f"kgo:{name}" for name in sorted(relations().keys() - HUBS))
    for some in portions(sorted(ids)):
        ends = nodes(some)
        text = f"""SELECT ?s ?r ?o (MAX(?sure) AS ?most) {{
          VALUES ?r {{ {names} }}
          {{ VALUES ?s {{ {ends} }} ?s ?r ?o }} UNION {{ VALUES ?o {{ {ends} }} ?s ?r ?o }}
          ?said rdf:subject ?s ; rdf:predicate ?r ; rdf:object ?o ; kgo:confidence ?sure .
        }} GROUP BY ?s ?r ?o"""
        for row in table(endpoint, text, web):
            subject, thing = (row[name].value.removeprefix(BASE) for name in ("s", "o"))
            evidence = Evidence(_NOWHERE, "title", 0, 1, "", float(row["most"].value))
            yield Fact(subject, row["r"].value.removeprefix(_KGO), thing, (evidence,))
