"""A Hugging Face Daily Papers page (or a search of it) saved as text.

    Daily Papers
    summary by NAME          only on pages whose abstracts are not the authors': see below
    byAK and the research community
    Dec 11                   the date of the page, with or without a year

    Title

    Abstract, one line or several.

    https://github.com/...   optional: lines that are an address or an arXiv id, nothing else

      • 4 authors
    ·
    May 23, 2023 10          with or without a year and a count of comments

How a date without a year gets one is said in `kg.sources.dates`. A line ``summary by NAME`` above
the first entry holds for all entries of the page. An entry without its line of authors is cut
off and passed over; one that only lacks its date is kept, and so, without it, is one whose date is
no day of the calendar. Addresses within an abstract are text,
and left to extraction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg import ids
from kg.errors import DataError, FieldError
from kg.identifiers import first_of_each, identifier_of_address, parse_identifier
from kg.model import Document, Identifier, Link, Listing, PartialDate, Source
from kg.sources.addresses import is_address, make_link
from kg.sources.banner import summary_by
from kg.sources.dates import PrintedDate, listing_date, month_of, page_year, parse_printed
from kg.sources.fields import not_too_long, prose
from kg.sources.files import page_text
from kg.sources.reader import Head, Reader

LISTING = "Hugging Face Daily Papers"

_BYLINE = r"by ?AK and the research community"
_DATE = r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:, [0-9]{4})?"
_FOOTER = re.compile(
    r"^[ \t]*•[ \t]*(?P<authors>[0-9]{1,6}) authors?[ \t]*$"
    r"(?:\n\s*·[ \t]*$"
    rf"(?:\n\s*(?P<date>{_DATE})(?: (?P<comments>[0-9]{{1,9}}))?[ \t]*$"
    r"|\n[ \t]*(?P<broken>\S.*)$)?)?",
    re.MULTILINE,
)
_RECOGNISED = re.compile(rf"{_FOOTER.pattern}|^{_BYLINE}[ \t\r]*$", re.MULTILINE)
_BANNER = re.compile(
    rf"{_DATE}|{_BYLINE}|Daily Papers|Subscribe|new|(?i:summary by \S.*)"
    r"|Get trending papers in your email inbox!"
)
#: What the site prints below the last entry.
_BELOW = re.compile(
    r"Previous|Next|Load more|System theme|Company|TOS|Privacy|About|Careers|Website|Models"
    r"|Datasets|Spaces|Pricing|Docs"
)

#: A line of the page: its number and its text.
Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands above one footer, and what the footer says.

    `broken` stands where the date should, and is none; `odd_date` is one that no calendar has.
    """

    lines: tuple[Line, ...]
    n_authors: int
    printed: PrintedDate | None
    comments: int | None
    broken: str
    odd_date: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """What holds for all entries of a page; `year` is 0 where the page does not tell it."""

    source: str
    year: int
    listed: PartialDate | None
    summary_by: str


def read(path: Path, *, year: int | None = None, skipped: list[DataError]) -> Iterator[Document]:
    """Yield the papers of a page in its order; `year` is that of the dates that print none."""
    before = len(skipped)
    blocks, rest = _blocks(page_text(path, skipped))
    banner, blocks = _without_banner(blocks)
    page = _page(path.name, banner, blocks, year)
    for block in blocks:
        try:
            document = not_too_long(_document(block, page))
        except ValueError as error:
            line = next((number for number, text in block.lines if text.strip()), block.lines[0][0])
            skipped.append(DataError(str(path), line, str(error)))
        else:
            if block.odd_date:
                reason = f"date: {block.odd_date!r} is no day of the calendar"
                skipped.append(FieldError(str(path), document.sources[0].line, reason))
            yield document
    skipped.extend(DataError(str(path), line, reason) for line, reason in _cut(rest, blocks))
    if not blocks and len(skipped) == before:
        raise DataError(str(path), 0, "holds no entry; save the whole page as text")


def _blocks(text: str) -> tuple[list[_Block], tuple[Line, ...]]:
    """Split a page at its footers; return the blocks and the lines below the last one."""
    blocks, start, line = [], 0, 1
    for match in _FOOTER.finditer(text):
        above = _lines(text[start : match.start()], line)
        blocks.append(_block(above, match))
        line += text.count("\n", start, match.end())
        start = match.end()
    return blocks, _lines(text[start:], line)


def _lines(text: str, first: int) -> tuple[Line, ...]:
    """Return the lines of a part of the page with their numbers."""
    return tuple((first + index, line) for index, line in enumerate(text.split("\n")))


