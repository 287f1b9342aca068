"""What numbers measure where no metric of the lexicon stands: "a follow-up rate of 22%".

Only the words right beside a number are read; they become common-noun Metrics of the text.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.results.nouns.labels import called
from kg.results.nouns.patterns import (
    A_NUMBER,
    AT,
    BEFORE,
    BEFORE_BRACKET,
    BEFORE_EQUALS,
    BEHIND,
    BEHIND_NO_UNIT,
    BEST,
    COEFFICIENT,
    LINKS,
    NAMES_COEFFICIENT,
    OF_SETTINGS,
    OF_WHOLE,
    SHORT_BEFORE,
    TELLS_OF_COEFFICIENT,
    UNIT,
    USES,
)
from kg.results.nouns.sized import sized_models
from kg.results.nouns.tasks import find_measured_tasks
from kg.results.nouns.whole_metrics import metric_called, whole_metrics
from kg.text import Reading

RECOGNISER = "pattern"
_SCORE = 0.6

_LONG = MappingProxyType(
    {"R": "Recall", "recall": "Recall", "P": "Precision", "precision": "Precision"}
)
#: Words too general to be the name of what is measured.
_GENERAL = frozenset(
    "performance results quality model models method methods baselines score scores it them data"
    " rate rates state-of-the-art capabilities capability baseline system systems"
    " training inference gap abilities ability both up reasoning prior average these"
    " those usage number amount fraction share proportion percentage data size length quality"
    " speed time steps tasks samples".split()
)
#: How phrases end that name what is measured on, or whose value it is.
_NOT_MEASURED = frozenset(
    "model models agent agents method methods system systems baseline baselines policy policies"
    " LLM LLMs VLM VLMs MLLM MLLMs deployment setting settings scenario scenarios task tasks"
    " environment environments domain domains benchmark benchmarks prediction generation reasoning"
    " drop drops gain gains improvement improvements reduction reductions"
    " planning navigation manipulation performance results capability capabilities ability"
    " abilities".split()
)
#: "17 million parameters" tell how large something is.
_ORDERS = frozenset({"thousand", "million", "billion", "trillion"})
#: What is measured though much else that ends so is not.
_PERFORMANCES = frozenset({"task performance", "normalized performance", "peak performance"})
#: How good people are is no measure; what they prefer is one.
_OF_PEOPLE = re.compile(r"human (?!(?:[a-z]+ )?preference)")


#: One coefficient has several spellings.
_COEFFICIENTS = MappingProxyType({"R": "r", "ρ": "rho", "κ": "kappa"})
#: In characters: how far before a coefficient one speaks of what it tells.
_SENTENCE = 120


class _Noun(NamedTuple):
    start: int
    end: int
    label: str
    named: bool
    is_counted: bool = False


def with_measured(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return the names of a reading, sorted by place.

    Metrics are whole, unlisted ones and tasks are added, and models named again by their size.
    """
    named = [item for item in found if not _is_term_of_setting(reading.text, item)]
    whole = whole_metrics(reading, named)
    more = (*sized_models(reading, whole), *find_measured(reading, whole))
    tasks = find_measured_tasks(reading, (*whole, *more))
    return sorted([*whole, *more, *tasks], key=attrgetter("start"))


