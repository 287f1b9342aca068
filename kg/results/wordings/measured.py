"""A number that measures something: the wording that says so, and which way it went."""

from dataclasses import dataclass

from kg.frozen import fast
from kg.results.numbers.quantity import Quantity
from kg.results.wordings.wording import Turn, Wording


@fast
@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity that measures something. `against` marks the value of what it is set against."""

    quantity: Quantity
    wording: Wording
    turn: Turn = ""
    against: bool = False
    listed: bool = False

    @property
    def kind(self) -> str:
        """Whether it is a value, a gain or a loss, or so many times as much."""
        return self.wording.kind
