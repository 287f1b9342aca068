"""Formats of papers that kg does not read: what each is, and how to make of it one that it does."""

import re
from dataclasses import dataclass

_LINES = "kg reads one JSON object a line, with title, abstract, id or doi, date and authors"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format, as "is ..." tells it; `begins` matches the first characters of a file of it.

    What `begins` names of them stands in braces in `way`.
    """

    name: str
    begins: re.Pattern[str]
    way: str


def _foreign(name: str, begins: str, way: str) -> Foreign:
    return Foreign(name, re.compile(rf"\s*+(?:{begins})", re.IGNORECASE), way)


#: Lists of papers as one value: told before any reader is asked, for a line may be a whole paper.
LISTS = (
    _foreign(
        "one JSON array",
        r"\[\s*\{\s*\"",
        "kg reads one paper a line: jq -c '.[]' FILE > papers.jsonl",
    ),
    _foreign(
        "one JSON object with a list of papers",
        r"\{(?:(?!\"title\")[^\[\]{}])*?\"(?P<name>articles|data|documents|entries|items|papers"
        r"|records|results|works)\"\s*:\s*\[\s*\{[^{}]*\"title\"\s*:",
        "kg reads one paper a line: jq -c '.{name}[]' FILE > papers.jsonl",
    ),
)

#: The others, in the order in which they are tried.
FOREIGN = (
    _foreign("BibTeX", r"(?:%[^\n]*\n\s*)*@[a-z]+\s*\{", f"export it as JSON: {_LINES}"),
    _foreign("RIS", r"TY  - ", f"export it as JSON: {_LINES}"),
    _foreign("a PDF", r"%PDF-", "kg reads listings of titles and abstracts, not papers"),
    _foreign("HTML", r"<!doctype html|<html", "open it in a browser, and save the page as text"),
    _foreign("XML", r"<\?xml|<(?:rss|feed)\b", f"turn its entries into JSON: {_LINES}"),
    _foreign("a ZIP archive", r"PK\x03\x04", "unpack it"),
    _foreign(
        "a table (CSV or TSV)",
        r"(?=[^\n]*\btitle\b)\"?\w[\w .-]*\"?(?:[,;\t]\"?[\w .-]*\"?)+\r?(?:\n|$)",
        f"turn its rows into JSON: {_LINES}",
    ),
)


def foreign(text: str) -> str:
    """Say which foreign format the first characters of a file are of, and what to do; '' for none.

    >>> foreign("@article{a2024,").partition(";")[0], foreign("# On Clocks")
    ('is BibTeX', '')
    """
    for known in (*LISTS, *FOREIGN):
        if begun := known.begins.match(text):
            return f"is {known.name}; {known.way.format(**begun.groupdict())}"
    return ""
