"""What a server is told, and what it allows."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may use.

    `seconds` is time on the clock from when a query begins, `memory` what a query may take beside
    the index in MB (on Linux), `rows` also counts triples, `answer` and `body` are bytes.
    `waiting` is how many queries may wait for a free worker, `patience` for how many seconds.
    """

    seconds: float = 20.0
    memory: int = 1024
    rows: int = 10_000
    answer: int = 64_000_000
    body: int = 1_000_000
    waiting: int = 64
    patience: float = 10.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Which graph is served, where, and to whom.

    `source` is a store, or a folder that pyoxigraph wrote. `names` are the hosts that requests may
    be addressed to, none for any; `origins` the web sites whose pages may ask, ``*`` for all.
    """

    source: Path
    workers: int = 4
    limits: Limits = field(default_factory=Limits)
    names: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    origins: tuple[str, ...] = ()
