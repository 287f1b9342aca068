"""Features in plain words."""

import pytest

from kg.relations.scoring import SAYINGS, load, say


def test_every_feature_of_the_tables_can_be_said() -> None:
    for table in load().weights.values():
        assert all("{}" not in say(feature) for feature in table)


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("rule:own-work", "the rule own-work reads it"),
        ("left1:^", "the sentence's beginning stands just before it"),
        ("right:<ma>", "another name stands after it"),
    ],
)
def test_a_feature_is_said(feature: str, words: str) -> None:
    assert say(feature) == words


def test_sayings_are_sorted() -> None:
    families = [name for name in SAYINGS if name != "bias"]
    assert families == sorted(families)
