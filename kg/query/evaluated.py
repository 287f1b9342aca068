"""Questions on evaluations: which works ran on a model, on a benchmark, and on what a work ran."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.query import sparql
from kg.query.answer import Answer, Cell, Row
from kg.query.asked import EVALUATION, PAPER_COLUMNS, Asked
from kg.query.families import covered, described, variants
from kg.query.papers import by_paper, is_paper, newest_first

if TYPE_CHECKING:
    from kg.model import Entity, Evidence, Fact

WORKS = ("Method", "Model", "ModelFamily", "Dataset", "Benchmark")
MODELS = ("Model", "ModelFamily")


@dataclass(slots=True)
class _Support:
    """What one row rests on: the things it was evaluated on, and the evidence."""

    on: set[str] = field(default_factory=set)
    evidence: list["Evidence"] = field(default_factory=list)

    def add(self, thing: str, evidence: Iterable["Evidence"]) -> None:
        self.on.add(thing)
        self.evidence.extend(evidence)


def methods_evaluated_on(asked: Asked) -> Answer:
    """Answer "methods evaluated on X": one row for each work and paper.

    A work is the method (model, data set, benchmark) that the paper introduces; a paper whose work
    has no name of its own stands for itself, with the type Paper.
    """
    return _works(asked, "method", ())


def models_evaluated_on(asked: Asked) -> Answer:
    """Answer "models evaluated on BENCHMARK".

    Models that a paper introduces and evaluates there (how: introduced), and those that the
    experiments of a paper with an evaluation there ran on (how: experiments).
    """
    answer = _works(asked, "model", MODELS)
    rows = [_with(row, how="introduced") for row in answer.rows]
    rows += _models_in_experiments(asked, {(row["id"], row["paper"]) for row in rows})
    columns = ("model", "how", *PAPER_COLUMNS)
    twin = sparql.models_on_data(asked.thing.id)
    return asked.answer(columns, newest_first(rows), sparql=twin)


def _works(asked: Asked, column: str, types: Sequence[str]) -> Answer:
    things = covered(asked.store, asked.thing)
    rows = _work_rows(asked, things, column, types)
    whole = asked.thing.type == "ModelFamily"
    columns = (column, "type", *(("on",) if whole else ()), *PAPER_COLUMNS)
    near = variants(
        asked.store,
        asked.thing,
        lambda other: len(_of_types(asked, _support(asked, [other]), types)),
    )
    twin = sparql.works_on(asked.thing.id, EVALUATION[asked.thing.type], column, family=whole)
    return asked.answer(
        columns, rows, sparql=twin, variants=near, notes=_family_note(asked.thing, things)
    )


def _family_note(thing: "Entity", things: Sequence["Entity"]) -> tuple[str, ...]:
    if thing.type != "ModelFamily":
        return ()
    inside = described(other for other in things if other.id != thing.id)
    return (f"{thing.label} is a model family; its members count too: {inside or 'none known'}",)


def _work_rows(
    asked: Asked, things: Sequence["Entity"], column: str, types: Sequence[str]
) -> tuple[Row, ...]:
    """Return a row for each work of the given types (all, and papers, for none) and paper."""
    rows = []
    for (work, paper), found in _of_types(asked, _support(asked, things), types).items():
        on = ", ".join(sorted(asked.papers.label(thing) for thing in found.on))
        cells: dict[str, Cell] = {**asked.papers.cells(column, work), "on": on}
        rows.append(asked.papers.row(cells, paper, found.evidence))
    return newest_first(rows)


def _of_types(
    asked: Asked, support: Mapping[tuple[str, str], _Support], types: Sequence[str]
) -> dict[tuple[str, str], _Support]:
    """Keep works of the given types; of none given, all, and papers that have no other work."""
    if types:
        wanted = {work for work, _ in support if asked.papers.entity(work).type in types}
        return {key: found for key, found in support.items() if key[0] in wanted}
    named = {paper for work, paper in support if not is_paper(work)}
    return {
        (work, paper): found
        for (work, paper), found in support.items()
        if not is_paper(work) or paper not in named
    }


def _support(asked: Asked, things: Sequence["Entity"]) -> dict[tuple[str, str], _Support]:
    """Gather what each work rests on in each paper: first what the paper says of itself."""
    support: dict[tuple[str, str], _Support] = defaultdict(_Support)
    for thing in things:
        facts = asked.facts(relation=EVALUATION[thing.type], object_=thing.id)
        said = by_paper(fact for fact in facts if is_paper(fact.subject))
        for fact in facts:
            for paper, evidence in by_paper([fact]).items():
                support[fact.subject, paper].add(thing.id, said.get(paper, evidence))
    return support


def _with(row: Row, **cells: Cell) -> Row:
    return Row((*row.cells, *cells.items()), row.evidence)


def _models_in_experiments(asked: Asked, known: set[tuple[object, object]]) -> list[Row]:
    """Return a row for each model that a paper with an evaluation on the data ran on."""
    facts = asked.facts(relation=EVALUATION[asked.thing.type], object_=asked.thing.id)
    rows = []
    for paper, evidence in by_paper(fact for fact in facts if is_paper(fact.subject)).items():
        for fact in asked.facts(subject=paper, relation="evaluatedOnModel"):
            if (fact.object, paper) not in known:
                cells = asked.papers.cells("model", fact.object)
                both = (*by_paper([fact]).get(paper, ()), *evidence)
                rows.append(_with(asked.papers.row(cells, paper, both), how="experiments"))
    return rows


def papers_evaluated_on(asked: Asked) -> Answer:
    """Answer "papers evaluated on X"."""
    things = covered(asked.store, asked.thing)
    whole = asked.thing.type == "ModelFamily"
    rows = _paper_rows(asked, things)
    near = variants(asked.store, asked.thing, lambda other: _papers_with(asked, other))
    relation = EVALUATION[asked.thing.type]
    return asked.answer(
        ("title", *(("on",) if whole else ()), "paper", "date", "confidence"),
        rows,
        sparql=sparql.papers_that(relation, asked.thing.id, family=whole),
        variants=near,
        notes=_family_note(asked.thing, things),
    )


def _papers_with(asked: Asked, thing: "Entity") -> int:
    return sum(is_paper(work) for work, _ in _support(asked, [thing]))


def _paper_rows(asked: Asked, things: Sequence["Entity"]) -> tuple[Row, ...]:
    rows = []
    for (work, paper), found in _support(asked, things).items():
        if is_paper(work):
            on = ", ".join(sorted(asked.papers.label(thing) for thing in found.on))
            cells: dict[str, Cell] = {"title": "", "id": paper, "type": "Paper", "on": on}
            rows.append(asked.papers.row(cells, paper, found.evidence))
    return newest_first(rows)


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
    facts = [
        fact
        for relation in relations
        for fact in asked.facts(subject=asked.thing.id, relation=relation)
    ]
    rows = [row for fact in facts for row in _target_rows(asked, fact)]
    twin = sparql.evaluated_on_what(asked.thing.id, relations)
    return asked.answer(("name", "type", *PAPER_COLUMNS), newest_first(rows), sparql=twin)


def _target_rows(asked: Asked, fact: "Fact") -> list[Row]:
    cells = asked.papers.cells("name", fact.object)
    rows = []
    for paper, evidence in by_paper([fact]).items():
        own = asked.facts(subject=paper, relation=fact.relation, object_=fact.object)
        said = by_paper(own).get(paper, evidence)
        rows.append(asked.papers.row(cells, paper, said))
    return rows
