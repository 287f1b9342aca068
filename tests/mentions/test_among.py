"""What the numbers say of a name among the others of its text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.among import COLUMNS, Among
from kg.mentions.found import Found
from kg.mentions.weigh import Weighed
from kg.model import Name
from kg.text import read

READING = read("ZorbN for plums", "We use ZorbN, QuuxB and FlibC sorting of plums.")
TYPES = {"ZorbN": "Method", "QuuxB": "Method", "FlibC sorting": "Task", "FlibC": "Method"}
#: How probable each is a name, weighed by itself.
LIKELY = {"ZorbN": 0.9, "QuuxB": 0.6, "FlibC sorting": 0.7, "FlibC": 0.2}


def weighed(label: str) -> Weighed:
    starts, at = [], READING.text.find(label)
    while at >= 0:
        starts.append(at)
        at = READING.text.find(label, at + 1)
    name = Name(TYPES[label], label, named=TYPES[label] == "Method")
    return Weighed(name, [Found(at, at + len(label), name, "pattern", 0.7) for at in starts])


def numbers(*labels: str) -> dict[str, dict[str, float]]:
    items = [(weighed(label), {"by=pattern": 1.0, "most": 1.5}) for label in labels]
    called = [{"none": 1 - LIKELY[label], "Method": LIKELY[label]} for label in labels]
    rows = Among(READING, items, {"QuuxB": "Method,4,2"}).rows(called)
    return {
        label: dict(zip(COLUMNS, row, strict=True))
        for label, row in zip(labels, rows.tolist(), strict=True)
    }


ALL = numbers("ZorbN", "QuuxB", "FlibC sorting", "FlibC")


@pytest.mark.parametrize(
    ("label", "column", "expected"),
    [
        ("QuuxB", "surer", 2),
        ("QuuxB", "surer of its kind", 1),
        ("QuuxB", "others of its kind", 1.1),
        ("FlibC sorting", "others of its group", 0),
        ("FlibC", "surest of its group", 0.9),
        ("FlibC", "holds it", 0.7),
        ("FlibC", "held by it", 0),
        ("FlibC sorting", "held by it", 0.2),
        ("FlibC", "holds it everywhere", 0.7),
        ("ZorbN", "others", 1.5),
        ("ZorbN", "first", -15 / 49),
        ("ZorbN", "last", 9 / 49),
        ("ZorbN", "score", 0.7),
        ("ZorbN", "tags", 0),
        ("FlibC sorting", "words", 1),
        ("FlibC", "others of its group", 1.5),
        ("QuuxB", "behind: of its kind", 1),
        ("FlibC sorting", "before: of its kind", 0),
        ("ZorbN", "names", 4),
        ("ZorbN", "length", len(READING.text)),
        ("ZorbN", "mean", 0.6),
        ("ZorbN", "more likely than not", 3),
        ("ZorbN", "places", 2),
        ("ZorbN", "in title", 1),
        ("QuuxB", "in title", 0),
        ("QuuxB", "use share", 4),
        ("ZorbN", "use share", -1),
        ("ZorbN", "most", 1.5),
        ("ZorbN", "called Method", 0.9),
        ("ZorbN", "called none", 0.1),
    ],
)
def test_a_number(label, column, expected):
    assert ALL[label][column] == pytest.approx(expected, abs=1e-4)


def test_the_nearest_name_stands_before():
    found = ALL["QuuxB"]
    assert (found["before: likely"], found["before: of its kind"], found["before: gap"]) == (
        *(0.9, 1),
        len(", "),
    )


def test_a_name_that_nothing_stands_behind_is_far_from_all():
    assert (ALL["FlibC sorting"]["behind: likely"], ALL["FlibC sorting"]["behind: gap"]) == (0, 200)


def test_no_names_have_no_numbers():
    assert Among(READING, [], {}).rows([]).shape == (0, len(COLUMNS))


def test_two_names_of_one_stretch_hold_each_other():
    name = Name("Task", "ZorbN", named=False)
    twins = (weighed("ZorbN"), Weighed(name, weighed("ZorbN").finds))
    items: list[tuple[Weighed, dict[str, float]]] = [(item, {}) for item in twins]
    rows = Among(READING, items, {}).rows([{"none": 0.1}, {"none": 0.6}])
    assert rows[:, COLUMNS.index("holds it")].tolist() == [0.4, 0.9]


def test_a_name_that_stands_free_too_is_not_held_everywhere():
    held = weighed("FlibC")
    free = Found(0, 5, held.name, "pattern", 0.7)
    items: list[tuple[Weighed, dict[str, float]]] = [
        (weighed("FlibC sorting"), {}),
        (Weighed(held.name, [*held.finds, free]), {}),
    ]
    _, row = Among(READING, items, {}).rows([{"none": 0.2}, {"none": 0.5}])
    told = dict(zip(COLUMNS, row.tolist(), strict=True))
    assert (told["holds it"], told["holds it everywhere"]) == (0.8, 0)


@given(st.permutations(sorted(TYPES)))
def test_the_order_of_names_changes_nothing(labels: list[str]):
    found = numbers(*labels)
    assert all(found[label] == ALL[label] for label in labels)


def test_numbers_are_finite():
    assert all(np.isfinite(list(row.values())).all() for row in ALL.values())
