import os
from pathlib import Path
from stat import S_IMODE
from threading import Thread

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


@pytest.mark.skipif(os.name == "nt", reason="the system has no permissions of this kind")
@pytest.mark.parametrize(("before", "after"), [(0o600, 0o600), (0o664, 0o664), (None, 0o644)])
def test_a_file_keeps_its_permissions(tmp_path: Path, before: int | None, after: int) -> None:
    path = tmp_path / "out.txt"
    if before is not None:
        path.touch()
        path.chmod(before)
    mask = os.umask(0o022)
    try:
        with whole_file(path):
            pass
    finally:
        os.umask(mask)
    assert S_IMODE(path.stat().st_mode) == after


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder"), whole_file(tmp_path / "no" / "out.txt"):
        pass


def test_a_link_goes_on_pointing_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "out.txt"
    link.symlink_to(tmp_path / "there" / "real.txt")
    with whole_file(link) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.txt").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with whole_file(pipe) as out:
        out.write(b"new")
    reader.join()
    assert (read, pipe.is_fifo()) == ([b"new"], True)
