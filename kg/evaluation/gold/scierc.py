"""SciERC: abstracts with six types, as tokens (Luan et al., EMNLP 2018).

Generic and OtherScientificTerm are what kg does not read: they are missed in ``spans``, which
stands beside published figures, and left out of ``spans:mapped``.
"""

from collections.abc import Iterable

from kg.evaluation.gold.format import GoldFormat, LineError, SpanSet
from kg.evaluation.gold.lines import Line
from kg.evaluation.gold.texts import sentences_of, span_paper
from kg.evaluation.spans import SpanPaper, SpanTypes

#: Data sets and benchmarks are Material to SciERC, as are corpora, images and languages.
TYPES = SpanTypes(
    {
        "Model": "Method",
        "ModelFamily": "Method",
        "Method": "Method",
        "Dataset": "Material",
        "Benchmark": "Material",
        "Task": "Task",
        "Metric": "Metric",
    },
    foreign=frozenset({"Generic", "OtherScientificTerm"}),
)


def _recognises(first: Line) -> bool:
    row = first.value
    return isinstance(row, dict) and "doc_key" in row and "sentences" in row and "ner" in row


def _paper(line: Line) -> SpanPaper:
    row = line.value
    if not isinstance(row, dict):
        raise LineError(line.number, "is no JSON object")
    sentences = sentences_of(row.get("sentences"), row.get("ner"), line.number)
    return span_paper(str(row.get("doc_key") or line.number), sentences)


def make(lines: Iterable[Line]) -> SpanSet:
    """Make a text of each line."""
    return SpanSet(tuple(_paper(line) for line in lines if line.text.strip()), TYPES)


SCIERC = GoldFormat(
    "scierc",
    "SciERC: Task, Method, Metric, Material, Generic, OtherScientificTerm",
    'a JSON object with "doc_key", "sentences" and "ner" spans of token numbers',
    _recognises,
    make,
)
