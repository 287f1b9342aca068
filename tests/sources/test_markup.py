import json
from time import perf_counter

import pytest

from kg.sources.markup import without_markup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<i>k</i>-Lanterns", "k-Lanterns"),
        ("<jats:p>We test LoRA.</jats:p>", "\nWe test LoRA.\n"),
        ('see <a href="https://a.example/?b=1">here</a>', "see here (https://a.example/?b=1)"),
        ('<a class="c" href="https://a.example/">https://a.example</a>', "https://a.example"),
        ('<a id="top">Top</a>', "Top"),
        ('<a href="https://github.com/a/b"><b>code</b></a>', "code (https://github.com/a/b)"),
        ("<a href=https://a.example/?b=1>code</a>", "code (https://a.example/?b=1)"),
        ("<a href=“https://a.example/?b=1” new>code</a>", "code (https://a.example/?b=1)"),
        (
            "<jats:ext-link ext-link-type='uri' xlink:href='https://a.example'>code</jats:ext-link>",
            "code (https://a.example)",
        ),
        (
            "<a href='https://a.example/'><a id='x'/>https://<i>a</i>.example</a>",
            "https://a.example",
        ),
        (
            "<a href='https://a.example'>a <a href='https://b.example'>b</a>",
            "<a href='https://a.example'>a b (https://b.example)",
        ),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo.\n"),
        ("One.<br/>Two.<BR>Three.", "One.\nTwo.\nThree."),
        ("<p>One.<p>Two.</p>", "One.\nTwo.\n"),
        ("a <!-- note --> b <![CDATA[c <b>d</b>]]>", "a  b c d"),
        ("Oil &amp; Salt &lt; Brine &#8211; &amp;eacute;", "Oil & Salt < Brine – é"),
        ("&lt;b&gt;bold&lt;/b&gt; of a feed", "bold of a feed"),
        ("<mml:math><mml:mi>n</mml:mi></mml:math> lamps", "n lamps"),
    ],
)
def test_markup_is_taken_out_and_what_it_marks_is_kept(text, expected):
    assert without_markup(text) == expected


@pytest.mark.parametrize(
    "text",
    ["a < b and c > d", "x<y>z", "if i<b>j holds", "<s> and </s>", "<think>so</think>", "R&D; &x;"],
)
def test_what_is_no_markup_is_left(text):
    assert without_markup(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10<sup>5</sup> steps", "10^5 steps"),
        ("10<sup>-3</sup>", "10^-3"),
        ("the 1<sup>st</sup>", "the 1st"),
        ("<sup>5</sup>", "5"),
        ("CO<sub>2</sub>", "CO2"),
    ],
)
def test_power_does_not_become_another_number(text, expected):
    assert without_markup(text) == expected


@pytest.mark.parametrize(
    "opening", ["<!--", "<![CDATA[", "<a b='", "<a href='https://a", "<b>", "<"]
)
def test_markup_without_end_takes_time_that_grows_with_the_text(opening):
    start = perf_counter()
    assert without_markup(opening * 15_000) == opening * 15_000
    assert perf_counter() - start < 2


@pytest.mark.parametrize(
    ("first", "again", "last"),
    [
        ("<a ", 'href="https://x" ', "<"),
        ("<a ", "href ", "<"),
        ("<a href", " ", "<"),
        ("", "<a href=https://x>", "</a>" * 10_000),
    ],
)
def test_link_of_any_length_takes_time_that_grows_with_it(first, again, last):
    start = perf_counter()
    without_markup(first + again * 20_000 + last)
    assert perf_counter() - start < 1


def test_text_that_is_far_too_long_is_refused_with_its_markup(read_text):
    fields = {"title": "On Clocks", "abstract": "<b></b>" * 150_000}
    [_], [error] = read_text('{"title": "A"}\n' + json.dumps(fields))
    assert error.reason.startswith("abstract: has 1,050,000 characters with its markup; at most")


def test_record_has_title_and_abstract_without_markup(read_text):
    fields = {"title": "Salt &amp; <b>Pepper</b>", "abstract": "<jats:p>We cook.</jats:p>"}
    [paper], skipped = read_text(json.dumps(fields))
    assert (paper.title, paper.abstract, skipped) == ("Salt & Pepper", "We cook.", [])


def test_page_has_title_and_abstract_without_markup(read_text):
    page = "Salt &amp; Pepper\n\nWe <i>cook</i>.\n\n  \u2022 2 authors\n\u00b7\nAug 2, 2024\n"
    [paper], _ = read_text(page)
    assert (paper.title, paper.abstract) == ("Salt & Pepper", "We cook.")


def test_blog_page_has_title_and_abstract_without_markup(read_text):
    page = "Salt &amp; Pepper\n\n要約(オリジナル)\n\nWe <i>cook</i>.\n\narxiv情報\n\n著者 Bo Ek\n"
    [paper], _ = read_text(page)
    assert (paper.title, paper.abstract) == ("Salt & Pepper", "We cook.")


def test_title_of_markup_alone_is_no_title(read_text):
    _, [error] = read_text('{"title": "A"}\n{"title": "<b></b>"}')
    assert error.reason == "title: is not there or empty; each line needs one"
