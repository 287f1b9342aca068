"""Time the queries of ``ontology/queries`` on a store, beside rdflib on a smaller one.

    python benchmarks/queries.py STORE --beside SMALLER

A row for each query: rows and seconds on STORE, by pyoxigraph; on SMALLER, by pyoxigraph and by
rdflib, which is given LIMIT seconds a query. Seconds are of the processor, the least of three runs
where a run takes less than one. Making the indexes is not counted.
"""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import click

from kg.rdf import sparql, to_rdflib
from kg.rdf.index import index
from kg.rdf.terms import PREFIXES
from kg.schema import ontology_path
from kg.store import open_store

RUNS = 3


class TooLongError(Exception):
    """A query that took its limit."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stop what runs inside after so many seconds of processor time."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def timed(run: Callable[[], int]) -> tuple[int, float]:
    """Return what a query counts, and the seconds of its quickest run."""
    taken: list[float] = []
    rows = 0
    while len(taken) < RUNS and (not taken or min(taken) < 1):
        begun = time.process_time()
        rows = run()
        taken.append(time.process_time() - begun)
    return rows, min(taken)


def by_rdflib(graph: Any, text: str, limit: float) -> str:
    try:
        with limited(limit):
            _, seconds = timed(lambda: len(list(graph.query(text, initNs=PREFIXES))))
    except TooLongError:
        return f"> {limit:g}"
    return f"{seconds:.3f}"


@click.command(help=__doc__)
@click.argument("store", type=click.Path(path_type=Path, exists=True))
@click.option("--beside", type=click.Path(path_type=Path, exists=True))
@click.option("--limit", default=30.0, show_default=True)
@click.option("--only", default="**/*.rq", show_default=True)
def main(store: Path, beside: Path | None, limit: float, only: str) -> None:
    with open_store(store) as large, open_store(beside or store) as small:
        index(large), index(small)
        graph = to_rdflib(small) if beside else None
        print("| query | rows | seconds | seconds on the smaller | by rdflib |")
        print("| --- | --- | --- | --- | --- |")
        for path in sorted(ontology_path("queries").glob(only)):
            text = path.read_text(encoding="utf-8")
            rows, seconds = timed(lambda text=text: len(list(sparql(large, text))))
            cells = [path.stem, f"{rows}", f"{seconds:.3f}"]
            if graph is not None:
                _, less = timed(lambda text=text: len(list(sparql(small, text))))
                cells += [f"{less:.3f}", by_rdflib(graph, text, limit)]
            print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
