"""The quantities of a marked sentence: numbers with units, ranges, pairs, changes, number words.

What is part of a word, a name or a larger number is none, nor is a number that counts thousands
(``52K``), enumerates (``(2)``) or belongs to the word behind it (``4-bit``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from types import MappingProxyType
from typing import Literal

from kg.results.units import PATTERN, TIMES_AS_MUCH, unit_of

#: ``one`` number, a ``range``, a ``pair`` (``7.8/5.3``) or a ``change`` (``69 -> 81``).
Shape = Literal["one", "range", "pair", "change"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that stands at [start, end) of a marked sentence.

    `lead` is where the words begin that only hedge it ("up to", "an average of"). `family` is what
    its unit measures (see `kg.results.units`), ``plain`` where it has none. `sign` is that of the
    first number where one is written.
    """

    lead: int
    start: int
    end: int
    values: tuple[Decimal, ...]
    shape: Shape = "one"
    unit: str = ""
    family: str = "plain"
    sign: str = ""

    @property
    def is_whole(self) -> bool:
        """Say whether its numbers are written without decimals."""
        return all(value == value.to_integral_value() for value in self.values)


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,7},\d{1,2}(?= ?%)|\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})"
_JOINT = r"\s?(?:->|→|⟶|-{1,2}|~|/|\+/-|±|to|and)\s?"
_QUANTITY = re.compile(
    r"(?<![\w.,$€£¥⟧\\^_#])(?<![\w⟧)][-/:.'])(?<![A-Za-z] #)"
    r"(?P<sign>(?:[~≈<>≤≥]{1,2}\s?)?[+-]?[~≈]?)"
    rf"(?P<one>{_NUMBER})(?P<unit_one>{PATTERN})?"
    rf"(?:(?P<joint>{_JOINT})[~<>]?(?P<sign_two>[+-]?)(?P<two>{_NUMBER})(?P<unit_two>{PATTERN})?)?"
    r"\+?(?![\w⟦]|[.,:]\d|-\w|-⟦|/\d)"
)
#: A count of thousands or more: no measure.
_SCALE = re.compile(r"\s?(?:hundreds?|thousands?|millions?|billions?|trillions?|[KMBT]\b)")
_CURRENCY = re.compile(r"\s?(?:USD|dollars?|euros?|cents?|\$)")
_HEDGES = re.compile(
    r"(?:\b(?:up to|upto|leq|geq|as (?:much|high|low|little|many|few|large|small) as|to within"
    r"|(?:more|less|fewer|higher|lower|greater|better) than|over|nearly|almost|about|around|above"
    r"|approximately|approx\.?|roughly|only|merely|just|at (?:least|most|best)|even|some|close to"
    r"|an? (?:new |further |strong )?(?:average|mean|median|total|maximum|max|minimum|record|best"
    r"|peak|absolute|relative|additional|overall) of"
    r"|an?|the|another|average|mean|median|relative|absolute|maximum|max|total|overall|additional"
    r"|further|final|impressive|remarkable|notable|significant|substantial|consistent|mere|new"
    r"|state-of-the-art|SOTA|SoTA|whopping|staggering|record|peak|perfect|respective|further|extra"
    r"|first|full|striking|strong|competitive|estimated|modest|exceeding|approaching)\s+){1,5}$",
    re.IGNORECASE,
)
_RANGES = re.compile(r"\b(?:rang|vary|varies|span|anywhere|differ)\w*\b[^;,]{0,25}$")
_CHANGED = re.compile(
    r"\b(?:improv|increas|rais|boost|reduc|decreas|lower|lift|doubl|enhanc|cut|gain|advanc|drop)\w*"
)
_CHANGES = frozenset({"->", "→", "⟶"})


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a marked sentence, in order.

    >>> [found] = find_quantities("⟦A⟧ is up to 1.2-1.4x faster")
    >>> found.values, found.unit, found.shape
    ((Decimal('1.2'), Decimal('1.4')), 'x', 'range')
    """
    found = [made for match in _QUANTITY.finditer(text) for made in _quantities(text, match)]
    found += _number_words(text)
    found.sort(key=lambda quantity: quantity.start)
    return found


def _quantities(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    end = match.end()
    if _SCALE.match(text, end) or _CURRENCY.match(text, end) or _enumerates(text, match):
        return
    shape = _shape(text, match)
    if shape == "apart":
        yield from _apart(text, match)
    elif shape == "pair" and _is_fraction(text, match):
        share = _THREE_DIGITS.divide(_decimal(match["one"]), _decimal(match["two"]))
        lead = _lead(text, match.start())
        yield Quantity(lead, match.start(), end, (share.normalize(),), "one", "x", "part")
    else:
        yield _quantity(text, match, shape)


#: As exact as a fraction is written out.
_THREE_DIGITS = Context(prec=3)


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    if match["unit_one"] or match["unit_two"] or not _OF.match(text, match.end()):
        return False
    one, two = match["one"], match["two"]
    return one.isdigit() and two.isdigit() and 0 < int(one) < int(two)


def _enumerates(text: str, match: re.Match[str]) -> bool:
    """Say whether a number counts the items of a list: ``(1) a tuner``, ``2) a pruner``."""
    bare = match["one"].isdigit() and len(match["one"]) < 3 and match["joint"] is None
    if not bare or match["unit_one"] or match["sign"].strip():
        return False
    closes = text[match.end() : match.end() + 1] in (")", ".")
    opens = match.start("one") == 0 or text[match.start("one") - 1] in "( "
    opened = match.start("one") > 0 and text[match.start("one") - 1] == "("
    return closes and opens and (opened or text[match.end()] == ")")


def _shape(text: str, match: re.Match[str]) -> Shape | Literal["apart"]:
    """Say how two numbers belong together; ``apart`` are those that only stand side by side."""
    joint = (match["joint"] or "").strip()
    if not joint:
        return "one"
    if joint in _CHANGES:
        return "change"
    if joint == "/":
        return "pair"
    if joint in {"±", "+/-"}:
        return "one"
    before = text[max(0, match.start() - 12) : match.start()].casefold()
    if joint == "and":
        return "range" if before.rstrip().endswith("between") else "apart"
    if joint == "to" and before.rstrip().endswith("from"):
        return "range" if _RANGES.search(text, max(0, match.start() - 40), match.start()) else "change"
    if joint == "to" and (_scales_apart(match) or _is_told_in_brackets(text, match.start())):
        return "change"
    return "range"


def _is_told_in_brackets(text: str, start: int) -> bool:
    """Say whether brackets tell what a change was: "improves both (28% to 54%)"."""
    opened = text.rfind("(", max(0, start - 40), start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    return _CHANGED.search(text, max(0, opened - 110), opened) is not None


def _scales_apart(match: re.Match[str]) -> bool:
    """Say whether "A to B" goes down: a range is written from its lower end."""
    return _decimal(match["one"]) > _decimal(match["two"])


def _apart(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the two numbers of "3% and 4%"; the first may leave its unit to the second."""
    written = match["unit_one"] or match["unit_two"] or ""
    first_end = match.end("unit_one") if match["unit_one"] else match.end("one")
    lead = _lead(text, match.start())
    yield Quantity(
        lead,
        match.start("one"),
        first_end,
        (_decimal(match["one"]),),
        "one",
        *unit_of(written),
        match["sign"].strip("~≈<>≤≥ "),
    )
    yield Quantity(
        match.start("two"),
        match.start("two"),
        match.end(),
        (_decimal(match["two"]),),
        "one",
        *unit_of(match["unit_two"] or ""),
        match["sign_two"],
    )


