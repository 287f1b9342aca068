"""What pages of either layout may say above their first entry."""

import re
from collections.abc import Iterable

_SUMMARY_BY = re.compile(r"summary by (\S.*)", re.IGNORECASE)


def summary_by(lines: Iterable[str]) -> str:
    """Return who wrote the abstracts of a page, from its line ``summary by NAME``, else ''.

    >>> summary_by(["Daily Papers", "Summary by kg"])
    'kg'
    """
    for line in lines:
        if match := _SUMMARY_BY.fullmatch(line.strip()):
            return match[1]
    return ""
