"""Records are checked where they come in."""

import pytest

from kg.evaluation.record import record_from

RECORD = {"title": "T", "entities": [{"name": "A", "type": "Method"}]}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([], "no object"),
        ({"entities": []}, "title"),
        (RECORD | {"entities": {}}, "entities: is no list"),
        (RECORD | {"entities": ["A"]}, "entities: holds"),
        (RECORD | {"entities": [{"name": "A"}]}, "type"),
        (RECORD | {"introduces": [3]}, "introduces: holds what is no name"),
        (RECORD | {"basedOn": [["A"]]}, "basedOn: holds what is no pair"),
        (RECORD | {"links": [3]}, "links: holds what is no address"),
        (RECORD | {"results": [3]}, "results: holds"),
        *(
            (RECORD | {"results": [{"value": value}]}, "results: value")
            for value in ({"a": 1}, float("nan"), float("inf"), "n/a", [], [1, 2, 3], [[1]], True)
        ),
        (RECORD | {"entities": [{"name": "A", "type": "Foo"}]}, "'Foo' is no type; there are"),
        (RECORD | {"entities": [{"name": "A", "type": "Task", "named": [1]}]}, "named of 'A'"),
        (RECORD | {"introducess": "A"}, "introducess: is not known; did you mean introduces"),
        (RECORD | {"trainedon": None}, "trainedon: is not known; did you mean trainedOn"),
        (RECORD | {"datasets": ["A"]}, "datasets: is no slot; there are introduces, eval"),
        (RECORD | {"comparedTo": ["A"]}, "comparedTo: is no slot; did you mean comparedWith"),
        (RECORD | {"outperforms": ["A"]}, "outperforms: stands in comparedWith"),
        (RECORD | {"comparedWith": [{"name": "A", "outperform": True}]}, "mean outperforms"),
        (RECORD | {"entities": [{"name": "A", "type": "Task", "surfaces": []}]}, "mean surface"),
        (RECORD | {"results": [{"values": 3}]}, "results: values: .* did you mean value"),
    ],
)
def test_wrong_record_says_what_is_wrong(row, reason):
    with pytest.raises(ValueError, match=reason):
        record_from(row)


def test_empty_slots_may_be_left_out_or_null():
    assert record_from(RECORD) == record_from(RECORD | {"introduces": None, "results": []})


def test_what_else_is_told_of_a_paper_is_passed_over():
    told = {"date": "2024-08-02", "source": "a page", "source_id": 3, "authors": ["Ada"]}
    assert record_from(RECORD) == record_from(RECORD | told)


def test_result_without_a_value_is_none():
    assert record_from(RECORD | {"results": [{"value": None}]}).results == ()
