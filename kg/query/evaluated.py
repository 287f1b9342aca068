"""Questions on evaluations: which works ran on a model, on a benchmark, and on what a work ran."""

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import EVALUATION, PAPER_COLUMNS, Asked
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.rows import Cell, Row
from kg.query.works import papers_that, targets, works_that

MODELS = ("Model", "ModelFamily")


def methods_evaluated_on(asked: Asked) -> Answer:
    """Answer "methods evaluated on X": one row for each work and paper."""
    return works_that(asked, (EVALUATION[asked.thing.type],))


def models_evaluated_on(asked: Asked) -> Answer:
    """Answer "models evaluated on BENCHMARK".

    Models that a paper introduces and evaluates there (how: introduced), and those that the
    experiments of a paper with an evaluation there ran on (how: experiments).
    """
    answer = works_that(asked, (EVALUATION[asked.thing.type],), "model", MODELS)
    rows = [_with(row, how="introduced") for row in answer.rows]
    rows += _models_in_experiments(asked, {(row["id"], row["paper"]) for row in rows})
    columns = ("model", "how", *PAPER_COLUMNS)
    twin = twins.models_on_data(asked.thing.id)
    return asked.answer(columns, newest_first(rows), sparql=twin)


def _with(row: Row, **cells: Cell) -> Row:
    return Row((*row.cells, *cells.items()), row.evidence)


def _models_in_experiments(asked: Asked, known: set[tuple[object, object]]) -> list[Row]:
    """Return a row for each model that a paper with an evaluation on the data ran on."""
    facts = asked.facts(relation=EVALUATION[asked.thing.type], object_=asked.thing.id)
    said = by_paper(fact for fact in facts if is_paper(fact.subject))
    experiments = asked.facts(subject=said, relation="evaluatedOnModel")
    asked.papers.fetch((fact.object for fact in experiments), said)
    rows = []
    for fact in experiments:
        paper = fact.subject
        if (fact.object, paper) not in known:
            cells = asked.papers.cells("model", fact.object)
            both = (*by_paper([fact]).get(paper, ()), *said[paper])
            rows.append(_with(asked.papers.row(cells, paper, both), how="experiments"))
    return rows


def papers_evaluated_on(asked: Asked) -> Answer:
    """Answer "papers evaluated on X"."""
    return papers_that(asked, (EVALUATION[asked.thing.type],))


def evaluated_on_what(asked: Asked) -> Answer:
    """Answer "what X was evaluated on": models, benchmarks and data sets of a work or paper."""
    return targets(asked, ("evaluatedOn", "evaluatedOnModel"))


def on_which_models(asked: Asked) -> Answer:
    """Answer "models that X was evaluated on"."""
    return targets(asked, ("evaluatedOnModel",))


def on_which_data(asked: Asked) -> Answer:
    """Answer "benchmarks that X was evaluated on"."""
    return targets(asked, ("evaluatedOn",))
