"""``kg validate``: what it prints, and its exit code."""

import json

import pytest

from kg.rdf.ntriples import lines
from kg.store import open_store


@pytest.fixture(scope="module")
def broken(store_path, tmp_path_factory):
    """Return an RDF file in which one assertion has lost its source."""
    path = tmp_path_factory.mktemp("rdf") / "broken.nt"
    with open_store(store_path) as store:
        texts = "".join(lines(store)).splitlines(keepends=True)
    lost = next(
        n for n, text in enumerate(texts) if "/assertion/" in text and "DerivedFrom" in text
    )
    path.write_text("".join(texts[:lost] + texts[lost + 1 :]), encoding="utf-8")
    return path


def test_a_file_that_breaks_the_shapes_ends_with_1(call, broken):
    result = call("validate", str(broken), "--format", "human")
    assert (result.exit_code, "name the paper as prov:wasDerivedFrom" in result.stdout) == (1, True)
    assert result.stdout.startswith("assertion/")


def test_rows_name_node_and_path(call, broken):
    text = call("validate", str(broken), "--format", "jsonl").stdout
    rows = [json.loads(line) for line in text.splitlines()]
    assert "prov:wasDerivedFrom" in {row["path"] for row in rows}
    assert {row["severity"] for row in rows} == {"Violation"}


def test_remarks_are_listed_on_demand(call, broken):
    text = call("validate", str(broken), "--remarks", "--format", "jsonl").stdout
    assert "Info" in {json.loads(line)["severity"] for line in text.splitlines()}


def test_nothing_wrong_is_said_once(call, tmp_path):
    path = tmp_path / "kg.ttl"
    path.write_text("", encoding="utf-8")
    result = call("validate", str(path), "--format", "tsv")
    assert result.stdout == "severity\tnode\tpath\tvalue\tmessage\tshape\n"
    assert result.stderr == "all conforms to the shapes\n"


def test_what_is_allowed_once_is_not_1_times(call):
    said = call("validate", "--format", "human").stdout
    assert "allowed, " in said
    assert "allowed, 1 times" not in said


def test_a_file_that_is_no_rdf_is_named(call, tmp_path):
    path = tmp_path / "kg.xyz"
    path.write_text("", encoding="utf-8")
    result = call("validate", str(path))
    suffixes = "write .ttl, .nt, .nq, .trig, .rdf or .jsonld"
    assert (result.exit_code, suffixes in result.stderr) == (1, True)
