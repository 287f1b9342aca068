"""Metrics with the words that tell which of their kind they are: "OCR accuracy", not "accuracy".

The lexicon knows the metric alone; what stands before it and is no judgement ("high", "average")
makes it another metric.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.model import Name
from kg.text import Reading

#: The metrics that have kinds, and listed kinds of them.
_HEADS = re.compile(
    r"(?:[a-z-]+ )?(?:accurac(?:y|ies)|precision|recall|(?:attack )?success rates?|pass rates?"
    r"|win[- ]rates?|latency|speed-?ups?|throughput|error rates?|correctness|F1|ASR"
    r"|data efficiency)"
)
_KIND = (
    r"(?:(?!(?:questi|reducti|situati|conditi|excepti|menti|additi)on)[a-z-]{2,}"
    r"(?:[aceinpu]tion|sion)|(?!human|expert|of-)[a-z]+-(?:based|level|wise|controlled|turn"
    r"|weighted|modell?ing)|re-?ranking|ranking|reasoning|training|editing|tracking"
    r"|matching|parsing|coding|planning|routing|grounding|(?:re)?labell?ing|reward modell?ing"
    r"|counting|decoding|rendering|serving|linking|answering|scheduling|clustering|tagging"
    r"|forecasting|grasping|spelling|system|task"
    r"|step|test|query|pose|colou?r|episode|hidden|downstream|clean|balanced|positional|prefill"
    r"|computational|inference|decode|token|word|character|sentence|label|node|object|scene"
    r"|speaker|emotion|intent|sentiment|diagnostic|diagnosis|answer|retrieval|gesture|action|goal"
    r"|tool|function|attack|jailbreak|over-?refusal|refusal|safety|watermark|trajectory|segment"
    r"|semantic|spatial|temporal|factual|mathematical|visual|lexical|syntactic|geometric"
    r"|adversarial|certified|camera|pairwise|OCR|OOD|QA|VQA|GPU|API)"
)
_BEFORE = re.compile(rf"(?<![\w-])(?:{_KIND} )?{_KIND} $")
#: How far before a metric its words may begin.
_REACH = 45
#: An abbreviation is the name of what stands before it.
_SHORT = re.compile(r"\s?\([A-Z]")
_PLURAL = re.compile(r"(rate|speed-?up)s$")


def whole_metrics(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the names of a reading, its metrics with the words that tell their kind."""
    taken = Spans()
    for item in found:
        if item.name.type != "Metric":
            taken.add(item.start, item.end)
    for item in found:
        start = _start(reading.text, item) if item.name.type == "Metric" else item.start
        if start == item.start or taken.overlaps(start, item.start):
            yield item
        else:
            label = _label(reading.text[start : item.end])
            name = Name("Metric", label, named=item.name.named)
            yield replace(item, start=start, name=name)


def _start(text: str, item: Found) -> int:
    """Return where the words of a metric begin, with those that tell its kind."""
    if not _HEADS.fullmatch(text, item.start, item.end) or _SHORT.match(text, item.end):
        return item.start
    before = _BEFORE.search(text, max(0, item.start - _REACH), item.start)
    return before.start() if before else item.start


def _label(written: str) -> str:
    return _PLURAL.sub(r"\1", written.replace("accuracies", "accuracy"))
