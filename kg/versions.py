"""The version of the package, and those of what it makes: hashes of all files that decide it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

#: That of this package.
__version__ = "0.1.0"

#: What the files that decide end in: code, tables, what was learnt.
_SUFFIXES = frozenset({".py", ".tsv", ".txt", ".crf", ".json", ".gz", ".npz", ".xz"})
_BINARY = frozenset({".crf", ".gz", ".npz", ".xz"})
_PACKAGE = Path(__file__).parent


def version_of(parts: Iterable[str], *others: Path) -> str:
    """Return a hash of files and folders of this package, and of other files, in 16 hex digits.

    `parts` are paths within the package. Line ends count as on Unix.
    """
    digest = hashlib.sha256()
    for part in parts:
        path = _PACKAGE / part
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in _SUFFIXES:
                digest.update(file.relative_to(_PACKAGE).as_posix().encode())
                digest.update(_content(file))
    for file in others:
        digest.update(_content(file))
    return digest.hexdigest()[:16]


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    return content if file.suffix in _BINARY else content.replace(b"\r\n", b"\n")
