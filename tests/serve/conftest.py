"""Servers on this machine, and a client that sends just what it is told."""

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

from kg.serve import Limits, Settings
from kg.serve.running import bind, server
from tests.graphs.small import small_graph

#: How long a test waits for a server to start, in seconds.
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        return json.loads(self.body)

    def values(self, name: str) -> list[str]:
        """Return one column of rows in JSON."""
        return [row[name]["value"] for row in self.json()["results"]["bindings"]]


@dataclass(frozen=True, slots=True)
class Client:
    """Sends requests to a server on this machine."""

    port: int

    def send(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path, body or None, headers or {})
            got = connection.getresponse()
            found = {name.lower(): value for name, value in got.getheaders()}
            return Answer(got.status, found, got.read())

    def get(self, query: str, accept: str = "", **parameters: str | list[str]) -> Answer:
        coded = urlencode({"query": query, **parameters}, doseq=True)
        return self.send("GET", f"/sparql?{coded}", headers={"Accept": accept} if accept else {})

    def post(
        self, query: str, kind: str = "application/sparql-query", path: str = "/sparql"
    ) -> Answer:
        return self.send("POST", path, query.encode(), {"Content-Type": kind})


@contextmanager
def running(settings: Settings) -> Iterator[Client]:
    """Run a server in a thread of its own."""
    with bind("127.0.0.1", 0) as listening:
        app = server(settings)
        thread = threading.Thread(target=app.run, args=([listening],))
        thread.start()
        deadline = time.monotonic() + PATIENCE
        while not app.started and thread.is_alive() and time.monotonic() < deadline:
            time.sleep(0.02)
        try:
            yield Client(listening.getsockname()[1])
        finally:
            app.should_exit = True
            thread.join()


#: Starts a server and returns its client.
Start = Callable[..., Client]


@pytest.fixture(scope="session")
def start() -> Iterator[Start]:
    with ExitStack() as stack:
        yield lambda settings: stack.enter_context(running(settings))


@pytest.fixture(scope="session")
def small_store(write_store) -> Path:
    path: Path = write_store(small_graph())
    return path


@pytest.fixture(scope="session")
def client(start: Start, small_store: Path) -> Client:
    """Return a client of a server of the small graph, with low limits."""
    limits = Limits(seconds=1.5, rows=200, body=20_000, answer=1_000_000, memory=300)
    return start(Settings(small_store, workers=3, limits=limits, origins=("https://ok.example",)))
