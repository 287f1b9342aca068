import json
import tracemalloc
from dataclasses import replace

import pytest

from kg.errors import FieldError
from kg.model import Identifier, Link, Listing, PartialDate

ID = "2401.00001"


def _line(**fields):
    return json.dumps({"title": "On Clocks", **fields})


def test_sample_gives_what_it_says(samples, read):
    [lantern, clocks, salt], _ = read(samples / "jsonl.jsonl")
    assert (lantern.id, lantern.abstract) == ("paper/2501.01234", "It reads maps.")
    assert (lantern.authors, lantern.n_authors) == (("Ana Lima", "Bo Ek"), 2)
    assert lantern.categories == ("cs.CL", "cs.CV")
    assert clocks.date == PartialDate(1963, 8)
    assert clocks.identifiers == (Identifier("acl", "1963.earlymt-1.1"),)
    assert (salt.abstract, salt.language, salt.summary_by) == ("塩と胡椒。", "ja", "kg")
    assert (salt.date, salt.n_authors) == (PartialDate(2004), 3)
    assert salt.categories == ("cs.RO", "cs.LG")
    assert salt.identifiers == (Identifier("doi", "10.1109/iros.2004.1389982"),)


def test_links_have_kinds(samples, read):
    assert read(samples / "jsonl.jsonl")[0][0].links == (
        Link("paper", "https://huggingface.co/papers/2501.01234"),
        Link("code", "https://github.com/example/lantern"),
        Link("project", "https://lantern.example"),
    )


def test_daily_date_is_a_listing_with_votes(samples, read):
    expected = Listing("Hugging Face Daily Papers", PartialDate(2025, 1, 6), votes=12)
    assert read(samples / "jsonl.jsonl")[0][0].listings == (expected,)


def test_broken_third_line_is_named(samples, read):
    documents, [error] = read(samples / "jsonl.broken.jsonl")
    assert [paper.title for paper in documents][2:] == ["A Fourth"]
    assert error.line == 3
    assert error.reason.endswith("mend or remove the line")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": None}, "title"),
        ({"title": " "}, "title"),
        ({"title": ["On Clocks"]}, "title"),
        ({"title": "a" * 1_001}, "title"),
        ({"abstract": 3}, "abstract"),
        ({"abstract": "a" * 100_001}, "abstract"),
        ({"summary": ["a"]}, "summary"),
        ({"summary_by": 3}, "summary_by"),
        ({"abstract": "a" * 100_001, "date": "today"}, "abstract"),
    ],
)
def test_record_that_is_wrong_in_what_counts_is_passed_over(read_text, fields, name):
    documents, [error] = read_text(_line() + "\n" + _line(**fields))
    assert len(documents) == 1
    assert error.line == 2
    assert not isinstance(error, FieldError)
    assert error.reason.startswith(f"{name}:")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"authors": "Ana Lima"}, "authors"),
        ({"authors": [{"fullname": "Ana Lima"}]}, "authors, item 1"),
        ({"date": "2024-13-01"}, "date"),
        ({"date": "2023-02-29"}, "date"),
        ({"date": "2024-00"}, "date"),
        ({"date": True}, "date"),
        ({"date": 20240101}, "date"),
        ({"daily_date": "today"}, "daily_date"),
        ({"arxiv_id": 2401.00001}, "arxiv_id"),
        ({"arxivId": "10.1000/182"}, "arxivId"),
        ({"arxiv_id": "", "arxiv": "eleven"}, "arxiv"),
        ({"doi": "1" + " " * 200_000 + "1"}, "doi"),
        ({"doi": "eleven"}, "doi"),
        ({"doi": 5}, "doi"),
        ({"doi": "10.1000/182 (in press)"}, "doi"),
        ({"doi": "10.1000/182 and 10.1000/183"}, "doi"),
        ({"doi": "10.1000/" + "x" * 400}, "doi"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": 3}, "url"),
        ({"githubRepo": "github.com/a/b"}, "githubRepo"),
        ({"githubRepo": 'https://github.com/a"b'}, "githubRepo"),
        ({"upvotes": "7"}, "upvotes"),
        ({"upvotes": -1}, "upvotes"),
        ({"n_authors": 2**31}, "n_authors"),
        ({"n_authors": True}, "n_authors"),
        ({"language": "e n"}, "language"),
        ({"categories": [1]}, "categories, item 1"),
        ({"categories": {}}, "categories"),
    ],
)
def test_odd_field_is_left_out_and_named(read_text, fields, name):
    [plain, kept], [error] = read_text(_line(id=ID) + "\n" + _line(id=ID, **fields))
    assert (error.line, isinstance(error, FieldError)) == (2, True)
    assert error.reason.startswith(f"{name}:")
    assert kept == replace(plain, sources=kept.sources)


def test_odd_author_takes_no_other_with_it(read_text):
    names = ["Ana Lima", None, {"name": "Bo Ek"}, "\x00", 4]
    [paper], skipped = read_text(_line(authors=names))
    assert (paper.authors, paper.n_authors) == (("Ana Lima", "Bo Ek"), 5)
    assert [error.reason.partition(":")[0] for error in skipped] == [
        "authors, item 2", "authors, item 4", "authors, item 5"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2413.01234", "is no arXiv id, for there is no month 13"),
        (2401.0001, "must be a text"),
        (["2401.00004"], "must be a text"),
        ({"a": 1}, "must be a text"),
        ("10.1000/" + "x" * 400, "has 408 characters; at most 300"),
    ],
)
def test_odd_id_is_told_and_the_title_tells_the_paper(read_text, value, reason):
    [plain, kept], [error] = read_text(_line() + "\n" + _line(id=value))
    assert (kept.id, isinstance(error, FieldError)) == (plain.id, True)
    assert error.reason.startswith("id: ")
    assert reason in error.reason


