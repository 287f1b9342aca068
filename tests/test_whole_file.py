from pathlib import Path

import pytest

from kg.errors import DataError
from kg.whole_file import whole_file


def test_a_file_is_there_once_the_block_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with whole_file(path) as out:
        out.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"


def test_what_stood_there_stays_where_the_block_raises(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), whole_file(path) as out:
        out.write("no bytes")  # type: ignore[call-overload]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder"), whole_file(tmp_path / "no" / "out.txt"):
        pass
