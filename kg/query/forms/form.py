"""What a form of question is: its frames, the types that it takes, and its own examples."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.model import DATA, MODELS, SYSTEMS
from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.filters import NO_FILTERS, Filters, split, split_within
from kg.query.words import Binding, Wording, match, may_be_measure

WORKS = (*SYSTEMS, *DATA)
EVALUABLE = (*MODELS, *DATA)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of question; `example` is its plainest wording, with its slots for the names.

    `accepts` are the types of things it takes, and `other` those of the second, if they differ;
    what stands as the ``measure`` is a metric. `role` is what the second is to the first, in the
    answer. `dated` forms take a time, `timely` ones need it; `valued` ones take a bound on values.
    Where there may be `several`, a name may be a list with commas; `least` is how many names there
    have to be. `topical` ones ask for all there is on a thing, of which a search for its words may
    find more.
    """

    intent: str
    asks: str
    example: str
    accepts: tuple[str, ...]
    answer: Callable[[Asked], Answer]
    frames: tuple[str, ...]
    reads: tuple[str, ...]
    leaves: tuple[str, ...]
    other: tuple[str, ...] = ()
    role: str = ""
    dated: bool = True
    timely: bool = False
    valued: bool = False
    several: bool = False
    least: int = 0
    topical: bool = False

    def match(self, wording: Wording, filters: Filters = NO_FILTERS) -> Iterator[Binding]:
        """Yield each way in which the frames fit a question whose time and bounds are cut off."""
        if self._takes(filters):
            for frame in self.frames:
                yield from filter(self._names_enough, match(frame, wording))

    def _names_enough(self, binding: Binding) -> bool:
        if "measure" in binding and not may_be_measure(binding["measure"]):
            return False
        return len(self.names(binding)) >= self.least

    def _takes(self, filters: Filters) -> bool:
        missing = self.timely and not filters.dates
        undated = bool(filters.dates) and not self.dated
        return not (missing or undated or (filters.values and not self.valued))

    def read(self, question: str) -> Iterator[tuple[Binding, Filters]]:
        """Yield each way to read a question in this form."""
        for wording, filters in cuts(question):
            for binding in self.match(wording, filters):
                yield binding, filters

    def names(self, binding: Binding) -> list[tuple[str, str]]:
        """Return each name that stands in a slot, with its slot."""
        bound: list[tuple[str, str]] = [
            (slot, binding[slot])
            for slot in ("name", "other", "third", "measure")
            if slot in binding
        ]
        if not self.several:
            return bound
        return [(slot, part.strip()) for slot, text in bound for part in text.split(", ")]

    def takes(self, one: str, other: str) -> bool:
        """Tell whether a thing of one type and one of another may be its names."""
        return one in self.types_of("name") and other in self.types_of("other")

    def types_of(self, slot: str) -> tuple[str, ...]:
        """Return the types that a slot takes."""
        if slot == "measure":
            return ("Metric",)
        return self.other or self.accepts if slot == "other" else self.accepts


def cuts(question: str) -> Iterator[tuple[Wording, Filters]]:
    """Yield a question whole, and without the time and bounds at its end or the time within it."""
    yield Wording.of(question), NO_FILTERS
    for cut in (split, split_within):
        text, filters = cut(question)
        if filters:
            yield Wording.of(text), filters
