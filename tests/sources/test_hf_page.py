import pytest

from kg.errors import DataError, FieldError
from kg.model import Identifier, Link, PartialDate

FOOTER = "\n\n  • 2 authors\n·\n"


def _page(*entries, listing="Dec 11"):
    banner = f"Daily Papers\n\nbyAK and the research community\n\n{listing}\n\n"
    return banner + "\n\n".join(entries) + "\n"


def _entry(date, title="On Clocks"):
    return f"{title}\n\nClocks are read.{FOOTER}{date}"


def _dates(documents):
    return [paper.date.isoformat() if paper.date else None for paper in documents]


def test_sample_gives_what_it_says(samples, read):
    [lantern, salt, undated, clocks], _ = read(samples / "hf-page.txt")
    assert lantern.abstract.split("\n")[1] == "It was written up in two lines, as “pages” may do."
    assert lantern.date == PartialDate(2025, 1, 3, year_inferred=True)
    assert (lantern.n_authors, lantern.listings[0].comments) == (3, 12)
    assert (salt.date, salt.n_authors) == (PartialDate(2024, 11, 30), 1)
    assert (undated.date, undated.n_authors) == (None, 24)
    assert clocks.listings[0].comments == 4


def test_line_of_an_address_or_an_id_is_metadata(samples, read):
    lantern = read(samples / "hf-page.txt")[0][0]
    assert lantern.id == "paper/2501.01234"
    assert lantern.links == (Link("code", "https://github.com/example/lantern"),)
    assert lantern.identifiers == (Identifier("arxiv", "2501.01234"),)


def test_an_entry_has_one_arxiv_id_that_which_it_is_told_to_be(tmp_path, read):
    page = tmp_path / "page.txt"
    lines = "https://arxiv.org/abs/2401.00001\narXiv:2401.00002\n\nClocks are read."
    page.write_text(_page(f"On Clocks\n\n{lines}{FOOTER}Dec 11"), encoding="utf-8")
    [[paper], _] = read(page)
    assert paper.identifiers == (Identifier("arxiv", "2401.00002"),)


def test_summary_by_holds_for_the_whole_page(samples, read):
    documents, _ = read(samples / "hf-page.txt")
    assert {paper.summary_by for paper in documents} == {"the kg tests"}


def test_year_is_the_one_after_the_newest_printed(read_text):
    documents, _ = read_text(
        _page(_entry("Aug 2, 2024"), _entry("May 27 1"), _entry("Jan 1, 2022"))
    )
    assert _dates(documents) == ["2024-08-02", "2025-05-27", "2022-01-01"]
    assert documents[0].listings[0].date == PartialDate(2025, 12, 11, year_inferred=True)


def test_year_is_one_in_which_every_date_exists(read_text):
    documents, _ = read_text(_page(_entry("Aug 2, 2021"), _entry("Feb 29"), _entry("May 27")))
    assert _dates(documents) == ["2021-08-02", "2024-02-29", "2024-05-27"]


def test_year_of_the_page_tells_where_it_is_printed(read_text):
    documents, _ = read_text(_page(_entry("Aug 2, 2021"), _entry("May 27"), listing="Dec 11, 2024"))
    assert _dates(documents) == ["2021-08-02", "2024-05-27"]
    assert documents[0].listings[0].date == PartialDate(2024, 12, 11)


def test_page_without_any_year_leaves_its_dates_out(read_text):
    documents, skipped = read_text(_page(_entry("Aug 2"), _entry("May 27 3")))
    assert _dates(documents) == [None, None]
    assert documents[1].listings[0].date is None
    assert documents[1].listings[0].comments == 3
    assert skipped == []


def test_listing_is_not_earlier_than_its_papers(read_text):
    documents, _ = read_text(_page(_entry("Aug 2, 2023"), _entry("Dec 30"), listing="Jan 2"))
    assert _dates(documents) == ["2023-08-02", "2024-12-30"]
    assert documents[0].listings[0].date == PartialDate(2025, 1, 2, year_inferred=True)


def test_year_option_overrides(read_text):
    documents, _ = read_text(_page(_entry("Aug 2, 2021"), _entry("May 27")), year=2026)
    assert _dates(documents) == ["2021-08-02", "2026-05-27"]
    assert documents[0].listings[0].date == PartialDate(2026, 12, 11, year_inferred=True)


def test_page_copied_without_its_banner_is_read(read_text):
    [paper], skipped = read_text(_entry("Aug 2, 2024"))
    assert (paper.title, paper.listings[0].date, skipped) == ("On Clocks", None, [])


@pytest.mark.parametrize(
    "rest", ["On Maps", "On Maps\n\nMaps are re", "On Maps\n\nRead.\n\n  • 2 a"]
)
def test_entry_cut_before_its_footer_is_listed(read_text, rest):
    documents, [error] = read_text(_page(_entry("Aug 2, 2024")) + "\n" + rest)
    assert len(documents) == 1
    assert error.line == 15
    assert "cut off" in error.reason


def test_entry_cut_after_its_authors_is_kept(read_text):
    documents, skipped = read_text(
        _page(_entry("Aug 2, 2024"), "On Maps\n\nRead.\n\n  • 4 authors")
    )
    assert [paper.n_authors for paper in documents] == [2, 4]
    assert skipped == []


@pytest.mark.parametrize("date", ["Aug 32, 2024", "Feb 30", "Sept. 31", "Aug 0 12"])
def test_a_day_that_is_none_is_left_out(read_text, date):
    [kept, other], [error] = read_text(_page(_entry(date), _entry("Aug 2, 2024", "On Maps")))
    assert (kept.date, kept.n_authors, other.title) == (None, 2, "On Maps")
    assert (error.line, isinstance(error, FieldError)) == (7, True)
    assert error.reason.startswith(f"date: '{date[:5]}")


@pytest.mark.parametrize(
    "date", ["Llama 2", "Marlin 45", "Marlin 5", "Smarch 1", "2 Aug 2024", "Aug 2, 20"]
)
def test_entry_with_a_broken_date_is_listed(read_text, date):
    documents, [error] = read_text(_page(_entry(date), _entry("Aug 2, 2024", "On Maps")))
    assert [paper.title for paper in documents] == ["On Maps"]
    assert error.line == 7
    assert date in error.reason


def test_what_the_site_prints_below_is_no_entry(read_text):
    documents, skipped = read_text(_page(_entry("Aug 2, 2024")) + "\nPrevious\nNext\n\nCompany\n")
    assert len(documents) == 1
    assert skipped == []


def test_two_footers_in_a_row_are_listed(read_text):
    documents, [error] = read_text(_page(_entry("Aug 2, 2024"), "  • 3 authors\n·\nAug 3, 2024"))
    assert len(documents) == 1
    assert "without a title" in error.reason


def test_control_character_loses_no_record(read_text):
    documents, skipped = read_text(_page(_entry("Aug 2, 2024", "A\x02B"), _entry("Aug 2, 2024")))
    assert (len(documents), documents[0].title, skipped) == (2, "AB", [])


def test_banner_alone_is_an_error(read_text):
    with pytest.raises(DataError, match="holds no entry"):
        read_text("Daily Papers\n\nbyAK and the research community\n")
