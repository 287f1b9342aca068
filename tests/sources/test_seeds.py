"""The four real pages against a table that was written by reading them, not with the readers."""

import csv
import hashlib
import os
from pathlib import Path

import pytest

from kg import ids

_TABLE = Path(__file__).resolve().parents[1] / "data" / "sources" / "seeds_table.tsv"
_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_SEEDS = Path(os.environ.get("KG_SHARED", _SHARED)) / "seeds"

pytestmark = pytest.mark.skipif(not _SEEDS.is_dir(), reason="the real pages are not at hand")


def _rows():
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture
def documents(read):
    """Read a page by its number."""

    def of_page(page):
        [path] = _SEEDS.glob(f"{page}_*.txt")
        papers, skipped = read(path)
        assert skipped == []
        return papers

    return of_page


def _hash(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _authors(document):
    if document.authors:
        assert document.n_authors == len(document.authors)
    return ",".join(document.authors) or str(document.n_authors)


def _row(page, position, document):
    """Write a document as the table writes it."""
    [listing], [source] = document.listings, document.sources
    assert document.date.precision == "day"
    return {
        "page": page,
        "position": str(position),
        "line": str(source.line),
        "title_begins": " ".join(document.title.split()[:3]),
        "title_sha256": _hash(document.title),
        "abstract_sha256": _hash(document.abstract),
        "date": document.date.isoformat(),
        "inferred": "yes" if document.date.year_inferred else "no",
        "authors": _authors(document),
        "comments": "-" if listing.comments is None else str(listing.comments),
        "categories": ", ".join(document.categories) or "-",
    }


@pytest.mark.parametrize("page", ["000", "001", "002", "003"])
def test_every_field_is_as_the_page_says(documents, page):
    expected = [row for row in _rows() if row["page"] == page]
    assert [_row(page, at, paper) for at, paper in enumerate(documents(page), 1)] == expected


def test_116_entries_are_113_papers_three_of_them_twice(documents):
    keys = [ids.title_key(paper.title) for page in range(4) for paper in documents(f"{page:03}")]
    assert len(keys) == 116
    assert len(set(keys)) == 113
    assert sorted(map(keys.count, set(keys)))[-4:] == [1, 2, 2, 2]


@pytest.mark.parametrize(
    ("page", "name", "date"),
    [
        ("000", "Hugging Face Daily Papers", "2025-12-11"),
        ("001", "Hugging Face Daily Papers", "2026-05-13"),
        ("002", "Hugging Face Daily Papers", "2025-12-01"),
        ("003", "arXiv blog (arxiv.jp)", None),
    ],
)
def test_listing_is_that_of_the_page(documents, page, name, date):
    for paper in documents(page):
        [listing] = paper.listings
        assert listing.name == name
        assert (listing.date.isoformat() if listing.date else None) == date


def test_year_that_one_page_infers_another_prints(documents):
    [printed] = [p for p in documents("001") if p.title.startswith("Small Language Models for A")]
    [inferred] = [p for p in documents("002") if p.title == printed.title]
    assert inferred.date.isoformat() == printed.date.isoformat() == "2025-10-04"
    assert (printed.date.year_inferred, inferred.date.year_inferred) == (False, True)
