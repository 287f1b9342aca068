"""``kg export`` at the command line."""

import os
from threading import Thread

import pytest


def test_a_manifest_stands_beside_the_file(call, tmp_path):
    file = tmp_path / "graph.ttl"
    assert call("export", "--to", "turtle", "-o", str(file)).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"graph.ttl", "graph.ttl.manifest.jsonld"}


def test_a_folder_holds_its_tables_and_a_manifest(call, tmp_path):
    assert call("export", "--to", "csv", "-o", str(tmp_path / "tables")).exit_code == 0
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert {"papers.csv", "facts.csv", "evidence.csv", "manifest.jsonld"} <= names


@pytest.mark.parametrize(("level", "told"), [("none", False), ("compact", False), ("full", True)])
def test_passages_are_told_with_full_provenance_only(call, level, told):
    out = call("export", "--to", "ntriples", "--provenance", level).stdout
    assert ("#anchorOf>" in out) == told


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--to", "csv"], "name one with -o"),
        (["--to", "jsonl", "--provenance", "none"], "is no RDF"),
        (["--to", "turtle", "--provenance", "some"], "'none', 'compact', 'full'"),
        (["--to", "turtle", "-o", "."], "name a file"),
    ],
)
def test_wrong_usage_says_what_is_right(call, words, reason):
    done = call("export", *words)
    assert done.exit_code == 2
    assert reason in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_gets_the_export_and_no_manifest(call, tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert call("export", "--to", "ntriples", "-o", str(pipe)).exit_code == 0
    reader.join()
    assert read[0].decode() == call("export", "--to", "ntriples").stdout
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_folder_in_the_place_of_a_table_is_said_before_anything_is_written(call, tmp_path):
    (tmp_path / "papers.csv").mkdir()
    done = call("export", "--to", "csv", "-o", str(tmp_path))
    assert (done.exit_code, "papers.csv: is a folder" in done.stderr) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["papers.csv"]
