"""Which records are one paper, and what that paper's document says.

Everything here depends on the set of records only: never on their order, nor on the builds that
they came by.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg import ids
from kg.model import Document, Listing, PartialDate

#: The schemes of which an identifier makes two records one paper.
_SCHEMES = frozenset({"arxiv", "doi", "acl"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A document merged from records, which are kept for the ids that they alone would have."""

    document: Document
    records: tuple[Document, ...]

    @property
    def text(self) -> str:
        """The id of the text that is read for this paper."""
        return ids.text_id(self.document.title, self.document.abstract)

    @property
    def title_keys(self) -> tuple[str, ...]:
        """The keys of all its titles, that of the document first."""
        own = ids.title_key(self.document.title)
        others = {ids.title_key(record.title) for record in self.records}
        return (own, *sorted(others - {own}))


def merge_papers(records: Iterable[Document]) -> list[Paper]:
    """Return the papers that the records are of, by id."""
    papers = [_merged(group) for group in _same_papers(list(records))]
    return sorted(papers, key=lambda paper: paper.document.id)


class _Groups:
    """Union-find over the numbers of the records."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def find(self, item: int) -> int:
        while self._parents[item] != item:
            self._parents[item] = item = self._parents[self._parents[item]]
        return item

    def unite(self, items: Iterable[int]) -> None:
        roots = [self.find(item) for item in items]
        for root in roots[1:]:
            self._parents[self.find(root)] = self.find(roots[0])


def _same_papers(records: list[Document]) -> list[list[Document]]:
    """Group the records of one paper: those that share an identifier, then by title.

    Two arXiv ids are two papers, whatever the titles. A record without one joins the only paper
    with an arXiv id that has its title, and else those that have none either.
    """
    groups = _Groups(len(records))
    for same in _numbers_by(records, _identifier_keys):
        groups.unite(same)
    on_arxiv = {groups.find(number) for number, record in enumerate(records) if _arxiv(record)}
    by_title = _numbers_by(records, lambda record: [ids.title_key(record.title)])
    for same in by_title:
        groups.unite(number for number in same if groups.find(number) not in on_arxiv)
    for other, found in _candidates(groups, by_title, on_arxiv).items():
        if len(found) == 1:
            groups.unite([*found, other])
    members = defaultdict(list)
    for number, record in enumerate(records):
        members[groups.find(number)].append(record)
    return list(members.values())


def _identifier_keys(record: Document) -> Iterator[str]:
    """Yield each identifier as the paper id that it would make, which folds its case."""
    for identifier in record.identifiers:
        if identifier.scheme in _SCHEMES:
            yield ids.paper_id((identifier,), record.title)


def _arxiv(record: Document) -> bool:
    return any(identifier.scheme == "arxiv" for identifier in record.identifiers)


def _numbers_by(
    records: list[Document], keys_of: Callable[[Document], Iterable[str]]
) -> list[list[int]]:
    """Return the numbers of the records that share a key."""
    found = defaultdict(list)
    for number, record in enumerate(records):
        for key in keys_of(record):
            found[key].append(number)
    return list(found.values())


def _candidates(
    groups: _Groups, by_title: list[list[int]], on_arxiv: set[int]
) -> dict[int, set[int]]:
    """Return the groups with an arXiv id that share a title with each group without one."""
    candidates: dict[int, set[int]] = defaultdict(set)
    for same in by_title:
        roots = {groups.find(number) for number in same}
        for other in roots - on_arxiv:
            candidates[other] |= roots & on_arxiv
    return candidates


def _merged(records: list[Document]) -> Paper:
    """Merge the fields: lists are united, of single values the best one is taken."""
    text = min(records, key=_text_rank)
    identifiers = tuple(sorted({item for record in records for item in record.identifiers}))
    document = Document(
        id=ids.paper_id(identifiers, text.title),
        title=text.title,
        abstract=text.abstract,
        language=text.language,
        date=min((record.date for record in records if record.date), key=_date_rank, default=None),
        authors=max((record.authors for record in records), key=_authors_rank),
        n_authors=max((record.n_authors or 0 for record in records), default=0) or None,
        categories=tuple(sorted({item for record in records for item in record.categories})),
        links=tuple(sorted({item for record in records for item in record.links})),
        identifiers=identifiers,
        listings=tuple(_listings(records)),
        sources=tuple(sorted({item for record in records for item in record.sources})),
        summary_by=text.summary_by,
    )
    return Paper(document, tuple(records))


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


def _date_rank(date: PartialDate) -> tuple[object, ...]:
    """Order dates, best first: precise, printed with its year, early."""
    return (not date.day, not date.month, date.year_inferred, date)


def _authors_rank(authors: tuple[str, ...]) -> tuple[object, ...]:
    return (len(authors), authors)


def _listings(records: Iterable[Document]) -> Iterator[Listing]:
    """Yield each appearance once: same page and date, with the highest counts seen."""
    found: dict[tuple[str, str], Listing] = {}
    for listing in (item for record in records for item in record.listings):
        key = (listing.name, listing.date.isoformat() if listing.date else "")
        found[key] = _united(found.get(key, listing), listing)
    yield from (found[key] for key in sorted(found))


def _united(one: Listing, other: Listing) -> Listing:
    dates = [listing.date for listing in (one, other) if listing.date]
    return Listing(
        one.name,
        min(dates, key=_date_rank, default=None),
        _highest(one.comments, other.comments),
        _highest(one.votes, other.votes),
    )


def _highest(one: int | None, other: int | None) -> int | None:
    return max((count for count in (one, other) if count is not None), default=None)
