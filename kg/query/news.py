"""What is new within a time: papers, and what they introduce."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.model import DATA, MODELS
from kg.query.answer import Answer
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.papers import by_paper, newest_first

if TYPE_CHECKING:
    from kg.model import Fact
    from kg.query.rows import Cell


def new_papers(asked: Asked) -> Answer:
    """Answer "what is new since DATE": papers by their date, each with what it introduces."""
    papers, facts = _introductions(asked)
    said = by_paper(facts)
    own: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        own[fact.subject].append(asked.papers.label(fact.object))
    rows = []
    for paper in papers:
        introduced = ", ".join(sorted(own[paper]))
        cells: dict[str, Cell] = {"title": "", "id": paper, "introduces": introduced}
        rows.append(asked.papers.row(cells, paper, said.get(paper, [])))
    columns = ("title", "introduces", "paper", "date")
    note = "by the date of the paper, not of a listing"
    twin = twins.new_papers()
    return asked.answer(columns, newest_first(rows), sparql=twin, notes=(note,))


def _introductions(asked: Asked) -> tuple[list[str], list["Fact"]]:
    """Return the papers of the time asked for, and what they introduce."""
    earliest = (date for operator, date in asked.filters.dates if operator in (">=", ">", "="))
    entities = asked.store.entities("Paper", since=next(earliest, ""))
    papers = [entity.id for entity in entities if asked.filters.dated(entity.date)]
    asked.papers.fetch(papers=papers)
    facts = asked.facts(subject=papers, relation="introduces")
    asked.papers.fetch(fact.object for fact in facts)
    return papers, facts


def new_methods(asked: Asked) -> Answer:
    """Answer "new methods since DATE"."""
    return _introduced(asked, ("Method",))


def new_models(asked: Asked) -> Answer:
    """Answer "new models since DATE"."""
    return _introduced(asked, MODELS)


def new_data(asked: Asked) -> Answer:
    """Answer "new benchmarks and datasets since DATE"."""
    return _introduced(asked, DATA)


def _introduced(asked: Asked, types: Sequence[str]) -> Answer:
    rows = []
    for fact in _introductions(asked)[1]:
        if asked.papers.entity(fact.object).type in types:
            cells = asked.papers.cells("name", fact.object)
            rows.append(asked.papers.row(cells, fact.subject, fact.evidence))
    columns = ("name", "type", *PAPER_COLUMNS)
    return asked.answer(columns, newest_first(rows), sparql=twins.new_things(types))
