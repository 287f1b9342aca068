"""Words that only hedge a number: "up to", "more than", "an average of"."""

import re

from kg.sieve import small_once

# Of texts in small letters.
_HEDGES = re.compile(
    r"(?:\b(?:up to|upto|leq|geq|as (?:much|high|low|little|many|few|large|small) as|to within"
    r"|(?:no |not )?(?:more|less|fewer|higher|lower|greater|better) than|over|nearly|almost|about"
    r"|around|above|approximately|approx\.?|roughly|only|merely|just|at (?:least|most|best)|even"
    r"|some|close to"
    r"|an? (?:new |further |strong )?(?:average|mean|median|total|maximum|max|minimum|record|best"
    r"|peak|absolute|relative|additional|overall) of"
    r"|an?|the|another|average|mean|median|relative|absolute|maximum|max|total|overall|additional"
    r"|further|final|impressive|remarkable|notable|significant|substantial|consistent|mere|new"
    r"|state-of-the-art|sota|whopping|staggering|record|peak|perfect|respective|further|extra"
    r"|first|full|striking|strong|competitive|estimated|modest|exceeding|approaching)\s+){1,5}$"
)


# With what hedging words end: to look a word up is much faster than to match them all.
_LAST = frozenset(
    "to upto leq geq as within than over nearly almost about around above approximately approx"
    " roughly only merely just least most best even some of a an the another average mean median"
    " relative absolute maximum max total overall additional further final impressive remarkable"
    " notable significant substantial consistent mere new sota whopping staggering record peak"
    " perfect respective extra first full striking strong competitive estimated modest exceeding"
    " approaching".split()
)


#: How lists on the web mark what stands out: "by **11.9%**".
_BOLD = "**"


def lead_of(text: str, start: int) -> int:
    """Return where the hedging words before a number begin."""
    if text.endswith(_BOLD, 0, start):
        return lead_of(text, start - len(_BOLD))
    first = max(0, start - 60)
    before = text[first:start]
    words = before.rsplit(None, 1)
    if not words or before[-1:].strip():
        return start
    if (
        words[-1].isascii()
        and words[-1].strip().isalpha()
        and words[-1].strip().lower() not in _LAST
    ):
        return start
    hedges = _HEDGES.search(small_once(text), first, start)
    return hedges.start() if hedges else start
