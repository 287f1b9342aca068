"""What holds for every format.

After a wanted change: ``KG_UPDATE_GOLDEN=1 pytest tests/exporters``, and read the difference.
"""

import io
import os
from pathlib import Path

import pytest

from kg.errors import DataError, UnknownNameError
from kg.exporters import EXPORTERS, export, exporter
from kg.store import Store

GOLDEN = Path(__file__).parents[1] / "data" / "exporters"


def written(name: str, store: Store) -> bytes:
    out = io.BytesIO()
    EXPORTERS[name].write(store, out)
    return out.getvalue()


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_golden_file(name, store):
    golden = GOLDEN / f"small{EXPORTERS[name].suffix}"
    if "KG_UPDATE_GOLDEN" in os.environ:
        golden.write_bytes(written(name, store))
    assert written(name, store).decode() == golden.read_bytes().decode()


@pytest.mark.parametrize("name", EXPORTERS)
def test_twice_the_same_bytes(name, store):
    assert written(name, store) == written(name, store)


@pytest.mark.parametrize("name", EXPORTERS)
def test_text_is_utf8_with_plain_line_ends(name, store):
    text = written(name, store).decode()
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("item", EXPORTERS.values(), ids=EXPORTERS)
def test_an_exporter_describes_itself(item):
    assert EXPORTERS[item.name] is item
    assert item.description
    assert item.suffix.startswith(".")


def test_suffixes_differ():
    assert len({item.suffix for item in EXPORTERS.values()}) == len(EXPORTERS)


@pytest.mark.parametrize("name", EXPORTERS)
def test_export_writes_the_file(name, store, tmp_path):
    path = tmp_path / "graph.out"
    export(store, name, path)
    assert path.read_bytes() == written(name, store)
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_that_fails_leaves_what_was_there(store, tmp_path, monkeypatch):
    path = tmp_path / "graph.nt"
    path.write_text("before")
    monkeypatch.setattr("kg.exporters.ntriples.lines", _failing)
    with pytest.raises(OSError, match="disk full"):
        export(store, "ntriples", path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def _failing(store):
    yield "<a:a> <a:b> <a:c> .\n"
    raise OSError("disk full")


def test_an_unknown_format_names_the_nearest():
    with pytest.raises(UnknownNameError, match="turtle"):
        exporter("turtel")


def test_a_missing_folder_is_named(store, tmp_path):
    with pytest.raises(DataError, match=r"graph\.ttl: .*no such folder"):
        export(store, "turtle", tmp_path / "nowhere" / "graph.ttl")
