"""How a line of the curation file names a result."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.curation import Act
from kg.curation.checking import check
from kg.curation.result_names import folded, read_name, result_name
from kg.model import SLOTS, Result, value_text

NUMBERS = st.decimals("-1000", "1000", places=2)
THINGS = st.sampled_from(
    ["", "method/a", "model/a-7b", "benchmark/b.c", "task/t_1", "paper/2401.1"]
)


@st.composite
def results(draw):
    value = tuple(sorted(draw(st.lists(NUMBERS, min_size=1, max_size=2, unique=True))))
    slots = {slot: draw(THINGS) for slot in SLOTS}
    unit = draw(st.sampled_from(["", "%", "points", "x", "tokens/s", "ms/frame", "μs", "°"]))
    return Result("paper/2401.00001", value, "raw", (), unit=unit, **slots)


@given(results())
def test_every_name_that_is_written_is_read_again(result):
    name = result_name(result)
    assert check(Act("reject", (result.paper, "hasResult", name))) == ""
    things = frozenset(getattr(result, slot) for slot in SLOTS) - {""}
    assert read_name(name) == (folded(value_text(result)), things)


def test_the_value_stands_as_answers_show_it():
    value = (Decimal("1.20"), Decimal("1.4"))
    result = Result(
        "paper/1", value, "", (), "method/a", data="benchmark/b", unit="points", baseline="method/a"
    )
    assert result_name(result) == "1.20–1.4 points method/a benchmark/b"


@pytest.mark.parametrize(
    "name",
    [
        "result/x",
        "",
        "method/a 72%",
        "72% GSM8K",
        "72 % of method/a",
        "about 72%",
        "72% method/a B",
    ],
)
def test_what_names_no_result_is_no_line(name):
    assert check(Act("accept", ("paper/1", "hasResult", name)))


def test_a_result_is_named_by_its_paper_alone():
    assert "no id of a paper" in check(Act("accept", ("method/a", "hasResult", "72% method/a")))
