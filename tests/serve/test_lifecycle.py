"""The server from its start to its end: new graphs, lost workers, nothing left behind."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kg.serve import Settings, app
from kg.store import open_writer
from tests.graphs.small import small_graph
from tests.serve.conftest import Client, running

#: How long a test waits for something to happen, in seconds.
PATIENCE = 60
LABEL = "SELECT ?name { method:lora skos:prefLabel ?name }"


def until(happened: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.1)
    return happened()


def test_a_new_graph_is_served_without_a_restart(write_store, monkeypatch):
    monkeypatch.setattr(app, "LOOK", 0.1)
    graph = small_graph()
    path: Path = write_store(graph)
    with running(Settings(path, workers=2)) as client:
        assert client.get(LABEL).values("name") == ["LoRA"]
        renamed = tuple(
            replace(item, label="Low rank") if item.id == "method/lora" else item
            for item in graph.entities
        )
        with open_writer(path) as writer, writer.transaction():
            writer.replace_graph(replace(graph, entities=renamed), {"graph_id": "later"})
        assert until(lambda: client.get(LABEL).values("name") == ["Low rank"])
        assert {tuple(client.get(LABEL).values("name")) for _ in range(6)} == {("Low rank",)}


def children(pid: int) -> list[int]:
    """Return the ids of a process's children, as far as the system tells."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = status.read_text()
        except OSError:
            continue
        if int(text.rpartition(")")[2].split()[1]) == pid:
            found.append(int(status.parent.name))
    return found


@contextmanager
def command(store: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], Client]]:
    """Run ``kg serve`` as people do, and wait until it can be asked."""
    words = [sys.executable, "-m", "kg", "--store", str(store), "serve", "--port", "0", *options]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        for line in process.stderr:
            if address := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                yield process, Client(int(address[1]))
                break
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


@needs_proc
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_end_leaves_no_process(small_store, sign):
    with command(small_store, "--workers", "2") as (process, client):
        assert client.get("ASK {}").status == 200
        workers = children(process.pid)
        process.send_signal(sign)
        assert process.wait(PATIENCE) in (0, -sign)
    assert len(workers) == 2
    assert until(lambda: not [pid for pid in workers if Path(f"/proc/{pid}").exists()])


@needs_proc
def test_workers_end_with_a_server_that_was_killed(small_store):
    with command(small_store, "--workers", "2") as (process, _):
        workers = children(process.pid)
        process.kill()
        process.wait()
    assert len(workers) == 2
    assert until(lambda: not [pid for pid in workers if Path(f"/proc/{pid}").exists()])


@needs_proc
def test_a_worker_that_was_lost_is_replaced(small_store):
    with command(small_store, "--workers", "1") as (process, client):
        (worker,) = children(process.pid)
        os.kill(worker, signal.SIGKILL)
        assert until(lambda: client.get("ASK {}").status == 200)
        assert worker not in children(process.pid)


def test_a_store_that_is_none_is_told_at_once(tmp_path):
    words = [sys.executable, "-m", "kg", "--store", str(tmp_path / "none"), "serve", "--port", "0"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "there is no store here" in done.stderr


def test_an_address_that_is_taken_is_told(small_store, client):
    words = ["--store", str(small_store), "serve", "--port", str(client.port)]
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("host", ["", "no host", "192.0.2.1"])
def test_an_address_that_is_none_of_this_machine_is_told(small_store, host):
    words = ["--store", str(small_store), "serve", "--port", "0", "--host", host]
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode in (1, 2)
    assert "--host" in done.stderr
    assert "Traceback" not in done.stderr
