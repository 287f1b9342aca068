"""The names of people: what stands behind them and is no part of them."""

import re

#: What tells a son from his father.
SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_BEHIND = re.compile(rf"(?:,\s*|\s)(?:{SUFFIX.pattern})\s*(?=,|$)")


def without_suffix(name: str) -> str:
    """Return a name without its suffix, wherever that stands.

    >>> without_suffix("Bo Ek, Jr."), without_suffix("Ek III, Bo"), without_suffix("Bo Ek")
    ('Bo Ek', 'Ek, Bo', 'Bo Ek')
    """
    return _BEHIND.sub("", name)
