"""What a format of annotated papers is, and what its files hold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError
from kg.evaluation.gold.lines import Line
from kg.evaluation.record import Record
from kg.evaluation.rows import RowPaper
from kg.evaluation.spans import SpanPaper, SpanTypes


@dataclass(frozen=True, slots=True)
class RecordSet:
    """Papers with all that they say."""

    papers: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class SpanSet:
    """Texts with spans, and how the set's types and ours go together."""

    papers: tuple[SpanPaper, ...]
    types: SpanTypes


@dataclass(frozen=True, slots=True)
class RowSet:
    """Papers with the leaderboard rows that they made."""

    papers: tuple[RowPaper, ...]


#: What a file of annotated papers holds.
Gold = RecordSet | SpanSet | RowSet


@dataclass(frozen=True, slots=True)
class GoldFormat:
    """A format: `recognises` is given the first line that is not blank.

    `make` makes the papers of all lines; it raises `LineError` for one that it cannot read.
    `expects` says what a line is, for the message about one that is not.
    """

    name: str
    description: str
    expects: str
    recognises: Callable[[Line], bool]
    make: Callable[[Iterable[Line]], Gold]

    def read(self, path: Path, lines: Iterable[Line]) -> Gold:
        """Make the papers of a file; DataError names the line that cannot be read."""
        try:
            return self.make(lines)
        except LineError as error:
            reason = f"{error.reason} (read as {self.name}: {self.expects})"
            raise DataError(str(path), error.line, reason) from error


class LineError(ValueError):
    """A line that is none of the format."""

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(reason)
