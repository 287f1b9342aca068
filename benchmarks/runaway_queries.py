"""A query that would run for hours, and small ones of another client meanwhile.

    python benchmarks/runaway_queries.py STORE [--seconds 10] [--workers 4]

Prints the times of small queries with and without the runaway ones, when these were stopped, and
the memory of the server's processes before, during and after.
"""

import argparse
import http.client
import os
import statistics
import threading
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from kg.serve import Limits, Settings
from kg.serve.running import bind, server

#: Sorts all pairs: it takes memory until it is stopped.
RUNAWAY = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f ?a ?d"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SMALL = (
    "SELECT ?label { ?model a kgo:Model ; skos:prefLabel ?label } LIMIT 20",
    "ASK { ?paper kgo:usesMethod method:lora }",
    "SELECT ?title { ?paper kgo:usesMethod method:lora ; dcterms:title ?title } LIMIT 20",
)


def ask(port: int, query: str) -> tuple[int, float]:
    """Return the status and the time in seconds."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=600)) as connection:
        began = time.perf_counter()
        connection.request("GET", f"/sparql?{urlencode({'query': query})}")
        response = connection.getresponse()
        response.read()
        return response.status, time.perf_counter() - began


def processes() -> float:
    """Return the memory of this process's children in MB."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        if int(lines["PPid"]) == os.getpid():
            total += int(lines.get("RssAnon", "0").split()[0])
    return total / 1024


def small(port: int, seconds: float) -> list[float]:
    """Ask small questions one after the other, as a person's page does, for so long."""
    times = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        status, taken = ask(port, SMALL[len(times) % len(SMALL)])
        if status != 200:
            raise SystemExit(f"a small query got {status}")
        times.append(taken)
        time.sleep(0.02)
    return times


def told(name: str, times: list[float]) -> None:
    p95 = statistics.quantiles(times, n=20)[-1]
    figures = {"median": statistics.median(times), "p95": p95, "worst": max(times)}
    shown = ", ".join(f"{figure} {1000 * value:.1f} ms" for figure, value in figures.items())
    print(f"{name}: {len(times)} queries, {shown}")


def runaway(port: int, query: str, seconds: float) -> None:
    """Run one query that is stopped, and small ones beside it."""
    ended: list[tuple[int, float]] = []
    thread = threading.Thread(target=lambda: ended.append(ask(port, query)))
    before = processes()
    thread.start()
    times = small(port, seconds * 0.9)
    during = processes()
    thread.join()
    time.sleep(3)
    ((status, taken),) = ended
    told("small queries beside it", times)
    print(f"the runaway query: status {status} after {taken:.1f} s")
    print(f"memory: {before:.0f} MB before, {during:.0f} MB during, {processes():.0f} MB after")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--workers", type=int, default=4)
    given = parser.parse_args()
    settings = Settings(
        given.store, given.workers, limits=Limits(seconds=given.seconds, memory=4096)
    )
    with bind("127.0.0.1", 0) as listening:
        running = server(settings)
        thread = threading.Thread(target=running.run, args=([listening],))
        thread.start()
        while not running.started:
            time.sleep(0.1)
        time.sleep(3)
        port = listening.getsockname()[1]
        told("small queries alone", small(port, 5))
        for name, query in (("counts for ever", ENDLESS), ("sorts all pairs", RUNAWAY)):
            print(f"\na query that {name}")
            runaway(port, query, given.seconds)
        running.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
