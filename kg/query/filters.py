"""What a question asks for besides its form: a time anywhere, and a bound on values at its end.

papers that use LoRA | since 2024          results on GSM8K | above 80
which papers | since 2024 | use LoRA
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, TypeVar

from kg.errors import SettingError, quoted
from kg.model import iso_date
from kg.query.dates import read_date

if TYPE_CHECKING:
    from kg.model import PartialDate

#: A date as text, or a number.
Bound = TypeVar("Bound", str, Decimal)

_COMPARE = {">=": ge, ">": gt, "<=": le, "<": lt, "=": eq}

#: How a time is worded, with what it asks of a date.
_TIMES: Mapping[str, str] = {
    "since": ">=", "starting": ">=", "starting from": ">=", "starting in": ">=", "not before": ">=",
    "after": ">", "later than": ">", "newer than": ">",
    "before": "<", "earlier than": "<", "older than": "<", "prior to": "<",
    "until": "<=", "till": "<=", "up to": "<=", "through": "<=",
    "in": "=", "during": "=", "of": "=", "on": "=", "within": "=", "from": "=",
}  # fmt: skip
#: How a bound is worded.
_BOUNDS: Mapping[str, str] = {
    "above": ">", "over": ">", "more than": ">", "greater than": ">", "higher than": ">", ">": ">",
    "at least": ">=", "of at least": ">=", "from": ">=", "≥": ">=", ">=": ">=",
    "below": "<", "under": "<", "less than": "<", "lower than": "<", "fewer than": "<", "<": "<",
    "at most": "<=", "of at most": "<=", "up to": "<=", "≤": "<=", "<=": "<=",
}  # fmt: skip
#: How an answer names its bounds.
_OF_TIMES = {">=": "since", ">": "after", "<": "before", "<=": "until", "=": "in"}
_OF_VALUES = {">=": "at least", ">": "above", "<": "below", "<=": "at most", "=": "equal to"}
#: What may stand between a question and its time.
_LEADS = frozenset("published written dated released appearing appeared out".split())
_AUXILIARIES = frozenset("that which were was are is been have has".split())
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?%?")
#: How many words the longest date has.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Filters:
    """Bounds on the dates of papers and on values: each an operator and what stands beside it."""

    dates: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, Decimal], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dates or self.values)

    def dated(self, date: "PartialDate | None") -> bool:
        """Tell whether a date lies within the bounds, as far as both are known.

        >>> from kg.model import PartialDate
        >>> since = Filters(dates=((">=", "2024-07-15"),))
        >>> since.dated(PartialDate(2024, 7)), since.dated(PartialDate(2023)), since.dated(None)
        (True, False, False)
        """
        if not self.dates:
            return True
        known = iso_date(date)
        return bool(known) and all(_holds(known, *bound) for bound in self.dates)

    def valued(self, numbers: Sequence[Decimal]) -> bool:
        """Tell whether a value, or both ends of a range, lie within the bounds."""
        return all(
            _COMPARE[operator](number, bound)
            for operator, bound in self.values
            for number in numbers
        )

    def told(self) -> dict[str, str]:
        """Return the bounds as parameters of an answer."""
        dates = [(_OF_TIMES[operator], date) for operator, date in self.dates]
        values = [(_OF_VALUES[operator], str(number)) for operator, number in self.values]
        told: dict[str, str] = {}
        for name, bound in (*dates, *values):
            told[name] = f"{told[name]} and {bound}" if name in told else bound
        return told


def _holds(known: str, operator: str, bound: str) -> bool:
    length = min(len(known), len(bound))
    return bool(_COMPARE[operator](known[:length], bound[:length]))


#: The filters of a question that has none.
NO_FILTERS = Filters()


def since(earliest: str) -> Filters:
    """Return the filter that leaves what is not before a date; of '' all.

    SettingError for what is no date.
    """
    date = read_date(earliest)
    if earliest and not date:
        raise SettingError(
            "earliest", f"{quoted(earliest)} is no date; give one as 2024, 2024-08 or 2024-08-01"
        )
    return Filters(dates=((">=", date),)) if date else NO_FILTERS


def split(question: str) -> tuple[str, Filters]:
    """Cut times and bounds off the end of a question.

    >>> split("papers on LoRA published since Aug 2024?")
    ('papers on LoRA', Filters(dates=(('>=', '2024-08'),), values=()))
    >>> split("results on GSM8K above 80")[1].values
    (('>', Decimal('80')),)
    """
    words = question.rstrip(" ?!.").split()
    dates: list[tuple[str, str]] = []
    values: list[tuple[str, Decimal]] = []
    while True:
        if found := _time(words):
            words, bounds = found
            dates += bounds
        elif bound := _bound(words):
            words, value = bound
            values.append(value)
        else:
            filters = Filters(_strictest(dates, _implies_date), _strictest(values, _implies_value))
            return " ".join(words), filters


def _strictest(
    bounds: Iterable[tuple[str, Bound]], implies: Callable[[str, Bound, Bound], bool]
) -> tuple[tuple[str, Bound], ...]:
    """Return the bounds, sorted, without those that another one of the operator implies."""
    by_operator: dict[str, set[Bound]] = defaultdict(set)
    for operator, bound in bounds:
        by_operator[operator].add(bound)
    return tuple(
        (operator, bound)
        for operator, several in sorted(by_operator.items())
        for bound in sorted(several)
        if not any(implies(operator, other, bound) for other in several - {bound})
    )


def _implies_value(operator: str, one: Decimal, other: Decimal) -> bool:
    return bool(_COMPARE[operator[0]](one, other))


def _implies_date(operator: str, one: str, other: str) -> bool:
    """Tell whether a date leaves nothing that the other does not.

    >>> _implies_date(">", "2024", "2024-05"), _implies_date("=", "2024-05", "2024")
    (True, True)
    """
    if operator == "=":
        return one.startswith(other)
    if operator in (">", "<="):  # what counts is the last day: "~" stands behind all months
        one, other = f"{one}~", f"{other}~"
    return bool(_COMPARE[operator[0]](one, other))


def split_within(question: str) -> tuple[str, Filters]:
    """Cut the last time out of a question that goes on after it.

    >>> split_within("which papers published since 2024 use LoRA?")
    ('which papers use LoRA', Filters(dates=(('>=', '2024'),), values=()))
    >>> split_within("Since 2024, which papers use LoRA?")[0]
    'which papers use LoRA'
    """
    words = question.rstrip(" ?!.").split()
    for end in range(len(words) - 1, 1, -1):
        last = words[end - 1].removesuffix(",")
        if last == "on":  # "papers of 2024 on LoRA": within a question it leads to what follows
            continue
        if found := _time([*words[: end - 1], last]):
            before, dates = found
            return " ".join([*before, *words[end:]]), Filters(dates=tuple(sorted(dates)))
    return question, NO_FILTERS


def _time(words: list[str]) -> tuple[list[str], list[tuple[str, str]]] | None:
    """Return what stands before a time at the end, and its bounds; None where there is none."""
    open_ended = _ends(words, "on", "onwards", "onward")
    for rest, date in _dates(words[:-1] if open_ended else words):
        for earlier, first in _dates(rest[:-1]) if _ends(rest, "and", "to") else ():
            if _ends(earlier, "between", "from"):
                first, last = sorted((first, date))
                return _without_lead(earlier[:-1]), [(">=", first), ("<=", last)]
        if found := _worded(rest, _TIMES):
            length, operator = found
            return _without_lead(rest[:-length]), [(">=" if open_ended else operator, date)]
    return None


def _dates(words: list[str]) -> Iterator[tuple[list[str], str]]:
    """Yield each date that stands at the end, the longest first, and what stands before it."""
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        if date := read_date(" ".join(words[-length:])):
            yield words[:-length], date


def _ends(words: list[str], *wanted: str) -> bool:
    return bool(words) and words[-1].casefold() in wanted


def _worded(words: list[str], wordings: Mapping[str, str]) -> tuple[int, str] | None:
    """Return how many words at the end are a wording, the most first, and what it asks."""
    for length in (3, 2, 1):
        phrase = " ".join(words[-length:]).casefold()
        if len(words) >= length and phrase in wordings:
            return length, wordings[phrase]
    return None


def _without_lead(words: list[str]) -> list[str]:
    if not _ends(words, *_LEADS):
        return words
    kept = words[:-1]
    while _ends(kept, *_AUXILIARIES):
        kept = kept[:-1]
    return kept


def _bound(words: list[str]) -> tuple[list[str], tuple[str, Decimal]] | None:
    """Return what stands before a bound at the end, and the bound; None where there is none."""
    if len(words) < 2 or not _NUMBER.fullmatch(words[-1]):
        return None
    found = _worded(words[:-1], _BOUNDS)
    if not found:
        return None
    length, operator = found
    return words[: -1 - length], (operator, Decimal(words[-1].rstrip("%")))
