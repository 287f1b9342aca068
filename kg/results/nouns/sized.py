"""Models that a text names again by their size alone: "30% fewer tokens for the 32B model"."""

import re
from collections.abc import Iterator, Sequence

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.text import Reading

RECOGNISER = "pattern"
_SCORE = 0.7

_SIZE = re.compile(
    r"\b(?:(?:[Tt]he|[Oo]ur) (?P<named>\d{1,3}(?:\.\d{1,2})?B) (?:models?|variant|version|student"
    r"|backbone)\b|at (?P<bare>\d{1,3}(?:\.\d{1,2})?B)(?= and\b|[,.;)]))"
)


def sized_models(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the sizes in a text that stand for the one model of that size that it names."""
    if not any(item.name.size for item in found):
        return
    taken = Spans.of(found)
    for match in _SIZE.finditer(reading.text):
        start, end = match.span("named" if match["named"] else "bare")
        size = reading.text[start:end]
        models = {item.name.reference: item.name for item in found if _is_of(item, size)}
        if len(models) == 1 and not taken.overlaps(start, end):
            yield Found(start, end, models.popitem()[1], RECOGNISER, _SCORE)


def _is_of(item: Found, size: str) -> bool:
    return item.name.type == "Model" and item.name.size == size
