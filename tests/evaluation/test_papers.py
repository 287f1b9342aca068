"""What counts as right, missed and extra in a record."""

from collections import Counter

import pytest

from kg.evaluation.items import Verdict
from kg.evaluation.papers import score_paper
from kg.evaluation.record import record_from


def verdicts(gold, predicted, figure):
    """Return how often a figure is right, extra and missed."""
    count = Counter(i.verdict for i in score_paper(gold, predicted) if i.figure == figure)
    return count[Verdict.RIGHT], count[Verdict.EXTRA], count[Verdict.MISSED]


@pytest.mark.parametrize(
    ("gold", "predicted", "figure", "expected"),
    [
        ("Method LoRA", "Method LoRA", "entities", (1, 0, 0)),
        ("Method LoRA", "Method QLoRA", "entities", (0, 1, 1)),
        ("Method LoRA", "Task LoRA", "entities", (0, 1, 1)),
        ("Benchmark Foo", "Dataset Foo", "entities:data", (1, 0, 0)),
        ("Benchmark Foo", "Dataset Foo", "type_accuracy", (0, 0, 1)),
        ("Model Foo-7B", "Model Foo 7B", "canonical:model", (1, 0, 0)),
        ("Model Foo-7B", "Model Foo-77B", "entities", (0, 1, 1)),
        ("Method pruning", "Method pruning", "entities", (0, 0, 0)),
        ("Method pruning", "Method pruning", "terms", (1, 0, 0)),
        ("Method pruning", "", "entities", (0, 0, 0)),
        ("", "Method pruning", "terms", (0, 1, 0)),
        ("Method LoRA", "Method LoRA, Model LoRA", "entities", (1, 1, 0)),
    ],
)
def test_things(record, gold, predicted, figure, expected):
    assert verdicts(record(gold), record(predicted), figure) == expected


def test_a_name_read_as_a_common_noun_is_missed(record):
    assert verdicts(record("Method LoRA"), record("Method lora"), "entities") == (0, 0, 1)


@pytest.mark.parametrize(
    ("slots", "others", "figure", "expected"),
    [
        ({"introduces": ["A"]}, {"introduces": ["A", "B"]}, "slot:introduces", (1, 1, 0)),
        ({"usesMethod": ["A"]}, {}, "relations:soft", (0, 0, 1)),
        ({"usesMethod": ["A"]}, {}, "relations", (0, 0, 0)),
        ({"basedOn": [["A", "B"]]}, {"basedOn": [["B", "A"]]}, "slot:basedOn", (0, 1, 1)),
        ({"links": [{"url": "https://a.org/"}]}, {"links": ["a.org"]}, "slot:links", (1, 0, 0)),
        ({"comparedWith": [{"name": "A", "outperforms": True}]},
         {"comparedWith": [{"name": "A", "outperforms": None}]}, "slot:outperforms", (0, 0, 1)),
        ({"comparedWith": [{"name": "A", "outperforms": True}]},
         {"comparedWith": [{"name": "A", "outperforms": None}]}, "slot:comparedWith", (1, 0, 0)),
    ],
)  # fmt: skip
def test_slots(record, slots, others, figure, expected):
    things = "Method A, Method B"
    assert verdicts(record(things, **slots), record(things, **others), figure) == expected


def test_a_model_counts_in_a_slot_only_by_its_exact_name(record):
    gold = record("Model Foo-7B", evaluatedOnModel=["Foo-7B"])
    bar = {"name": "Bar-7B", "type": "Model", "surface": ["Foo-7B"]}
    predicted = record_from({"title": "T", "entities": [bar], "evaluatedOnModel": ["Bar-7B"]})
    assert verdicts(gold, predicted, "entities") == (1, 0, 0)
    assert verdicts(gold, predicted, "slot:evaluatedOnModel") == (0, 1, 1)


def test_the_slot_decides_between_two_things_of_one_name(record):
    things = "Method Foo, Benchmark Foo"
    gold, predicted = record(things, evaluatedOn=["Foo"]), record("Benchmark Foo")
    assert verdicts(gold, predicted, "slot:evaluatedOn") == (0, 0, 1)
    assert verdicts(gold, record(things, evaluatedOn=["Foo"]), "slot:evaluatedOn") == (1, 0, 0)


RESULT = {"value": 41.5, "unit": "%", "on": "A", "subject": "B", "kind": "delta"}


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({}, (1, 1, 1)),
        ({"kind": "absolute"}, (1, 1, 0)),
        ({"subject": None}, (1, 1, 0)),
        ({"on": "B"}, (1, 0, 0)),
        ({"unit": "points"}, (1, 1, 1)),
        ({"unit": "x"}, (0, 0, 0)),
        ({"value": "41.50"}, (1, 1, 1)),
        ({"value": [41.5, 42]}, (0, 0, 0)),
    ],
)
def test_results(record, changed, right):
    gold, predicted = (
        record("Benchmark A, Method B", results=[result]) for result in (RESULT, RESULT | changed)
    )
    figures = ("results:value", "results", "results:full")
    assert tuple(verdicts(gold, predicted, figure)[0] for figure in figures) == right


def test_equal_results_are_counted_as_often_as_they_stand(record):
    gold, predicted = record(results=[RESULT, RESULT]), record(results=[RESULT])
    assert verdicts(gold, predicted, "results:value") == (1, 0, 1)
