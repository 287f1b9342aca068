"""``kg export`` at the command line."""

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
