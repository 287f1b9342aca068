"""Records: what ``kg export --to records`` writes, annotated by readers."""

from collections.abc import Iterable

from kg.evaluation.gold.format import GoldFormat, LineError, RecordSet
from kg.evaluation.gold.lines import Line
from kg.evaluation.record import Record, record_from


def _recognises(first: Line) -> bool:
    return isinstance(first.value, dict) and "title" in first.value and "entities" in first.value


def _record(line: Line) -> Record:
    try:
        return record_from(line.value)
    except ValueError as error:
        raise LineError(line.number, str(error)) from error


def make(lines: Iterable[Line]) -> RecordSet:
    """Make a record of each line."""
    return RecordSet(tuple(_record(line) for line in lines if line.text.strip()))


RECORDS = GoldFormat(
    "records",
    "records of papers: entities, slots and results, as a JSON array or one a line",
    'a JSON object with "title", "entities" and the slots',
    _recognises,
    make,
)
