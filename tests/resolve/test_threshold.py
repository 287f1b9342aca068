"""Holding facts from another confidence on."""

from decimal import Decimal

import pytest

from kg.model import Evidence, Extraction, Fact, Result
from kg.resolve import TRAINED, at_threshold


def fact(confidence: float, relation: str = "usesMethod", status: str = "extracted") -> Fact:
    evidence = Evidence("t", "abstract", 0, 4, "scored", confidence)
    return Fact("Paper/", relation, "Method/LoRA", (evidence,), status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "threshold", "status"),
    [
        (fact(0.6), "0.7", "candidate"),
        (fact(0.7), "0.7", "extracted"),
        (fact(0.3, status="candidate"), "0.2", "extracted"),
        (fact(0.3, status="candidate"), TRAINED, "candidate"),
        (fact(0.3, relation="mentions"), "0.9", "extracted"),
    ],
)
def test_a_fact_is_held_from_the_threshold_on(given: Fact, threshold: str, status: str) -> None:
    said = at_threshold({"t": Extraction("t", facts=(given,))}, threshold)
    assert said["t"].facts[0].status == status


def test_results_below_the_threshold_are_left_out() -> None:
    found = tuple(
        Result("Paper/", (Decimal(61),), "61", (Evidence("t", "abstract", 0, 4, "reached", sure),))
        for sure in (0.6, 0.7)
    )
    said = at_threshold({"t": Extraction("t", results=found)}, "0.7")
    assert said["t"].results == found[1:]