@pytest.mark.parametrize("fields", [{"url": 3}, {"url": "javascript:alert(1)"}, {"doi": "eleven"}])
def test_odd_field_that_would_tell_the_paper_loses_it_not(read_text, fields):
    [plain, kept], [error] = read_text(_line() + "\n" + _line(**fields))
    assert (kept.id, isinstance(error, FieldError)) == (plain.id, True)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("id", "https://doi.org/10.1000/182", Identifier("doi", "10.1000/182")),
        ("id", "arxiv.org/abs/2401.00001v2", Identifier("arxiv", ID)),
        ("id", " arXiv:  2401.00001 v2", Identifier("arxiv", ID)),
        ("id", "\ufeff2401.00001\u200b", Identifier("arxiv", ID)),
        ("arxiv_id", "2401.00001v2", Identifier("arxiv", ID)),
        ("arxivId", "https://arxiv.org/abs/2401.00001", Identifier("arxiv", ID)),
        ("arxiv", "arXiv:2401.00001", Identifier("arxiv", ID)),
        ("doi", "10.1000/ 182", Identifier("doi", "10.1000/182")),
        ("doi", "DOI: 10.1000/182", Identifier("doi", "10.1000/182")),
    ],
)
def test_identifier_is_read_in_any_spelling(read_text, name, value, expected):
    [paper], skipped = read_text(_line(**{name: value}))
    assert (paper.identifiers, skipped) == ((expected,), [])


def test_odd_field_takes_no_other_with_it(read_text):
    fields = {"id": "2401.00001", "upvotes": 2**63, "authors": "Ana", "n_authors": 3}
    line = _line(**fields, daily_date="2024-08-02", url="https://arxiv.org/abs/2401.1", doi=None)
    [paper], skipped = read_text(_line(**json.loads(line) | {"githubRepo": "none"}))
    assert [error.reason.partition(":")[0] for error in skipped] == [
        "authors", "githubRepo", "upvotes"
    ]  # fmt: skip
    assert (paper.id, paper.n_authors, len(paper.links)) == ("paper/2401.00001", 3, 1)
    assert paper.listings == (Listing("Hugging Face Daily Papers", PartialDate(2024, 8, 2)),)


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "3",
        "null",
        "{",
        "[" * 100_000,
        '{"title": 1e',
        "\udcff",
        '{"title": ' + "9" * 5000 + "}",
    ],
    ids=["list", "number", "null", "brace", "deep", "cut", "no UTF-8", "huge number"],
)
def test_line_that_is_no_record_is_listed(read_text, line):
    content = f"{_line()}\n{line}\n{_line()}".encode("utf-8", "surrogateescape")
    documents, [error] = read_text(content)
    assert len(documents) == 2
    assert error.line == 2


def test_number_of_too_many_digits_is_told_in_words_of_ours(read_text):
    _, [error] = read_text(f'{_line()}\n{{"title": {"9" * 5000}}}')
    assert error.reason == "holds a number of more than 4,300 digits; mend or remove the line"


def test_number_that_is_no_date_is_called_a_number(read_text):
    _, [error] = read_text(_line() + "\n" + _line(date=20240101))
    assert "the number 20240101 is no year; write a text like '2024-08-02'" in error.reason


def test_what_is_quoted_of_a_field_is_short(read_text):
    _, skipped = read_text("\n".join(_line(**{name: "x" * 9_000}) for name in ("date", "url")))
    assert all(len(error.reason) < 200 for error in skipped)
    assert len(skipped) == 2


@pytest.mark.parametrize("value", [None, "", []])
def test_null_and_empty_fields_count_as_not_there(read_text, value):
    text = "" if value == [] else value
    line = _line(abstract=text, date=text, url=text, doi=text, githubRepo=text, authors=value or [])
    [paper], skipped = read_text(line)
    assert (paper.abstract, paper.date, paper.links, paper.authors) == ("", None, (), ())
    assert skipped == []


@pytest.mark.parametrize("value", ["iros2004:1389982", "12", 12])
def test_foreign_id_is_passed_over(read_text, value):
    [paper], skipped = read_text(_line(id=value))
    assert (paper.identifiers, skipped) == ((), [])


def test_line_end_within_an_address_is_taken_out(read_text):
    [paper], _ = read_text(_line(githubRepo="https://github.com/\nowner/name"))
    assert paper.links == (Link("code", "https://github.com/owner/name"),)


def test_authors_have_no_markup(read_text):
    [paper], _ = read_text(_line(authors=["Ana O&#39;Hara", {"name": "<b>Bo</b> M&uuml;ller"}]))
    assert paper.authors == ("Ana O'Hara", "Bo M\u00fcller")


def test_title_keeps_the_white_space_within(read_text):
    [paper], _ = read_text(_line(title="  On \n  Clocks\u2028and\u00a0Maps \n"))
    assert paper.title == "On \n  Clocks\u2028and\u00a0Maps"


def test_file_is_streamed(tmp_path, read):
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_line(abstract="x" * 1000) + "\n" for _ in range(8000))
    from kg import sources

    tracemalloc.start()
    count = sum(1 for _ in sources.read(path, skipped=[]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 8000
    assert peak < 4_000_000 < path.stat().st_size


def test_control_character_as_it_is_loses_no_record(read_text):
    [paper], skipped = read_text('{"title": "On\x00 Clo\x07cks\tand\x0cMaps"}')
    assert (paper.title, skipped) == ("On Clocks\tand Maps", [])
