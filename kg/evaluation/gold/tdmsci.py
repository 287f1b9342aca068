"""TDMSci: sentences with Task, Dataset and Metric, one token a line (Hou et al., EACL 2021).

A line is token, character offset and tag (``B-TASK``, ``I-TASK``, ``O``), with tabs between; a
blank line ends a sentence. The offsets tell where there was a space. Sentences are not marked with
their papers, so each is a text of its own.
"""

import re
from collections.abc import Iterable, Iterator

from kg.evaluation.gold.format import GoldFormat, LineError, SpanSet
from kg.evaluation.gold.lines import Line
from kg.evaluation.spans import Span, SpanPaper, SpanTypes

#: TDMSci has no models and methods; benchmarks are Datasets to it.
TYPES = SpanTypes(
    {"Task": "Task", "Dataset": "Dataset", "Benchmark": "Dataset", "Metric": "Metric"}
)
_LINE = re.compile(r"(\S+)\t(\d+)\t(O|[BI]-[A-Z]+)")


def _recognises(first: Line) -> bool:
    return bool(_LINE.fullmatch(first.text.rstrip()))


def make(lines: Iterable[Line]) -> SpanSet:
    """Make a text of each sentence."""
    return SpanSet(tuple(_paper(rows) for rows in _sentences(lines)), TYPES)


#: A token with its offset, its tag and the number of its line.
_Row = tuple[str, int, str, int]


def _sentences(lines: Iterable[Line]) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    for line in lines:
        if not line.text.strip():
            if rows:
                yield rows
            rows = []
            continue
        match = _LINE.fullmatch(line.text.rstrip())
        if match is None:
            raise LineError(line.number, f"{line.text!r:.60} has no such three columns")
        rows.append((match[1], int(match[2]), match[3], line.number))
    if rows:
        yield rows


def _paper(rows: list[_Row]) -> SpanPaper:
    spans: list[Span] = []
    text, open_type, end = "", "", rows[0][1]
    for token, offset, tag, _ in rows:
        text += " " if text and offset != end else ""
        start = len(text)
        text += token
        end = offset + len(token)
        mark, _, kind = tag.partition("-")
        if mark == "I" and kind == open_type:
            spans[-1] = Span(spans[-1].start, len(text), spans[-1].type)
        elif kind:
            spans.append(Span(start, len(text), kind.capitalize()))
        open_type = kind
    return SpanPaper(f"line {rows[0][3]}", text, frozenset(spans), (0,))


TDMSCI = GoldFormat(
    "tdmsci",
    "TDMSci in CoNLL columns: Task, Dataset, Metric",
    "token, offset and tag with tabs between, as in 'accuracy', 184, 'B-METRIC'",
    _recognises,
    make,
)
