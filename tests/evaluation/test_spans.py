"""Spans beside annotated ones."""

from collections import Counter

import pytest

from kg.evaluation.prediction import find_spans
from kg.evaluation.spans import Span, SpanPaper, SpanTypes, score_spans

TYPES = SpanTypes({"Model": "Method", "Method": "Method", "Task": "Task"}, frozenset({"Generic"}))
TEXT = "We test Foo Bar on it. Baz is one."


def paper(*spans):
    return SpanPaper("1", TEXT, frozenset(Span(*span) for span in spans), (0, 23))


def count(gold, predicted, figure):
    items = score_spans(paper(*gold), {Span(*span) for span in predicted}, TYPES)
    return Counter(str(item.verdict) for item in items if item.figure == figure)


@pytest.mark.parametrize(
    ("predicted", "exact", "overlap"),
    [
        ((8, 15, "Method"), {"right": 1}, {"covers": 1, "covered": 1}),
        ((8, 15, "Model"), {"right": 1}, {"covers": 1, "covered": 1}),
        ((8, 11, "Method"), {"extra": 1, "missed": 1}, {"covers": 1, "covered": 1}),
        ((8, 15, "Task"), {"extra": 1, "missed": 1}, {"extra": 1, "missed": 1}),
        ((8, 15, "Metric"), {"missed": 1}, {"missed": 1}),
        ((15, 18, "Method"), {"extra": 1, "missed": 1}, {"extra": 1, "missed": 1}),
    ],
)
def test_one_span(predicted, exact, overlap):
    gold = [(8, 15, "Method")]
    assert count(gold, [predicted], "spans") == exact
    assert count(gold, [predicted], "overlap") == overlap


def test_types_that_kg_lacks_are_missed_and_left_out_of_the_mapped():
    gold = [(8, 15, "Method"), (23, 26, "Generic")]
    assert count(gold, [(8, 15, "Method")], "spans") == {"right": 1, "missed": 1}
    assert count(gold, [(8, 15, "Method")], "spans:mapped") == {"right": 1}


def test_errors_have_their_sentence():
    [missed] = [
        item
        for item in score_spans(paper((23, 26, "Method")), (), TYPES)
        if item.figure == "spans:method"
    ]
    assert (missed.what, missed.sentence) == ("Baz (Method)", "Baz is one.")


def test_spans_are_found_at_their_offsets():
    text = SpanPaper("1", "We compare LoRA — on Llama3- 8B.", frozenset(), (0,))
    found = {(text.text[s.start : s.end], s.type) for s in find_spans(text)}
    assert found == {("LoRA", "Method"), ("Llama3- 8B", "Model")}
