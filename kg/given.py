"""What a caller gives, looked at where it comes in: one or several, a number within bounds."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path


def paths(given: str | PathLike[str] | Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
    """Return the paths given, of which one alone stands for a list of one.

    >>> [path.as_posix() for path in paths("papers/new.jsonl")]
    ['papers/new.jsonl']
    """
    several = [given] if isinstance(given, str | PathLike) else given
    return tuple(Path(path) for path in several)
