"""The SPARQL engine's copy of a store is kept beside it, and never out of date."""

import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.model import Graph
from kg.rdf import changes, kept, sparql
from kg.rdf import index as module
from kg.rdf.ntriples import triples
from kg.store import open_store, open_writer

RUN = "SELECT ?run { ?run a kgo:Run }"


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
        return module.healing(store, lambda engine: _run_in(sparql(store, RUN)))


def _run_in(answer: Any) -> str:
    (row,) = answer
    return str(row["run"].value.rpartition("/")[2])


def _kept(path: Path) -> list[Path]:
    return sorted(item for item in path.parent.glob("kg.sqlite.oxigraph/*") if item.is_dir())


def _held(path: Path) -> tuple[set[str], set[str]]:
    """Return the triples of the engine, and those of one that was loaded with the store at once."""
    with open_store(path) as store:
        both = (module.index(store), module._in_memory(store))
        held, wanted = ({str(quad) for quad in engine} for engine in both)
        return held, wanted


def _without(graph: Graph, relation: str) -> Graph:
    return replace(graph, facts=tuple(f for f in graph.facts if f.relation != relation))


def test_a_large_store_is_loaded_once(path, monkeypatch):
    assert _run(path) == "0000000000000001"
    monkeypatch.setattr(changes, "lines", None)
    assert _run(path) == "0000000000000001"


def test_a_new_graph_replaces_the_copy(path, graph):
    _run(path)
    _write(path, graph, "0000000000000002")
    assert _run(path) == "0000000000000002"
    assert len(_kept(path)) == 1


@pytest.mark.parametrize("relation", ["mentions", "hasCode"])
def test_an_index_that_goes_on_from_the_last_holds_the_same(path, graph, relation, monkeypatch):
    _run(path)
    monkeypatch.setattr(changes, "load", None)
    smaller = _without(graph, relation)
    for number, changed in enumerate((smaller, graph), 2):
        _write(path, changed, f"000000000000000{number}")
        held, wanted = _held(path)
        assert held == wanted


def test_an_index_that_goes_on_knows_what_was_accepted(path, graph, monkeypatch):
    _run(path)
    monkeypatch.setattr(changes, "load", None)
    accepted = tuple(replace(result, status="curated") for result in graph.results)
    _write(path, replace(graph, results=accepted), "0000000000000002")
    held, wanted = _held(path)
    assert held == wanted
    assert sum('ontology#status> "curated"' in quad for quad in held) == len(accepted)


def test_only_what_has_changed_is_written_again(path, graph, monkeypatch):
    written: list[str] = []
    replace_nodes: Any = changes._replace

    def watched(engine, texts):
        texts = list(texts)
        written.extend(texts)
        replace_nodes(engine, texts)

    monkeypatch.setattr(changes, "_replace", watched)
    _run(path)
    lora = next(item for item in graph.entities if item.id == "method/lora")
    others = tuple(item for item in graph.entities if item is not lora)
    renamed = (*others, replace(lora, aliases=("LoRA adapters",)))
    _write(path, replace(graph, entities=renamed), "0000000000000002")
    _run(path)
    subjects = {text.partition(" ")[0].rpartition("/")[2] for text in written}
    assert subjects == {"lora>", "0000000000000002>"}


def test_other_code_makes_the_index_anew(path, graph, monkeypatch):
    _run(path)
    monkeypatch.setattr(kept, "code", lambda: "later")
    monkeypatch.setattr(changes, "update", None)
    assert _run(path) == "0000000000000001"


def test_what_a_killed_load_left_is_cleared(path):
    left = path.parent / "kg.sqlite.oxigraph" / "new-1"
    left.mkdir(parents=True)
    _run(path)
    assert left not in _kept(path)


@pytest.mark.parametrize("name", ["0123456789abcdef.marks", "0123456789abcdef.json"])
def test_a_file_without_its_index_is_cleared(path, name):
    left = path.parent / "kg.sqlite.oxigraph" / name
    left.parent.mkdir(parents=True)
    left.write_text("{}")
    _run(path)
    (index,) = _kept(path)
    assert {item.stem for item in left.parent.iterdir()} == {index.stem, "making"}


def test_an_index_that_is_read_is_not_cleared(path, graph):
    with open_store(path) as store:
        module.index(store)
        (old,) = _kept(path)
        _write(path, graph, "0000000000000002")
        _run(path)
        assert old in _kept(path)
        assert _run_in(sparql(store, RUN)) == "0000000000000001"
        module._KEPT.pop(store).close()
    _write(path, graph, "0000000000000003")
    _run(path)
    assert len(_kept(path)) == 1


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
        patch.setattr(changes, "lines", broken)
        with pytest.raises(KeyboardInterrupt):
            _run(path)
    assert not _kept(path)
    assert _run(path) == "0000000000000001"


def _files(path: Path, pattern: str) -> list[Path]:
    (folder,) = _kept(path)
    return sorted(folder.glob(pattern), key=lambda item: item.stat().st_size)


@pytest.mark.parametrize(
    ("pattern", "harm"),
    [("*.sst", "gone"), ("*.sst", "cut"), ("*.sst", "other bytes"), ("CURRENT", "other bytes")],
)
def test_a_damaged_index_is_made_anew(path, pattern, harm):
    _run(path)
    target = _files(path, pattern)[-1]
    data = target.read_bytes()
    target.unlink()
    if harm == "cut":
        target.write_bytes(data[: len(data) // 2])
    if harm == "other bytes":
        target.write_bytes(b"\xff" * len(data))
    assert _run(path) == "0000000000000001"
    held, wanted = _held(path)
    assert held == wanted


def test_a_folder_of_rubbish_is_made_anew(path):
    _run(path)
    (folder,) = _kept(path)
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "CURRENT").write_text("nonsense")
    assert _run(path) == "0000000000000001"


COMMAND = """
import sys
from kg.rdf import index
index.LARGE = 1
from kg.store import open_store
with open_store(sys.argv[1]) as store:
    print(len(index.index(store)))
"""


def test_commands_at_once_do_not_harm_it(path):
    running = [
        subprocess.Popen([sys.executable, "-c", COMMAND, path], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    answers = {process.communicate()[0] for process in running}
    with open_store(path) as store:
        assert answers == {f"{len(set(triples(store)))}\n"}
    assert len(_kept(path)) == 1


def test_who_waits_in_vain_for_another_command_uses_memory(path, monkeypatch):
    monkeypatch.setattr(kept, "PATIENCE", 0.0)
    folder = path.parent / "kg.sqlite.oxigraph"
    folder.mkdir()
    other = sqlite3.connect(folder / "making.lock", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert _run(path) == "0000000000000001"
    other.close()
    assert not _kept(path)
