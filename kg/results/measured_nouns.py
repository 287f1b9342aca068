"""What numbers measure where no metric of the lexicon stands: "a follow-up rate of 22%".

Only the words right beside a number are read; they become common-noun Metrics of the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.model import Name
from kg.text import Reading

RECOGNISER = "pattern"
_SCORE = 0.6

_HEAD = (
    r"(?:rates?|scores?|agreement|correctness|sparsity|coverage|utili[sz]ation|retention|overhead"
    r"|similarity|consistency|satisfaction|compliance|adherence|error|percentile)"
)
_COST = r"(?:costs?|parameters|resources|computations?|compute|tokens|steps|budget|energy|overhead)"
_NO_WORD = (
    r"(?!(?:on|in|of|for|with|and|or|over|at|to|by|from|than|compared|while|which|when|using|is|are"
    r"|as|across|the|a|an|its|our|their|that|this|points?|absolute|relative|average|overall|mean"
    r"|only|up|about|around|nearly|approximately|over|higher|lower|better|new|more|less|fewer"
    r"|improved|maximum|impressive|remarkable|significant|substantial|reported|final|best|lowest"
    r"|highest|reaching|achieving|achieves|has|have|we|it|per|respective|total|original|same"
    r"|both|state-of-the-art|percentage|(?:achiev|attain|reach|obtain|yield|scor|get|record|report"
    r"|deliver|show|us|hav|maintain|demonstrat|exhibit|perform|improv|increas|reduc)(?:e|es|s|ed"
    r"|ing)?)\b)"
)
_WORD = rf"{_NO_WORD}[a-z][a-z-]{{2,25}}"
_A_NUMBER = re.compile(r"(?<![\w.,-])[~<>]?[+-]?\d[\d.,]{0,8}(?![\w-])")
_AVERAGE = r"(?:average |overall |mean |absolute |relative |total |maximum )?"

#: Where the words stand that name what a number measures: behind it, or before it.
_BEHIND = re.compile(
    rf"\s?(?:%|percent)\+?\s+(?:{_AVERAGE}(?P<noun>(?:{_WORD}\s){{0,2}}{_HEAD})"
    rf"|(?:of|as)\s(?:the|its)\s(?P<cost>(?:{_WORD}\s){{1,2}}{_COST}))\b"
)
_BEFORE = tuple(
    re.compile(rf"{pattern}\s(?:[a-z]+\s){{0,3}}$")
    for pattern in (
        rf"\b(?P<noun>(?:{_WORD}\s){{1,3}}{_HEAD})\s(?:of|to|by|from|is|at|reach\w+|was)",
        r"\b(?:reduc|decreas|cut|lower|improv|increas|boost|rais|enhanc)(?:e|es|ed|ing|s|ting)?"
        rf"\s(?:the\s|its\s|their\s)?(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})\sby",
        rf"(?:,|\band)\s(?:the\s|its\s)?(?P<noun>(?:{_WORD}\s){{1,2}}(?:{_HEAD}|{_COST}))\sby",
    )
)
_LINKS = re.compile(r"(?:of|to|by|from|is|at|reach\w+|was)\s(?:[a-z]+\s){0,3}$")
#: Words too general to be the name of what is measured.
_GENERAL = frozenset(
    "performance results quality model models method methods baselines score scores it them data"
    " rate rates error state-of-the-art capabilities capability baseline system systems training"
    " inference overhead cost costs gap abilities ability both up reasoning prior average these"
    " those usage complexity tokens".split()
)
_PLURAL = re.compile(r"(rate|score|error|cost)s$")


class _Noun(NamedTuple):
    start: int
    end: int
    label: str


def find_measured(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return the unlisted metrics beside the numbers of a reading, sorted by place."""
    taken = Spans()
    for item in found:
        taken.add(item.start, item.end)
    measured: dict[int, Found] = {}
    for noun in _nouns(reading):
        if noun.label not in _GENERAL and not taken.overlaps(noun.start, noun.end):
            taken.add(noun.start, noun.end)
            name = Name("Metric", noun.label, named=False)
            measured[noun.start] = Found(noun.start, noun.end, name, RECOGNISER, _SCORE)
    return [measured[start] for start in sorted(measured)]


def _nouns(reading: Reading) -> Iterator[_Noun]:
    text = reading.text
    for number in _A_NUMBER.finditer(text, reading.title_end):
        behind = _BEHIND.match(text, number.end())
        if behind is not None and not _is_setting(text, number.start()):
            yield _noun(behind, "noun" if behind["noun"] else "cost")
        first = max(0, number.start() - 90)
        if not text[number.start() - 1].isspace():
            continue
        if _LINKS.search(text, max(0, number.start() - 40), number.start()):
            for pattern in _BEFORE:
                before = pattern.search(text, first, number.start())
                if before is not None:
                    yield _noun(before, "noun")


def _is_setting(text: str, start: int) -> bool:
    """Say whether a number tells under what something was measured: "at 50% sparsity"."""
    return _SETTING.search(text, max(0, start - 12), start) is not None


_SETTING = re.compile(r"\b(?:at|under|with|given) (?:only )?$")


def _noun(match: re.Match[str], group: str) -> _Noun:
    return _Noun(*match.span(group), _PLURAL.sub(r"\1", match[group]))
