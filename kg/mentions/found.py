"""What a recogniser finds in a reading, before anything is decided between recognisers."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass

from kg.frozen import fast
from kg.model import DATA, MODELS, Name


@fast
@dataclass(frozen=True, slots=True)
class Found:
    """A stretch [start, end) of the normalised text that a recogniser takes for a name."""

    start: int
    end: int
    name: Name
    recogniser: str
    score: float = 1.0


#: The coarse group of each type: names of one group compete for one thing.
COARSE = {**dict.fromkeys(MODELS, "model"), **dict.fromkeys(DATA, "data")}


def coarse(type_name: str) -> str:
    """Return the group of a type: models and families are one, data sets and benchmarks are one."""
    return COARSE.get(type_name, type_name.lower())


class Spans:
    """Stretches of a text that do not overlap, kept in order."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    @classmethod
    def of(cls, found: Iterable[Found]) -> "Spans":
        """Return the stretches of names; of overlapping ones, the first."""
        spans = cls()
        for item in found:
            spans.add(item.start, item.end)
        return spans

    def add(self, start: int, end: int) -> bool:
        """Add a stretch, unless it overlaps one of these; say whether it was added."""
        if self._near(start, end) is not None:
            return False
        insort(self._spans, (start, end))
        return True

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether a stretch overlaps one of these."""
        return self._near(start, end) is not None

    def holds(self, start: int, end: int) -> bool:
        """Say whether a stretch lies inside one of these."""
        near = self._near(start, end)
        return near is not None and near[0] <= start and end <= near[1]

    def is_same(self, start: int, end: int) -> bool:
        """Say whether a stretch is one of these."""
        return self._near(start, end) == (start, end)

    def _near(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first stretch that overlaps [start, end)."""
        spans = self._spans
        index = bisect_left(spans, (start, start))
        if index and spans[index - 1][0] < end and start < spans[index - 1][1]:
            return spans[index - 1]
        if index < len(spans) and spans[index][0] < end and start < spans[index][1]:
            return spans[index]
        return None
