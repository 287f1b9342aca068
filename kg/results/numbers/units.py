"""Units: how texts spell them, how they are written here, and what they measure."""

import re
from types import MappingProxyType

#: The unit as results have it, the family of what it measures, and its spellings.
_UNITS: tuple[tuple[str, str, str], ...] = (
    ("%", "share", "% percent"),
    ("points", "share", "points point pts pp p.p. ppt"),
    ("x", "times", "x X × fold"),
    ("ms", "time", "ms msec milliseconds millisecond"),
    ("μs", "time", "μs us microseconds"),
    ("s", "time", "s sec secs seconds second"),
    ("minutes", "time", "minutes minute min mins"),
    ("hours", "time", "hours hour hrs h"),
    ("s/frame", "speed", "s/frame"),
    ("ms/frame", "speed", "ms/frame"),
    ("FPS", "speed", "FPS fps"),
    ("tokens/s", "speed", "tokens/s tokens/sec tok/s tokens/second"),
    ("Hz", "speed", "Hz"),
    ("GB", "memory", "GB GiB"),
    ("MB", "memory", "MB MiB"),
    ("KB", "memory", "KB KiB kB"),
    ("GFLOPs", "compute", "GFLOPs GFLOPS"),
    ("GMACs", "compute", "GMACs"),
    ("TFLOPS", "compute", "TFLOPs TFLOPS"),
    ("dB", "level", "dB"),
    ("mm", "length", "mm"),
    ("cm", "length", "cm"),
    ("m", "length", "m"),
    ("km", "length", "km"),
    ("px", "length", "px pixels pixel"),
    ("°", "length", "° degrees degree"),
    ("W", "power", "W"),
    ("mW", "power", "mW"),
    ("J", "power", "J"),
    ("mJ", "power", "mJ"),
    ("kWh", "power", "kWh"),
)

#: Families of quantities, as wordings name them; ``plain`` are those without a unit.
SHARE = frozenset({"share"})
PLAIN = frozenset({"plain"})
TIMES = frozenset({"times"})
TIME = frozenset({"time"})
PHYSICAL = frozenset({"time", "speed", "memory", "compute", "level", "length", "power"})
MEASURED = SHARE | PLAIN | PHYSICAL

_BY_SPELLING = MappingProxyType(
    {spelling: (unit, family) for unit, family, all_ in _UNITS for spelling in all_.split()}
)
_LONGEST_FIRST = sorted((s for s in _BY_SPELLING if s not in {"%", "°"}), key=len, reverse=True)
_WORDS = "|".join(map(re.escape, _LONGEST_FIRST))

#: What follows "three times" where it compares, and does not count.
TIMES_AS_MUCH = (
    r" (?:as|faster|slower|more|less|fewer|higher|lower|smaller|larger|bigger|greater|better"
    r"|compared|relative|with respect|end-to-end"
    r"|cheaper|quicker|the|that|speed-?ups?|acceleration|reduction|increase|improvement|shorter"
    r"|longer|throughput|memory|efficien\w+)\b| (?:⟦\w+⟧|[A-Z][\w-]*)'s| (?:[a-z-]+ ){0,2}⟦o?C⟧"
)
#: "1.8 times" can be no count; "2 times 2" is a product.
_TIMES = rf"[ -]?[Tt]imes(?! ?\d)(?:(?={TIMES_AS_MUCH})|(?<=\.\d[ -]times)|(?<=\.\d\d[ -]times))"

#: A unit behind a number, with what separates them.
PATTERN = (
    r"(?:[ ]?%(?:p\b|[ -](?:absolute )?(?:points?|pp)\b)?|[ ]?°"
    r"|[ -]?(?:percentage|percent|per cent|%)[ -](?:points?|pp)\b(?: \((?:pp|p\.p\.)\))?"
    r"|[ ]?(?:frames per second|tokens per second)\b"
    rf"|[ -]?(?:per cent|{_WORDS})(?!\w|/(?!\d)|-[A-Za-z]|\.\w| ?\d| cross)"
    rf"|{_TIMES})"
)
_POINTS = re.compile(r"points?$|pp$")


def unit_of(written: str) -> tuple[str, str]:
    """Return the unit that a spelling stands for, and the family of what it measures.

    >>> unit_of(" percentage points"), unit_of("-fold"), unit_of("")
    (('points', 'share'), ('x', 'times'), ('', 'plain'))
    """
    bare = written.partition(" (")[0].strip(" -")
    if not bare:
        return "", "plain"
    if bare in _BY_SPELLING:
        return _BY_SPELLING[bare]
    if bare.casefold() == "times":
        return "x", "times"
    if _POINTS.search(bare):
        return "points", "share"
    if bare.endswith("per second"):
        return ("FPS" if bare.startswith("frames") else "tokens/s"), "speed"
    return "%", "share"
