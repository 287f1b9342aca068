"""Which values of a metric are better."""

import pytest

from kg.lexicon.directions import metric_direction


@pytest.mark.parametrize(
    ("label", "direction"),
    [
        ("perplexity", "lower"),
        ("accuracy", "higher"),
        ("MAE", "lower"),
        ("AbsRel", "lower"),
        ("bits per character", "lower"),
        ("boundary leakage", "lower"),
        ("ClassBench accuracy", "higher"),
        ("wit", ""),
        ("", ""),
    ],
)
def test_the_list_or_the_last_word_tells_which_values_are_better(label, direction):
    assert metric_direction(label) == direction