def _block(lines: tuple[Line, ...], footer: re.Match[str]) -> _Block:
    """Read a footer."""
    printed, broken, odd = None, footer["broken"] or "", ""
    if footer["date"]:
        try:
            printed = parse_printed(footer["date"])
        except ValueError:  # a line of another kind may be the title of the next entry: "Llama 2"
            is_date = month_of(footer["date"]) > 0
            broken, odd = ("", footer["date"]) if is_date else (footer["date"], "")
    comments = int(footer["comments"]) if footer["comments"] else None
    return _Block(lines, int(footer["authors"]), printed, comments, broken, odd)


def _without_banner(blocks: list[_Block]) -> tuple[tuple[Line, ...], list[_Block]]:
    """Take the banner off the first block: it ends with the last of its known lines."""
    if not blocks:
        return (), blocks
    first, *others = blocks
    known = [
        index for index, (_, text) in enumerate(first.lines) if _BANNER.fullmatch(text.strip())
    ]
    end = known[-1] + 1 if known else 0
    return first.lines[:end], [replace(first, lines=first.lines[end:]), *others]


def _page(source: str, banner: tuple[Line, ...], blocks: list[_Block], year: int | None) -> _Page:
    """Read the banner, and what the dates of all entries tell of the year."""
    listing = _listing_date(banner)
    printed = [block.printed for block in blocks if block.printed]
    found = year or page_year(printed, listing)
    papers = [date for date in (one.within(found) for one in printed) if date]
    listed = None
    if listing:
        listed = listing.within(year) if year else listing_date(listing, found, papers)
    return _Page(source, found, listed, summary_by(text for _, text in banner))


def _listing_date(banner: tuple[Line, ...]) -> PrintedDate | None:
    """Return the date of the page: the last date of its banner."""
    for _, text in reversed(banner):
        try:
            return parse_printed(text.strip())
        except ValueError:
            continue
    return None


def _document(block: _Block, page: _Page) -> Document:
    """Make the paper of a block; ValueError says what it lacks."""
    if block.broken:
        raise ValueError(f"{block.broken!r:.40} is no date like 'Aug 2, 2024' or 'Aug 2 4'")
    found: list[Identifier] = []
    links: list[Link] = []
    body = [line for line in block.lines if not _read_address(line[1].strip(), found, links)]
    if any(_ends_an_entry(text.strip()) for _, text in body):
        raise ValueError(
            "holds two papers: the first has no line like '• 4 authors'; save it again"
        )
    title, line, abstract = _texts(body)
    identifiers = first_of_each(found)
    return Document(
        id=ids.paper_id(identifiers, title),
        title=title,
        abstract=abstract,
        date=block.printed.within(page.year) if block.printed else None,
        n_authors=block.n_authors,
        links=tuple(links),
        identifiers=identifiers,
        listings=(Listing(LISTING, page.listed, comments=block.comments),),
        sources=(Source(page.source, line),),
        summary_by=page.summary_by,
    )


def _ends_an_entry(text: str) -> bool:
    """Tell whether a line stands below a paper only: the dot, or a date of its own."""
    if text == "·":
        return True
    try:
        parse_printed(text)
    except ValueError:
        return False
    return True


def _read_address(text: str, found: list[Identifier], links: list[Link]) -> bool:
    """Read a line that is an address or an arXiv id; tell whether it is one."""
    if is_address(text):
        links.append(make_link(text, "project"))
        found.extend(filter(None, [identifier_of_address(text)]))
        return True
    if text.lower().startswith("arxiv:") and (identifier := parse_identifier(text)):
        found.insert(0, identifier)  # what is told to be the id comes before addresses
        return True
    return False


def _texts(lines: list[Line]) -> tuple[str, int, str]:
    """Return title, its line, and abstract: the first line that holds text, and the rest."""
    for index, (number, text) in enumerate(lines):
        if title := prose("title", text):
            abstract = "\n".join(text for _, text in lines[index + 1 :])
            return title, number, prose("abstract", abstract)
    raise ValueError("an entry without a title; save the page again")


def _cut(rest: tuple[Line, ...], blocks: list[_Block]) -> Iterator[tuple[int, str]]:
    """Yield the line of an entry below the last footer, and why it is no paper."""
    known = _BELOW.fullmatch if blocks else _BANNER.fullmatch
    left = [number for number, text in rest if text.strip() and not known(text.strip())]
    if left:
        yield left[0], "an entry cut off before its number of authors; save the page again"


def recognises(head: Head) -> bool:
    """Tell whether a file is such a page: by a footer or by the line below the banner."""
    return _RECOGNISED.search(head.text.replace("\r\n", "\n")) is not None


READER = Reader("hf-page", "Hugging Face Daily Papers page saved as text", recognises, read)
