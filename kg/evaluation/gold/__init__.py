"""Annotated papers to measure with: one format a file, told by content.

To add a format, write a module with a `GoldFormat`, name it in `GOLD_FORMATS`, and put a small
sample of your own into ``tests/data/evaluation``.
"""

from pathlib import Path

from kg.errors import DataError, quoted
from kg.evaluation.gold.format import Gold, GoldFormat, RecordSet, RowSet, SpanSet
from kg.evaluation.gold.leaderboard import LEADERBOARD
from kg.evaluation.gold.lines import Line, read_lines
from kg.evaluation.gold.records import RECORDS
from kg.evaluation.gold.scier import SCIER
from kg.evaluation.gold.scierc import SCIERC
from kg.evaluation.gold.tdmsci import TDMSCI
from kg.evaluation.names import name_key

__all__ = [
    "GOLD_FORMATS",
    "Gold",
    "GoldFormat",
    "RecordSet",
    "RowSet",
    "SpanSet",
    "read_gold",
    "read_predicted",
]

#: Every format that is known, in the order in which they are tried.
GOLD_FORMATS: dict[str, GoldFormat] = {
    item.name: item for item in (RECORDS, SCIER, SCIERC, TDMSCI, LEADERBOARD)
}


def read_gold(path: Path, name: str = "auto") -> Gold:
    """Read annotated papers, in a format that is named or told by the first line.

    Raises DataError, with the line, where the file is of no known format or breaks its rules, or
    has a paper twice.
    """
    gold, lines = _read(path, name)
    if isinstance(gold, RecordSet):
        _refuse_doubles(path, gold, lines)
    return gold


def read_predicted(path: Path) -> RecordSet:
    """Read the records of a file of predictions; DataError, with the line, as `read_gold`."""
    gold, _ = _read(path, RECORDS.name)
    return gold if isinstance(gold, RecordSet) else RecordSet(())


def _read(path: Path, name: str) -> tuple[Gold, list[Line]]:
    """Return what a file holds, and its lines."""
    lines = read_lines(path)
    first = next((line for line in lines if line.text.strip()), Line(0, ""))
    found = _recognised(path, first) if name == "auto" else GOLD_FORMATS[name]
    gold = found.read(path, lines)
    if not gold.papers:
        raise DataError(str(path), 0, f"holds nothing to measure with; {found.expects} is needed")
    return gold, lines


def _refuse_doubles(path: Path, gold: RecordSet, lines: list[Line]) -> None:
    """Raise DataError where a paper stands twice: it would count twice."""
    written = (line.number for line in lines if line.text.strip())
    first: dict[str, int] = {}
    for paper, number in zip(gold.papers, written, strict=True):
        key = name_key(paper.title)
        if key in first:
            title = f"{quoted(paper.title)} is the title of line {first[key]} too"
            raise DataError(str(path), number, f"{title}; keep one of them")
        first[key] = number


def _recognised(path: Path, first: Line) -> GoldFormat:
    for found in GOLD_FORMATS.values():
        if found.recognises(first):
            return found
    known = "".join(f"\n  {found.name}: {found.expects}" for found in GOLD_FORMATS.values())
    reason = f"is of no known format, as its first line shows; a line may be{known}"
    raise DataError(str(path), first.number, reason)
