"""Which records are one paper, and what that paper's document says.

Everything here depends on the set of records only: never on their order, nor on the builds that
they came by.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg import ids
from kg.curation import Act
from kg.identifiers import month_of_arxiv
from kg.model import Document, Listing, PartialDate, iso_date
from kg.resolve.same_papers import same_papers


@dataclass(frozen=True, slots=True)
class Paper:
    """A document merged from records, which are kept for the ids that they alone would have."""

    document: Document
    records: tuple[Document, ...]
    #: The id of the text that is read for this paper.
    text: str

    @property
    def title_keys(self) -> tuple[str, ...]:
        """The keys of all its titles, that of the document first."""
        own = ids.title_key(self.document.title)
        others = {ids.title_key(record.title) for record in self.records}
        return (own, *sorted(others - {own}))


def merge_papers(records: Iterable[Document], acts: Iterable[Act] = ()) -> list[Paper]:
    """Return the papers that the records are of, by id."""
    papers = [_merged(group, id_) for group, id_ in same_papers(list(records), tuple(acts))]
    return sorted(papers, key=lambda paper: paper.document.id)


def _merged(records: list[Document], curated_id: str) -> Paper:
    """Merge the fields: lists are united, of single values the best one is taken."""
    text = min(records, key=_text_rank)
    identifiers = tuple(sorted({item for record in records for item in record.identifiers}))
    document = Document(
        id=ids.paper_id(identifiers, text.title),
        title=text.title,
        abstract=text.abstract,
        language=text.language,
        date=_date(records) or month_of_arxiv(identifiers),
        authors=max((record.authors for record in records), key=_authors_rank),
        n_authors=max((record.n_authors or 0 for record in records), default=0) or None,
        categories=tuple(sorted({item for record in records for item in record.categories})),
        links=tuple(sorted({item for record in records for item in record.links})),
        identifiers=identifiers,
        listings=tuple(_listings(records)),
        sources=tuple(sorted({item for record in records for item in record.sources})),
        summary_by=text.summary_by,
    )
    if curated_id:
        document = replace(document, id=curated_id)
    return Paper(document, tuple(records), ids.text_id(document.title, document.abstract))


def _date(records: Iterable[Document]) -> PartialDate | None:
    """Return the best date that a record gives."""
    return min((record.date for record in records if record.date), key=date_rank, default=None)


def _text_rank(record: Document) -> tuple[object, ...]:
    """Order texts, best first: there, in English, the authors' own, long."""
    return (
        not record.abstract,
        record.language != "en",
        bool(record.summary_by),
        -len(record.abstract),
        record.abstract,
        record.title,
        record.language,
        record.summary_by,
    )


def date_rank(date: PartialDate) -> tuple[object, ...]:
    """Order dates, best first: precise, printed with its year, early."""
    return (not date.day, not date.month, date.year_inferred, date)


def _authors_rank(authors: tuple[str, ...]) -> tuple[object, ...]:
    return (len(authors), authors)


def _listings(records: Iterable[Document]) -> Iterator[Listing]:
    """Yield each appearance once: same page and date, with the highest counts seen."""
    found: dict[tuple[str, str], Listing] = {}
    for listing in (item for record in records for item in record.listings):
        key = (listing.name, iso_date(listing.date))
        found[key] = _united(found.get(key, listing), listing)
    yield from (found[key] for key in sorted(found))


def _united(one: Listing, other: Listing) -> Listing:
    dates = [listing.date for listing in (one, other) if listing.date]
    return Listing(
        one.name,
        min(dates, key=date_rank, default=None),
        _highest(one.comments, other.comments),
        _highest(one.votes, other.votes),
    )


def _highest(one: int | None, other: int | None) -> int | None:
    return max((count for count in (one, other) if count is not None), default=None)
