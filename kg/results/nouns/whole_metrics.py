"""Metrics with the words that tell which of their kind they are: "OCR accuracy", not "accuracy".

The lexicon knows the metric alone; what stands before it and is no judgement ("high", "average")
makes it another metric.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.mentions.listed import listed_as, name_of
from kg.mentions.terms.measure_phrases import phrase_start
from kg.model import Name
from kg.text import Reading

#: The metrics that have kinds, and listed kinds of them.
_HEADS = re.compile(
    r"(?:[a-z-]+ )?(?:accurac(?:y|ies)|precision|recall|(?:attack )?success(?: rates?)?|pass rates?"
    r"|win[- ]rates?|latency|speed-?ups?|throughput|error rates?|errors?|correctness|F1|ASR"
    r"|(?:data )?efficiency|quality|consistency|fidelity|similarity|correlation|robustness|costs?"
    r"|overhead|perplexity|(?:memory )?(?:usage|consumption|footprint)|AUC|AUROC)"
)
#: What stands for its only kind where a text has one.
_HAS_KINDS = re.compile(
    r"(?<= )(?:success rate|pass rate|win rate|error rate|latency|throughput|speedup)$"
)
#: So many words tell the kind of a metric.
_MOST = 2
#: An abbreviation is the name of what stands before it.
_SHORT = re.compile(r"\s?\([A-Z]")
_PLURAL = re.compile(r"(rate|speed-?up)s$")


def whole_metrics(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return the names of a reading, its metrics with the words that tell their kind.

    Where a text has one kind of a metric, the metric alone is that too.
    """
    whole = list(_with_kinds(reading, found))
    kinds = _only_kinds([item.name for item in whole if item.name.type == "Metric"])
    return [
        replace(item, name=kinds[item.name.label])
        if item.name.type == "Metric" and item.name.label in kinds
        else item
        for item in whole
    ]


def _only_kinds(metrics: Iterable[Name]) -> dict[str, Name]:
    """Return the one kind of each metric that has no other in a text, by the metric's label."""
    by_label = {name.label: name for name in metrics}
    kinds: dict[str, list[Name]] = {}
    for label, name in by_label.items():
        if (head := _HAS_KINDS.search(label)) and head[0] in by_label:
            kinds.setdefault(head[0], []).append(name)
    return {label: names[0] for label, names in kinds.items() if len(names) == 1}


def _with_kinds(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    taken, tasks = Spans(), Spans()
    for item in found:
        (tasks if item.name.type == "Task" else taken).add(item.start, item.end)
    for item in (_plain(reading.text, item) for item in found):
        start = _start(reading.text, item) if item.name.type == "Metric" else item.start
        if start == item.start or taken.overlaps(start, item.start):
            yield item
        else:
            label = _label(reading.text[start : item.end])
            # "OCR accuracy" is one of OCR, a name of its own in the same words.
            first = item.start if tasks.overlaps(start, item.start) else start
            yield replace(item, start=first, name=metric_called(label, named=item.name.named))


def _plain(text: str, item: Found) -> Found:
    """Return a metric without the number of examples, which is a setting: "5-shot accuracy"."""
    if item.name.type != "Metric":
        return item
    shots = _SHOTS.match(item.name.label)
    label = item.name.label[shots.end() :] if shots else item.name.label
    if label == item.name.label and not label.endswith(" success"):
        return item
    shots = _SHOTS.match(text, item.start, item.end)
    start = shots.end() if shots else item.start
    name = metric_called(_label(label), named=item.name.named)
    return replace(item, start=start, name=name)


_SHOTS = re.compile(r"(?:zero|few|one|\d{1,3})-shot ", re.IGNORECASE)


def _start(text: str, item: Found) -> int:
    """Return where the words of a metric begin, with those that tell its kind."""
    if not _HEADS.fullmatch(text, item.start, item.end) or _SHORT.match(text, item.end):
        return item.start
    kind = _KIND_OF_F1.search(text, max(0, item.start - 20), item.start)
    if kind and text.startswith("F1", item.start):
        return kind.start("kind")
    return phrase_start(text, item.start, _MOST)


#: "Row F1": a kind with a capital within a sentence.
_KIND_OF_F1 = re.compile(r"[\w,(] ?(?P<kind>[A-Z][a-z]{2,12}) $")


def metric_called(label: str, *, named: bool) -> Name:
    """Return the listed metric that is called just so, or one that no list has."""
    for entry in listed_as(label, "Metric"):
        if entry.label == label:
            return name_of(entry)
    return Name("Metric", label, named=named)


def _label(written: str) -> str:
    label = _PLURAL.sub(r"\1", written.replace("accuracies", "accuracy"))
    return f"{label} rate" if label.endswith(" success") else label
