"""Errors with their sentences, and what changes between two runs."""

import pytest

from kg.evaluation import changed_errors, changes, find_errors
from kg.evaluation.errors import find_sentence
from kg.evaluation.evaluate import score
from kg.evaluation.gold import RecordSet
from kg.evaluation.names import name_key
from kg.evaluation.prediction import Predictions

TEXT = ("T", "We test Foo on Bar. Then we say Baz! It is on LoRA and Foo.")


@pytest.fixture
def run(record):
    def score_it(gold, predicted):
        gold = RecordSet((record(gold),))
        return score(gold, Predictions({"t": record(predicted)}, {name_key("T"): TEXT}))

    return score_it


def test_errors_have_paper_verdict_and_sentence(run):
    found = list(
        find_errors(run("Method Foo, Method Baz", "Method Foo, Method LoRA"), ["entities"])
    )
    assert [(e.paper, e.verdict, e.what, e.sentence) for e in found] == [
        ("1", "missed", "Baz (Method)", "Then we say Baz!"),
        ("1", "extra", "LoRA (Method)", "It is on LoRA and Foo."),
    ]


def test_only_what_changes_is_listed(run):
    before = run("Method Foo, Method Baz", "Method LoRA, Method Bar")
    now = run("Method Foo, Method Baz", "Method Foo, Method Bar, Method Zorb")
    found = changed_errors(now, changes(now, before), ["entities"])
    assert [(e.change, e.verdict, e.what) for e in found] == [
        ("new", "extra", "Zorb (Method)"),
        ("gone", "missed", "Foo (Method)"),
        ("gone", "extra", "LoRA (Method)"),
    ]


def test_paper_without_a_prediction_is_named_and_all_missed(record):
    found = score(RecordSet((record("Method Foo"),)), Predictions({}))
    assert found.missing == ("T",)
    assert [e.what for e in find_errors(found, ["entities"])] == ["Foo (Method)"]


@pytest.mark.parametrize(
    ("spellings", "sentence"),
    [(["Foo"], "on Foo."), (["", "nothing", "bar"], "The Bar."), (["Title"], "Title"), (["x"], "")],
)
def test_sentence_of_a_spelling(spellings, sentence):
    assert find_sentence(["Title", "The Bar.", "on Foo."], spellings) == sentence
