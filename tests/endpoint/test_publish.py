"""The graph in a store that is not ours: loaded once, gone on with, the same as here."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.endpoint import publish, query
from kg.endpoint.layouts import DEFAULT, Endpoint
from kg.endpoint.web import Web
from kg.errors import EndpointError
from kg.rdf.index import index
from kg.store import open_store
from tests.endpoint.conftest import Start
from tests.graphs.small import small_graph

WAYS = ("graph store", "updates")


@pytest.fixture(scope="module")
def path(write_store) -> Path:
    stored: Path = write_store(small_graph())
    return stored


def by(endpoint: Endpoint, way: str) -> Endpoint:
    """Leave one way of writing open."""
    if way == "updates":
        return replace(endpoint, graphs="")
    return replace(endpoint, updates="")


def triples(endpoint: Endpoint) -> set[str]:
    found: Any = query(endpoint, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    return set(map(str, found))


def ours(path: Path) -> set[str]:
    with open_store(path) as store:
        return {str(quad.triple) for quad in index(store)}


class Spy:
    """Notes the batches that are sent, and breaks off at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.sent: list[int] = []
        self.passed = 0
        self._last = last

    def __call__(self, triples: int, sent: bool) -> None:
        self.sent += [triples] if sent else []
        self.passed += 0 if sent else 1
        if self._last and len(self.sent) == self._last:
            raise KeyboardInterrupt


@pytest.mark.parametrize("way", WAYS)
def test_the_graph_arrives_as_it_is(start: Start, path: Path, way: str) -> None:
    endpoint = by(start(), way)
    with open_store(path) as store:
        done = publish(store, endpoint, batch=50)
    assert triples(endpoint) == ours(path)
    assert done.sent == done.total >= done.counted == len(ours(path))


@pytest.mark.parametrize("way", WAYS)
def test_a_load_that_broke_off_goes_on(start: Start, path: Path, way: str) -> None:
    endpoint, first, second = by(start(), way), Spy(last=3), Spy()
    with open_store(path) as store:
        with pytest.raises(KeyboardInterrupt):
            publish(store, endpoint, batch=50, progress=first)
        done = publish(store, endpoint, batch=50, progress=second)
    assert second.passed == 3
    assert done.before == sum(first.sent)
    assert triples(endpoint) == ours(path)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_there_is_not_sent_again(start: Start, path: Path, way: str) -> None:
    endpoint, spy = by(start(), way), Spy()
    with open_store(path) as store:
        publish(store, endpoint)
        assert publish(store, endpoint, progress=spy).sent == 0
        assert not spy.sent
        assert publish(store, endpoint, again=True).sent > 0
    assert triples(endpoint) == ours(path)


@pytest.mark.parametrize("way", WAYS)
def test_a_later_graph_takes_the_place_of_the_earlier(
    start: Start, path: Path, write_store, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint, graph = by(start(), way), small_graph()
    later = write_store(replace(graph, mentions=(), redirects=()))
    with open_store(path) as store, open_store(later) as second:
        publish(store, endpoint)
        monkeypatch.setattr(type(second), "meta", lambda _: {"graph_id": "later"})
        publish(second, endpoint)
        assert triples(endpoint) < ours(path) | {str(q.triple) for q in index(second)}
        assert triples(endpoint) == {str(quad.triple) for quad in index(second)}


def test_another_graph_of_the_server_is_left_alone(start: Start, path: Path) -> None:
    endpoint = start()
    other = replace(endpoint, graph="https://example.org/other")
    Web(other).send(
        "POST",
        endpoint.updates,
        b"INSERT DATA { GRAPH <https://example.org/other> { <a:a> <a:b> <a:c> } }",
        {"Content-Type": "application/sparql-update"},
    )
    with open_store(path) as store:
        publish(store, endpoint)
        publish(store, endpoint, again=True)
    assert len(triples(other)) == 1


@pytest.mark.parametrize("way", WAYS)
def test_the_default_graph_can_be_meant(start: Start, path: Path, way: str) -> None:
    endpoint = replace(by(start(), way), graph=DEFAULT)
    with open_store(path) as store:
        publish(store, endpoint)
    assert triples(endpoint) == ours(path)


def test_an_endpoint_that_only_reads_says_so(path: Path, start: Start) -> None:
    endpoint = start()
    reading = replace(endpoint, graphs="", updates=endpoint.queries)
    with open_store(path) as store, pytest.raises(EndpointError, match="see --update"):
        publish(store, reading)


def test_an_address_that_tells_no_product_needs_more(path: Path) -> None:
    endpoint = Endpoint("http://127.0.0.1:9/somewhere")
    with open_store(path) as store, pytest.raises(EndpointError, match="--graph-store"):
        publish(store, endpoint)
