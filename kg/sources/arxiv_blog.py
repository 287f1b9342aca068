"""A page of the blog arxiv.jp saved as text: a Japanese summary and the English original.

    summary by NAME          only on pages whose originals are not the authors': see below

    Title

    要約

    The summary in Japanese; this section may be missing.

    要約(オリジナル)

    The abstract in English.

    arxiv情報

    著者 Name One,Name Two
    発行日 2025-02-25 16:59:11+00:00
    arxivサイト arxiv_id(pdf)

    提供元, 利用サービス

    arxiv.jp, Google

    カテゴリー: cs.CL, cs.LG | Title はコメントを受け付けていません

The abstract is the English original; where the page leaves only the Japanese summary, that is
kept, with the language ``ja``. A line ``summary by NAME`` above the first entry holds for the
originals of the whole page. Any line of metadata may be missing, and is left out where it cannot be
read. The page has no date of its own.
An arXiv id or an address counts in the metadata only: an abstract may name another paper's.
The last entry is passed over where the page ends before its ``arxiv情報``, for then its text may
be cut; of a page without a last line end, an unfinished last line of metadata is not trusted.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import dropwhile, pairwise
from operator import attrgetter
from pathlib import Path

from kg import ids
from kg.errors import DataError
from kg.identifiers import find_arxiv, first_of_each, identifier_of_address
from kg.model import Document, Identifier, Link, Listing, PartialDate, Source
from kg.person_names import SUFFIX
from kg.sources.addresses import find_addresses, make_link
from kg.sources.banner import summary_by
from kg.sources.dates import parse_iso
from kg.sources.fields import Odd, not_too_long, prose, storable
from kg.sources.files import page_text
from kg.sources.markup import without_footnotes
from kg.sources.reader import Head, Reader

LISTING = "arXiv blog (arxiv.jp)"

_SUMMARY, _ORIGINAL, _ABOUT = "要約", "要約(オリジナル)", "arxiv情報"
_LABELS = frozenset({_SUMMARY, _ORIGINAL, _ABOUT})
_AUTHORS, _DATE, _SITE, _CATEGORIES = "著者 ", "発行日 ", "arxivサイト ", "カテゴリー:"
#: What the site prints below the last entry.
_BELOW = "投稿ナビゲーション"
#: Parts of a name that follow a comma.
_CUT = "an entry cut off before its text is known to be whole; save the page again"


#: A line of the page: its number and its text.
Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """The lines of an entry by section, its title ('' where it has none), and where it begins."""

    line: int
    title: str
    sections: dict[str, list[Line]]


@dataclass(slots=True)
class _Metadata:
    """What the lines below ``arxiv情報`` say."""

    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    categories: tuple[str, ...] = ()
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read(path: Path, *, year: int | None = None, skipped: list[DataError]) -> Iterator[Document]:
    """Yield the papers of a page in its order; `year` says nothing here: its dates have years."""
    before = len(skipped)
    text = page_text(path, skipped)
    above, entries = _entries(text.split("\n"))
    cut = _end(entries, finished=text.endswith("\n"))
    errors = [DataError(str(path), line, reason) for line, reason in cut]
    author = summary_by(above)
    for entry in entries:
        odd = Odd()
        try:
            document = not_too_long(_document(entry, path.name, author, odd))
        except ValueError as error:
            errors.append(DataError(str(path), entry.line, str(error)))
        else:
            errors.extend(odd.errors(str(path), entry.line))
            yield document
    skipped.extend(sorted(errors, key=attrgetter("line", "reason")))
    if not entries and len(skipped) == before:
        raise DataError(str(path), 0, "holds no entry; save the whole page as text")


def _label(text: str) -> str:
    """Return the section that a line opens, '' for any other line."""
    label = unicodedata.normalize("NFKC", text).strip().casefold()
    return label if label in _LABELS else ""


def _entries(lines: list[str]) -> tuple[list[str], list[_Entry]]:
    """Split a page; return what stands above the first entry, and the entries."""
    openings = list(_openings(lines))
    titles = [_title(lines, opening, floor) for floor, opening in pairwise([-1, *openings])]
    entries = []
    for title, opening, end in zip(titles, openings, [*titles, len(lines)][1:], strict=True):
        name = lines[title].strip() if title < opening else ""
        entries.append(_Entry(title + 1, name, _sections(lines, opening, end)))
    return lines[: titles[0]] if titles else lines, entries


def _openings(lines: list[str]) -> Iterator[int]:
    """Yield the index of each label that is the first of its entry."""
    latest = _ABOUT
    for index, text in enumerate(lines):
        label = _label(text)
        if label == _SUMMARY or (label == _ORIGINAL and latest != _SUMMARY):
            yield index
        latest = label or latest


def _title(lines: list[str], opening: int, floor: int) -> int:
    """Return the index of the title above an opening label, that of the label if there is none."""
    above = (index for index in range(opening - 1, floor, -1) if lines[index].strip())
    title = next(above, opening)
    text = lines[title].strip()
    taken = _label(text) or text.startswith(_CATEGORIES) or summary_by([text])
    return opening if taken else title


def _sections(lines: list[str], start: int, end: int) -> dict[str, list[Line]]:
    """Sort the lines of an entry into its sections."""
    sections: dict[str, list[Line]] = {}
    section: list[Line] = []
    for index in range(start, end):
        if label := _label(lines[index]):
            section = sections.setdefault(label, [])
        else:
            section.append((index + 1, lines[index]))
    return sections


def _end(entries: list[_Entry], *, finished: bool) -> Iterator[tuple[int, str]]:
    """Take from the last entry what the end of the page cut; yield what became no entry at all."""
    if not entries:
        return
    last = entries[-1].sections
    if _ABOUT not in last:
        last.clear()
        return
    about = last[_ABOUT]
    if not finished and about and not any(_closing(text) for _, text in about):
        about.pop()
    below = dropwhile(lambda line: not line[1].startswith(_CATEGORIES), about)
    rest = [(number, text.strip()) for number, text in below if text.strip()][1:]
    if rest and rest[0][1] != _BELOW:
        yield rest[0][0], _CUT


def _closing(text: str) -> bool:
    """Tell whether this is the line of categories, whole as far as it counts."""
    return text.startswith(_CATEGORIES) and " | " in text


def _document(entry: _Entry, source: str, author: str, odd: Odd) -> Document:
    """Make the paper of an entry; ValueError says what it lacks. What is odd can be left out."""
    title = prose("title", entry.title)
    if not title:
        raise ValueError("an entry without a title; save the page again")
    if not entry.sections:
        raise ValueError(_CUT)
    original, summary = (_text(entry, label) for label in (_ORIGINAL, _SUMMARY))
    about = _metadata([text.strip() for _, text in entry.sections.get(_ABOUT, ())], odd)
    identifiers = first_of_each(about.identifiers)
    return Document(
        id=ids.paper_id(identifiers, title),
        title=title,
        abstract=original or summary,
        language="en" if original or not summary else "ja",
        date=about.date,
        authors=about.authors,
        n_authors=len(about.authors) or None,
        categories=about.categories,
        links=tuple(about.links),
        identifiers=identifiers,
        listings=(Listing(LISTING),),
        sources=(Source(source, entry.line),),
        summary_by=author if original else "",
    )


def _text(entry: _Entry, label: str) -> str:
    """Return the text of a section."""
    return prose("abstract", "\n".join(text for _, text in entry.sections.get(label, ())))


def _metadata(lines: list[str], odd: Odd) -> _Metadata:
    """Read the lines below ``arxiv情報`` up to the categories."""
    about = _Metadata()
    for text in lines:
        if text.startswith(_AUTHORS):
            about.authors = odd.unless_odd(partial(_authors, text), ())
        elif text.startswith(_DATE):
            about.date = odd.unless_odd(partial(_date, text), None)
        elif text.startswith(_CATEGORIES):
            about.categories = _categories(text)
            break
        else:
            _addresses(text, about)
    return about


def _addresses(text: str, about: _Metadata) -> None:
    """Read the arXiv id and the addresses of a line of metadata."""
    for url in find_addresses(text):
        about.links.append(make_link(url, "project"))
        about.identifiers.extend(filter(None, [identifier_of_address(url)]))
    if text.startswith(_SITE) or text.lower().startswith("arxiv:"):
        about.identifiers[:0] = filter(None, [find_arxiv(text)])


def _authors(text: str) -> tuple[str, ...]:
    """Split names at commas, but keep ``Jr.`` with its name.

    >>> _authors("著者 Ana Lima,Bo Ek, Jr.")
    ('Ana Lima', 'Bo Ek, Jr.')
    """
    listed = prose("authors", without_footnotes(text.removeprefix(_AUTHORS)))
    names: list[str] = []
    for name in filter(None, (part.strip() for part in listed.split(","))):
        if names and SUFFIX.fullmatch(name):
            names[-1] += f", {name}"
        else:
            names.append(name)
    return tuple(names)


def _date(text: str) -> PartialDate:
    try:
        return parse_iso(text.removeprefix(_DATE).strip())
    except ValueError as error:
        raise ValueError(f"{_DATE.strip()}: {error}") from error


def _categories(text: str) -> tuple[str, ...]:
    """Return the categories of their line, which ends with the title."""
    listed = storable(text.removeprefix(_CATEGORIES).partition(" | ")[0])
    return tuple(filter(None, (part.strip() for part in listed.split(","))))


def recognises(head: Head) -> bool:
    """Tell whether a file is such a page: by the label of the original or of the metadata."""
    return any(_label(line) in {_ORIGINAL, _ABOUT} for line in head.text.split("\n"))


READER = Reader("arxiv-blog", "Page of the arXiv blog (arxiv.jp) saved as text", recognises, read)
