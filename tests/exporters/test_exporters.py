"""What holds for every format.

After a wanted change: ``KG_UPDATE_GOLDEN=1 pytest tests/exporters``, and read the difference.
"""

import io
import os
import re
from pathlib import Path

import pytest

from benchmarks.foreign_readers import READERS, differences
from kg.errors import DataError, UnknownNameError
from kg.exporters import EXPORTERS, export, exporter
from kg.store import Store

GOLDEN = Path(__file__).parents[1] / "data" / "exporters"
#: What XML 1.0 cannot hold.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
XML = ("rdfxml", "graphml", "gexf")
TEXTS = [name for name, item in EXPORTERS.items() if item.is_text]


def written(name: str, store: Store, folder: Path) -> Path:
    """Export a store and return where the export is."""
    path = folder / f"graph{EXPORTERS[name].suffix}"
    export(store, name, path)
    return path


def contents(path: Path) -> dict[str, bytes]:
    """Return the files of an export by name, without the manifest."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files if "manifest" not in file.name}


def without_positions(text: str) -> str:
    """Leave out what the processor's arithmetic decides."""
    return re.sub(r"<viz:position [^>]*>", "", text)


@pytest.mark.parametrize("name", TEXTS)
def test_the_golden_file(name, store, tmp_path):
    path = written(name, store, tmp_path)
    folder = GOLDEN / "small.csv-tables" if path.is_dir() else GOLDEN
    made_of = {re.sub(r"^graph\b", "small", file): made for file, made in contents(path).items()}
    assert not path.is_dir() or sorted(made_of) == sorted(file.name for file in folder.iterdir())
    for file, made in made_of.items():
        golden = folder / file
        text = without_positions(made.decode())
        if "KG_UPDATE_GOLDEN" in os.environ:
            folder.mkdir(exist_ok=True)
            golden.write_text(text, encoding="utf-8", newline="")
        with golden.open(encoding="utf-8", newline="") as kept:
            assert text == kept.read()


@pytest.mark.parametrize("name", EXPORTERS)
def test_twice_the_same_bytes(name, hostile, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    path, again = written(name, hostile, first), written(name, hostile, second)
    assert contents(path) == contents(again)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "csv"])
def test_text_is_utf8_that_has_no_other_line_ends(name, hostile, tmp_path):
    for made in contents(written(name, hostile, tmp_path)).values():
        assert not re.search("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", made.decode())
        assert made.endswith(b"\n")


@pytest.mark.parametrize("name", [name for name in READERS if EXPORTERS[name].name != "records"])
def test_hostile_names_survive(name, hostile, tmp_path):
    labels = [entity.label for entity in hostile.entities()]
    if name in XML:
        labels = [FORBIDDEN.sub("\ufffd", label) for label in labels]
    assert sorted(READERS[name](written(name, hostile, tmp_path)).labels) == sorted(labels)


@pytest.mark.parametrize("name", READERS)
def test_a_foreign_reader_finds_as_many(name, demo, tmp_path):
    counts = demo.counts()
    expected = {
        "papers": counts.documents,
        "entities": sum(counts.entities.values()),
        "facts": sum(counts.facts.values()),
        "evidence": counts.evidence,
        "results": counts.results,
    }
    found = READERS[name](written(name, demo, tmp_path))
    assert not list(differences(found, expected))
    assert set(found.counts) == set(expected) or not EXPORTERS[name].lossless


def test_every_format_but_cypher_has_a_foreign_reader():
    assert set(EXPORTERS) - set(READERS) == {"cypher"}


@pytest.mark.parametrize("item", EXPORTERS.values(), ids=EXPORTERS)
def test_an_exporter_describes_itself(item):
    assert EXPORTERS[item.name] is item
    assert item.description
    assert item.suffix.startswith(".")
    assert "/" in item.media_type


def test_suffixes_differ():
    assert len({item.suffix for item in EXPORTERS.values()}) == len(EXPORTERS)


@pytest.mark.parametrize("name", [name for name, i in EXPORTERS.items() if not i.is_folder])
def test_a_stream_gets_what_the_file_gets(name, store, tmp_path):
    out = io.BytesIO()
    EXPORTERS[name].write(store, out)
    assert out.getvalue() == written(name, store, tmp_path).read_bytes()


def test_a_folder_cannot_be_a_stream(store):
    with pytest.raises(ValueError, match="folder"):
        EXPORTERS["csv"].write(store, io.BytesIO())


def test_an_export_that_fails_leaves_what_was_there(store, tmp_path, monkeypatch):
    path = tmp_path / "graph.nt"
    path.write_text("before")
    monkeypatch.setattr("kg.exporters.ntriples.block_lines", _failing)
    with pytest.raises(OSError, match="disk full"):
        export(store, "ntriples", path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def _failing(block):
    raise OSError("disk full")


def test_a_folder_that_fails_leaves_all_its_files(store, tmp_path, monkeypatch):
    path = written("csv", store, tmp_path)
    before = contents(path)
    monkeypatch.setattr("kg.exporters.tables.mention_row", _failing)
    with pytest.raises(OSError, match="disk full"):
        export(store, "csv", path)
    assert contents(path) == before
    assert len(list(path.iterdir())) == len(before) + 1


def test_a_folder_that_fails_is_not_made(store, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.exporters.tables.mention_row", _failing)
    with pytest.raises(OSError, match="disk full"):
        export(store, "csv", tmp_path / "tables")
    assert not list(tmp_path.iterdir())


def test_other_files_of_a_folder_stay(store, tmp_path):
    path = written("csv", store, tmp_path)
    (path / "mine.txt").write_text("mine")
    assert (written("csv", store, tmp_path) / "mine.txt").read_text() == "mine"


def test_a_folder_format_takes_no_file(store, tmp_path):
    path = tmp_path / "taken"
    path.write_text("mine")
    with pytest.raises(DataError, match="is a file"):
        export(store, "csv", path)


def test_an_unknown_format_names_the_nearest():
    with pytest.raises(UnknownNameError, match="turtle"):
        exporter("turtel")


@pytest.mark.parametrize("name", ["turtle", "csv"])
def test_a_missing_folder_is_named(name, store, tmp_path):
    with pytest.raises(DataError, match=r"graph\.out: .*no such folder"):
        export(store, name, tmp_path / "nowhere" / "graph.out")


def test_a_missing_package_is_named(store, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DataError, match="pip install pyarrow"):
        export(store, "parquet", tmp_path / "tables")
    assert not list(tmp_path.iterdir())
