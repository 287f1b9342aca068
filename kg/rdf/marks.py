"""What an index holds, as two numbers a node: by them a later graph is told apart.

One is a hash of the node, the other of what is said of it. The run is left out of it: it changes
with every graph, on every assertion, and is exchanged as a whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    #: One row a node: the hash of the node, the hash of what is said of it; sorted.
    Rows = NDArray[np.uint64]

#: How many nodes are compared at a time.
BATCH = 20_000


@dataclass(slots=True)
class Marks:
    """The marks of one graph while it is written."""

    parts: "list[Rows]" = field(default_factory=list)

    def note(self, texts: Iterable[str], run: str) -> "Rows":
        """Remember the marks of some nodes and return them, in their order."""
        import numpy as np

        pairs = [(mark(subject_of(text)), mark(text.replace(run, ""))) for text in texts]
        rows = np.array(pairs, dtype=np.uint64).reshape(-1, 2)
        self.parts.append(rows)
        return rows

    def rows(self) -> "Rows":
        """Return the marks of all nodes, sorted by node."""
        import numpy as np

        if not self.parts:
            return np.empty((0, 2), dtype=np.uint64)
        rows: Rows = np.concatenate(self.parts)
        return rows[np.argsort(rows[:, 0], kind="stable")]


def mark(text: str) -> int:
    """Return a hash of 64 bits."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def subject_of(text: str) -> str:
    """Return the subject of lines of N-Triples that have the same one, in angle brackets."""
    return text.partition(" ")[0]


def batches(texts: Iterator[str]) -> Iterator[list[str]]:
    """Cut the texts of all nodes into lists."""
    while batch := list(islice(texts, BATCH)):
        yield batch


def differing(rows: "Rows", before: "Rows") -> list[int]:
    """Return the numbers of the rows that were not there before as they are."""
    import numpy as np

    if not len(before):
        return list(range(len(rows)))
    places = np.minimum(np.searchsorted(before[:, 0], rows[:, 0]), len(before) - 1)
    return [int(n) for n in np.flatnonzero((before[places] != rows).any(axis=1))]


def gone(rows: "Rows", before: "Rows") -> frozenset[int]:
    """Return the hashes of the nodes that were there before and are no more."""
    import numpy as np

    return frozenset(int(n) for n in np.setdiff1d(before[:, 0], rows[:, 0]))


def write(rows: "Rows", path: Path) -> None:
    """Write marks into a file."""
    path.write_bytes(rows.astype("<u8").tobytes())


def read(path: Path) -> "Rows":
    """Read marks from a file."""
    import numpy as np

    return np.frombuffer(path.read_bytes(), dtype="<u8").astype(np.uint64).reshape(-1, 2)
