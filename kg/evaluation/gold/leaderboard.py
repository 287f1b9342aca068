"""Leaderboard rows: task, data set, metric and score, with the papers that made them.

Either one paper a line, with its rows in ``tdms`` or ``tdms_score_in_text``, or one row a line,
with ``paper_title``. Papers without rows, and rows without a number, are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.evaluation.gold.format import GoldFormat, LineError, RowSet
from kg.evaluation.gold.lines import Line
from kg.evaluation.record import numbers
from kg.evaluation.rows import RowPaper, ScoreRow

#: Where the rows of a paper stand, those preferred first.
_LISTS = ("tdms_score_in_text", "tdms")


def _recognises(first: Line) -> bool:
    row = first.value
    if not isinstance(row, dict):
        return False
    return any(name in row for name in _LISTS) or {"dataset", "metric", "score"} <= row.keys()


def make(lines: Iterable[Line]) -> RowSet:
    """Make a paper of the rows of each title."""
    papers: dict[str, RowPaper] = {}
    for line in lines:
        if line.text.strip():
            _add(papers, line)
    return RowSet(tuple(paper for paper in papers.values() if paper.rows))


def _add(papers: dict[str, RowPaper], line: Line) -> None:
    """Add what a line holds to its paper."""
    row = line.value
    if not isinstance(row, dict):
        raise LineError(line.number, "is no JSON object")
    title = str(row.get("title") or row.get("paper_title") or "")
    known = papers.get(title)
    paper_id = str(row.get("id") or row.get("corpus_id") or f"line {line.number}")
    rows = tuple(_rows(row, line.number))
    if known is None and not title:
        return
    papers[title] = RowPaper(
        known.id if known else paper_id,
        title,
        known.abstract if known else str(row.get("abstract") or ""),
        (*(known.rows if known else ()), *rows),
    )


def _rows(row: Mapping[str, Any], line: int) -> Iterator[ScoreRow]:
    name = next((name for name in _LISTS if name in row), "")
    found = row[name] if name else [row]
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise LineError(line, f"{name}: is no list of objects")
    for item in found:
        if score := numbers(item.get("score")):
            task, dataset, metric = (str(item.get(key) or "") for key in _CELLS)
            yield ScoreRow(task, dataset, metric, score)


_CELLS = ("task", "dataset", "metric")

LEADERBOARD = GoldFormat(
    "leaderboard",
    "leaderboard rows: task, data set, metric and score by paper",
    'a JSON object with "title" and rows in "tdms", or a row with "dataset", "metric", "score"',
    _recognises,
    make,
)
