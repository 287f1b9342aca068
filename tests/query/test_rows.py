"""What answers are made of."""

import pickle

import pytest

from kg.query import Row
from kg.query.table import show_cell


class Counted(tuple):  # type: ignore[type-arg]
    """Cells that count how often they are gone through."""

    times = 0

    def __iter__(self):
        type(self).times += 1
        return super().__iter__()


def test_cells_are_not_gone_through_for_each_that_is_looked_up():
    row = Row(Counted((("name", "LoRA"), ("papers", 3))))
    before = Counted.times
    assert (row["name"], row.get("papers"), "type" in row) == ("LoRA", 3, False)
    assert Counted.times == before


def test_row_is_a_mapping_and_a_value():
    row = Row((("name", "LoRA"), ("papers", 3)))
    assert dict(row) == {"name": "LoRA", "papers": 3}
    assert (list(row), len(row)) == (["name", "papers"], 2)
    assert pickle.loads(pickle.dumps(row)) == row == Row(row.cells)
    assert len({row, Row(row.cells)}) == 1
    with pytest.raises(KeyError):
        row["type"]


@pytest.mark.parametrize(("share", "shown"), [(0.999, ">0.99"), (1.0, "1.00"), (0.001, "<0.01")])
def test_share_that_is_not_all_is_not_told_as_all(share, shown):
    assert show_cell(share) == shown
