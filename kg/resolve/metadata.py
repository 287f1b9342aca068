"""What the listings themselves say: authors, listings and links, as entities and facts."""

from collections.abc import Iterator
from functools import cache

from kg import ids
from kg.model import Document, Entity, Evidence, Fact, Listing, Name, iso_date

#: The relation, and the type of its object, of each kind of link that is the work's own.
_LINKS = {
    "code": ("hasCode", "CodeRepository"),
    "project": ("hasProject", "WebPage"),
    "model": ("hasModelPage", "WebPage"),
    "data": ("hasDataPage", "WebPage"),
}

#: `kg.ids.author_id`, kept: an id is asked for as often as the author has papers.
_author_id = cache(ids.author_id)


def paper_entity(document: Document) -> Entity:
    """Return the paper as an entity; its address is the page of the registry that knows it."""
    return Entity(
        id=document.id,
        type="Paper",
        label=document.title,
        date=document.date,
        url=_paper_url(document),
    )


def _paper_url(document: Document) -> str:
    known = {item.scheme: item.value for item in reversed(document.identifiers)}
    if arxiv := known.get("arxiv"):
        return f"https://arxiv.org/abs/{arxiv}"
    if doi := known.get("doi"):
        return f"https://doi.org/{doi}"
    if acl := known.get("acl"):
        return f"https://aclanthology.org/{acl}/"
    return next((link.url for link in document.links if link.kind == "paper"), "")


def people_and_pages(document: Document) -> Iterator[Entity]:
    """Yield the authors, and the pages that listed the paper."""
    yield from map(_author, document.authors)
    yield from map(_listing, document.listings)


@cache
def _author(name: str) -> Entity:
    return Entity(_author_id(name), "Author", name)


@cache
def _listing(listing: Listing) -> Entity:
    date = iso_date(listing.date)
    label = f"{listing.name}, {date}" if date else listing.name
    aliases = (listing.name,) if date else ()
    return Entity(_listing_id(listing), "Listing", label, aliases, date=listing.date)


@cache
def _listing_id(listing: Listing) -> str:
    return ids.listing_id(listing.name, iso_date(listing.date))


def linked_names(document: Document) -> Iterator[Name]:
    """Yield the repositories and pages that a paper links to, as names."""
    for link in document.links:
        if link.kind in _LINKS:
            _, type_name = _LINKS[link.kind]
            yield Name(type_name, link.url, known=_link_id(type_name, link.url))


@cache
def _link_id(type_name: str, url: str) -> str:
    return ids.repository_id(url) if type_name == "CodeRepository" else ids.page_id(url)


def metadata_facts(document: Document) -> Iterator[Fact]:
    """Yield the facts that stand in the lists of a document; evidence is the place in the list."""
    for position, author in enumerate(document.authors):
        yield _fact(document, "writtenBy", _author_id(author), "authors", position)
    for position, listing in enumerate(document.listings):
        yield _fact(document, "listedIn", _listing_id(listing), "listings", position)
    for position, link in enumerate(document.links):
        if link.kind in _LINKS:
            relation, type_name = _LINKS[link.kind]
            object_ = _link_id(type_name, link.url)
            yield _fact(document, relation, object_, "links", position)


def _fact(document: Document, relation: str, object_: str, field: str, position: int) -> Fact:
    evidence = Evidence(document.id, field, position, position + 1, "metadata")
    return Fact(document.id, relation, object_, (evidence,), "metadata")
