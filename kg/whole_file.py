"""Write a file whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import BinaryIO

from kg.errors import DataError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of `path` once the block has ended well.

    What stood there before stays until then, and for good where the block raises; the new file
    has its permissions, or those that the system gives where there was none. A link goes on
    pointing where it did, and what `is_stream` tells of is written to straight. Raises DataError
    where the folder is not there.
    """
    if is_stream(path):
        with path.open("wb") as stream:
            yield stream
        return
    place = path.resolve()
    if not place.parent.is_dir():
        raise DataError(str(path), 0, "cannot be written: there is no such folder")
    standing = S_IMODE(place.stat().st_mode) if place.exists() else None
    temporary = place.with_name(f".{place.name}.{token_hex(8)}")
    temporary.touch(0o666 if standing is None else 0o600, exist_ok=False)
    try:
        with temporary.open("wb") as out:
            yield out
        if standing is not None:
            temporary.chmod(standing)
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def is_stream(path: Path) -> bool:
    """Tell a pipe or a device, whose place nothing can take, from a file."""
    return path.exists() and not (path.is_file() or path.is_dir())
