"""Questions on what papers use, introduce, mention and publish, and where they were listed."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.model import iso_date
from kg.query.answer import Answer
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.families import covered, told
from kg.query.filters import NO_FILTERS
from kg.query.listings import unknown_listing
from kg.query.origins import origin
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.rows import Cell, Row
from kg.query.works import Pair, Support, facts_about, papers_that, rows_of

if TYPE_CHECKING:
    from kg.model import Evidence

#: How many papers a row names that stands for many.
PAPERS_NAMED = 5


def papers_using(asked: Asked) -> Answer:
    """Answer "papers that use METHOD"."""
    return papers_that(asked, ("usesMethod",))


def papers_introducing(asked: Asked) -> Answer:
    """Answer "papers that introduce X"."""
    return papers_that(asked, ("introduces",), exactly=True)


def papers_making(*relations: str) -> Callable[[Asked], Answer]:
    """Return what answers "papers that fine-tune MODEL": papers that say so of a work of theirs."""

    def answer(asked: Asked) -> Answer:
        thing = asked.thing
        things = covered(asked.store, thing)
        found: dict[Pair, Support] = defaultdict(Support)
        for fact in facts_about(asked, things, relations):
            for paper, evidence in by_paper([fact]).items():
                found[paper, paper].add(fact.object, evidence)
        wider = (
            f"only papers that say so of a work with a name; ask: papers evaluated on {thing.label}"
        )
        return asked.answer(
            ("title", "on", "paper", "date", "confidence"),
            rows_of(asked, found, "title"),
            sparql=twins.papers_making(relations, thing.id, type_name=thing.type),
            notes=(*told(thing, things), wider),
        )

    return answer


def introduced_by(asked: Asked) -> Answer:
    """Answer "what does PAPER introduce"; of a work, what the papers that it is from introduce."""
    found = origin(asked)
    rows = [
        asked.papers.row(asked.papers.cells("name", fact.object), *said)
        for fact in asked.facts(subject=found.papers, relation="introduces")
        for said in by_paper([fact]).items()
    ]
    return asked.answer(
        ("name", "type", *PAPER_COLUMNS),
        newest_first(rows),
        sparql=twins.introduced_with(found.of, paper=is_paper(found.of)),
        notes=found.notes,
    )


def papers_with_code(asked: Asked) -> Answer:
    """Answer "papers that release code"."""
    facts = [fact for fact in asked.facts(relation="hasCode") if is_paper(fact.subject)]
    asked.papers.fetch((fact.object for fact in facts), (fact.subject for fact in facts))
    rows = [
        _code_row(asked, fact.object, *said) for fact in facts for said in by_paper([fact]).items()
    ]
    return asked.answer(
        ("code", *PAPER_COLUMNS), newest_first(rows), sparql=twins.papers_with_code()
    )


def papers_mentioning(asked: Asked) -> Answer:
    """Answer "papers that mention X", or what is narrower: a member of a family."""
    return papers_that(asked, ("mentions",))


def papers_citing(asked: Asked) -> Answer:
    """Answer "who cites X" with the papers that mention it.

    Lists of references are not read.
    """
    found = papers_mentioning(asked)
    label = asked.thing.label
    note = f"citations are not read: these papers mention {label} in title or abstract"
    return replace(found, notes=(note, *found.notes))


def methods_using(asked: Asked) -> Answer:
    """Answer "methods that use METHOD": the works of the papers that use it."""
    rows = []
    for fact in asked.facts(relation="usesMethod", object_=asked.thing.id):
        if not is_paper(fact.subject):
            cells = asked.papers.cells("method", fact.subject)
            rows += [asked.papers.row(cells, *said) for said in by_paper([fact]).items()]
    twin = twins.works_that_use(asked.thing.id)
    return asked.answer(("method", "type", *PAPER_COLUMNS), newest_first(rows), sparql=twin)


def methods_used_with(asked: Asked) -> Answer:
    """Answer "methods used together with METHOD": those that the papers that use it use too."""
    shared: dict[str, list[Evidence]] = defaultdict(list)
    papers: dict[str, set[str]] = defaultdict(set)
    for fact in asked.facts(subject=_users(asked), relation="usesMethod"):
        if fact.object != asked.thing.id:
            shared[fact.object] += fact.evidence
            papers[fact.object].add(fact.subject)
    read = {item.document for evidence in shared.values() for item in evidence}
    asked.papers.fetch(shared, read)
    rows = [_shared_row(asked, method, papers[method], shared[method]) for method in shared]
    rows.sort(key=lambda row: (-int(row["papers"]), str(row["method"]).casefold(), str(row["id"])))
    twin = twins.methods_used_with(asked.thing.id)
    return asked.answer(("method", "papers", "in"), rows, sparql=twin)


def _users(asked: Asked) -> set[str]:
    """Return the papers that use the method, and those that introduce it, for they use it too."""
    return {
        fact.subject
        for relation in ("usesMethod", "introduces")
        for fact in asked.facts(relation=relation, object_=asked.thing.id)
        if is_paper(fact.subject)
    }


def _shared_row(asked: Asked, method: str, papers: set[str], evidence: list["Evidence"]) -> Row:
    cells = asked.papers.cells("method", method)
    more = f" and {len(papers) - PAPERS_NAMED} more" if len(papers) > PAPERS_NAMED else ""
    cells |= {"papers": len(papers), "in": ", ".join(sorted(papers)[:PAPERS_NAMED]) + more}
    return Row(tuple(cells.items()), asked.papers.quotes(evidence))


def code_of(asked: Asked) -> Answer:
    """Answer "code of X": of a paper, or of the papers that introduce a thing."""
    found = origin(asked)
    sources = {found.of, *found.papers}
    rows: dict[tuple[str, str], Row] = {}
    for source in sorted(sources, key=is_paper, reverse=True):
        for fact in asked.facts(subject=source, relation="hasCode"):
            for paper, evidence in by_paper([fact]).items():
                rows.setdefault(
                    (fact.object, paper), _code_row(asked, fact.object, paper, evidence)
                )
    return asked.answer(
        ("code", *PAPER_COLUMNS),
        newest_first(rows.values()),
        sparql=twins.code_of(found.of, paper=is_paper(found.of)),
        notes=found.notes,
    )


def _code_row(asked: Asked, repository: str, paper: str, evidence: list["Evidence"]) -> Row:
    entity = asked.papers.entity(repository)
    cells: dict[str, Cell] = {"code": entity.url or entity.label, "id": repository}
    return asked.papers.row(cells, paper, evidence)


def papers_listed(asked: Asked) -> Answer:
    """Answer "papers listed on DATE or in LISTING"."""
    rows = []
    for listing in asked.things:
        for fact in asked.facts(relation="listedIn", object_=listing.id):
            for paper, evidence in by_paper([fact]).items():
                cells: dict[str, Cell] = {"title": "", "id": paper, "listing": listing.label}
                row = asked.papers.row(cells, paper, evidence)
                rows.append(Row((*row.cells, ("listed", _listed(asked, listing.id))), row.evidence))
    twin = twins.papers_listed([listing.id for listing in asked.things])
    ordered = sorted(newest_first(rows), key=lambda row: str(row["listed"]), reverse=True)
    note = "by the date of the listing, not of the paper"
    columns = ("title", "paper", "date", "listing")
    return asked.answer(columns, ordered, sparql=twin, notes=(note,))


def papers_listed_within(asked: Asked) -> Answer:
    """Answer "papers listed since DATE": by the date of the listing.

    Raises UnknownNameError, with the nearest, where there is no listing of that time.
    """
    listings = asked.store.entities("Listing")
    found = tuple(listing for listing in listings if asked.filters.dated(listing.date))
    if not found:
        raise unknown_listing(asked.store, asked.filters.dates[0][1])
    return papers_listed(replace(asked, things=found, filters=NO_FILTERS))


def _listed(asked: Asked, listing: str) -> str:
    return iso_date(asked.papers.entity(listing).date)
