"""A SPARQL server that is not ours, on this machine: that of Oxigraph."""

import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
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


@pytest.fixture(scope="session")
def server() -> Iterator[Endpoint]:
    with oxigraph() as endpoint:
        yield endpoint


#: Returns the endpoint of a new, empty server.
Start = Callable[[], Endpoint]


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:
        yield lambda: stack.enter_context(oxigraph())
