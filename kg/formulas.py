"""What keeps the cells of CSV and TSV from being formulas of a spreadsheet."""

import re

#: A text that begins so may be run, or is taken for one that was guarded; it gets an apostrophe.
_FORMULA = re.compile("'*[=+\\-@\t\r]")


def harmless(text: str) -> str:
    """Return a text that a spreadsheet shows and does not run; no two texts become one.

    >>> harmless("=1+1"), harmless("'=1"), harmless("LoRA"), harmless("'quoted'")
    ("'=1+1", "''=1", 'LoRA', "'quoted'")
    """
    return f"'{text}" if _FORMULA.match(text) else text
