"""JSON Lines, plain or gzipped: one paper a line, as an object with a ``title``.

| field | becomes |
| --- | --- |
| ``title`` | the title; the one field that must be there |
| ``abstract``, else ``summary`` | the abstract |
| ``id``, ``arxiv_id``, ``doi``, ``url`` | identifiers: arXiv ids, DOIs, ACL ids; other ids are
passed over; ``arxivId`` and ``arxiv`` are other names of the second |
| ``authors`` | a list of names, or of objects with a ``name`` |
| ``n_authors`` | their number, where there is no list |
| ``date`` | ``2024-08-02``, ``2024-08`` or ``2024``, with or without a time |
| ``url``, ``githubRepo``, ``projectPage`` | links |
| ``daily_date``, ``upvotes`` | an appearance in Hugging Face Daily Papers, and its votes |
| ``categories`` | a list, or one text with spaces or commas between |
| ``language``, ``summary_by`` | as they are |

Null and empty fields count as not there; unknown fields are passed over. Lines are read one by
one. A line that is no such object makes a bad record, and so do a title, an abstract or a
``summary_by`` of a wrong type: they say what is read, and whose words. Any other field like that is
left out, and told of; of ``authors`` only those that are odd.
"""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kg import ids
from kg.errors import DataError
from kg.identifiers import (
    LONGEST_ID,
    first_of_each,
    identifier_in,
    identifier_of_address,
    monthless_arxiv,
)
from kg.model import Document, Identifier, Link, Listing, PartialDate, Source
from kg.sources.addresses import join_address, make_link
from kg.sources.dates import parse_iso
from kg.sources.fields import (
    Odd,
    Record,
    count_field,
    item_text,
    items_field,
    list_field,
    not_too_long,
    prose_field,
    storable,
    text_field,
)
from kg.sources.files import LINE_LIMIT, numbered_lines
from kg.sources.hf_page import LISTING
from kg.sources.reader import Head, Reader

_ENGLISH = "en"
_BOM = b"\xef\xbb\xbf"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
#: White space within an identifier; any other is between it and further words.
_BLANKS = re.compile(r"(?<=[/:.])\s+|\s+(?=[/:.])|\s+(?=v[0-9]+$)")
#: What the field of an arXiv id is called.
_ARXIV = ("arxiv_id", "arxivId", "arxiv")
#: The other fields that hold addresses, and the kind of link where the address does not tell it.
_LINKS = (("githubRepo", "code"), ("projectPage", "project"))


def read(path: Path, *, year: int | None = None, skipped: list[DataError]) -> Iterator[Document]:
    """Yield the papers of a file in its order; `year` says nothing here: dates have years."""
    for number, line in numbered_lines(path, skipped):
        if not line.strip():
            continue
        try:
            record = _record(line.removeprefix(_BOM) if number == 1 else line)
            odd = Odd()
            document = not_too_long(_document(record, Source(path.name, number), odd))
        except ValueError as error:
            skipped.append(DataError(str(path), number, str(error)))
        else:
            skipped.extend(odd.errors(str(path), number))
            yield document


