"""What a caller gives, looked at where it comes in: one or several, a number within bounds."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from kg.errors import SettingError

#: The first and the last year that dates may be of which print none.
YEARS = (1990, 2100)


def paths(given: str | PathLike[str] | Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
    """Return the paths given, of which one alone stands for a list of one.

    >>> [path.as_posix() for path in paths("papers/new.jsonl")]
    ['papers/new.jsonl']
    """
    several = [given] if isinstance(given, str | PathLike) else given
    return tuple(Path(path) for path in several)


def several(names: str | Iterable[str]) -> tuple[str, ...]:
    """Return the names given, of which one alone stands for a list of one, and '' for none.

    >>> several("candidate"), several(["extracted", "curated"]), several("")
    (('candidate',), ('extracted', 'curated'), ())
    """
    if isinstance(names, str):
        return (names,) if names else ()
    return tuple(names)


def number(setting: str, value: object, least: int = 0, most: int | None = None) -> int:
    """Return a whole number within bounds; SettingError, with the name of the setting, for others.

    >>> number("limit", 20)
    20
    """
    if isinstance(value, int) and value >= least and (most is None or value <= most):
        return value
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
    raise SettingError(setting, f"{value!r} is no whole number {bounds}")
