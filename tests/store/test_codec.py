"""Results as rows of JSON."""

import json
from decimal import Decimal

import pytest

from kg.model import Evidence, Result
from kg.store.codec import dump, result_from, result_row

_PROOF = Evidence("paper/1", "abstract", 0, 9, "absolute", 0.9)
RESULT = Result("paper/1", (Decimal("1.20"), Decimal("1.4")), "1.20-1.4x", (_PROOF,), unit="x")


def row():
    return json.loads(dump(result_row(RESULT)))


def test_a_result_is_read_as_it_was_written():
    assert result_from(row()) == RESULT


def test_a_row_of_an_earlier_kg_has_no_status():
    assert result_from(row()[:-1]) == RESULT


@pytest.mark.parametrize("odd", [row()[:-2], [*row(), "more"], []], ids=["cut", "long", "empty"])
def test_a_row_of_another_length_is_refused(odd):
    with pytest.raises(ValueError, match="zip"):
        result_from(odd)
