"""The quantities of a marked sentence: numbers with units, ranges, pairs, changes, number words.

What is part of a word, a name or a larger number is none, nor is a number that counts thousands
(``52K``), enumerates (``(2)``) or belongs to the word behind it (``4-bit``).
"""

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Literal

from kg.results.numbers.hedges import lead_of
from kg.results.numbers.quantity import Quantity, Shape
from kg.results.numbers.units import PATTERN, unit_of
from kg.results.numbers.words import find_number_words

#: "7.4e-3", "7.4 x 10^-3".
_POWER = r"\d(?:\.\d{1,4})?(?:[eE]-?|\s?x\s?10(?:\^-?|-))\d{1,2}"
_NUMBER = (
    rf"(?:{_POWER}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,7}},\d{{1,2}}(?= ?%)"
    r"|\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})"
)
_JOINT = r"\s?(?:[-=]>|→|⟶|⇒|\\?rightarrow|-{1,2}|~|(?P<stroke>/)|\+/-|±|\\pm|pm(?= )|to|and)\s?"
# Where one may begin; first a sign of it, so that the engine passes over all else.
_BEGINS = re.compile(r"[~≈<>≤≥+\-.\d](?<![\w.,$€£¥⟧\\^_#@].)(?<![\w⟧)][-/:.'].)(?<![A-Za-z] #.)")
_QUANTITY = re.compile(
    r"(?P<sign>(?<=\()\+\s|(?:[~≈<>≤≥]{1,2}\s?)?[+-]?[~≈]?)"
    rf"(?P<one>{_NUMBER})(?P<unit_one>{PATTERN})?"
    rf"(?:(?P<joint>{_JOINT})[~<>]?(?P<sign_two>[+-]?)(?P<two>{_NUMBER})(?P<unit_two>{PATTERN})?"
    rf"(?(stroke)(?P<more>(?:/[+-]?{_NUMBER}(?:{PATTERN})?){{1,5}})?))?"
    r"\+?(?![\w⟦]|[.,:]\d|-\w|-⟦|/\d)"
)
#: One more number of "2.4/2.3/1.1".
_LISTED = re.compile(rf"/[+-]?(?P<value>{_NUMBER})(?P<unit>{PATTERN})?")
#: A count of thousands or more: no measure.
_SCALE = re.compile(r"\s?(?:hundreds?|thousands?|millions?|billions?|trillions?|[KMBT]\b)")
_FACTOR = re.compile(r"\bfactors? of $")
_CURRENCY = re.compile(r"\s?(?:USD|dollars?|euros?|cents?|\$)")
_RANGES = re.compile(r"\b(?:rang|vary|varies|span|anywhere|differ)\w*\b[^;,]{0,25}$")
_CHANGED = re.compile(
    r"\b(?:improv|increas|rais|boost|reduc|decreas|lower|lift|doubl|enhanc|cut|gain|advanc|drop)\w*"
)
_CHANGES = frozenset({"->", "=>", "→", "⟶", "⇒", "rightarrow", "\\rightarrow"})


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a marked sentence, in order.

    >>> [found] = find_quantities("⟦A⟧ is up to 1.2-1.4x faster")
    >>> found.values, found.unit, found.shape
    ((Decimal('1.2'), Decimal('1.4')), 'x', 'range')
    """
    found = [made for match in _written(text) for made in _quantities(text, match)]
    found += find_number_words(text)
    found.sort(key=lambda quantity: quantity.start)
    return found


def _written(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of a marked sentence with their units, in order."""
    done = 0
    for begins in _BEGINS.finditer(text):
        at = begins.start()
        if at >= done and (match := _QUANTITY.match(text, at)):
            done = match.end()
            yield match


