"""Questions on evaluations: which works ran on a model, on a benchmark, and on what a work ran."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.model import MODELS
from kg.query.answer import Answer
from kg.query.asked import EVALUATION, PAPER_COLUMNS, Asked
from kg.query.better import results_naming
from kg.query.families import with_members
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.rows import Cell, Row
from kg.query.works import papers_that, targets, works_that

if TYPE_CHECKING:
    from kg.model import Evidence, Result


def methods_evaluated_on(asked: Asked) -> Answer:
    """Answer "methods evaluated on X": one row for each work and paper."""
    return works_that(asked, (EVALUATION[asked.thing.type],))


def models_evaluated_on(asked: Asked) -> Answer:
    """Answer "models evaluated on BENCHMARK".

    Models that a paper introduces and evaluates there (how: introduced), those that the experiments
    of a paper with an evaluation there ran on (how: experiments), and those of which only a number
    there tells (how: result).
    """
    answer = works_that(asked, (EVALUATION[asked.thing.type],), "model", MODELS)
    rows = [_with(row, how="introduced") for row in answer.rows]
    rows += _models_in_experiments(asked, {(row["id"], row["paper"]) for row in rows})
    rows += _models_with_numbers(asked, {(row["id"], row["paper"]) for row in rows})
    columns = ("model", "how", *PAPER_COLUMNS)
    twin = twins.models_on_data(asked.thing.id)
    # What papers are about first: the experiments of one may run on many models.
    ranked = sorted(newest_first(rows), key=lambda row: row["how"] == "experiments")
    return asked.answer(columns, ranked, sparql=twin)


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


def _models_with_numbers(asked: Asked, known: set[tuple[object, object]]) -> list[Row]:
    """Return a row for each model and paper that has a number on the data."""
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for result in asked.results(asked.thing.id):
        for of in (result.model, result.baseline) if result.data == asked.thing.id else ():
            if of and asked.papers.entity(of).type in MODELS:
                found[of, result.paper] += result.evidence
    return [
        _with(asked.papers.row(asked.papers.cells("model", of), paper, evidence), how="result")
        for (of, paper), evidence in found.items()
        if (of, paper) not in known
    ]


def papers_evaluated_on(asked: Asked) -> Answer:
    """Answer "papers evaluated on X"."""
    return papers_that(asked, (EVALUATION[asked.thing.type],))


def evaluated_on_what(asked: Asked) -> Answer:
    """Answer "what X was evaluated on": models, benchmarks and data sets of a work or paper."""
    return _targets(asked, ("evaluatedOn", "evaluatedOnModel"))


def on_which_models(asked: Asked) -> Answer:
    """Answer "models that X was evaluated on"."""
    return _targets(asked, ("evaluatedOnModel",))


def on_which_data(asked: Asked) -> Answer:
    """Answer "benchmarks that X was evaluated on"."""
    return _targets(asked, ("evaluatedOn",))


def _targets(asked: Asked, relations: Sequence[str]) -> Answer:
    """Answer with what X is stated to be evaluated on (how: stated), and its numbers (how: result).

    A number counts where the same paper does not state the same.
    """
    answer = targets(asked, relations)
    rows = [_with(row, how="stated") for row in answer.rows]
    rows += _measured(asked, relations, {(row["id"], row["of"], row["paper"]) for row in rows})
    name, type_name, *others = answer.columns
    twin = twins.evaluated_on(asked.thing.id, relations, type_name=asked.thing.type)
    return replace(
        answer,
        columns=(name, type_name, "how", *others),
        rows=newest_first(rows),
        total=len(rows),
        sparql=twins.within(twin, asked.filters),
    )


def _measured(asked: Asked, relations: Sequence[str], stated: set[tuple[object, ...]]) -> list[Row]:
    """Return a row for each thing, work and paper of which only a number tells."""
    thing = asked.thing
    things = with_members(asked.store, thing)
    ids = {one.id for one in things}
    found: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for result in results_naming(asked, ids):
        for target, of in _places(result, relations, ids):
            found[target, of, result.paper] += result.evidence
    asked.papers.fetch((name for target, of, _ in found for name in (target, of)))
    rows = []
    for (target, of, paper), evidence in found.items():
        cells = asked.papers.cells("name", target) | {"of": asked.papers.label(of)}
        if (target, cells["of"], paper) not in stated:
            rows.append(_with(asked.papers.row(cells, paper, evidence), how="result"))
    return rows


def _places(
    result: "Result", relations: Sequence[str], ids: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the data and the model of a result, each with which of the things it is of.

    What a change is over was measured on the same data. A model only of the method that runs on it:
    that of a paper may be one that it compares with.
    """
    of = next((one for one in (result.method, result.model, result.paper) if one in ids), "")
    if of and result.data and "evaluatedOn" in relations:
        yield result.data, of
    if result.baseline in ids and result.data and "evaluatedOn" in relations:
        yield result.data, result.baseline
    if of == result.method != "" and result.model and "evaluatedOnModel" in relations:
        yield result.model, of
