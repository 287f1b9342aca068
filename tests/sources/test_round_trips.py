"""Pages made by the rules of a layout read back; nothing but DataError is ever raised."""

import contextlib
import datetime
import gzip
import json
import re
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import sources
from kg.errors import DataError, FieldError
from kg.sources import SOURCES

#: Files are written and read: on a busy machine that takes as long as it takes.
unhurried = settings(deadline=None)

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "sources"
PAGES = tuple(sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".jsonl"}))

#: Lines that the layouts give a meaning to, which no title or abstract line can be.
_TAKEN = re.compile(
    r"[•·].*|https?://.*|arxiv.*|要約.*|カテゴリー.*|summary by .*|by ?AK.*|Daily Papers|Subscribe"
    r"|new|Get trending.*|[A-Z][a-z]{2,8}\.? [0-9].*|投稿.*",
    re.IGNORECASE,
)
#: Characters that nobody sees, and markup, are taken out of a text.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn"), exclude_characters="<&")
LINE = (
    st.text(_CHARACTERS, min_size=1, max_size=40)
    .map(str.strip)
    .filter(lambda line: line and not _TAKEN.match(unicodedata.normalize("NFKC", line).strip()))
)
ABSTRACT = st.lists(st.one_of(LINE, st.just("")), max_size=4).map(
    lambda lines: "\n".join(lines).strip()
)
NAME = st.text(
    st.characters(categories=("L", "Zs"), include_characters="-.'"), min_size=4, max_size=20
)
NAMES = st.lists(NAME.map(str.strip).filter(lambda name: len(name) > 3), max_size=4)
COUNT = st.one_of(st.none(), st.integers(0, 10**6))


def _read(content, year=None):
    """Read a file with this content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page")
        path.write_bytes(content)
        skipped: list[DataError] = []
        return list(sources.read(path, year=year, skipped=skipped)), skipped


DAY = st.dates(datetime.date(1991, 1, 1), datetime.date(2030, 12, 31))
HF_ENTRY = st.tuples(LINE, ABSTRACT, st.integers(0, 999), DAY, COUNT)


def _printed(day, page_year):
    """Print a day as the site does: its year only where it is not the page's."""
    year = "" if day.year == page_year else f", {day.year}"
    return f"{day:%b} {day.day}{year}"


def _hf_page(entries, page_year):
    """Write a page of 31 December."""
    parts = ["new\n\nDaily Papers\n\nbyAK and the research community\n\nDec 31\n\n"]
    for title, abstract, n_authors, day, comments in entries:
        noun = "author" if n_authors == 1 else "authors"
        tail = "" if comments is None else f" {comments}"
        date = _printed(day, page_year)
        parts.append(f"{title}\n\n{abstract}\n\n  • {n_authors} {noun}\n·\n{date}{tail}\n\n")
    return "".join(parts)


@unhurried
@given(st.lists(HF_ENTRY, max_size=5), LINE)
def test_hugging_face_page_reads_back(entries, title):
    year = max((day.year for *_, day, _ in entries), default=2024)
    # A paper of the year before pins the year of the page.
    entries.append((title, "", 1, datetime.date(year - 1, 6, 1), None))
    documents, skipped = _read(_hf_page(entries, year).encode())
    assert skipped == []
    assert [
        (
            paper.title,
            paper.abstract,
            paper.n_authors,
            paper.date.isoformat(),
            paper.listings[0].comments,
        )
        for paper in documents
    ] == [(*entry[:3], entry[3].isoformat(), entry[4]) for entry in entries]
    assert [paper.date.year_inferred for paper in documents] == [e[3].year == year for e in entries]
    assert documents[0].listings[0].date.isoformat() == f"{year:04}-12-31"


BLOG_ENTRY = st.tuples(
    LINE, ABSTRACT, LINE, NAMES, DAY, st.lists(st.sampled_from(["cs.CL", "math.NT"]))
)


def _blog_page(entries):
    """Write a page with a Japanese summary where there is one."""
    parts = []
    for title, summary, original, names, day, categories in entries:
        japanese = f"要約\n\n{summary}\n\n" if summary else ""
        about = f"著者 {','.join(names)}\n発行日 {day} 16:59:11+00:00\narxivサイト arxiv_id(pdf)"
        foot = f"カテゴリー: {', '.join(categories)} | {title} はコメントを受け付けていません"
        parts.append(
            f"{title}\n\n{japanese}要約(オリジナル)\n\n{original}\n\narxiv情報\n\n{about}\n\n{foot}\n\n"
        )
    return "".join(parts)


@unhurried
@given(st.lists(BLOG_ENTRY, min_size=1, max_size=4))
def test_blog_page_reads_back(entries):
    documents, skipped = _read(_blog_page(entries).encode())
    assert skipped == []
    assert [
        (paper.title, paper.abstract, paper.authors, paper.date.isoformat(), paper.categories)
        for paper in documents
    ] == [(e[0], e[2], tuple(e[3]), e[4].isoformat(), tuple(e[5])) for e in entries]


RECORD = st.fixed_dictionaries(
    {"title": LINE}, optional={"abstract": ABSTRACT, "authors": NAMES, "upvotes": COUNT}
)


@unhurried
@given(st.lists(RECORD, min_size=1), st.booleans())
def test_records_read_back(records, ascii_only):
    lines = [json.dumps(record, ensure_ascii=ascii_only) for record in records]
    documents, skipped = _read("\n".join(lines).encode())
    assert skipped == []
    assert [(paper.title, paper.abstract, list(paper.authors)) for paper in documents] == [
        (record["title"], record.get("abstract", ""), record.get("authors", []))
        for record in records
    ]


@unhurried
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_are_a_data_error(content):
    with contextlib.suppress(DataError):
        _read(content)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = (
    "abstract",
    "id",
    "authors",
    "date",
    "url",
    "daily_date",
    "upvotes",
    "doi",
    "categories",
    "language",
)


@unhurried
@given(JSON | st.just("A Title"), st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)))
def test_any_value_of_any_field_is_read_or_listed(title, fields):
    documents, skipped = _read(json.dumps({"title": title, **fields}).encode())
    left_out = [error for error in skipped if isinstance(error, FieldError)]
    assert len(documents) + len(skipped) - len(left_out) == 1
    assert documents or not left_out


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
@unhurried
@given(data=st.data())
def test_any_damage_is_read_or_is_a_data_error(path, data):
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content)))
    until = data.draw(st.integers(at, min(at + 20, len(content))))
    damaged = content[:at] + data.draw(st.binary(max_size=4)) + content[until:]
    with contextlib.suppress(DataError):
        _read(gzip.compress(damaged) if data.draw(st.booleans()) else damaged)


@pytest.mark.parametrize("reader", SOURCES.values(), ids=SOURCES)
@unhurried
@given(content=st.binary(max_size=200))
def test_reader_raises_nothing_else_for_files_it_does_not_recognise(reader, content):
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(DataError):
        path = Path(folder, "page")
        path.write_bytes(content)
        list(reader.read(path, year=None, skipped=[]))


@pytest.mark.parametrize(
    "path", [p for p in PAGES if ".broken" not in p.name], ids=lambda p: p.name
)
@unhurried
@given(data=st.data())
def test_page_cut_anywhere_keeps_what_is_whole(path, data):
    content = path.read_bytes()
    whole, _ = _read(content)
    cut = content[: data.draw(st.integers(0, len(content)))]
    with contextlib.suppress(DataError):
        kept, _ = _read(cut)
        texts = [(paper.title, paper.abstract) for paper in kept]
        assert texts == [(paper.title, paper.abstract) for paper in whole][: len(kept)]
