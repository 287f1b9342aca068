"""Questions on who wrote which paper."""

from collections.abc import Callable, Iterator, Sequence

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.origins import Origin, origin
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.rows import Row
from kg.query.works import facts_about, papers_in, rows_of


def papers_by(asked: Asked) -> Answer:
    """Answer "papers by AUTHOR"; of several authors, those that all of them wrote."""
    authors = {author.id: author.label for author in asked.things}
    found = papers_in(facts_about(asked, asked.things, ("writtenBy",)))
    together = {pair: item for pair, item in found.items() if item.on == authors.keys()}
    each = (
        f"{label} ({sum(author in item.on for item in found.values())})"
        for author, label in authors.items()
    )
    apart = f"no paper by all of them is known; of each: {', '.join(each)}"
    return asked.answer(
        ("title", "paper", "date", "confidence"),
        rows_of(asked, together, "title"),
        sparql=twins.papers_by(tuple(authors)),
        notes=(apart,) if found and not together else (),
    )


def works_by(types: Sequence[str], column: str) -> Callable[[Asked], Answer]:
    """Return what answers "models released by AUTHOR": works of the types that papers introduce."""

    def answer(asked: Asked) -> Answer:
        written = asked.facts(relation="writtenBy", object_=asked.thing.id)
        facts = asked.facts(subject={fact.subject for fact in written}, relation="introduces")
        asked.papers.fetch((fact.object for fact in facts), (fact.subject for fact in facts))
        rows = [
            asked.papers.row(asked.papers.cells(column, fact.object), *said)
            for fact in facts
            if asked.papers.entity(fact.object).type in types
            for said in by_paper([fact]).items()
        ]
        return asked.answer(
            (column, "type", *PAPER_COLUMNS),
            newest_first(rows),
            sparql=twins.works_by(asked.thing.id, column, types),
        )

    return answer


def authors_of(asked: Asked) -> Answer:
    """Answer "authors of X": of a paper, or of the papers that introduce a thing.

    They stand in the order in which the paper names them.
    """
    found = origin(asked)
    rows = []
    for fact in asked.facts(subject=found.papers, relation="writtenBy"):
        cells = asked.papers.cells("author", fact.object)
        rows += [asked.papers.row(cells, *said) for said in by_paper([fact]).items()]
    return asked.answer(
        ("author", *PAPER_COLUMNS),
        _as_named(rows),
        sparql=twins.authors_of(found.of, paper=is_paper(found.of)),
        notes=tuple(_on_authors(asked, found, known=bool(rows))),
    )


def _on_authors(asked: Asked, found: Origin, *, known: bool) -> Iterator[str]:
    """Say of which papers the authors are, and where none are known."""
    thing = asked.thing
    if found.of == thing.id and not is_paper(thing.id):
        what = f"{thing.label} is a {thing.type}"
        yield f"{what}: the authors are those of the papers that introduce it"
    yield from found.notes
    if not (known or asked.filters):
        yield from (
            f"no author of “{asked.papers.label(paper)}” is known" for paper in sorted(found.papers)
        )


def _as_named(rows: list[Row]) -> list[Row]:
    """Sort the authors of each paper by their place, the newest paper first."""
    papers = dict.fromkeys(row["paper"] for row in newest_first(rows))
    places = {paper: place for place, paper in enumerate(papers)}
    return sorted(rows, key=lambda row: (places[row["paper"]], row.evidence[0].start))
