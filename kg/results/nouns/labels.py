"""How what a number measures is called, by the words that tell of it.

"1.6x more accurate" is one of accuracy, "30% shorter traces" one of trace length.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.mentions.terms.measure_phrases import phrase_start
from kg.results.nouns.patterns import BY_FORM

#: What is told to be faster and is no measure of its own: "faster inference" is inference speed.
_SPEED = re.compile(
    r"(?P<is_measure>(?:.+ )?(?:speed|time|latency|throughput))s?"
    r"|(?!performance$|rate$|process$)(?P<what>.+?)(?: (?:process|rate))?"
)
#: "30% shorter reasoning traces": of their length.
_LENGTH = re.compile(r"(?<!s)s?$|$|s?(?: length| time)$")
_ONE = re.compile(r"s$")
_BITS_OF = re.compile(r"(?:bits?(?:/|\sper\s)|bp|BP)([bcdBCD])\w*")
_OF = MappingProxyType({"b": "byte", "c": "character", "d": "dimension"})
#: "1.6x more accurate" is one of accuracy.
_NOUNS = MappingProxyType(
    {
        "accurate": "accuracy",
        "efficient": "efficiency",
        "concise": "conciseness",
        "diverse": "diversity",
        "robust": "robustness",
        "stable": "stability",
    }
)
#: What texts shorten: "a 24% real-world success".
_SHORT = MappingProxyType(
    {
        "success": "success rate",
        "token": "tokens",
        "memory": "memory consumption",
        "acceleration": "speedup",
    }
)
#: "a 60% compilation-time reduction" is one of compilation time.
_COMPOUND = re.compile(r"-(time|cost|memory|token)$")
_PLURAL = re.compile(r"(rate|score|error|cost)s$")
#: A name of several words: "Generalized Energy Distance".
_IN_CAPITALS = re.compile(r"[A-Z][a-z-]+ ")


def called(group: str, written: str) -> tuple[str, bool]:
    """Return what is measured by its words, and whether that is a proper name.

    The group is that of the pattern in `kg.results.nouns.patterns` that matched them.

    >>> called("long", "reasoning traces"), called("noun", "CapScore")
    (('reasoning trace length', False), ('CapScore', True))
    """
    if tells := _TELLING.get(group):
        return tells(written), False
    if bits := _BITS_OF.fullmatch(written):
        return f"bits per {_OF[bits[1].lower()]}", False
    if BY_FORM.fullmatch(written):
        return _ONE.sub("", written), True
    label = _PLURAL.sub(r"\1", _COMPOUND.sub(r" \1", written))
    if _IN_CAPITALS.match(written):
        return label, True
    if label.endswith(" success"):
        start = phrase_start(f" {label}", len(label) - len("success") + 1, 2) - 1
        label = f"{label[start:]} rate"
    return _SHORT.get(label.split()[-1], label), False


def _speed(written: str) -> str:
    sped = _SPEED.fullmatch(written)
    return (sped["is_measure"] or f"{sped['what']} speed") if sped else "speed"


def _length(written: str) -> str:
    return _LENGTH.sub(" length", written, count=1)


def _count(written: str) -> str:
    return _SHORT.get(written, written)


def _degree(written: str) -> str:
    kind, _, adjective = written.rpartition("-")
    return f"{kind} {_NOUNS[adjective]}".strip()


#: What the groups of patterns tell that hold no name of a measure.
_TELLING: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"sped": _speed, "long": _length, "fewer": _count, "degree": _degree}
)
