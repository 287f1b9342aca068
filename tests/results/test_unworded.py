"""Numbers that no wording tells of are weighed by the words near them."""

import pytest

from kg.results.numbers.find import find_quantities
from kg.results.wordings import unworded
from kg.results.wordings.unworded import THRESHOLD, features, is_weighed, weighed
from kg.results.wordings.wording import Wording


def told(text: str) -> list[Wording | None]:
    return [weighed(text, found, is_alone=True) for found in find_quantities(text)]


@pytest.mark.parametrize(
    "text",
    ["⟦A⟧ achieves 0.345 ⟦C⟧ on ⟦D⟧.", "Its ⟦C⟧ on ⟦D⟧ are close: 82.16 on ⟦D⟧, 6.06 on ⟦D⟧."],
)
def test_a_number_among_words_of_results_is_one(text: str) -> None:
    for wording in told(text):
        assert wording is not None
        assert (wording.kind, wording.confidence >= THRESHOLD) == ("absolute", True)


@pytest.mark.parametrize(
    "text",
    [
        "Arena 2.0 is a corpus.",
        "It moves objects of 10 mm.",
        "⟦M⟧ writes more diverse ideas than ⟦M⟧, ⟦M⟧, and Gemini 1.0.",
        "It is faster on ⟦M⟧ than the record in MLPerf 1.1, and on ⟦D⟧.",
    ],
)
def test_a_version_or_a_size_is_none(text: str) -> None:
    assert told(text) == [None]


@pytest.mark.parametrize("example", [unworded._VALUE, unworded._GAIN], ids=lambda item: item.name)
def test_the_examples_are_weighed_so(example: Wording) -> None:
    (text,) = example.holds
    stretch = text[text.index("[") + 1 : text.index("]")]
    bare = text.replace("[", "").replace("]", "")
    (found,) = [q for q in find_quantities(bare) if bare[q.start : q.end] == stretch]
    wording = weighed(bare, found, is_alone=True)
    assert wording is not None
    assert (wording.name, wording.kind) == (example.name, example.kind)


def test_a_bare_whole_number_is_not_weighed() -> None:
    (count,) = find_quantities("We tried 12 of them.")
    assert not is_weighed(count)


def test_features_know_where_a_sentence_ends() -> None:
    (found,) = find_quantities("0.9")
    assert {"before # #", "behind # #"} <= set(features("0.9", found, is_alone=True))


def test_the_table_has_what_features_are_called() -> None:
    families = {name.split(" ")[0].rstrip(",") for name in unworded._weights()}
    assert families <= {
        *(
            "always",
            "unit",
            "decimal",
            "shape",
            "sign",
            "alone",
            "with",
            "size",
            "before",
            "behind",
        ),
        *("near", "hedged", "names"),
    }
