"""Questions on who compares with whom, trains on what, runs where, and works on which task."""

from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.ids import id_of
from kg.model import DATA, MODELS
from kg.query.answer import Answer
from kg.query.asked import PAPER_COLUMNS, Asked
from kg.query.families import covered, told
from kg.query.papers import by_paper, newest_first
from kg.query.rows import Row
from kg.query.works import facts_about, papers_that, targets, works_that

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kg.model import Entity, Evidence, Fact

#: What is said of what the thing asked about is compared with, the more telling first.
_OUTCOMES = ("outperformed by {}", "outperforms {}", "compared")


def outperforming(asked: Asked) -> Answer:
    """Answer "what outperforms X"."""
    return works_that(asked, ("outperforms",), "winner")


def outperformed(asked: Asked) -> Answer:
    """Answer "what X outperforms"."""
    return targets(asked, ("outperforms",))


def compared_with(asked: Asked) -> Answer:
    """Answer "what is X compared with", whichever of the two is the paper's own.

    One row for each other thing and paper; the outcome is that of the other: "outperforms X".
    """
    things = covered(asked.store, asked.thing) if asked.thing.type in MODELS else [asked.thing]
    found: dict[tuple[str, str], tuple[str, list[Evidence]]] = {}
    for outcome, other, fact in _comparisons(asked, things):
        for paper, evidence in by_paper([fact]).items():
            found.setdefault((other, paper), (outcome, evidence))
    asked.papers.fetch((other for other, _ in found), (paper for _, paper in found))
    rows = []
    for (other, paper), (outcome, evidence) in found.items():
        said = outcome.format(asked.thing.label)
        cells = asked.papers.cells("name", other) | {"outcome": said}
        rows.append(asked.papers.row(cells, paper, evidence))
    twin = twins.compared_with(asked.thing.id, type_name=asked.thing.type)
    columns = ("name", "type", "outcome", *PAPER_COLUMNS)
    notes = told(asked.thing, things)
    return asked.answer(columns, newest_first(rows), sparql=twin, notes=notes)


def _comparisons(asked: Asked, things: "list[Entity]") -> "Iterator[tuple[str, str, Fact]]":
    """Yield outcome, other end and fact of each comparison, the more telling first."""
    ids = [thing.id for thing in things]
    better = asked.facts(subject=ids, relation="outperforms")
    worse = _without_what_follows(facts_about(asked, things, ("outperforms",)))
    even = asked.facts(subject=ids, relation="comparedWith")
    from_others = _without_what_follows(facts_about(asked, things, ("comparedWith",)))
    for outcome, facts in zip(_OUTCOMES, (better, worse, even), strict=True):
        own_is_subject = facts is not worse
        for fact in facts:
            yield outcome, fact.object if own_is_subject else fact.subject, fact
    for fact in from_others:
        yield _OUTCOMES[-1], fact.subject, fact


def _without_what_follows(facts: "list[Fact]") -> "list[Fact]":
    """Leave out papers from whose words the same follows for a work of their own."""
    premises = {premise for fact in facts for premise in fact.premises}
    return [fact for fact in facts if id_of(fact) not in premises]


def models_trained_on(asked: Asked) -> Answer:
    """Answer "models trained on DATASET"."""
    return works_that(asked, ("trainedOn",), "model", MODELS, wider="papers that train on")


def works_trained_on(asked: Asked) -> Answer:
    """Answer "what was trained on DATASET": methods, models, and papers without such a work."""
    return works_that(asked, ("trainedOn",), "work")


def papers_trained_on(asked: Asked) -> Answer:
    """Answer "papers that train on DATASET"."""
    return papers_that(asked, ("trainedOn",))


def trained_on_what(asked: Asked) -> Answer:
    """Answer "what X was trained on"."""
    return targets(asked, ("trainedOn",))


def papers_on_task(asked: Asked) -> Answer:
    """Answer "papers on TASK", narrower tasks among them."""
    return papers_that(asked, ("addressesTask",))


def methods_for_task(asked: Asked) -> Answer:
    """Answer "methods for TASK"."""
    return works_that(asked, ("addressesTask",), "method", ("Method",), wider="papers on")


def models_for_task(asked: Asked) -> Answer:
    """Answer "models for TASK"."""
    return works_that(asked, ("addressesTask",), "model", MODELS, wider="papers on")


def data_for_task(asked: Asked) -> Answer:
    """Answer "benchmarks for TASK": what papers introduce that address it, or whose data do."""
    tasks = covered(asked.store, asked.thing)
    said: dict[str, Fact] = {}
    for fact in facts_about(asked, tasks, ("addressesTask",)):
        said.setdefault(fact.subject, fact)
    rows = [
        _introduced_row(asked, introduces, said.get(introduces.subject) or said[introduces.object])
        for introduces in _introductions(asked, said)
    ]
    twin = twins.data_for_task(asked.thing.id)
    columns = ("name", "type", *PAPER_COLUMNS)
    return asked.answer(columns, newest_first(rows), sparql=twin, notes=told(asked.thing, tasks))


def _introductions(asked: Asked, works: "Collection[str]") -> "list[Fact]":
    """Return what introduces data that are among the works, or whose paper is."""
    by_works = asked.facts(subject=works, relation="introduces")
    of_works = asked.facts(relation="introduces", object_=works)
    found = {(fact.subject, fact.object): fact for fact in (*by_works, *of_works)}
    asked.papers.fetch((data for _, data in found), (paper for paper, _ in found))
    return [fact for fact in found.values() if asked.papers.entity(fact.object).type in DATA]


def _introduced_row(asked: Asked, introduces: "Fact", fact: "Fact") -> Row:
    cells = asked.papers.cells("name", introduces.object)
    evidence = (*introduces.evidence, *fact.evidence)
    return asked.papers.row(cells, introduces.subject, evidence)


def tasks_of(asked: Asked) -> Answer:
    """Answer "tasks of X"."""
    return targets(asked, ("addressesTask",))


def papers_on_hardware(asked: Asked) -> Answer:
    """Answer "papers using HARDWARE", its more exact kinds among it."""
    return papers_that(asked, ("usesHardware",))


def hardware_of(asked: Asked) -> Answer:
    """Answer "hardware of X"."""
    return targets(asked, ("usesHardware",))
