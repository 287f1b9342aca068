"""Short forms of names: which are one thing with their long form."""

import pytest

from kg.mentions import find_mentions
from kg.mentions.abbreviations import find_abbreviations
from kg.text import read


def labels(abstract: str, title: str = "A title") -> list[str]:
    found = find_mentions(read(title, abstract))
    return sorted({item.name.label for item in found if item.name.named})


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("We introduce WhatZorbSees (WHAZOS), a data set. WHAZOS is small.", "WHAZOS"),
        ("We propose Plot-Aware Folding of Zorbs (PAFZ-Edit), a method.", "PAFZ-Edit"),
        ("We propose Plot Folding and Zorb Learning (PFZL), a method.", "PFZL"),
    ],
)
def test_a_short_form_is_one_thing_with_its_long_form(text: str, short: str) -> None:
    assert labels(text) == [short]


def test_part_of_a_long_form_is_no_name_where_the_title_has_it_too() -> None:
    text = "We propose Plot Folding and Zorb Learning (PFZL), a method."
    assert labels(text, "Plot Folding and Zorb Learning via Ropes") == ["PFZL"]


def test_the_own_words_of_a_listed_short_form_are_no_second_thing() -> None:
    text = "We introduce Just-in-Tempo (JiT), a framework."
    assert "Just-in-Tempo" not in labels(text, "Just-in-Tempo: Faster Plots")


def test_names_that_differ_in_a_hyphen_are_one_thing() -> None:
    assert labels("We propose Zorb-FOLD, a method. ZorbFOLD works.") == ["Zorb-FOLD"]


def test_an_own_model_that_the_list_has_is_that_one() -> None:
    text = "We introduce Lingshu, a medical model. Two Lingshu models are open."
    assert {item.name.reference for item in find_mentions(read("Lingshu: Zorbs", text))} == {
        "ModelFamily/Lingshu"
    }


def test_a_word_whose_capitals_the_brackets_lack_has_no_short_form() -> None:
    assert "ZorbFold" in labels("We present ZorbFold (AB), a method.")


def test_a_list_in_brackets_abbreviates_nothing() -> None:
    text = "We test on spatial reasoning benchmarks (SAT, VSI-Bench) here."
    assert list(find_abbreviations(text)) == []


def test_words_that_begin_with_other_letters_are_no_long_form() -> None:
    assert labels("Adapt an LLM through parameter-efficient fine-tuning (LoRA).") == [
        "LoRA",
        "PEFT",
    ]


def test_the_brackets_of_a_title_hold_the_name() -> None:
    text = "We introduce Zorb Risk Memory (ZRM), a module. ZRM folds."
    assert labels(text, "Zorb Risk Memory (ZRM): Gates that Fold") == ["ZRM"]


def test_a_licence_is_no_name() -> None:
    assert labels("We release the model weights under a CC BY-NC-ND license.") == []


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("We propose Test-Time Tool Evolution (TTE).", "Test-Time Tool Evolution"),
        ("We train a non-autoregressive transformer (AT).", "autoregressive transformer"),
    ],
)
def test_a_long_form_begins_a_word_whose_first_part_has_its_letter_too(
    text: str, long: str
) -> None:
    assert [text[slice(*found.long)] for found in find_abbreviations(text)] == [long]
