"""The words that a fact rests on."""

from kg.model import METADATA_FIELDS, Document, Evidence


def quote(document: Document, evidence: Evidence) -> str:
    """Return the stretch of the title or abstract, or the item of a metadata list, verbatim.

    >>> paper = Document("paper/2401.00001", "FooNet: A Net", authors=("A. Ada", "B. Babbage"))
    >>> quote(paper, Evidence(paper.id, "title", 0, 6, "title"))
    'FooNet'
    >>> quote(paper, Evidence(paper.id, "authors", 1, 2, "metadata"))
    'B. Babbage'
    """
    if evidence.field in METADATA_FIELDS:
        items = _items(document, evidence.field)[evidence.start : evidence.end]
        return ", ".join(items)
    text = document.title if evidence.field == "title" else document.abstract
    return text[evidence.start : evidence.end]


def _items(document: Document, field: str) -> list[str]:
    """Return a metadata list as words."""
    if field == "authors":
        return list(document.authors)
    if field == "links":
        return [link.url for link in document.links]
    return [
        f"{listing.name}, {listing.date.isoformat()}" if listing.date else listing.name
        for listing in document.listings
    ]
