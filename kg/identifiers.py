"""Identifiers that registries give to papers, in one spelling each.

arXiv ids lose their version and, in the old style, the subject class, which arXiv lets one leave
out; DOIs are lower case, for case does not count in them; a DOI that arXiv gave is the arXiv id.
"""

import re
from collections.abc import Iterable
from functools import cache

from kg.model import Identifier, PartialDate

#: How many characters an identifier may have. The longest DOI that is in use has about 200.
LONGEST_ID = 300

_NEW_ARXIV = r"[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}"
# No archive's name is as long: without an end, a line would take the square of its length.
_OLD_ARXIV = r"[a-z][a-z-]{1,20}(?:\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3}"
_ARXIV = re.compile(rf"(?:arxiv:\s?)?({_NEW_ARXIV}|(?-i:{_OLD_ARXIV}))(?:v[0-9]+)?", re.IGNORECASE)
_DOI = re.compile(
    rf"(?:doi:\s?)?(10\.[0-9]{{4,9}}/[^\s<>\"{{}}|\\^`]{{1,{LONGEST_ID}}})", re.IGNORECASE
)
_ACL = re.compile(r"[0-9]{4}\.[a-z0-9_]+-[a-z0-9]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4,5}")
#: What looks like an arXiv id of any month.
_ANY_MONTH = re.compile(r"(?:arxiv:\s?)?[0-9]{2}([0-9]{2})\.[0-9]{4,5}(?:v[0-9]+)?", re.IGNORECASE)
#: arXiv began in 1991.
_FIRST_YEAR = 91
_ARXIV_DOI = "10.48550/arxiv."
_ADDRESSES = re.compile(
    r"(?:https?://)?(?:(?:[\w-]+\.)?arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers"
    r"|(?:dx\.)?doi\.org|(?:www\.)?aclanthology\.org)/([^?#]+)",
    re.IGNORECASE,
)
#: An arXiv id that no digit, letter or point goes on.
_INSIDE = re.compile(rf"(?<![\w.])({_NEW_ARXIV}|{_OLD_ARXIV})(?:v[0-9]+)?(?![\w]|\.[0-9])")


def parse_identifier(text: str) -> Identifier | None:
    """Read an arXiv id, a DOI or an ACL Anthology id; None where it is none of these.

    >>> parse_identifier("arXiv:2106.09685v2"), parse_identifier("10.48550/arXiv.2106.09685").scheme
    (Identifier(scheme='arxiv', value='2106.09685'), 'arxiv')
    >>> parse_identifier("cs.CL/0501001").value, parse_identifier("iros2004:1389982")
    ('cs/0501001', None)
    """
    if match := _ARXIV.fullmatch(text):
        return Identifier("arxiv", re.sub(r"\.[A-Z]{2}/", "/", match[1]))
    if match := _DOI.fullmatch(text):
        value = match[1].lower()
        of_arxiv = value.startswith(_ARXIV_DOI) and parse_identifier(value[len(_ARXIV_DOI) :])
        return of_arxiv or Identifier("doi", value)
    return Identifier("acl", text) if _ACL.fullmatch(text) else None


def identifier_of_address(url: str) -> Identifier | None:
    """Read the identifier in the address of a paper's page.

    >>> identifier_of_address("https://arxiv.org/pdf/2106.09685v2.pdf").value
    '2106.09685'
    >>> identifier_of_address("https://aclanthology.org/1963.earlymt-1.1/").value
    '1963.earlymt-1.1'
    """
    match = _ADDRESSES.match(url)
    return parse_identifier(match[1].rstrip("/").removesuffix(".pdf")) if match else None


def identifier_in(text: str) -> Identifier | None:
    """Read an identifier that is given alone or as the address of a paper's page.

    >>> identifier_in("arxiv.org/abs/2106.09685?context=cs").value, identifier_in("LoRA")
    ('2106.09685', None)
    """
    return parse_identifier(text) or identifier_of_address(text)


def monthless_arxiv(text: str) -> str:
    """Return the month of what looks like an arXiv id, where the year has none such; else ''.

    >>> monthless_arxiv("arXiv:2413.01234"), monthless_arxiv("2412.01234")
    ('13', '')
    """
    match = _ANY_MONTH.fullmatch(text)
    return match[1] if match and not _ARXIV.fullmatch(text) else ""


def month_of_arxiv(identifiers: Iterable[Identifier]) -> PartialDate | None:
    """Return the month that the first arXiv id tells, marked as concluded; None without one.

    >>> month_of_arxiv([Identifier("arxiv", "2106.09685")]).isoformat()
    '2021-06'
    >>> month_of_arxiv([Identifier("arxiv", "hep-th/9901001")]).isoformat()
    '1999-01'
    """
    first = next((item.value for item in identifiers if item.scheme == "arxiv"), "")
    return _month(first) if first else None


@cache
def _month(arxiv: str) -> PartialDate:
    digits = arxiv.rpartition("/")[2]
    year, month = int(digits[:2]), int(digits[2:4])
    return PartialDate((1900 if year >= _FIRST_YEAR else 2000) + year, month, year_inferred=True)


def find_arxiv(text: str) -> Identifier | None:
    """Find the first arXiv id within a line of metadata.

    >>> find_arxiv("arxivサイト 2106.09685v1(pdf)").value
    '2106.09685'
    """
    match = _INSIDE.search(text)
    return parse_identifier(match[1]) if match else None


def first_of_each(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Return the first identifier of each scheme, sorted: a paper has one arXiv id.

    >>> first_of_each([Identifier("arxiv", "2401.00002"), Identifier("arxiv", "2401.00001")])
    (Identifier(scheme='arxiv', value='2401.00002'),)
    """
    first: dict[str, Identifier] = {}
    for identifier in identifiers:
        first.setdefault(identifier.scheme, identifier)
    return tuple(sorted(first.values()))
