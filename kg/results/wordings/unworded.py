"""What a number is that no wording tells: a value, a gain or nothing, by the words near it.

The table holds a feature a line, with what it adds to the odds of a value and of a gain. It is made
by ``training/results_unworded.py`` from annotated papers (a multinomial logistic regression).
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.results.numbers.quantity import Quantity
from kg.results.wordings.near_words import EDGE, words
from kg.results.wordings.wording import Wording

#: From which probability on a number is a result.
THRESHOLD = 0.65
_VALUE = Wording(
    name="weighed-value",
    kind="absolute",
    confidence=THRESHOLD,
    families=frozenset(),
    holds=("Open models are far behind (38.5 and [49.6] on the test set).",),
)
_GAIN = Wording(
    name="weighed-gain",
    kind="delta",
    confidence=THRESHOLD,
    families=frozenset(),
    turn="better",
    holds=("One loop adds about [17 points] on average.",),
)
#: How many characters and words before and behind a number are looked at.
_BEFORE, _BEHIND = (70, 6), (50, 5)


def weighed(text: str, quantity: Quantity, *, is_alone: bool) -> Wording | None:
    """Return what a number of a marked sentence is most likely, with its probability; or None.

    `is_alone` says whether no other number of the sentence measures anything. A bare whole number
    is hardly ever a result, and is not weighed.
    """
    if not is_weighed(quantity) or _is_version(text, quantity):
        return None
    value = gain = 0.0
    weights = _weights()
    for feature in features(text, quantity, is_alone=is_alone):
        if pair := weights.get(feature):
            value += pair[0]
            gain += pair[1]
    odds = math.exp(min(value, 50.0)) + math.exp(min(gain, 50.0))
    probability = odds / (1 + odds)
    if probability < THRESHOLD:
        return None
    return replace(_GAIN if gain > value else _VALUE, confidence=round(probability, 2))


def is_weighed(quantity: Quantity) -> bool:
    """Say whether a number may be a result without words that tell so."""
    return bool(quantity.unit) or not quantity.is_whole


def _is_version(text: str, quantity: Quantity) -> bool:
    """Say whether a number is the version of what is named before it: "than Gemini 1.0"."""
    if not _VERSION.fullmatch(text, quantity.start, quantity.end):
        return False
    return _NAME.search(text, max(0, quantity.start - 20), quantity.start) is not None


_VERSION = re.compile(r"[1-9]\.\d")
_NAME = re.compile(r"(?:⟦o?[MAD]⟧|\b[A-Z][a-z]*[A-Z]?\w*) $")


def features(text: str, quantity: Quantity, *, is_alone: bool) -> Iterator[str]:
    """Yield what is weighed of a number: how it is written, and the words before and behind it."""
    before = [EDGE, EDGE, *words(text, quantity.lead - _BEFORE[0], quantity.lead)]
    before = before[-_BEFORE[1] :]
    behind = [*words(text, quantity.end, quantity.end + _BEHIND[0]), EDGE, EDGE]
    behind = behind[: _BEHIND[1]]
    form = f"unit {quantity.unit}" if quantity.unit else "decimal"
    last, first = before[-1], behind[0]
    company = "alone" if is_alone else "with others"
    yield from ("always", form, f"shape {quantity.shape}", f"sign {quantity.sign}")
    yield from (company, f"{form}, {company}", f"size {_size(quantity)}")
    yield from (f"before {last}", f"before {before[-2]} {last}", f"{form}, before {last}")
    yield from (f"behind {first}", f"behind {first} {behind[1]}", f"{form}, behind {first}")
    yield from (f"near before {word}" for word in dict.fromkeys(before))
    yield from (f"near behind {word}" for word in dict.fromkeys(behind))
    if quantity.lead < quantity.start:
        yield "hedged"
    yield from (f"names {letter}" for letter in "CD" if f"{letter}⟧" in text)


def _size(quantity: Quantity) -> str:
    value = abs(quantity.values[0])
    return next((f"below {top}" for top in (1, 10, 100) if value <= top), "above 100")


@cache
def _weights() -> Mapping[str, tuple[float, float]]:
    text = files("kg.results.wordings").joinpath("unworded.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return MappingProxyType({name: (float(value), float(gain)) for name, value, gain in rows})
