"""The web addresses that a text gives: code, project, model and data pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.sieve import small
from kg.text import Reading

# Of texts in small letters, and first a letter that an address begins with: to ignore case, and to
# look at all places, takes several times as long.
_URL = re.compile(
    r"[hwg](?:(?<=h)ttps?://|(?<![\w./@-].)(?:(?<=w)ww\.|(?<=g)ithub\.com/|(?<=g)itlab\.com/"
    r"|(?<=h)uggingface\.co/))[^\s<>\"'{}|\\^`⟦⟧]+"
)
#: One of these stands in every address.
_MARKS = ("://", "www.", ".com/", ".co/")
_TAIL = re.compile(r"(?:[.,;:!?\]*_~]|%20)+$")
_CLAUSE_END = re.compile(r"[.;]\s")
_CODE_HOSTS = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:anonymous\.4open\.science/r|github\.com|gitlab\.com"
    r"|bitbucket\.org|codeberg\.org)/",
    re.IGNORECASE,
)
_MODEL_HOSTS = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn)/", re.IGNORECASE
)
_DATA_WORDS = re.compile(
    r"\b(?:data ?sets?|data|benchmarks?|corpus|corpora|annotations)\b", re.IGNORECASE
)
_CODE_WORDS = re.compile(
    r"\b(?:code|implementation|software|source|toolkit|library|repository|scripts)\b", re.IGNORECASE
)
_PAGE_WORDS = re.compile(
    r"\b(?:project|page|website|demos?|videos?|webpage|site|homepage|blog|leaderboard"
    r"|survey|list)\b",
    re.IGNORECASE,
)

#: The relation of each kind of address.
RELATIONS = {
    "code": "hasCode",
    "project": "hasProject",
    "model": "hasModelPage",
    "data": "hasDataPage",
}


@dataclass(frozen=True, slots=True)
class Address:
    """A web address at [start, end) of the normalised text; `kind` is a key of `RELATIONS`."""

    start: int
    end: int
    url: str
    kind: str


def find_links(reading: Reading) -> Iterator[Address]:
    """Yield the web addresses in a text, without the punctuation that follows them."""
    text = reading.text
    lowered = small(text)
    if not any(map(lowered.__contains__, _MARKS)):
        return
    for match in _URL.finditer(lowered):
        url = _without_tail(text[match.start() : match.end()])
        if "." not in url.partition("://")[2] and "://" in url:
            continue
        start, end = match.start(), match.start() + len(url)
        words = text[max(0, start - 90) : start]
        full = url if "://" in url else f"https://{url}"
        yield Address(start, end, full, kind_of(full, words))


def _without_tail(url: str) -> str:
    """Cut the punctuation behind an address; a bracket that it opens is its own.

    >>> _without_tail("https://example.org/Plot_(graphics)).")
    'https://example.org/Plot_(graphics)'
    """
    url = _TAIL.sub("", url)
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = _TAIL.sub("", url[:-1])
    return url


def kind_of(url: str, words: str) -> str:
    """Return the kind of an address by its host and the words before it.

    >>> kind_of("https://github.com/example/tool", "Code is at")
    'code'
    >>> kind_of("https://huggingface.co/datasets/example/set", "available at")
    'data'
    """
    clause = _CLAUSE_END.split(words)[-1]
    if _MODEL_HOSTS.match(url):
        path = url.split("/", 3)[3]
        if path.startswith("datasets/"):
            return "data"
        return "project" if path.startswith(("spaces/", "papers/")) else "model"
    if _CODE_HOSTS.match(url):
        only_data = _DATA_WORDS.search(clause) and not _CODE_WORDS.search(clause)
        return "data" if only_data else "code"
    if ".github.io" in url or _PAGE_WORDS.search(clause):
        return "project"
    if _DATA_WORDS.search(clause) and not _CODE_WORDS.search(clause):
        return "data"
    return "project"
