"""The SPARQL engine's copy of a store is kept beside it, and never out of date."""

import os
from pathlib import Path
from typing import Any

import pytest

from kg.model import Graph
from kg.rdf import index as module
from kg.rdf import sparql
from kg.store import open_store, open_writer


@pytest.fixture
def path(graph, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGE", 1)
    path = tmp_path / "kg.sqlite"
    _write(path, graph, "0000000000000001")
    return path


def _write(path: Path, graph: Graph, graph_id: str) -> None:
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {"graph_id": graph_id})


def _run(path: Path) -> str:
    with open_store(path) as store:
        answer: Any = sparql(store, "SELECT ?run { ?run a kgo:Run }")
        (row,) = answer
        return str(row["run"].value.rpartition("/")[2])


def _kept(path: Path) -> list[Path]:
    return sorted(path.parent.glob("kg.sqlite.oxigraph/*"))


def test_a_large_store_is_loaded_once(path, monkeypatch):
    assert _run(path) == "0000000000000001"
    monkeypatch.setattr(module, "lines", None)
    assert _run(path) == "0000000000000001"


def test_a_new_graph_replaces_the_copy(path, graph):
    _run(path)
    _write(path, graph, "0000000000000002")
    assert _run(path) == "0000000000000002"
    assert len(_kept(path)) == 1


def test_what_a_killed_load_left_is_cleared(path):
    left = path.parent / "kg.sqlite.oxigraph" / "new-1"
    running = left.with_name("new-2")
    left.mkdir(parents=True)
    running.mkdir()
    os.utime(left, (0, 0))
    _run(path)
    assert running in _kept(path)
    assert left not in _kept(path)


def test_a_small_store_leaves_nothing_beside_it(path, monkeypatch):
    monkeypatch.setattr(module, "LARGE", 1000)
    assert _run(path) == "0000000000000001"
    assert not _kept(path)


def test_where_nothing_can_be_written_memory_serves(path):
    (path.parent / "kg.sqlite.oxigraph").write_text("in the way")
    assert _run(path) == "0000000000000001"


def test_a_load_that_breaks_leaves_nothing(path, monkeypatch):
    def broken(store):
        yield "<a:a> <a:b> <a:c> .\n"
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "lines", broken)
        with pytest.raises(KeyboardInterrupt):
            _run(path)
    assert not _kept(path)
    assert _run(path) == "0000000000000001"
