"""A SPARQL server that is not ours, on this machine: that of Oxigraph.

KG_TEST_ENDPOINT names another one instead, with KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD: the
graphs ``https://example.org/kg-test/...`` there are written anew.
"""

import os
import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest

from kg.endpoint import Endpoint, located

#: How long a test waits for a server to start, in seconds.
PATIENCE = 30


def program() -> str:
    """Return the server's command; the test is skipped where it is not installed."""
    beside = str(Path(sysconfig.get_path("scripts")))
    found = shutil.which("oxigraph", path=beside) or shutil.which("oxigraph")
    if not found:
        pytest.skip("needs the server of Oxigraph: pip install oxigraph")
    return found


@contextmanager
def oxigraph() -> Iterator[Endpoint]:
    """Run an empty server, which keeps its data in memory."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [program(), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield located(f"http://127.0.0.1:{port}/query")
    finally:
        process.terminate()
        process.wait()


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _named() -> Endpoint | None:
    """Return the server that the environment names, and a graph there that nobody has used."""
    address = os.environ.get("KG_TEST_ENDPOINT")
    if not address:
        return None
    return located(
        address,
        graph=f"https://example.org/kg-test/{next(_NUMBERS)}",
        user=os.environ.get("KG_ENDPOINT_USER", ""),
        password=os.environ.get("KG_ENDPOINT_PASSWORD", ""),
    )


_NUMBERS = count()


@contextmanager
def _server() -> Iterator[Endpoint]:
    if named := _named():
        yield named
    else:
        with oxigraph() as endpoint:
            yield endpoint


@pytest.fixture(scope="session")
def server() -> Iterator[Endpoint]:
    with _server() as endpoint:
        yield endpoint


#: Returns the endpoint of a new, empty server, or graph.
Start = Callable[[], Endpoint]


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:
        yield lambda: stack.enter_context(_server())
