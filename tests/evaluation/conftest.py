"""Small files of annotated papers, and records made in a line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.evaluation.gold import RecordSet, read_gold
from kg.evaluation.record import Record, record_from

#: Makes a record with these fields.
Make = Callable[..., Record]


@pytest.fixture
def samples() -> Path:
    return Path(__file__).resolve().parents[1] / "data" / "evaluation"


@pytest.fixture
def annotated(samples: Path) -> RecordSet:
    gold = read_gold(samples / "records.json")
    assert isinstance(gold, RecordSet)
    return gold


@pytest.fixture
def record() -> Make:
    def make(entities: str = "", **fields: object) -> Record:
        """Entities are written ``Model LoRA-7B``, with commas between; small letters: no name."""
        things = [item.strip().split(" ", 1) for item in entities.split(",") if item.strip()]
        listed = [
            {"name": name, "type": kind, "named": name != name.lower(), "surface": [name]}
            for kind, name in things
        ]
        return record_from({"id": "1", "title": "T", "entities": listed, **fields})

    return make
