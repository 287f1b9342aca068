import json

import pytest

from kg.sources.fields import storable


@pytest.mark.parametrize(
    "unseen",
    [
        "\u200b",
        "\ufeff",
        "\u00ad",
        "\u202e",
        "\u2066",
        "\u200d",
        "\u2060",
        "\u061c",
        "\x00",
        "\x7f",
    ],
)
def test_what_nobody_sees_is_taken_out_of_a_name(unseen):
    assert storable(f"{unseen}Lo{unseen}RA {unseen}") == "LoRA"


def test_control_character_that_parts_words_is_white_space():
    assert storable("one\x0ctwo\x1fthree\tfour\nfive") == "one two three\tfour\nfive"


@pytest.mark.parametrize("text", ["\U0001f469\u200d\U0001f52c", "\u0645\u06cc\u200c\u062e"])
def test_joiners_of_scripts_and_emojis_stay(text):
    assert storable(text) == text


def test_half_of_a_character_is_the_sign_for_a_lost_one():
    assert storable("a\ud83d b") == "a\ufffd b"


def test_record_is_kept_without_what_nobody_sees(read_text):
    [paper], skipped = read_text(
        '{"title": "Lo\\u200bRA", "abstract": "G\\u202eSM\\u00008K", "authors": ["An\\u00ada"]}'
    )
    assert (paper.title, paper.abstract, paper.authors) == ("LoRA", "GSM8K", ("Ana",))
    assert skipped == []


def test_page_is_kept_without_what_nobody_sees(read_text):
    page = "Lo\u200bRA\n\nWe \x00cook.\n\n  \u2022 2 authors\n\u00b7\nAug 2, 2024\n"
    [paper], skipped = read_text(page)
    assert (paper.title, paper.abstract, skipped) == ("LoRA", "We cook.", [])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jane Doe<sup>1</sup>", "Jane Doe"),
        ("Jane Doe&lt;sup&gt;a,b&lt;/sup&gt;", "Jane Doe"),
        ("Jane Doe <jats:sup><jats:xref>*</jats:xref></jats:sup>", "Jane Doe"),
        ("Jane M<sup>c</sup>Kay<sup>1</sup><sup>2</sup>", "Jane McKay"),
    ],
)
def test_mark_of_a_footnote_is_no_part_of_a_name(read_text, written, name):
    people = json.dumps({"title": "A", "authors": [written, {"name": written}]})
    page = f"On Clocks\n\n要約(オリジナル)\n\nWe.\n\narxiv情報\n\n著者 {written},Bo Ek\n"
    assert read_text(people)[0][0].authors == (name, name)
    assert read_text(page)[0][0].authors == (name, "Bo Ek")
