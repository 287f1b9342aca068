"""Counting how often rules are right."""

from kg.evaluation.learning.counting import counted
from kg.evaluation.names import name_key

TITLE = "QuantFold: Packing Weights"
TEXT = "We introduce QuantFold, a new method. Our method extends Adam and runs on an NVIDIA A100."


def test_pairs_and_devices_are_counted(record) -> None:
    gold = record(
        "Method QuantFold, Method Adam, Hardware NVIDIA A100",
        title=TITLE,
        basedOn=[["QuantFold", "Adam"]],
        hardware=[],
    )
    found = {rule: (read, right) for rule, read, right, _ in counted([gold], texts())}
    assert found["extends"] == (1, 1)
    assert found["hardware-in-own-work"] == (1, 0)


def test_weighed_relations_are_not_counted(record) -> None:
    rules = {rule for rule, *_ in counted([record("Method QuantFold", title=TITLE)], texts())}
    assert "title-name" not in rules


def texts() -> dict[str, tuple[str, str]]:
    return {name_key(TITLE): (TITLE, TEXT)}
