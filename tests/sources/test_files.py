import gzip
import os
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.sources import SOURCES, find_files, read, recognise
from kg.sources.files import page_text

RECORD = b'{"title": "On Clocks"}\n'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (gzip.compress(b""), "is empty"),
        (b"\x1f\x8b", "breaks off"),
        (b"\x1f\x8bnonsense", "damaged"),
        (b"\x7fELF\x02\x01\x00\x00", "a binary file"),
        (b"# A README\n\nNothing of ours.\n", "no known format"),
        (b"[1, 2, 3]", "no known format"),
        ("Daily Papers\n".encode("utf-16"), "save it as UTF-8"),
    ],
)
def test_file_that_is_none_of_ours_is_an_error(tmp_path, content, reason):
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(DataError, match=reason) as caught:
        recognise(path)
    assert (caught.value.path, caught.value.line) == (str(path), 0)


def test_a_cut_first_line_is_told_as_such(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"title": "A", "abstract": "bro', encoding="utf-8")
    with pytest.raises(DataError, match="line 1 is no JSON object") as caught:
        recognise(tmp_path / "x.jsonl")
    assert caught.value.line == 1


def test_error_names_the_known_formats(tmp_path):
    (tmp_path / "x").write_text("nothing", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        recognise(tmp_path / "x")
    assert all(reader.description in str(caught.value) for reader in SOURCES.values())


def test_page_that_is_not_utf_8_is_an_error_with_its_line(read_text):
    page = "On Clocks\n\nCaf\xe9.\n\n  \u2022 2 authors\n\u00b7\nAug 2, 2024\n"
    with pytest.raises(DataError, match="UTF-8") as caught:
        read_text(page.encode().replace("\xe9".encode(), b"\xe9"))
    assert caught.value.line == 3


def test_character_cut_at_the_end_of_a_page_is_left_out(tmp_path):
    (tmp_path / "page").write_bytes("要約".encode()[:-1])
    assert page_text(tmp_path / "page", []) == "要"


def test_path_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        recognise(tmp_path / "nowhere")
    with pytest.raises(DataError, match="not there"):
        find_files([tmp_path / "nowhere"])


def test_folders_are_searched_for_what_is_ours(tmp_path):
    for name in ("b/two.txt", "a/deep/one.dat", ".hidden/three", "b/.four"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(RECORD)
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    found = find_files([tmp_path, tmp_path / "b/two.txt"])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a/deep/one.dat", "b/two.txt"]


def test_file_that_is_named_is_returned_unread(tmp_path):
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    assert find_files([tmp_path / "README.md"]) == [tmp_path / "README.md"]


def test_a_file_named_in_two_ways_is_read_once(tmp_path):
    (tmp_path / "inner").mkdir()
    path = tmp_path / "papers.jsonl"
    path.write_text('{"title": "A paper"}\n', encoding="utf-8")
    assert find_files([path, tmp_path / "inner" / ".." / "papers.jsonl"]) == [path]


def test_a_text_longer_than_any_abstract_is_skipped(tmp_path):
    path = tmp_path / "papers.jsonl"
    path.write_text(
        '{"title": "One", "abstract": "' + "a b " * 30_000 + '"}\n{"title": "Two"}\n',
        encoding="utf-8",
    )
    skipped: list[DataError] = []
    assert [document.title for document in read(path, skipped=skipped)] == ["Two"]
    assert [error.line for error in skipped] == [1]


@pytest.mark.parametrize("name", ["hf-page", "arxiv-blog"])
def test_a_title_longer_than_any_is_skipped(name, samples, read, tmp_path):
    [sample] = [path for path in samples.glob(f"{name}.*") if ".broken." not in path.name]
    first, *_ = (document.title for document in read(sample)[0])
    path = tmp_path / sample.name
    page = sample.read_text(encoding="utf-8")
    path.write_text(page.replace(f"{first}\n", f"{first * 100}\n", 1), encoding="utf-8")
    _, [error] = read(path)
    assert error.reason.startswith("title: has ")


def test_a_pipe_is_refused_unread(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataError, match="is a pipe or a device; save what it gives to a file"):
        recognise(tmp_path / "pipe")


def test_an_entry_that_holds_two_papers_is_skipped(tmp_path):
    path = tmp_path / "page.txt"
    entry = "{title}\n\nWe do it.\n\n{authors}\n·\nAug 2, 2024\n\n"
    page = "Daily Papers\n\nDec 11\n\n" + "".join(
        entry.format(title=title, authors=authors)
        for title, authors in (
            ("One", "  • 2 authors"),
            ("Two", "- 4 authors"),
            ("Three", "  • 3 authors"),
        )
    )
    path.write_text(page, encoding="utf-8")
    skipped: list[DataError] = []
    assert [document.title for document in read(path, skipped=skipped)] == ["One"]
    assert "two papers" in skipped[0].reason


def test_a_name_that_is_no_text_is_refused(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jsonl"))
    path.write_text('{"title": "One"}\n', encoding="utf-8")
    with pytest.raises(DataError, match="not UTF-8"):
        find_files([path])


def test_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "one").write_bytes(RECORD)
    assert find_files([tmp_path]) == [tmp_path / "one"]


def test_folder_with_nothing_of_ours_is_an_error(tmp_path):
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(DataError, match="holds no file of a known format"):
        find_files([tmp_path])


def test_gzip_of_several_members_with_padding_is_one_file(tmp_path, read):
    path = tmp_path / "x"
    path.write_bytes(gzip.compress(RECORD) + gzip.compress(RECORD) + bytes(512))
    documents, skipped = read(path)
    assert (len(documents), skipped) == (2, [])


def test_damaged_gzip_keeps_the_lines_before(tmp_path, read):
    path = tmp_path / "x"
    path.write_bytes(gzip.compress(RECORD) + b"garbage")
    documents, [error] = read(path)
    assert len(documents) == 1
    assert (error.line, "damaged" in error.reason) == (2, True)


def test_very_long_line_is_listed_and_not_kept(tmp_path, read):
    (tmp_path / "x").write_bytes(RECORD + b'{"title": "' + b"x" * (17 << 20) + b'"}\n' + RECORD)
    documents, [error] = read(tmp_path / "x")
    assert (len(documents), error.line) == (2, 2)
    assert "longer than 16 MiB" in error.reason


def test_what_a_folder_holds_beside_listings_is_told(tmp_path):
    (tmp_path / "papers.jsonl").write_bytes(RECORD)
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    (tmp_path / "picture").write_bytes(b"\x89\0\0")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    passed_over: list[DataError] = []
    assert find_files([tmp_path], passed_over=passed_over) == [tmp_path / "papers.jsonl"]
    assert [(Path(error.path).name, error.reason) for error in passed_over] == [
        ("README.md", "is of no known format"),
        ("picture", "is a binary file"),
        ("pipe", "is a pipe or a device"),
        ("up", "is a link to a folder; give it by itself"),
    ]


def test_what_cannot_be_read_in_a_folder_is_told_and_stops_nothing(tmp_path):
    (tmp_path / "papers.jsonl").write_bytes(RECORD)
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8bnonsense")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jsonl")).write_bytes(RECORD)
    skipped: list[DataError] = []
    assert find_files([tmp_path], skipped=skipped) == [tmp_path / "papers.jsonl"]
    assert [error.reason.split(" ")[0:2] for error in skipped] == [
        ["the", "compressed"], ["has", "a"], ["is", "a"]
    ]  # fmt: skip


def test_what_one_may_not_read_in_a_folder_is_told(tmp_path, monkeypatch):
    def refuses(*_, onerror, **__):
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "private")))
        yield str(tmp_path), [], ["mine.jsonl", "papers.jsonl"]

    def read(path):
        if path.name == "mine.jsonl":
            raise PermissionError(13, "Permission denied")
        yield RECORD

    (tmp_path / "papers.jsonl").write_bytes(RECORD)
    (tmp_path / "mine.jsonl").write_bytes(RECORD)
    monkeypatch.setattr("kg.sources.os.walk", refuses)
    monkeypatch.setattr("kg.sources.files._chunks", read)
    skipped: list[DataError] = []
    assert find_files([tmp_path], skipped=skipped) == [tmp_path / "papers.jsonl"]
    assert [(Path(error.path).name, error.reason) for error in skipped] == [
        ("mine.jsonl", "cannot be read: Permission denied"),
        ("private", "cannot be read: Permission denied"),
    ]


def test_folder_of_which_nothing_can_be_read_says_so(tmp_path):
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8bnonsense")
    with pytest.raises(DataError, match=r"what cannot be read begins with .*broken\.gz"):
        find_files([tmp_path])
