"""Outputs replace neither a store nor a curation file."""

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.exporters import EXPORTERS, export
from kg.store.own_files import is_store
from kg.view import write

FILES = [name for name, exporter in EXPORTERS.items() if not exporter.is_folder]


@pytest.mark.parametrize("name", FILES)
def test_an_export_does_not_replace_the_store(store, name):
    before = store.path.read_bytes()
    with pytest.raises(DataError, match="is a kg store"):
        export(store, name, store.path)
    assert store.path.read_bytes() == before


def test_a_page_does_not_replace_a_store(store):
    with pytest.raises(DataError, match="is a kg store"):
        write("<p>", store.path)
    assert is_store(store.path)


def test_a_store_is_known_by_a_link_too(store, tmp_path):
    link = tmp_path / "link.jsonl"
    link.symlink_to(store.path)
    with pytest.raises(DataError, match="is a kg store"):
        export(store, "jsonl", link)


def test_an_export_does_not_replace_what_was_decided(store, tmp_path):
    decided = tmp_path / "kg.curation.tsv"
    decided.write_text("decided", encoding="utf-8")
    with pytest.raises(DataError, match="decided by hand"):
        export(store, "jsonl", decided)
    assert decided.read_text(encoding="utf-8") == "decided"


def test_an_export_replaces_an_earlier_one(store, tmp_path):
    path = tmp_path / "out.sqlite"
    export(store, "sqlite", path)
    export(store, "sqlite", path)
    assert not is_store(path)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 100])
def test_other_files_are_no_stores(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    assert not is_store(path)
    assert not is_store(tmp_path)
