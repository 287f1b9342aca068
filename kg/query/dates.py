"""Dates as people write them in a question."""

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        _YEAR,
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
    )
)


#: Times that need the day on which they are said, and months without their year.
_NO_YEAR = re.compile(
    r"\b(?:(?:since|after|before|until|in|from|during|within|over|of) )?(?:the )?(?:yesterday|today"
    r"|(?:last|past|this|previous) (?:(?:few|couple of|\d+) )?(?:day|week|month|quarter|year)s?)$"
    r"|\b(?:since|after|before|until|in|from|during) (?:the )?"
    rf"(?:{_DAY} )?{_MONTH}(?: \d{{1,2}})?$",
    re.IGNORECASE,
)


def without_year(text: str) -> str:
    """Return the time at the end of a text that says no year, or ''.

    >>> without_year("papers on LoRA since july?"), without_year("papers of last month")
    ('since july', 'of last month')
    >>> without_year("papers since July 2024"), without_year("papers on May")
    ('', '')
    """
    found = _NO_YEAR.search(" ".join(text.split()).rstrip(" ?!."))
    return found[0] if found else ""


def odd_date(text: str) -> str:
    """Return a date in figures that the calendar does not have, or ''.

    >>> odd_date("papers since 2026-02-30"), odd_date("papers since 2026-02-28")
    ('2026-02-30', '')
    """
    dates = _IN_FIGURES.findall(text)
    return next((found for found in dates if not read_date(found)), "")


_IN_FIGURES = re.compile(r"(?<![\w.-])\d{4}-\d{1,2}(?:-\d{1,2})?(?![\w-]|\.\d)")


def read_date(text: str) -> str:
    """Return the known part of a date in ISO form, or '' for what is none.

    >>> read_date("2 August 2024"), read_date("Aug 2024"), read_date("2024"), read_date("LoRA")
    ('2024-08-02', '2024-08', '2024', '')
    >>> read_date("4090")
    ''
    """
    bare = re.sub(r"^(?:the )?(?:day|month|year)? ?(?:of )?", "", text.strip(), flags=re.I)
    for shape in _SHAPES:
        if found := shape.fullmatch(bare):
            return _written(found.groupdict())
    return ""


def _written(parts: dict[str, str | None]) -> str:
    """Write a date's known parts; '' where the calendar has no such day."""
    year, day = int(parts["year"] or 0), int(parts.get("day") or 1)
    month = _month_number(parts.get("month") or "1")
    try:
        known = date(year, month, day).isoformat().split("-")
    except ValueError:
        return ""
    return "-".join(known[: 1 + bool(parts.get("month")) + bool(parts.get("day"))])


def _month_number(month: str) -> int:
    if month.isdigit():
        return int(month)
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()[:3]))
