"""What is new within a time: papers, and what they introduce."""

from collections.abc import Sequence

from kg.query import sparql
from kg.query.answer import Answer, Cell
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.papers import by_paper, newest_first


def new_papers(asked: Asked) -> Answer:
    """Answer "what is new since DATE": papers by their date, each with what it introduces."""
    rows = []
    for paper in asked.store.entities("Paper"):
        if asked.filters.dated(paper.date):
            facts = asked.facts(subject=paper.id, relation="introduces")
            own = ", ".join(sorted(asked.papers.label(fact.object) for fact in facts))
            cells: dict[str, Cell] = {"title": "", "id": paper.id, "introduces": own}
            evidence = by_paper(facts).get(paper.id, [])
            rows.append(asked.papers.row(cells, paper.id, evidence))
    columns = ("title", "introduces", "paper", "date")
    note = "by the date of the paper, not of a listing"
    twin = sparql.new_papers()
    return asked.answer(columns, newest_first(rows), sparql=twin, notes=(note,))


def new_methods(asked: Asked) -> Answer:
    """Answer "new methods since DATE"."""
    return _introduced(asked, ("Method",))


def new_models(asked: Asked) -> Answer:
    """Answer "new models since DATE"."""
    return _introduced(asked, ("Model", "ModelFamily"))


def new_data(asked: Asked) -> Answer:
    """Answer "new benchmarks and datasets since DATE"."""
    return _introduced(asked, ("Benchmark", "Dataset"))


def _introduced(asked: Asked, types: Sequence[str]) -> Answer:
    rows = []
    for paper in asked.store.entities("Paper"):
        if not asked.filters.dated(paper.date):
            continue
        for fact in asked.facts(subject=paper.id, relation="introduces"):
            if asked.papers.entity(fact.object).type in types:
                cells = asked.papers.cells("name", fact.object)
                rows.append(asked.papers.row(cells, paper.id, fact.evidence))
    columns = ("name", "type", *PAPER_COLUMNS)
    return asked.answer(columns, newest_first(rows), sparql=sparql.new_things(types))