def _record(line: bytes) -> Record:
    """Read the object of a line; ValueError says why there is none."""
    if len(line) > LINE_LIMIT:
        raise ValueError(f"longer than {LINE_LIMIT >> 20} MiB; put one paper on a line")
    try:
        record = json.loads(line.decode("utf-8"), strict=False)  # control characters: see `fields`
    except UnicodeDecodeError as error:
        raise ValueError("is not UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        reason = f"is no JSON ({error.msg}, column {error.colno}); mend or remove the line"
        raise ValueError(reason) from error
    except ValueError as error:  # of Python, which reads numbers of up to 4,300 digits
        reason = "holds a number of more than 4,300 digits; mend or remove the line"
        raise ValueError(reason) from error
    except RecursionError as error:
        raise ValueError("is nested too deep; mend or remove the line") from error
    if not isinstance(record, dict):
        raise ValueError('is no JSON object; write {"title": ..., "abstract": ...}')
    return record


def _document(record: Record, source: Source, odd: Odd) -> Document:
    """Make the paper of a record; ValueError names the field that is wrong.

    What can be left out is noted as odd.
    """
    title = prose_field(record, "title")
    if not title:
        raise ValueError("title: is not there or empty; each line needs one")
    url, found = _identified(record, odd)
    authors, n_authors = _authors(record, odd)
    return Document(
        id=ids.paper_id(found, title),
        title=title,
        abstract=prose_field(record, "abstract") or prose_field(record, "summary"),
        language=odd.unless_odd(lambda: _language(record), _ENGLISH),
        date=odd.unless_odd(lambda: _date(record, "date"), None),
        authors=authors,
        n_authors=n_authors,
        categories=odd.unless_odd(lambda: _categories(record), ()),
        links=tuple(filter(None, (url, *_links(record, odd)))),
        identifiers=found,
        listings=_listings(record, odd),
        sources=(source,),
        summary_by=text_field(record, "summary_by"),
    )


def _identified(record: Record, odd: Odd) -> tuple[Link | None, tuple[Identifier, ...]]:
    """Return the link of the address, and one identifier a scheme: of ids, DOI or address.

    What is odd of them is left out: without any, the title tells the paper.
    """
    address = odd.unless_odd(lambda: text_field(record, "url"), "")
    candidates = (
        odd.unless_odd(lambda: _id(record), None),
        odd.unless_odd(lambda: _arxiv(record), None),
        odd.unless_odd(lambda: _doi(text_field(record, "doi")), None),
        identifier_of_address(address),
    )
    link = odd.unless_odd(partial(_link, record | {"url": address}, "url", "paper"), None)
    return link, first_of_each(filter(None, candidates))


def _id(record: Record) -> Identifier | None:
    """Read the identifier of an id, bare or as an address; None where it is of another registry.

    Whole numbers are ids of other registries; any other number may have lost noughts at its end.
    """
    value = record.get("id")
    if type(value) is int or not value:
        return None
    if not isinstance(value, str):
        raise ValueError(f"id: must be a text like '2106.09685', not {value!r:.40}")
    text = storable(value)
    found = _identifier("id", text)
    if not found and (month := monthless_arxiv(text)):
        raise ValueError(f"id: {text!r:.60} is no arXiv id, for there is no month {month}")
    return found


def _arxiv(record: Record) -> Identifier | None:
    """Read the arXiv id of the first field for it that is not empty, bare or as an address."""
    given = ((name, text_field(record, name)) for name in _ARXIV)
    name, text = next((one for one in given if one[1]), ("", ""))
    found = _identifier(name, text)
    if text and (not found or found.scheme != "arxiv"):
        raise ValueError(f"{name}: {text!r:.60} is no arXiv id like '2106.09685'")
    return found


def _identifier(name: str, text: str) -> Identifier | None:
    """Read an identifier or the address of one, also with blanks beside its signs or version."""
    if len(text) > LONGEST_ID:
        raise ValueError(f"{name}: has {len(text):,} characters; at most {LONGEST_ID} are read")
    return identifier_in(text) or identifier_in(_BLANKS.sub("", text))


def _authors(record: Record, odd: Odd) -> tuple[tuple[str, ...], int | None]:
    """Return the authors that can be read, and how many there are: of a list, all its items."""
    items: list[Any] = odd.unless_odd(lambda: items_field(record, "authors"), [])
    read = [
        odd.unless_odd(partial(item_text, "authors", *item), "") for item in enumerate(items, 1)
    ]
    authors = tuple(filter(None, read))
    if authors:
        return authors, len(items)
    return (), odd.unless_odd(lambda: count_field(record, "n_authors"), None)


def _doi(text: str) -> Identifier | None:
    """Read a DOI, bare or as an address."""
    found = _identifier("doi", text)
    if text and (not found or found.scheme == "acl"):
        raise ValueError(f"doi: {text!r:.60} is no DOI like '10.1000/182'")
    return found


def _links(record: Record, odd: Odd) -> Iterator[Link]:
    """Yield the links to code and project of a record; what is no address is odd."""
    for name, kind in _LINKS:
        if link := odd.unless_odd(partial(_link, record, name, kind), None):
            yield link


def _link(record: Record, name: str, kind: str) -> Link | None:
    url = text_field(record, name)
    try:
        return make_link(join_address(url), kind) if url else None
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _date(record: Record, name: str) -> PartialDate | None:
    """Return a date, None where the field is not there or empty; a year may be a number."""
    value = record.get(name)
    if type(value) is int and not 1000 <= value <= 9999:
        reason = f"the number {value!r:.40} is no year; write a text like '2024-08-02'"
        raise ValueError(f"{name}: {reason}")
    written = str(value) if type(value) is int else text_field(record, name)
    try:
        return parse_iso(written) if written else None
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _listings(record: Record, odd: Odd) -> tuple[Listing, ...]:
    """Return the appearance in the daily papers, if the record has its date."""
    date = odd.unless_odd(lambda: _date(record, "daily_date"), None)
    votes = odd.unless_odd(lambda: count_field(record, "upvotes"), None)
    return (Listing(LISTING, date, votes=votes),) if date else ()


def _categories(record: Record) -> tuple[str, ...]:
    """Return the categories, which may be one text."""
    if isinstance(record.get("categories"), str):
        return tuple(filter(None, re.split(r"[\s,;]+", text_field(record, "categories"))))
    return list_field(record, "categories")


def _language(record: Record) -> str:
    """Return the language tag of title and abstract, English where none is given."""
    language = text_field(record, "language") or _ENGLISH
    if not _LANGUAGE.fullmatch(language):
        raise ValueError(f"language: {language!r:.40} is no language tag like 'en'")
    return language


def recognises(head: Head) -> bool:
    """Tell whether a file is such: a line of its head is an object with a title."""
    lines = head.text.split("\n")
    if len(lines) == 1 and not head.whole:
        return lines[0].lstrip().startswith("{") and '"title"' in lines[0]
    return any(_has_title(line) for line in lines)


def _has_title(line: str) -> bool:
    """Tell whether a line is an object with a title."""
    if not line.lstrip().startswith("{"):
        return False
    try:
        return "title" in _record(line.encode("utf-8"))
    except ValueError:
        return False


READER = Reader("jsonl", "JSON Lines, plain or gzipped, one paper a line", recognises, read)
