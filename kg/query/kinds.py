"""All things of a kind, the most mentioned first."""

from collections.abc import Callable

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.papers import SURE
from kg.query.rows import Cell, Row


def all_of(*types: str) -> Callable[[Asked], Answer]:
    """Return what answers "all METHODS": things of these types, with how many papers name each."""

    def answer(asked: Asked) -> Answer:
        counts = asked.store.papers_mentioning(types, SURE)
        asked.papers.fetch(counts)
        rows = [_row(asked, name, papers) for name, papers in counts.items()]
        rows.sort(
            key=lambda row: (-int(row["papers"]), str(row["name"]).casefold(), str(row["id"]))
        )
        return asked.answer(("name", "type", "papers"), rows, sparql=twins.things_of(types))

    return answer


def _row(asked: Asked, name: str, papers: int) -> Row:
    cells: dict[str, Cell] = {**asked.papers.cells("name", name), "papers": papers}
    return Row(tuple(cells.items()), ())
