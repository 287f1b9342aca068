"""What the things asked about are called in an answer."""

import pytest

from kg.model import Entity
from kg.query.asked import parameters

ONE, OTHER, THIRD = (Entity(f"method/{name}", "Method", name.upper()) for name in "abc")
NAMED = {"name": "A", "id": "method/a", "type": "Method"}


@pytest.mark.parametrize(
    ("things", "role", "told"),
    [
        ((), "", {}),
        ((ONE,), "", NAMED),
        ((ONE,), "on", NAMED),
        ((ONE, OTHER), "", {"from": "method/a", "to": "method/b"}),
        ((ONE, OTHER), "metric", {**NAMED, "metric": "method/b"}),
        ((ONE, OTHER, THIRD), "on", {"from": "method/a", "to": "method/c", "on": "method/b"}),
        (
            (ONE, OTHER, THIRD),
            "",
            {"thing 1": "method/a", "thing 2": "method/b", "thing 3": "method/c"},
        ),
    ],
)
def test_parameters(things, role, told):
    assert parameters(things, role=role) == told
