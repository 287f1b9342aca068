"""What a quantity is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kg.frozen import fast

#: ``one`` number, a ``range``, a ``pair`` (``7.8/5.3``, and longer) or a ``change`` (``69 -> 81``).
Shape = Literal["one", "range", "pair", "change"]


@fast
@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that stands at [start, end) of a marked sentence.

    `lead` is where the words begin that only hedge it ("up to", "an average of"). `family` is what
    its unit measures (see `kg.results.numbers.units`), ``plain`` where it has none. `sign` is that
    of the first number where one is written.
    """

    lead: int
    start: int
    end: int
    values: tuple[Decimal, ...]
    shape: Shape = "one"
    unit: str = ""
    family: str = "plain"
    sign: str = ""

    @property
    def is_whole(self) -> bool:
        """Say whether its numbers are written without decimals."""
        return all(int(value.as_tuple().exponent) >= 0 for value in self.values)
