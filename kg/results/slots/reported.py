"""A result as its quantity is read, before its evidence."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kg.frozen import fast
from kg.results.slots.metric import Direction
from kg.results.slots.subject import Owner

Kind = Literal["absolute", "delta", "ratio"]


@fast
@dataclass(frozen=True, slots=True)
class Reported:
    """A result before its evidence: local references, and [start, end) in the marked sentence.

    `place` tells which of a pair of values it is.
    """

    values: tuple[Decimal, ...]
    start: int
    end: int
    rule: str
    confidence: float
    method: str = ""
    model: str = ""
    data: str = ""
    task: str = ""
    metric: str = ""
    unit: str = ""
    kind: Kind = "absolute"
    direction: Direction = ""
    baseline: str = ""
    split: str = ""
    setting: str = ""
    role: Owner = "own"
    place: int = 0