def _quantity(text: str, match: re.Match[str], shape: Shape) -> Quantity:
    values = [_decimal(match["one"])]
    if shape != "one":
        values.append(_decimal(match["two"]))
    if shape == "range":
        values.sort()
    unit, family = unit_of(match["unit_two"] or match["unit_one"] or "")
    sign = match["sign"].strip("~≈<>≤≥ ") or match["sign_two"] or ""
    start = match.start("one") - len(match["sign"].strip("~≈<>≤≥ "))
    return Quantity(
        _lead(text, match.start()), start, match.end(), tuple(values), shape, unit, family, sign
    )


def _lead(text: str, start: int) -> int:
    """Return where the hedging words before a number begin."""
    first = max(0, start - 60)
    hedges = _HEDGES.search(text, first, start)
    return hedges.start() if hedges else start


def _decimal(written: str) -> Decimal:
    if re.fullmatch(r"\d+,\d{1,2}", written):
        return Decimal(written.replace(",", "."))
    return Decimal(written.replace(",", ""))


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
#: Number words that measure; what they need beside them is in the pattern.
_SAVED = (
    r"(?:parameters|memory|FLOPs|⟦o?C⟧|cost|compute|time|latency|size|computation|tokens|training)"
)
_WORDS = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten)(?: times\b|-?fold\b| ?[x×]\b)"
    rf"(?={TIMES_AS_MUCH})"
    r"|\b(?:an?|(?P<orders>one|two|three|four|several)) orders?[ -]of[ -]magnitude\b"
    r"|\b(?P<verb>doubl|tripl|quadrupl)(?:es|ed|ing|e(?= the| its| ⟦))\b(?! down| the number| as\b)"
    r"|\b(?P<word>twice)(?= (?:as|the|faster))"
    rf"|\b(?P<part>half)(?= (?:of )?(?:the|as|its) (?:[\w-]+ ){{0,3}}{_SAVED})"
    r"|\b(?:one|a)[ -](?P<share>third|quarter|fifth|tenth)"
    rf"(?= (?:of )?(?:the|its) (?:[\w-]+ ){{0,3}}{_SAVED})"
    r"|(?P<rank>(?<=\brank )|(?<=\branks )|(?<=\branked )|(?<=\bplaced ))(?P<place>\d{1,2})"
    r"(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
#: What follows a fraction of something: "only 1/200 of the cost".
_OF = re.compile(r" (?:of|the|as)\b")


def _number_words(text: str) -> Iterator[Quantity]:
    for match in _WORDS.finditer(text):
        lead = _lead(text, match.start())
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
