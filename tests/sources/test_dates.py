import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import PartialDate
from kg.sources.dates import PrintedDate, listing_date, page_year, parse_iso, parse_printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aug 2, 2024", PrintedDate(8, 2, 2024)),
        ("May 27", PrintedDate(5, 27)),
        ("Feb 29", PrintedDate(2, 29)),
        ("September 1, 2024", PrintedDate(9, 1, 2024)),
        ("Sept. 1", PrintedDate(9, 1)),
    ],
)
def test_printed_date_is_read(text, expected):
    assert parse_printed(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "Aug", "Marlin 5", "Augu 2", "Aug 32", "Feb 29, 2023", "Aug 2, 0000", "aug 2", "Aug 2 4"],
)
def test_other_text_is_no_printed_date(text):
    with pytest.raises(ValueError, match="no "):
        parse_printed(text)


@pytest.mark.parametrize("time", ["", "T10:00:00.000Z", " 10:00:00+09:00", " 10:00", "T100000 -08"])
def test_time_of_day_is_left_out(time):
    assert parse_iso(f"2024-08-02{time}") == PartialDate(2024, 8, 2)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-8", "2024-00", "2024-02-30", "0000", "2024T10:00", "2024-08-02x"]
)
def test_other_text_is_no_iso_date(text):
    with pytest.raises(ValueError, match="no date"):
        parse_iso(text)


@pytest.mark.parametrize("time", [" -----", " 99:99:99", "T", " 10:00:00:00", " 10:00+9", "Z"])
def test_what_is_no_time_of_day_makes_no_date(time):
    with pytest.raises(ValueError, match="no date"):
        parse_iso(f"2024-08-02{time}")


@given(st.dates())
def test_iso_dates_round_trip(day):
    assert parse_iso(day.isoformat()).isoformat() == day.isoformat()


@pytest.mark.parametrize(
    ("papers", "listing", "year"),
    [
        ([], None, 0),
        ([PrintedDate(5, 1)], PrintedDate(6, 1), 0),
        ([PrintedDate(5, 1)], PrintedDate(6, 1, 2024), 2024),
        ([PrintedDate(5, 1, 2023), PrintedDate(5, 1, 2021)], None, 2024),
        ([PrintedDate(2, 29), PrintedDate(5, 1, 2022)], None, 2024),
        ([PrintedDate(5, 1, 2022)], PrintedDate(2, 29), 2024),
        ([PrintedDate(2, 29), PrintedDate(5, 1, 1896)], None, 1904),
        # The page of a day long past: its papers may have been dated later only by mistake.
        ([PrintedDate(5, 1, 2024)], PrintedDate(6, 1, 2023), 2025),
        ([PrintedDate(2, 29), PrintedDate(5, 1, 9999)], None, 0),
    ],
)
def test_page_year_follows_from_the_dates(papers, listing, year):
    assert page_year(papers, listing) == year


def test_printed_year_of_a_listing_stays():
    papers = [PartialDate(2026, 1, 1)]
    assert listing_date(PrintedDate(12, 11, 2025), 2025, papers) == PartialDate(2025, 12, 11)


def test_listing_without_a_known_year_has_no_date():
    assert listing_date(PrintedDate(12, 11), 0, []) is None
