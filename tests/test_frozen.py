from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from kg.frozen import fast


@fast
@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 2
    sum: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sum", self.x + self.y)


def test_a_fast_value_takes_places_and_names():
    assert Point(1) == Point(1, 2) == Point(x=1, y=2)


def test_a_fast_value_makes_what_follows_from_its_fields():
    assert replace(Point(1), y=5).sum == 6


def test_a_fast_value_stays_frozen():
    with pytest.raises(FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]


def test_defaults_that_are_made_are_refused():
    @dataclass(frozen=True, slots=True)
    class Bag:
        items: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="Bag"):
        fast(Bag)
