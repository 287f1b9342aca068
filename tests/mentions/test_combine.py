"""What stays and what comes where rules and tagger disagree."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from kg.mentions import find_mentions
from kg.mentions.among import COLUMNS
from kg.mentions.combine import ALONE, _may_be_new, combine
from kg.mentions.found import Found
from kg.model import Name
from kg.recogniser import Recogniser
from kg.recogniser.logistic import Logistic
from kg.recogniser.trees import NO_LIMIT, UNIT, of_nodes
from kg.text import Reading, read
from tests.recogniser.test_tagger import FIXED


def learnt(**weights: tuple[float, ...]) -> Recogniser:
    """Return a recogniser that weighs names by one feature alone."""
    classes = ("none", "Method", "Dataset", "task")
    rows = {name.replace("_", "-"): row for row, name in enumerate(weights)}
    return Recogniser(FIXED, {}, {}, Logistic(classes, rows, np.array(list(weights.values()))))


LIKELY = (0.0, 4.0, 0.0, 0.0)
UNLIKELY = (6.0, 0.0, 0.0, 0.0)
DATA = (0.0, 0.0, 6.0, 0.0)
WORDS = "We use ZorbN and ZorbN again for plum sorting."
READING = read("", WORDS)
#: The same words, where they are as long as an abstract.
LONG = read("", f"{WORDS} {'And so on and so on. ' * 15}")


def found_by_rules(written: str, type_name: str = "Method") -> Found:
    start = READING.text.index(written)
    return Found(start, start + len(written), Name(type_name, written), "pattern", 0.7)


def kept(
    found: list[Found], recogniser: Recogniser, reading: Reading = READING
) -> list[tuple[str, str]]:
    return [
        (reading.text[item.start : item.end], item.name.type)
        for item in combine(reading, found, recogniser)
    ]


def test_a_probable_name_of_the_tagger_comes_at_all_its_places():
    assert kept([], learnt(bias=LIKELY)) == [("ZorbN", "Method")] * 2


def test_a_name_of_the_rules_comes_where_only_its_form_tells_it_too():
    assert kept([found_by_rules("ZorbN")], learnt(bias=LIKELY)) == [("ZorbN", "Method")] * 2


def test_an_improbable_name_of_the_tagger_does_not():
    assert kept([], learnt(bias=UNLIKELY)) == []


def test_an_improbable_name_of_the_rules_goes():
    assert kept([found_by_rules("plum")], learnt(bias=UNLIKELY)) == []


def test_a_name_that_no_list_has_must_be_more_probable_than_one_of_a_list():
    half = learnt(bias=(1.2, 1.0, -5.0, -5.0))
    by_pattern = found_by_rules("plum")
    assert kept([by_pattern], half) == []
    assert kept([replace(by_pattern, recogniser="lexicon")], half) == [("plum", "Method")]


def test_a_name_takes_a_much_more_probable_type():
    assert ("plum", "Dataset") in kept([found_by_rules("plum")], learnt(bias=DATA))


def test_mentions_have_their_probability():
    [item, *_] = combine(READING, [], learnt(bias=LIKELY))
    assert item.score == pytest.approx(0.983, abs=0.001)


def with_trees(says: float, **weights: tuple[float, ...]) -> Recogniser:
    """Return one that says the same log-odds of all names that it weighs among the others."""
    one = of_nodes(COLUMNS, [0], [0], [NO_LIMIT], [0], [round(says * UNIT)])
    return Recogniser(FIXED, {}, {}, learnt(**weights).weights, trees=one)


def test_what_is_likely_by_itself_may_be_unlikely_among_the_others():
    assert kept([], with_trees(-3.0, bias=LIKELY), LONG) == []


def test_what_is_shorter_than_an_abstract_is_weighed_by_itself_alone():
    assert kept([], with_trees(-3.0, bias=LIKELY)) == [("ZorbN", "Method")] * 2


def test_trees_of_other_numbers_are_refused():
    one = of_nodes(("sure",), [0], [0], [NO_LIMIT], [0], [0])
    with pytest.raises(ValueError, match="fit them anew"):
        kept([], Recogniser(FIXED, {}, {}, learnt(bias=LIKELY).weights, trees=one), LONG)


def test_names_weighed_among_the_others_have_thresholds_of_their_own():
    half = found_by_rules("plum")
    plum = ("plum", "Method")
    assert plum in kept([half], learnt(bias=(0.0, 0.3, -5.0, -5.0)), LONG)
    assert plum not in kept([half], with_trees(0.3, bias=(0.0, 0.3, -5.0, -5.0)), LONG)


def test_what_is_likely_among_the_others_is_called_what_it_is_by_itself():
    half = (1.2, 1.0, -5.0, -5.0)
    assert kept([], learnt(bias=half)) == []
    assert kept([], with_trees(3.0, bias=half), LONG) == [("ZorbN", "Method")] * 2


def test_names_do_not_overlap():
    found = combine(READING, [found_by_rules("ZorbN and ZorbN")], learnt(bias=LIKELY))
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_thresholds_trade_recall_for_precision():
    strict = replace(ALONE, add=0.99, add_term=0.99)
    assert combine(READING, [], learnt(bias=LIKELY), strict) == []


def test_what_is_new_must_be_probable_as_a_thing_of_one_group():
    torn = (0.0, 2.0, 2.0, 0.0)
    assert kept([], learnt(bias=torn)) == []
    assert kept([found_by_rules("ZorbN")], learnt(bias=torn)) == [("ZorbN", "Method")] * 2


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Plum-Picking Agents", False),
        ("Long-Horizon Workflows", False),
        ("plum post-training", False),
        ("plum picking", True),
        ("system identification", True),
        ("bias detection", True),
    ],
)
def test_what_solves_a_problem_is_no_task(label: str, expected: bool):
    assert _may_be_new(Name("Task", label, named=False), label) == expected
    assert _may_be_new(Name("Method", label, named=False), label)


@pytest.mark.parametrize(
    ("type_name", "label"),
    [
        ("Method", "GFM)"),
        ("Model", "[ZorbN"),
        ("Task", "folding recall"),
        ("Metric", "higher accuracy"),
    ],
)
def test_what_is_no_whole_name_of_its_type_does_not_come(type_name: str, label: str):
    assert not _may_be_new(Name(type_name, label), label)
    assert _may_be_new(Name("Method", "Zorb (N)"), "Zorb (N)")


def test_rules_alone_ask_no_tagger():
    found = find_mentions(READING, recognisers=("lexicon", "model-name", "pattern"))
    assert found
    assert "tagger" not in {item.recogniser for item in found}


def test_what_the_grammar_read_a_size_in_stays():
    name = Name("Model", "ZorbN-7B", family="ZorbN", size="7B")
    item = replace(found_by_rules("plum", "Model"), name=name, recogniser="model-name")
    assert ("plum", "Model") in kept([item], learnt(bias=UNLIKELY))
