"""Dates as listings print them, and the year of those that print none.

A Hugging Face page prints the year of a date only where it is not the year of the page. So the
page's year comes after the newest printed one, and the first such year in which every date
without a year exists (29 February!) is taken. It is a lower bound, so such dates are marked as
inferred; who knows better says ``year=``. Where the page's own date prints its year, that is the
year of the page. Where nothing prints a year, the year cannot be told and the dates are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kg.errors import quoted
from kg.model import PartialDate

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
#: The number of each month by its name, and by what abbreviates it.
_MONTHS = MappingProxyType(
    {name: number for number, full in enumerate(_NAMES, 1) for name in (full, full[:3])}
    | {"sept": 9}
)
_PRINTED = re.compile(r"([A-Z][a-z]{2,8})\.? ([0-9]{1,2})(?:, ([1-9][0-9]{3}))?")
_TIME = r"(?:[01][0-9]|2[0-4]):?[0-5][0-9](?::?(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?"
_ZONE = r" ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)"
_ISO = re.compile(rf"([0-9]{{4}})(?:-([0-9]{{2}})(?:-([0-9]{{2}})(?:[T ]{_TIME}(?:{_ZONE})?)?)?)?")

#: Leap years lie at most this far apart (1896 and 1904).
_LEAP_GAP = 8


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as a page prints it; `year` is 0 where it prints none."""

    month: int
    day: int
    year: int = 0

    def within(self, year: int) -> PartialDate | None:
        """Return the date, in `year` where it prints none; None where there is no such day.

        >>> PrintedDate(2, 29).within(2024).isoformat(), PrintedDate(2, 29).within(2025)
        ('2024-02-29', None)
        """
        if not _exists(self.year or year, self.month, self.day):
            return None
        return PartialDate(self.year or year, self.month, self.day, year_inferred=not self.year)


def month_of(text: str) -> int:
    """Return the number of the month that is the first word of a text, 0 where none is.

    >>> month_of("Sept. 31"), month_of("March 3"), month_of("Marlin 45")
    (9, 3, 0)
    """
    return _MONTHS.get(text.partition(" ")[0].removesuffix(".").lower(), 0)


def parse_printed(text: str) -> PrintedDate:
    """Read ``Aug 2, 2024`` or ``Aug 2``; raise ValueError for anything else.

    >>> parse_printed("Aug 2, 2024")
    PrintedDate(month=8, day=2, year=2024)
    """
    match = _PRINTED.fullmatch(text)
    month = month_of(match[1]) if match else 0
    if not match or not month:
        raise ValueError(f"{text!r} is no date like 'Aug 2, 2024' or 'Aug 2'")
    printed = PrintedDate(month, int(match[2]), int(match[3] or 0))
    # 2000 is a leap year: a day that does not exist then exists in no year.
    if not printed.within(2000):
        raise ValueError(f"{text!r} is no day of the calendar")
    return printed


def parse_iso(text: str) -> PartialDate:
    """Read ``2024``, ``2024-08`` or ``2024-08-02``, with or without a time; the day is as written.

    >>> parse_iso("2025-02-25 16:59:11+00:00").isoformat(), parse_iso("2024-08").precision
    ('2025-02-25', 'month')
    """
    match = _ISO.fullmatch(text)
    year, month, day = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    padded = (year, month or 1, day or 1)
    if not match or "00" in match.groups() or not _exists(*padded):
        raise ValueError(f"{quoted(text)} is no date like '2024-08-02', '2024-08' or '2024'")
    return PartialDate(year, month, day)


def page_year(papers: Sequence[PrintedDate], listing: PrintedDate | None) -> int:
    """Return the year of a page from the dates it prints, 0 where they do not tell it.

    >>> page_year([PrintedDate(8, 2, 2024), PrintedDate(5, 27)], PrintedDate(12, 11))
    2025
    """
    newest = max((printed.year for printed in papers), default=0)
    if listing and listing.year >= max(newest, 1):
        return listing.year
    if not newest:
        return 0
    bare = [printed for printed in (*papers, listing) if printed and not printed.year]
    years = range(newest + 1, newest + 1 + _LEAP_GAP)
    return next((year for year in years if all(printed.within(year) for printed in bare)), 0)


def listing_date(
    printed: PrintedDate, year: int, papers: Sequence[PartialDate]
) -> PartialDate | None:
    """Return the date of a page of that year, which is not earlier than its papers.

    A page of early January may still print December without a year: it is then of the next one.
    """
    found = printed.within(year)
    if not found or printed.year:
        return found
    days = [(paper.year, paper.month, paper.day) for paper in papers]
    early = (found.year, found.month, found.day) < max(days, default=(0, 0, 0))
    return printed.within(year + 1) if early else found


def _exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
