from time import process_time

import pytest

from kg.curation import Act
from kg.curation.replay import Replay, contradiction


def acts(*lines):
    return [Act(verb, tuple(arguments)) for verb, *arguments in map(str.split, lines)]


@pytest.mark.parametrize(
    "lines",
    [
        # a thing is kept apart by the id that a new type gave it
        ("retype method/a Model", "do-not-merge model/a method/b", "merge method/b method/a"),
        ("do-not-merge model/a method/b", "retype method/a Model", "merge method/b method/a"),
        ("do-not-merge model/a method/a", "retype method/a Model"),
        ("retype method/a Model", "do-not-merge model/a method/a"),
        ("merge model/a method/b", "retype method/a Model"),
        ("do-not-merge method/a method/c", "merge method/a method/b", "merge method/c method/b"),
    ],
)
def test_the_last_act_goes_against_the_others(lines):
    said = acts(*lines)
    assert contradiction(said[:-1]) is None
    found = contradiction(said)
    assert found
    assert found[0] == said[-1]


def test_types_and_merges_stand_together():
    said = acts("retype method/a Model", "merge model/a method/b", "do-not-merge method/b task/c")
    assert contradiction(said) is None


def test_what_is_refused_changes_nothing():
    replay = Replay({"method/past": "method/a"})
    for act in acts("do-not-merge method/a method/b", "merge method/b method/past"):
        replay.take(act)
    assert replay.final("method/b") == "method/b"
    assert replay.final("method/past") == "method/a"


def test_redirects_that_lead_in_a_circle_end():
    replay = Replay({"method/a": "method/b", "method/b": "method/a", "method/c": "method/c"})
    assert replay.root("method/a") in ("method/a", "method/b")
    assert replay.root("method/c") == "method/c"


@pytest.mark.parametrize("verb", ["merge", "do-not-merge"])
def test_thousands_of_acts_are_quickly_checked(verb):
    said = [Act(verb, (f"method/{n}", f"method/{n + 1}")) for n in range(5000)]
    begin = process_time()
    assert contradiction([*said, *acts("merge task/a task/b")]) is None
    assert process_time() - begin < 1
