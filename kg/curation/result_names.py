"""How a curator names a result: its value as it is shown, and all that it is of.

    72.86% method/pissa benchmark/gsm8k

That outlives what an id, a hash of all that is reported, does not: names that are merged or given
another type, and a rule that reads the same number in another sentence.
"""

import re
from typing import TYPE_CHECKING

from kg.ids import NAMESPACES
from kg.model import SLOTS, value_text

if TYPE_CHECKING:
    from kg.model import Result

#: A value, folded, and ids of what it is of.
ResultName = tuple[str, frozenset[str]]

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
#: A number or a range, and a unit, which is one word.
_VALUE = re.compile(rf"{_NUMBER}(?:[–-]{_NUMBER})?(?: ?[^\s\d]\S*)?")
_THINGS = "|".join(
    NAMESPACES[name]
    for name in (
        "Method", "Model", "ModelFamily", "Dataset", "Benchmark", "Task", "Metric", "Hardware",
        "Paper",
    )
)  # fmt: skip
_THING = re.compile(rf"(?:{_THINGS})/[A-Za-z0-9._-]+")


def result_name(result: "Result") -> str:
    """Write the name of a result, as a line of the file has it behind its paper.

    >>> from kg.model import Result
    >>> from decimal import Decimal
    >>> result_name(Result("paper/1", (Decimal("1.5"),), "1.5", (), "method/a", metric="metric/b"))
    '1.5 method/a metric/b'
    """
    things = filter(None, (getattr(result, slot) for slot in SLOTS))
    return " ".join((value_text(result), *dict.fromkeys(things)))


def read_name(text: str) -> ResultName:
    """Return the value and the things that a name has.

    >>> read_name("17.9 points benchmark/gsm8k") == ("17.9points", frozenset({"benchmark/gsm8k"}))
    True
    """
    value, things = _parts(text)
    return folded(value), frozenset(things)


def _parts(text: str) -> tuple[str, list[str]]:
    words = text.split()
    first = next((n for n, word in enumerate(words) if _THING.fullmatch(word)), len(words))
    return " ".join(words[:first]), words[first:]


def folded(value: str) -> str:
    """Write a value so that blanks and the stroke of a range do not tell two apart.

    >>> folded("1.2–1.4 x") == folded("1.2-1.4x")
    True
    """
    return "".join(value.split()).replace("–", "-").casefold()


def wrong_result(text: str) -> str:
    """Return what is wrong with the name of a result, or ''."""
    value, things = _parts(text)
    if _VALUE.fullmatch(value) and all(map(_THING.fullmatch, things)):
        return ""
    return (
        "names no result; write the value and the ids of all that it is of, as `kg explain` does:"
        " 72.86% method/pissa benchmark/gsm8k"
    )
