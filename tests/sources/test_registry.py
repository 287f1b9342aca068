"""What every reader holds to; a new one needs NAME.* and NAME.broken.* in tests/data/sources."""

import gzip

import pytest

from kg.sources import SOURCES, recognise
from kg.sources.files import read_head

pytestmark = pytest.mark.parametrize("name", SOURCES)


@pytest.fixture
def sample(samples, name):
    [path] = [path for path in samples.glob(f"{name}.*") if ".broken." not in path.name]
    return path


@pytest.fixture
def broken(samples, name):
    [path] = samples.glob(f"{name}.broken.*")
    return path


def test_registry_knows_a_reader_by_its_own_name(name):
    assert SOURCES[name].name == name
    assert SOURCES[name].description


def test_only_its_own_reader_recognises_a_sample(name, sample):
    head = read_head(sample)
    assert [key for key, reader in SOURCES.items() if reader.recognises(head)] == [name]


def test_file_name_plays_no_part(name, sample, tmp_path):
    (tmp_path / "page.bin").write_bytes(sample.read_bytes())
    assert recognise(tmp_path / "page.bin").name == name


def test_documents_have_titles_and_ids_of_their_own(name, sample, read):
    documents, skipped = read(sample)
    assert skipped == []
    assert all(document.title for document in documents)
    assert len({document.id for document in documents}) == len(documents) >= 3


def test_reading_again_gives_the_same_in_the_same_order(name, sample, read):
    assert read(sample) == read(sample)


def test_source_is_the_line_of_the_title(name, sample, read):
    lines = sample.read_text(encoding="utf-8").split("\n")
    for document in read(sample)[0]:
        [source] = document.sources
        assert source.name == sample.name
        assert document.title in lines[source.line - 1]


def test_gzipped_file_reads_the_same(name, sample, read, tmp_path):
    packed = tmp_path / sample.name
    packed.write_bytes(gzip.compress(sample.read_bytes()))
    assert read(packed) == read(sample)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "byte order mark"])
def test_line_ends_of_windows_read_the_same(name, sample, read, tmp_path, mark):
    other = tmp_path / sample.name
    other.write_bytes(mark + sample.read_bytes().replace(b"\n", b"\r\n"))
    assert read(other) == read(sample)


def test_a_last_line_without_its_end_reads_the_same(name, sample, read, tmp_path):
    other = tmp_path / sample.name
    other.write_bytes(sample.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n") + b"\r")
    assert read(other) == read(sample)


def test_bad_records_are_listed_with_their_line_and_passed_over(name, broken, read):
    documents, skipped = read(broken)
    assert documents
    assert skipped
    assert all(error.path == str(broken) and error.line > 0 for error in skipped)


def test_truncated_gzip_keeps_what_came_and_lists_the_break(name, sample, read, tmp_path):
    # Stored, not deflated, so that the cut falls at a known place of the text.
    data = gzip.compress(sample.read_bytes(), compresslevel=0)
    packed = tmp_path / sample.name
    packed.write_bytes(data[: -len(data) // 4])
    documents, skipped = read(packed)
    whole = [(paper.title, paper.abstract) for paper in read(sample)[0]]
    kept = [(paper.title, paper.abstract) for paper in documents]
    assert kept
    assert kept == whole[: len(kept)]
    assert "breaks off" in skipped[0].reason
