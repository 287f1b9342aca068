"""SciER: full texts with Method, Task and Dataset, as tokens (Zhang et al., EMNLP 2024).

Two layouts: one text a line (``doc_tokens``, ``sentences``), or one sentence a line (``tokens``);
sentences of one ``doc_id`` that follow each other are one text.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from kg.evaluation.gold.format import GoldFormat, LineError, SpanSet
from kg.evaluation.gold.lines import Line
from kg.evaluation.gold.texts import Sentence, sentence, sentences_of, span_paper
from kg.evaluation.spans import SpanTypes

#: Models are Methods to SciER, and benchmarks are Datasets; it has neither Metric nor Hardware.
TYPES = SpanTypes(
    {
        "Model": "Method",
        "ModelFamily": "Method",
        "Method": "Method",
        "Dataset": "Dataset",
        "Benchmark": "Dataset",
        "Task": "Task",
    }
)


def _recognises(first: Line) -> bool:
    row = first.value
    return isinstance(row, dict) and "doc_id" in row and ("tokens" in row or "doc_tokens" in row)


def make(lines: Iterable[Line]) -> SpanSet:
    """Make a text of the sentences of each document."""
    rows = [(_document(line), line) for line in lines if line.text.strip()]
    papers = []
    for document, group in groupby(rows, key=lambda row: row[0]):
        found = (item for _, line in group for item in _sentences(line))
        papers.append(span_paper(document, found))
    return SpanSet(tuple(papers), TYPES)


def _row(line: Line) -> dict[str, Any]:
    if not isinstance(line.value, dict):
        raise LineError(line.number, "is no JSON object")
    return line.value


def _document(line: Line) -> str:
    return str(_row(line).get("doc_id") or line.number)


def _sentences(line: Line) -> list[Sentence]:
    row = _row(line)
    if "tokens" in row:
        return [sentence(row["tokens"], row.get("ner"), line.number)]
    return sentences_of(row.get("sentences"), row.get("ner"), line.number)


SCIER = GoldFormat(
    "scier",
    "SciER with token spans: Method, Task, Dataset",
    'a JSON object with "doc_id", "tokens" (or "sentences") and "ner" spans of token numbers',
    _recognises,
    make,
)
