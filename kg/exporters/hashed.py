"""A binary file that knows the hash and the size of what was written into it."""

import hashlib
from io import RawIOBase
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from typing_extensions import Buffer


class HashedFile(RawIOBase):
    """Passes on what is written; it is never closed, since what it passes to is another's."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._hash = out, hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written, in hex."""
        return self._hash.hexdigest()

    def writable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return how much was written."""
        return self.size

    def write(self, data: "Buffer") -> int:
        """Write and count."""
        self._hash.update(data)
        self._out.write(data)
        size = memoryview(data).nbytes
        self.size += size
        return size

    def close(self) -> None:
        """Leave the file open."""
