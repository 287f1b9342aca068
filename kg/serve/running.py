"""Run the server until it is told to end."""

import socket
from collections.abc import Callable

import uvicorn

from kg.serve.app import application
from kg.serve.settings import Settings

#: How long answers on their way may take when the server ends, in seconds.
LAST_WORDS = 3
#: How many requests may be under way at once.
CONCURRENCY = 256


def bind(host: str, port: int) -> socket.socket:
    """Take an address; port 0 takes a free one. Raises OSError where it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except OSError:
        found.close()
        raise
    return found


class _Announced(uvicorn.Server):
    """A server that tells when it can be asked."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, which opens the graph, and tell."""
        await super().startup(sockets)
        if self.started:
            self._tell()


def server(settings: Settings, tell: Callable[[], None] = lambda: None) -> uvicorn.Server:
    """Return the server, to be run with the sockets that it listens on."""
    config = uvicorn.Config(
        application(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="on",
        limit_concurrency=CONCURRENCY,
        timeout_graceful_shutdown=LAST_WORDS,
    )
    return _Announced(config, tell)
