"""Numbers in words: "three times", "doubles", "an order of magnitude", "a third of the cost"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from kg.results.numbers.hedges import lead_of
from kg.results.numbers.quantity import Quantity
from kg.results.numbers.units import TIMES_AS_MUCH

#: What a text needs to hold for the pattern below: most hold none of it.
_STEMS = (
    *("times", "fold", "magnitude", "doubl", "Doubl", "tripl", "twice", "half", "third"),
    *("quarter", "fifth", "tenth", "rank", "placed", "two x", "three x"),
)


@cache
def _stems() -> AhoCorasick:
    """Return what looks for all stems in one pass: in turn they take four times as long."""
    return AhoCorasick(_STEMS)


@lru_cache(maxsize=1 << 4)
def holds_number_word(text: str) -> bool:
    """Say whether a text may hold a number in words; kept, as it is asked twice of a sentence."""
    return bool(_stems().find_matches_as_indexes(text))


_COUNTS = MappingProxyType(
    {
        word: Decimal(number)
        for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
    }
)
_FACTORS = MappingProxyType(
    {
        "doubl": Decimal(2),
        "tripl": Decimal(3),
        "quadrupl": Decimal(4),
        "twice": Decimal(2),
        "half": Decimal("0.5"),
        "third": Decimal("0.333"),
        "quarter": Decimal("0.25"),
        "fifth": Decimal("0.2"),
        "tenth": Decimal("0.1"),
    }
)
#: What a share is saved of.
_SAVED = (
    r"(?:parameters|memory|FLOPs|⟦o?C⟧|cost|compute|time|latency|size|computation|tokens|training)"
)
#: What is doubled; "knowledge triples" are none.
_WHAT_GROWS = (
    r" (?:the|its|their|our)\b| ⟦| (?:[\w-]+ ){0,2}(?:speed|throughput|accuracy|performance"
    r"|errors?|efficiency|success|scores?|cost|memory|latency)\b"
)
#: Number words that measure; what they need beside them is in the pattern.
_WORDS = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten)(?: times\b|-?fold\b| ?[x×]\b)"
    rf"(?={TIMES_AS_MUCH})"
    r"|\b(?:an?|(?P<orders>one|two|three|four|several)) orders?[ -]of[ -]magnitude\b"
    r"|(?<!answer )(?<!are )(?<!of )"
    rf"\b(?P<verb>doubl|tripl|quadrupl)(?:ed|ing|es?(?={_WHAT_GROWS}))\b(?! down| the number| as\b)"
    r"|\b(?P<word>twice)(?= (?:as|the|faster))"
    rf"|\b(?P<part>half)(?= (?:of )?(?:the|as|its) (?:[\w-]+ ){{0,3}}{_SAVED})"
    r"|\b(?:one|a)[ -](?P<share>third|quarter|fifth|tenth)"
    rf"(?= (?:of )?(?:the|its) (?:[\w-]+ ){{0,3}}{_SAVED})"
    r"|(?P<rank>(?<=\brank )|(?<=\branks )|(?<=\branked )|(?<=\bplaced ))(?P<place>\d{1,2})"
    r"(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


def find_number_words(text: str) -> Iterator[Quantity]:
    """Yield the numbers that a marked sentence has in words."""
    if not holds_number_word(text):
        return
    for match in _WORDS.finditer(text):
        lead = lead_of(text, match.start())
        if match["place"]:
            place = (Decimal(match["place"]),)
            yield Quantity(lead, match.start(), match.end(), place, family="rank")
        elif (value := _factor(match)) is not None:
            family = "times" if value > 1 else "part"
            yield Quantity(lead, match.start(), match.end(), (value,), "one", "x", family)


def _factor(match: re.Match[str]) -> Decimal | None:
    """Return how many times as much a number word says."""
    if match["count"]:
        return _COUNTS[match["count"].casefold()]
    word = match["verb"] or match["word"] or match["part"] or match["share"]
    if word:
        return _FACTORS[word.casefold()]
    orders = {"two": 2, "three": 3, "four": 4, "several": 0}.get((match["orders"] or "").lower(), 1)
    return Decimal(10) ** orders if orders else None