def _quantities(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    end = match.end()
    if (
        _is_year(match)
        or _is_version(text, match)
        or _SCALE.match(text, end)
        or _CURRENCY.match(text, end)
        or _enumerates(text, match)
    ):
        return
    shape = _shape(text, match)
    if shape == "apart":
        yield from _apart(text, match)
    elif shape == "pair" and _is_fraction(text, match):
        share = _THREE_DIGITS.divide(_decimal(match["one"]), _decimal(match["two"]))
        lead = lead_of(text, match.start())
        yield Quantity(lead, match.start(), end, (share.normalize(),), "one", "x", "part")
    elif shape != "pair" or not _is_bare_fraction(text, match):
        yield _quantity(text, match, shape)


#: As exact as a fraction is written out.
_THREE_DIGITS = Context(prec=3)


def _is_year(match: re.Match[str]) -> bool:
    """Say whether a number without unit is a year, or a month of one: ``2024.08``."""
    bare = not (match["unit_one"] or match["unit_two"])
    return bare and 1900 <= _decimal(match["one"]) < 2100


def _is_version(text: str, match: re.Match[str]) -> bool:
    """Say whether a number ends a name that nobody knows: "on a Pixel 9", "the CATH 4.2 split"."""
    if not _VERSION.fullmatch(text, match.start(), match.end()):
        return False
    return _NAMED.search(text, max(0, match.start() - 30), match.start()) is not None


_VERSION = re.compile(r"[1-9](?:\.\d)?")
#: No metric: these are called by more than the first letter.
_NAMED = re.compile(r"\b(?:(?:an?|on|of|with) [A-Z][a-z]{2,}|[Tt]he [A-Z][\w-]{2,}) $")


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    if match["unit_one"] or match["unit_two"] or match["more"]:
        return False
    if not _OF.match(text, match.end()):
        return False
    one, two = match["one"], match["two"]
    return one.isdigit() and two.isdigit() and 0 < int(one) < int(two)


def _is_bare_fraction(text: str, match: re.Match[str]) -> bool:
    """Say whether two numbers are one fraction, which nothing follows: "cuts FLOPs to 1/6"."""
    start, two = match.start("one"), match["two"]
    is_fraction = match["one"] == "1" and two.isdigit() and int(two) > 1 and not match["unit_two"]
    return is_fraction and _CUTS.search(text, max(0, start - 40), start) is not None


_CUTS = re.compile(
    r"\b(?:(?:reduc|decreas|lower|cut|shrink|shrunk)[^;,.]{0,25} to"
    r"|(?:us|requir|need)(?:es|ing|s|e))"
    r" (?:(?:only|just|about|nearly|roughly|less than|under|as little as|~) ?)?$"
)


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
    if joint == "/" or match["more"]:
        return "one" if _is_scale(match) else "pair"
    if joint in {"±", "+/-", "pm", "\\pm"}:
        return "one"
    before = text[max(0, match.start() - 40) : match.start()].casefold()
    if joint == "to" and any(
        (_units_differ(match), _ends_at(text, match), _is_between_lists(text, match))
    ):
        return "apart"
    if joint == "and":
        return "range" if before.rstrip().endswith("between") else "apart"
    return "change" if joint == "to" and _is_change(text, match, before) else "range"


def _units_differ(match: re.Match[str]) -> bool:
    """Say whether two numbers have units of their own: "from 8.1 seconds to 348 ms"."""
    one, two = match["unit_one"], match["unit_two"]
    return bool(one and two) and unit_of(one) != unit_of(two)


def _ends_at(text: str, match: re.Match[str]) -> bool:
    """Say whether a gain is told with what it leads to: "by 8.7 points to 61.2"."""
    gains = (
        match["unit_one"] and unit_of(match["unit_one"])[0] == "points" and not match["unit_two"]
    )
    return bool(gains) and text.endswith("by ", 0, lead_of(text, match.start()))


def _is_between_lists(text: str, match: re.Match[str]) -> bool:
    """Say whether "to" stands between two lists: "from 36%, 44%, and 12% to 92%, 88%, and 38%"."""
    start, end = match.span()
    if not _LIST_BEHIND.match(text, end):
        return False
    return _LIST_BEFORE.search(text, max(0, start - 90), start) is not None


_LIST_BEFORE = re.compile(r"\bfrom [^;]{0,60}?(?:\d[\d.]{0,6} ?%?(?:, |,? and )){1,4}(?:and )?$")
_LIST_BEHIND = re.compile(r",? (?:and )?\d[\d.]{0,6} ?%?(?:[,.;]| and )")


def _is_scale(match: re.Match[str]) -> bool:
    """Say whether the second number is the most that the first may be: 7.2/10."""
    one, two = match["one"], match["two"]
    if match["unit_one"] or match["unit_two"] or match["more"] or two not in _SCALES:
        return False
    return "." in one and _decimal(one) < _decimal(two)


_SCALES = frozenset({"5", "5.0", "10", "10.0", "100"})


def _is_change(text: str, match: re.Match[str], before: str) -> bool:
    """Say whether "A to B" tells of a change and not of a range."""
    start = match.start()
    if _FROM.search(before):
        return not _RANGES.search(text, max(0, start - 40), start)
    if _TOLD_BY_EXAMPLE.search(text, max(0, start - 90), start):
        return True
    return _scales_apart(match) or _is_told_in_brackets(text, start)


#: "From an average of 47.3% to 56.3%".
_FROM = re.compile(r"\bfrom(?: an? (?:[a-z]+ )?(?:average|mean|baseline|score) of)?\s*$")
#: "It is boosted: for example, 42.2% to 49.6% and 52.6% to 58.8%".
_TOLD_BY_EXAMPLE = re.compile(
    rf"{_CHANGED.pattern}[^;.\d]{{0,25}}(?:for example|for instance|e\.g\.|i\.e\.),? "
    r"(?:\d[\d.]* ?%? to \d[\d.]* ?%?,? (?:and )?)?$"
)


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
    lead = lead_of(text, match.start())
    is_other = are_of_two_metrics(text, lead, match.end())
    written = match["unit_one"] or (not is_other and match["unit_two"]) or ""
    first_end = match.end("unit_one") if match["unit_one"] else match.end("one")
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


def are_of_two_metrics(text: str, lead: int, end: int) -> bool:
    """Say whether two numbers at [lead, end) have a metric each: "an FID of 0.38 and 78% accuracy".

    Then the unit of the second is not that of the first.
    """
    has_its_own = _OF_METRIC.search(text, max(0, lead - 14), lead)
    return has_its_own is not None and _METRIC_BEHIND.match(text, end) is not None


_OF_METRIC = re.compile(r"⟦o?C⟧ of $")
_METRIC_BEHIND = re.compile(r" ?⟦o?C⟧")


def _quantity(text: str, match: re.Match[str], shape: Shape) -> Quantity:
    values = [_decimal(match["one"])]
    if shape != "one":
        values.append(_decimal(match["two"]))
    if shape == "range":
        values.sort()
    written = match["unit_two"] or match["unit_one"] or ""
    for more in _LISTED.finditer(match["more"] or ""):
        values.append(_decimal(more["value"]))
        written = more["unit"] or written
    lead = lead_of(text, match.start())
    unit, family = unit_of(written or _unit_told(text, lead))
    sign = match["sign"].strip("~≈<>≤≥ ") or match["sign_two"] or ""
    start = match.start("one") - len(match["sign"].lstrip("~≈<>≤≥ "))
    return Quantity(lead, start, match.end(), tuple(values), shape, unit, family, sign)


def _unit_told(text: str, lead: int) -> str:
    """Return the unit that the words before a bare number have: "by a factor of 2.6" is times."""
    return "x" if _FACTOR.search(text, max(0, lead - 12), lead) else ""


def _decimal(written: str) -> Decimal:
    if power := _OF_TEN.search(written):
        exact = Decimal(f"{written[: power.start()]}e{power[1]}")
        return Decimal(format(exact, "f"))
    if re.fullmatch(r"\d+,\d{1,2}", written):
        return Decimal(written.replace(",", "."))
    return Decimal(written.replace(",", ""))


_OF_TEN = re.compile(r"(?:[eE]|\s?x\s?10\^?)(-?\d+)$")
#: What follows a fraction of something: "only 1/200 of the cost".
_OF = re.compile(r" (?:(?:and|or) 1/\d+ )?(?:of|the|as)\b")
