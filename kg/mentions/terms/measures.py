"""Metrics that no list knows, read from their last word where a text says what became better.

"outperforms others in control precision and identity fidelity", "three dimensions: entity
consistency, ...": elsewhere the same words may be anything. What stands beside a number is read
with the results (`kg.results.nouns.find`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.mentions.found import Found, Spans
from kg.model import Name

RECOGNISER = "pattern"

_HEADS = (
    "quality efficiency rate rates fidelity consistency cost costs speed coherence robustness"
    " adherence overhead realism stability latency diversity usage similarity correctness precision"
    " recall coverage throughput accuracy error errors relevance faithfulness naturalness"
    " controllability generalization interpretability scalability plausibility editability utility"
    " smoothness completeness factuality preservation helpfulness"
).split()
#: What makes a measure part of something else: "quality control", "error rates".
_NOUNS = (*_HEADS, "control", "assessment", "estimation", "prediction", "score", "metric", "model")
#: Where a noun phrase cannot go on to the left.
_BOUNDARIES = frozenset(
    "a an the this that these those our its their in of on for and or to with via from by is"
    " are was were as at both high higher better superior strong improved improving average"
    " overall final low lower competitive state-of-the-art comparable significant substantial"
    " greater best while without up more less new good similar same all each no not than between"
    " over under per into across but achieving achieve achieves proposed systematic".split()
)
_VERB = re.compile(
    r"(?:improv|enhanc|boost|increas|preserv|maintain|ensur|achiev|degrad|reduc|lower|cut|measur"
    r"|evaluat|assess|gain|outperform|surpass|generat)(?:e|es|s|ing|ed|ting)?"
)
_MOST_WORDS = 3
#: How far back a sentence may say what its list of measures is.
_REACH = 200
_ITEMS = r"(?:[\w-]+,?\s(?:and\s)?){0,9}$"
#: What leads to measures, up to the phrase itself.
_LEADS = re.compile(
    r"\b(?:(?:outperform|surpass|improve[sd]?\b|improvements?|improving|superior|gains?\b|advantage"
    r"|exceed|excel|boost|reductions?|state-of-the-art|better)\w*(?:(?![.;:]\s).){0,80}?"
    rf"\b(?:in|in terms of|both)\s{_ITEMS}"
    r"|(?:dimensions?|metrics|criteria|aspects|axes)(?::|,?\s(?:including|namely|like|\()|,?\ssuch\sas)"
    rf"\s?{_ITEMS})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s|\n")


def find_measures(text: str, title_end: int, taken: Sequence[Found]) -> Iterator[Found]:
    """Yield the metrics in an abstract outside the `taken` names; one may go on from a metric.

    >>> text = "It outperforms others in control precision and plot fidelity."
    >>> [item.name.label for item in find_measures(text, 0, [])]
    ['control precision', 'plot fidelity']
    """
    names = Spans()
    for item in taken:
        if item.name.type != "Metric":
            names.add(item.start, item.end)
    for _, at, end in _finder().find_matches_as_indexes(text):
        if at <= title_end or text[at - 1] != " " or _goes_on(text, end):
            continue
        start = _begin(text, at)
        if start < at and _is_led_to(text, start) and not names.overlaps(start, end):
            name = Name("Metric", _label(text[start:end]), named=False)
            yield Found(start, end, name, RECOGNISER, 0.6)


@cache
def _finder() -> AhoCorasick:
    return AhoCorasick(sorted(_HEADS), matchkind=MatchKind.LeftmostLongest)


def _goes_on(text: str, end: int) -> bool:
    """Say whether a word, or the noun phrase, goes on behind an offset."""
    sign = text[end : end + 1]
    if sign.isalnum() or sign in ("-", "_"):
        return True
    return text.startswith(_NOUNS, end + 1) if sign == " " else False


def _begin(text: str, start: int) -> int:
    """Return where the noun phrase with a head at `start` begins."""
    for _ in range(_MOST_WORDS):
        at = text.rfind(" ", max(0, start - 30), start - 1) + 1
        word = text[at : start - 1]
        plain = word.replace("-", "")
        if not at or not plain.isalnum() or not word[0].isalpha():
            break
        if word.lower() in _BOUNDARIES or word.endswith("ly") or _VERB.fullmatch(word.lower()):
            break
        start = at
    return start


def _is_led_to(text: str, start: int) -> bool:
    """Say whether the sentence before a phrase says that measures follow."""
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    return _LEADS.search(before) is not None


def _label(written: str) -> str:
    """Write a metric in small letters, but for its acronyms: "OCR accuracy"."""
    return " ".join(word if word[1:2].isupper() else word.lower() for word in written.split())
