"""Titles that differ in writing and are one: LaTeX, accents, versions, a subtitle left out.

`kg.ids.title_key` folds case and punctuation, and that is enough for two records to be one paper.
What is folded here is less sure, and wants authors that agree.
"""

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

from kg.model import Document
from kg.person_names import without_suffix

_LATEX = re.compile(r"\\(?:text|math|emph|mathrm|operatorname)\w{0,10}|[\\${}~^]")
_VERSION = re.compile(
    r"\s?(?:[(\[]\s?)?\b(?:v(?:ersion)?\s?\d{1,2}"
    r"|(?:extended|full|long|short|preliminary|camera[- ]ready|technical|journal|arxiv|revised)"
    r"\s(?:version|abstract|paper|report))\s?[)\]]?$",
    re.IGNORECASE,
)
#: How a title ends that may have a version: looked at first, as few do.
_VERSION_ENDS = (*")]0123456789", "version", "abstract", "paper", "report")
_SUBTITLE = re.compile(r"[:–—?]\s|\s-{1,3}\s")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
#: A title without its subtitle is told from others by at least so many letters.
_SHORTEST = 5


def loose_keys(title: str) -> tuple[str, ...]:
    r"""Return the folded title, and that of what stands before its subtitle.

    >>> loose_keys("FooNet: A Na\u00efve Net (extended version)")
    ('foonetanaivenet', 'foonet')
    >>> loose_keys("$\\pi$-Net") == loose_keys("π Net") == ("pinet",)
    True
    """
    plain = " ".join(unescape(title).split()) if "&" in title else " ".join(title.split())
    if plain[-8:].lower().endswith(_VERSION_ENDS):
        plain = _VERSION.sub("", plain)
    subtitle = _SUBTITLE.search(plain)
    whole, head = _folded(plain), _folded(plain[: subtitle.start()]) if subtitle else ""
    return (whole, head) if len(head) >= _SHORTEST else (whole,)


def _folded(title: str) -> str:
    """Fold case, accents, markup and Greek letters; drop all but letters and digits."""
    if title.isascii() and "\\" not in title and "$" not in title:
        return title.translate(_NO_LETTERS).lower()
    letters = []
    for character in unicodedata.normalize("NFKD", _LATEX.sub("", title)).casefold():
        name = unicodedata.name(character, "") if ord(character) > 127 else ""
        greek = name.startswith("GREEK ") and " LETTER " in name
        letters.append(name.rsplit(" ", 1)[1].lower() if greek else character)
    return "".join(c for c in "".join(letters) if c.isalnum())


def agree(one: Iterable[Document], other: Iterable[Document], *, by_head: bool) -> bool:
    """Tell whether authors, years and registries of two groups of records speak for one paper.

    With a whole title it is enough that nothing speaks against. The same authors often write two
    papers of one head, so without a subtitle all authors, the year and the registries must agree.
    """
    known = _authors(one), _authors(other)
    if by_head:
        is_same = known[0] == known[1] != frozenset() and not _registered(one) & _registered(other)
        return is_same and _are_near(one, other, years=0)
    return (not all(known) or bool(known[0] & known[1])) and _are_near(one, other, years=2)


def _registered(records: Iterable[Document]) -> frozenset[str]:
    """Return the registries that know a paper: two ids of one are two papers."""
    return frozenset(item.scheme for record in records for item in record.identifiers)


def _are_near(one: Iterable[Document], other: Iterable[Document], *, years: int) -> bool:
    """Tell whether two groups of records are of the same time, as far as both are dated."""
    dates = [{record.date.year for record in group if record.date} for group in (one, other)]
    return not all(dates) or min(abs(a - b) for a in dates[0] for b in dates[1]) <= years


def _authors(records: Iterable[Document]) -> frozenset[str]:
    """Return the authors by last name and first letter: A. Lovelace is Ada Lovelace."""
    return frozenset(_short_name(author) for record in records for author in record.authors)


def _short_name(author: str) -> str:
    """Fold a name, in either order of its parts.

    >>> _short_name("Ada Lovelace") == _short_name("Lovelace, A.") == "lovelace a"
    True
    """
    author = without_suffix(author)
    last, comma, first = author.partition(",")
    words = author.split() if not comma else [*first.split(), *last.split()]
    plain = unicodedata.normalize("NFKD", " ".join(words)).casefold()
    parts = "".join(c for c in plain if c.isalnum() or c.isspace()).split()
    return f"{parts[-1]} {parts[0][0]}" if parts else ""
