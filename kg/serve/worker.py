"""A process that answers queries, one at a time: ``python -m kg.serve.worker`` with the source.

It reads queries from stdin and writes to stdout, as frames, first that it has begun, then the
answer. The system ends it when a query takes too long or too much memory, whatever the engine is
doing then; it ends by itself with stdin.
"""

import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from kg.serve import frames
from kg.serve.answering import Query, Reply, answer, problem

#: With this the worker ends when the index proves damaged: the next one makes it anew.
DAMAGED = 70
#: With this it ends where Python, and not the engine, is refused memory.
EXHAUSTED = 71
_MEGABYTE = 1 << 20


def main(source: str, seconds: float, memory: int, rows: int, size: int) -> None:
    """Open the source, say so, and answer until stdin ends."""
    reading, writing = sys.stdin.buffer, sys.stdout.buffer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its workers itself
    opened = Opened(Path(source))
    _limit_memory(memory)
    _send(writing, {"ready": True, "triples": opened.triples, "run": opened.run})
    try:
        while (head := frames.read(reading)) is not None:
            _send(writing, {"begun": True})
            signal.setitimer(signal.ITIMER_REAL, seconds)
            reply = _reply(opened, _query(head), rows, size)
            signal.setitimer(signal.ITIMER_REAL, 0)
            fields = asdict(reply)
            _send(writing, fields, fields.pop("text").encode("utf-8", "replace"))
    except MemoryError:
        os._exit(EXHAUSTED)  # an orderly end may need memory that is not there


def _reply(opened: "Opened", query: Query, rows: int, size: int) -> Reply:
    try:
        reply = answer(opened.engine, query, rows)
    except (OSError, RuntimeError) as error:
        if opened.is_damaged(error):
            sys.exit(DAMAGED)
        return problem(500, f"the query cannot be run: {error}")
    if len(reply.text) > size:
        return problem(500, f"the answer is larger than {size} bytes; ask for less, or LIMIT")
    return reply


def _query(head: frames.Head) -> Query:
    graphs = {name: tuple(head[name]) for name in ("default_graphs", "named_graphs")}
    return Query(text=head["text"], accept=head["accept"], base=head["base"], **graphs)


def _send(stream: BinaryIO, head: frames.Head, body: bytes = b"") -> None:
    stream.write(frames.packed(head, body))
    stream.flush()


class Opened:
    """The engine of a store, or of a folder that pyoxigraph wrote."""

    def __init__(self, source: Path) -> None:
        if source.is_dir():
            import pyoxigraph

            self.engine: pyoxigraph.Store = pyoxigraph.Store.read_only(str(source))
            self.run = ""
            self.triples = len(self.engine)
        else:
            self._open_store(source)

    def _open_store(self, source: Path) -> None:
        from kg.rdf.index import index, size
        from kg.store import open_store

        self._store = open_store(source)
        self.run = self._store.meta().get("graph_id", "")
        self.engine = index(self._store)
        self.triples = size(self._store)

    def is_damaged(self, error: Exception) -> bool:
        """Tell whether an error comes from a damaged index; if so, it will be made anew."""
        from kg.rdf.index import is_damage
        from kg.rdf.kept import condemn

        if not is_damage(error):
            return False
        if self.run:
            condemn(self._store)
        return True


def _limit_memory(megabytes: int) -> None:
    """Let the system refuse memory beyond what is used now and so much more; only on Linux."""
    used = _used()
    if used:
        import resource

        most = used + megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _used() -> int:
    """Return the size of the process's data in bytes; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return 0
    sizes = (line.split()[1] for line in lines if line.startswith("VmData:"))
    return int(next(sizes, "0")) * 1024


if __name__ == "__main__":
    path, duration, *numbers = sys.argv[1:]
    main(path, float(duration), *map(int, numbers))