def find_measured(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return the unlisted metrics beside the numbers of a reading, sorted by place."""
    nouns = [noun for noun in _nouns(reading) if noun.is_counted or _is_measure(noun.label)]
    if not nouns:
        return []
    taken = Spans.of(found)
    measured: dict[int, Found] = {}
    for noun in nouns:
        if not taken.overlaps(noun.start, noun.end):
            taken.add(noun.start, noun.end)
            name = metric_called(noun.label, named=noun.named)
            measured[noun.start] = Found(noun.start, noun.end, name, RECOGNISER, _SCORE)
    return [measured[start] for start in sorted(measured)]


def _is_measure(label: str) -> bool:
    if label in _PERFORMANCES:
        return True
    words = label.split()
    if words[0] in _ORDERS:
        return False
    return label not in _GENERAL and words[-1] not in _NOT_MEASURED and not _OF_PEOPLE.match(label)


def _nouns(reading: Reading) -> Iterator[_Noun]:
    text = reading.text
    yield from map(_noun, BEST.finditer(text, reading.title_end))
    for match in AT.finditer(text) if "@" in text or "pass^" in text else ():
        head, at, depth = match["noun"].partition("@")
        yield _Noun(*match.span("noun"), f"{_LONG.get(head, head)}{at}{depth}", named=True)
    for number in A_NUMBER.finditer(text, reading.title_end):
        patterns = BEHIND if UNIT.match(text, number.end()) else BEHIND_NO_UNIT
        if patterns is BEHIND and _is_setting(text, number.start()):
            patterns = BEHIND[OF_SETTINGS:]
        matches = (pattern.match(text, number.end()) for pattern in patterns)
        yield from (_noun(one) for one in matches if one)
        start = number.start()
        if patterns is not BEHIND_NO_UNIT and USES.search(text, max(0, start - 30), start):
            yield from map(_noun, filter(None, [OF_WHOLE.match(text, number.end())]))
        if text[start - 1].isspace():
            yield from _nouns_before(text, start)
        if "." in number[0] and text.endswith(("=", "= "), 0, start):
            yield from _before_equals(text, start)  # "IPC=10" is a setting.
        opened = text.find("(", max(0, start - 16), start) >= 0
        if opened and (named := BEFORE_BRACKET.search(text, max(0, start - 80), start)):
            yield _noun(named)


def _nouns_before(text: str, start: int) -> Iterator[_Noun]:
    if text[start] == "0" and (name := SHORT_BEFORE.search(text, max(0, start - 20), start)):
        yield _noun(name)
    if LINKS.search(text, max(0, start - 40), start):
        matches = (pattern.search(text, max(0, start - 90), start) for pattern in BEFORE)
        yield from (_noun(one) for one in matches if one)


def _before_equals(text: str, start: int) -> Iterator[_Noun]:
    if named := BEFORE_EQUALS.search(text, max(0, start - 12), start):
        yield _noun(named)
    coefficient = COEFFICIENT.search(text, max(0, start - 10), start)
    before = text[max(0, start - _SENTENCE) : start].rpartition(". ")[2]
    if coefficient and TELLS_OF_COEFFICIENT.search(before) and not NAMES_COEFFICIENT.search(before):
        label = _COEFFICIENTS.get(coefficient["noun"], coefficient["noun"])
        yield _Noun(*coefficient.span("noun"), label, named=False)


def _is_setting(text: str, start: int) -> bool:
    """Say whether a number tells under what something was measured: "at 50% sparsity"."""
    return _SETTING.search(text, max(0, start - 12), start) is not None


_SETTING = re.compile(r"\b(?:at|under|with|given) (?:only |an? )?$")
#: Listed metrics that are set rather than reached.
_TRIED_UNDER = frozenset({"sparsity", "compression ratio", "compression rate"})
_SHARE_OF_SETTING = re.compile(
    r"\b(?:at|under|with|given) (?:only |an? |up to )?(?:\d[\d.]{0,5}[-\u2013~])?\d[\d.]{0,5} ?% $"
)


def _is_term_of_setting(text: str, item: Found) -> bool:
    """Say whether a term is no metric here: a share of it is what something was tried under."""
    may_be = item.name.is_unlisted or item.name.label in _TRIED_UNDER
    if item.name.type != "Metric" or item.name.named or not may_be:
        return False
    return _SHARE_OF_SETTING.search(text, max(0, item.start - 30), item.start) is not None


def _noun(match: re.Match[str]) -> _Noun:
    """Return the noun of a match, which has one group alone."""
    group = match.lastgroup or ""
    label, named = called(group, match[group])
    return _Noun(*match.span(group), label, named=named, is_counted=group == "fewer")
