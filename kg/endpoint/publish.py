"""Load the graph into another SPARQL store, in batches.

What has been loaded is noted at the endpoint itself, in a graph beside: a load that was broken off
goes on from there, one that is done is not done again, and that of an earlier graph is cleared.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kg.endpoint.layouts import DEFAULT, Endpoint
from kg.endpoint.query import table
from kg.endpoint.web import Web
from kg.errors import EndpointError
from kg.ids import digest
from kg.namespaces import GRAPH, expand
from kg.rdf.kept import code
from kg.rdf.ntriples import lines
from kg.rdf.terms import literal
from kg.store import Store

#: How many triples a request has, about: each node's stay together.
BATCH = 10_000
_NOTE = expand("dcterms:identifier")
_DONE = "done"
_ALL = sys.maxsize
_TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}
_UPDATE = {"Content-Type": "application/sparql-update"}


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: triples sent now and before, and what the endpoint counts in the end."""

    sent: int
    before: int
    counted: int

    @property
    def total(self) -> int:
        """How many triples the graph has."""
        return self.sent + self.before


#: Told how many triples each batch has, and whether it was sent now.
Progress = Callable[[int, bool], None]


def publish(
    store: Store,
    endpoint: Endpoint,
    *,
    batch: int = BATCH,
    again: bool = False,
    progress: Progress = lambda triples, sent: None,
) -> Published:
    """Load a store's graph into an endpoint's, in place of an earlier one of ours.

    With `again`, from the beginning, whatever was noted. Raises EndpointError; called once more,
    it goes on from the last batch that the endpoint has.
    """
    target = _Target(endpoint, digest("publish", store.meta().get("graph_id", ""), code()), batch)
    done = 0 if again else target.done()
    if done == _ALL:
        there = target.count()
        return Published(0, there, there)
    if done == 0:
        target.clear()
    sent = before = 0
    for number, (text, triples) in enumerate(_batches(lines(store), batch), 1):
        if number > done:
            target.add(text, number)
            sent += triples
        else:
            before += triples
        progress(triples, number > done)
    target.note(_DONE)
    return Published(sent, before, target.count())


def _batches(texts: Iterator[str], size: int) -> Iterator[tuple[str, int]]:
    """Cut the texts of all nodes into batches, each with how many triples it has."""
    waiting: list[str] = []
    triples = 0
    for text in texts:
        waiting.append(text)
        triples += text.count("\n")
        if triples >= size:
            yield "".join(waiting), triples
            waiting, triples = [], 0
    if waiting:
        yield "".join(waiting), triples


class _Target:
    """The graph at the endpoint, and the note beside it of how far it is loaded."""

    def __init__(self, endpoint: Endpoint, version: str, batch: int) -> None:
        self.endpoint, self._version = endpoint, f"{version}/{batch}"
        self._web = Web(endpoint)
        graph = endpoint.graph if endpoint.graph != DEFAULT else GRAPH
        self._beside = f"{graph}/published"
        if not endpoint.graphs and not endpoint.updates:
            reason = "is no address of a product that kg knows; give --update or --graph-store too"
            raise EndpointError(endpoint.queries, 0, reason)

    def done(self) -> int:
        """Return how many batches of this graph are loaded."""
        ask = f"SELECT ?note {{ GRAPH <{self._beside}> {{ ?graph <{_NOTE}> ?note }} }}"
        notes = [str(row["note"].value) for row in table(self._whole(), ask, self._web)]
        version, _, number = notes[0].rpartition("/") if len(notes) == 1 else ("", "", "")
        if version != self._version:
            return 0
        return _ALL if number == _DONE else int(number)

    def _whole(self) -> Endpoint:
        return replace(self.endpoint, graph=DEFAULT)

    def clear(self) -> None:
        """Empty the graph, and the note."""
        for graph in (self._beside, self.endpoint.graph):
            if self.endpoint.graphs:
                self._delete(graph)
            else:
                self._update(f"CLEAR SILENT {_named(graph)}")

    def _delete(self, graph: str) -> None:
        try:
            self._web.send("DELETE", self._address(graph))
        except EndpointError as error:
            if error.status != 404:  # a graph that is not there is empty
                raise

    def add(self, text: str, number: int) -> None:
        """Add a batch, in lines of N-Triples, and note its number."""
        if self.endpoint.graphs:
            body = text.encode()
            self._web.send("POST", self._address(self.endpoint.graph), body, _TURTLE)
            self.note(str(number))
        else:
            added = _inserted(self.endpoint.graph, text)
            self._update(f"{added} ;\n{self._noting(str(number))}")

    def note(self, number: str) -> None:
        """Note how far the graph is loaded."""
        if self.endpoint.graphs:
            self._web.send(
                "PUT", self._address(self._beside), self._noted(number).encode(), _TURTLE
            )
        else:
            self._update(self._noting(number))

    def _noted(self, number: str) -> str:
        return f"<{self._beside}> <{_NOTE}> {literal(f'{self._version}/{number}')} .\n"

    def _noting(self, number: str) -> str:
        return (
            f"CLEAR SILENT {_named(self._beside)} ;\n{_inserted(self._beside, self._noted(number))}"
        )

    def _update(self, text: str) -> None:
        self._web.send("POST", self.endpoint.updates, text.encode(), _UPDATE)

    def _address(self, graph: str) -> str:
        name = "default" if graph == DEFAULT else urlencode({"graph": graph})
        joint = "&" if "?" in self.endpoint.graphs else "?"
        return f"{self.endpoint.graphs}{joint}{name}"

    def count(self) -> int:
        """Count the triples of the graph."""
        rows = table(self.endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", self._web)
        return int(rows[0]["n"].value)


def _named(graph: str) -> str:
    return "DEFAULT" if graph == DEFAULT else f"GRAPH <{graph}>"


def _inserted(graph: str, text: str) -> str:
    """Return an update that adds lines of N-Triples to a graph."""
    where = "" if graph == DEFAULT else f"GRAPH <{graph}>"
    return f"INSERT DATA {{ {where} {{\n{text}}} }}" if where else f"INSERT DATA {{\n{text}}}"
