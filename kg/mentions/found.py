"""What a recogniser finds in a reading, before anything is decided between recognisers."""

from dataclasses import dataclass

from kg.model import Name


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch [start, end) of the normalised text that a recogniser takes for a name."""

    start: int
    end: int
    name: Name
    recogniser: str
    score: float = 1.0


#: The coarse group of each type: names of one group compete for one thing.
COARSE = {
    "Model": "model",
    "ModelFamily": "model",
    "Dataset": "data",
    "Benchmark": "data",
}


def coarse(type_name: str) -> str:
    """Return the group of a type: models and families are one, data sets and benchmarks are one."""
    return COARSE.get(type_name, type_name.lower())
