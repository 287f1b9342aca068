"""Write a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from kg.errors import DataError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of `path` once the block has ended well.

    What stood there before stays until then, and for good where the block raises. A link goes on
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
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False) as out:
        temporary = Path(out.name)
        try:
            yield out  # type: ignore[misc]  # a BinaryIO in all but name
            out.flush()
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(place)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def is_stream(path: Path) -> bool:
    """Tell a pipe or a device, whose place nothing can take, from a file."""
    return path.exists() and not (path.is_file() or path.is_dir())


def _umask() -> int:
    """Return the permissions that new files are not given."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
