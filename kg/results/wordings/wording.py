"""What a wording is: data, with its own examples, that says what a quantity means.

`before` and `after` are patterns over the marked sentence that must end at the quantity, hedging
words left out, and begin where it ends. ``{C}`` stands for a mark of a Metric, ``{D}`` of a Dataset
or Benchmark, ``{N}`` of any name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kg.results.numbers.quantity import Quantity
from kg.sieve import Sieve, small_once, small_pattern, whole_words

#: Which way a wording says that the value went. ``better`` and ``worse`` depend on the metric.
Turn = Literal["higher", "lower", "better", "worse", ""]

#: How far before and behind a quantity a wording looks.
_REACH = 110
_MARKS = {
    "{C}": r"⟦o?C⟧",
    "{D}": r"⟦o?D⟧",
    "{N}": r"⟦o?[A-Z]⟧",
}


@dataclass(frozen=True, eq=False)
class Wording:
    """One way in which the words around a quantity say what it is.

    `kind` is that of the result, or ``none`` where the quantity is no result at all. `families`
    limits it to quantities that measure these (see `kg.results.numbers.units`), `whole` to numbers
    without (True) or with (False) decimals. In `holds` and `fails` the text has the quantity in
    square brackets: "We improve F1 by [3%]."
    """

    name: str
    kind: Literal["absolute", "delta", "ratio", "none"]
    confidence: float
    families: frozenset[str]
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    turn: Turn = ""
    signs: frozenset[str] = frozenset()
    shapes: frozenset[str] = frozenset()
    whole: bool | None = None
    reach: int = _REACH

    def matches(self, text: str, quantity: Quantity) -> bool:
        """Say whether the words around a quantity of its family are these.

        The text must be in small letters.
        """
        if self.signs and quantity.sign not in self.signs:
            return False
        if self.shapes and quantity.shape not in self.shapes:
            return False
        if self.whole is not None and quantity.is_whole != self.whole:
            return False
        if self._after is not None and not self._after.match(
            text, quantity.end, quantity.end + _REACH
        ):
            return False
        if not self.before:
            return True
        first = max(0, quantity.lead - self.reach)
        return self.words_before.search(text, first, quantity.lead) is not None

    @cached_property
    def words_before(self) -> re.Pattern[str]:
        """The pattern that what stands before a quantity must match."""
        return _compiled(rf"(?:{self.before})[\s(]*$")

    @cached_property
    def _after(self) -> re.Pattern[str] | None:
        # Possessive: else a lookahead that fails behind the blanks would hold before them.
        return _compiled(rf"\s*+(?:{self.after})") if self.after else None


def _compiled(pattern: str) -> re.Pattern[str]:
    for mark, written in _MARKS.items():
        pattern = pattern.replace(mark, written)
    return re.compile(whole_words(small_pattern(pattern)))


class WordingSet:
    """Wordings made ready to be tried on many quantities, in their order."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        #: Which words may stand before a quantity, and how far they are looked for.
        self._sieve = Sieve([wording.words_before for wording in wordings])
        self._reach = max(wording.reach for wording in wordings)
        #: The wordings for quantities of each family, with their bits in the sieve.
        self._of_family: dict[str, list[tuple[int, Wording]]] = {}
        for number, wording in enumerate(wordings):
            for family in wording.families:
                self._of_family.setdefault(family, []).append((1 << number, wording))

    def first_match(self, text: str, quantity: Quantity) -> Wording | None:
        """Return the first wording that tells what a quantity is."""
        low = small_once(text)
        start = max(0, quantity.lead - self._reach)
        may_stand = self._sieve.passed(low[start : quantity.lead])
        for bit, wording in self._of_family.get(quantity.family, ()):
            if may_stand & bit and wording.matches(low, quantity):
                return wording
        return None
