"""Words for more, less, better and worse: which way a change goes.

The nearest such word before a quantity says which way its wording turns ("reduces latency by 3%");
where none stands before it, the nearest behind ("a 3% lower latency").
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from kg.results.wordings.wording import Turn
from kg.sieve import small_once

_UP = (
    r"increas\w*|rais(?:e[sd]?|ing)|boost\w*|higher|more|lift\w*|gr[oe]w\w*|jump\w*"
    r"|climb\w*|ris(?:e[sn]?|ing)|rose|uplift\w*|elevat\w*|greater|larger|longer|faster|speed\w*"
    r"|accelerat\w*|expand\w*|soar\w*|surg(?:e[sd]?|ing)|quicker|inflat\w*|amplif\w*|extend\w*"
)
_BETTER = (
    r"improv\w*|gain\w*|promot\w*|enhanc\w*|better|out-?perform\w*|surpass\w*|exceed\w*|beat(?:s|ing|en)?"
    r"|advanc\w+|wins?|winning|lead(?:s|ing)?|superior\w*|margins?|ahead|strengthen\w*|outscor\w*"
    r"|advantages?|overtak\w+|outpac\w+|outclass\w*|recover\w*"
)
_DOWN = (
    r"reduc\w*|decreas\w*|lower\w*|cut(?:s|ting)?|less|fewer|drop\w*|declin\w*|f[ae]ll(?:s|ing)?|plummet\w*|plung\w+|tumbl\w+|dwindl\w*"
    r"|shrink\w*|sav(?:e[sd]?|ings?)|smaller|diminish\w*|slash\w*"
    r"|compress(?!ed (?!by|to|from)\w)\w*|trim\w*|alleviat\w*"
    r"|mitigat\w*|suppress\w*|short(?:er|en\w*)|prun(?:e[sd]?|ing)|cheaper|minimi[sz]\w*|slower|downgrad\w*"
    r"|remov\w+|eliminat\w*|narrow\w*|discard\w*|lighter"
)
_WORSE = (
    r"degrad\w*|worse\w*|loss(?:es)?|hurt\w*|deteriorat\w*|collaps\w*|los(?:e[sd]?|ing)|lost|gaps?"
    r"|underperform\w*|trail\w*|lag(?:s|ging)?|behind|penalt\w+|weaken\w*"
)

#: Any word of change, as a part of patterns.
CHANGE = rf"(?:{_UP}|{_BETTER}|{_DOWN}|{_WORSE})"

#: Nouns of change: what may stand behind a quantity, or before "of".
NOUN = (
    r"(?:increases?|boosts?|gains?|lifts?|jumps?|rises?|uplifts?|growth|improvements?"
    r"|enhancements?|margins?|leads?|advantages?|reductions?|decreases?|cuts?|drops?|declines?"
    r"|falls?|savings?|degradations?|gaps?|collapses?|loss(?:es)?|advancements?|acceleration"
    r"|speed[- ]?ups?|differences?|edge(?= over)|deterioration|penalty|variations?|drop-offs?)"
)

#: Comparatives: what may stand behind a quantity.
COMPARATIVE = (
    r"(?:lower|higher|better|worse|less|fewer|more|faster|slower|smaller|larger|shorter|longer|cheaper"
    r"|greater|improved|reduced|increased|decreased)"
)
# Of texts in small letters.
_TURNS = re.compile(
    rf"\b(?:(?P<higher>{_UP})|(?P<better>{_BETTER})|(?P<lower>{_DOWN})|(?P<worse>{_WORSE}))\b"
)
_KNOWN: Mapping[str | None, Turn] = MappingProxyType({turn: turn for turn in get_args(Turn)})


def turn_before(text: str, start: int, end: int) -> Turn:
    """Return which way the last word of change in a stretch goes."""
    last: Turn = ""
    for match in _TURNS.finditer(small_once(text), start, end):
        last = _turn(match)
    return last


def turn_behind(text: str, start: int, end: int) -> Turn:
    """Return which way the first word of change in a stretch goes.

    >>> turn_behind("3.2% lower latency", 4, 18)
    'lower'
    """
    match = _TURNS.search(small_once(text), start, end)
    return _turn(match) if match else ""


def _turn(match: re.Match[str]) -> Turn:
    return _KNOWN[match.lastgroup]


#: Words that tell how large a change is, and of what kind, not what changed: "a 3% relative gain".
JUDGED = (
    r"(?:[\w-]*(?:ive|al|ed|ant|ing|ent|er|est|ute|ic|able|ous|shot|wise|end|ly)|mean|average|avg"
    r"|further|net|joint|steady|solid|clear|huge|minor|major|large|big|small|uniform|double"
    r"|performance|the|its|their|that|this|point|points|pp|percentage)"
)
