"""A few things side by side: what they share, what only some of them have, who is better."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg import given, schema
from kg.errors import QuestionError
from kg.model import value_text
from kg.query.answer import COMPARED, Answer
from kg.query.asked import Asked, of_one_thing, parameters
from kg.query.better import UNKNOWN, verdict
from kg.query.families import told as told_inside
from kg.query.families import with_members
from kg.query.lineage import WAYS
from kg.query.names import resolve_told
from kg.query.papers import Papers, by_paper
from kg.query.results import results_having
from kg.query.rows import ID_COLUMNS, PASSAGE_COLUMNS, Cell, Row

if TYPE_CHECKING:
    from kg.model import Entity, Evidence, Fact, Result
    from kg.store import Store

#: How many things can stand side by side, and how many members of a family are named in a cell.
FEWEST, MOST = 2, 5
MEMBERS = 3
#: The aspects in which things are compared, in the order of the rows.
RELATIONS = (
    "outperforms", "comparedWith", "evaluatedOn", "evaluatedOnModel", "usesMethod", "extends",
    *WAYS, "partOf", "derivedFrom", "trainedOn", "addressesTask", "usesHardware",
)  # fmt: skip
#: Aspects that are shown only where the things have something in common: who ran on both.
_SHARED_ONLY = ("evaluatedOn", "evaluatedOnModel")
_ATTRIBUTES = ("type", "in", "size")
_ASPECTS = (*_ATTRIBUTES, *RELATIONS, *(f"^{name}" for name in _SHARED_ONLY), "result")
_COLUMNS = (*COMPARED, *ID_COLUMNS, *PASSAGE_COLUMNS)
#: A note, but for where a verdict names who is better by numbers.
_NOT_STATED = "no paper says that one of them outperforms another"


@dataclass(slots=True)
class _Line:
    """One line of the table: what stands under each thing, by its id, and the evidence.

    That is the papers that say so, the values, or what the thing is. `members` are those of a
    family of which it is said.
    """

    aspect: str
    what: str
    id: str = ""
    cells: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    evidence: list["Evidence"] = field(default_factory=list)
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def compare(store: "Store", names: str | Sequence[str], *, shared: bool = False) -> Answer:
    """Set two to five things side by side; with `shared`, only what at least two of them have.

    A cell of a relation counts the papers that say so; one of a result holds all values that are
    reported. Raises UnknownNameError, and QuestionError for too few or too many.
    """
    found = [resolve_told(store, name) for name in given.several(names)]
    things = tuple(thing for thing, _ in found)
    notes = tuple(dict.fromkeys(note for _, told in found for note in told))
    question = f"compare {', '.join(thing.label for thing in things)}"
    asked = Asked(
        store, question, "compare", things, Papers(store), parameters(things), notes=notes
    )
    return _judged(asked, _table(asked, 1 + shared), ask=False)


def comparison(asked: Asked) -> Answer:
    """Answer "compare A and B"."""
    return _judged(asked, _table(asked, 1), ask=False)


def is_better(asked: Asked) -> Answer:
    """Answer "is A better than B"."""
    return _judged(asked, _table(asked, 1), ask=True)


def _judged(asked: Asked, answer: Answer, *, ask: bool) -> Answer:
    """Say above a comparison of two which is better, where one of their types can be."""
    if len(asked.things) != FEWEST or not _can_outperform(asked.things):
        return answer
    ones, others = ([one.id for one in with_members(asked.store, thing)] for thing in asked.things)
    told = verdict(asked, ones, others, ask=ask)
    notes = [note for note in answer.notes if note != _NOT_STATED or told in ("", UNKNOWN)]
    return replace(answer, verdict=told, notes=tuple(notes))


def _can_outperform(things: Iterable["Entity"]) -> bool:
    return all(schema.allows("outperforms", thing.type, thing.type) for thing in things)


def _table(asked: Asked, least: int) -> Answer:
    """Answer with the lines in which at least so many of the things have something."""
    if len(asked.things) > 1 and len(set(asked.things)) == 1:
        raise of_one_thing(asked)
    if not FEWEST <= len(set(asked.things)) <= MOST:
        raise QuestionError(asked.question, [f"compare A and B ({FEWEST} to {MOST} things)"])
    asked = replace(asked, things=tuple(dict.fromkeys(asked.things)))
    heads = _heads(asked.things)
    every = (*_attributes(asked), *_relations(asked), *_inverse(asked), *_results(asked))
    lines = [line for line in every if len(line.cells) >= least]
    ids = set(heads)
    lines.sort(key=lambda line: (line.aspect not in _ATTRIBUTES, line.id not in ids, *_order(line)))
    asked.papers.fetch(papers=(item.document for line in lines for item in line.evidence))
    rows = [_row(asked, line, heads) for line in lines]
    inside = {one.id for thing in asked.things for one in with_members(asked.store, thing)}
    told = any(line.aspect == "outperforms" and line.id in inside for line in every)
    twin = twins.facts_of(sorted(inside), RELATIONS)
    notes = ["a number counts the papers that say so; ^ turns a relation round"] if rows else []
    families = (thing for thing in asked.things if thing.type == "ModelFamily")
    notes += (note for one in families for note in told_inside(one, with_members(asked.store, one)))
    if not told and _can_outperform(asked.things):
        notes.append(_NOT_STATED)
    columns = (*COMPARED, *heads.values())
    return asked.answer(columns, rows, sparql=twin, notes=tuple(notes))


def _order(line: _Line) -> tuple[object, ...]:
    aspect = _ASPECTS.index(line.aspect)
    return (aspect, -len(line.cells), line.what.casefold(), line.id)


def _heads(things: Iterable["Entity"]) -> dict[str, str]:
    """Return the column of each thing: its label, or its id where that is taken."""
    heads: dict[str, str] = {}
    for thing in things:
        taken = thing.label in (*heads.values(), *_COLUMNS)
        heads[thing.id] = thing.id if taken else thing.label
    return heads


def _attributes(asked: Asked) -> Iterator[_Line]:
    """Yield what the things are."""
    for aspect in _ATTRIBUTES:
        line = _Line(aspect, "")
        for thing in asked.things:
            broader = asked.papers.label(thing.parent) if thing.parent else ""
            value = {"type": thing.type, "in": broader, "size": thing.size}[aspect]
            if value:
                line.cells[thing.id].append(value)
        if line.cells:
            yield line


def _relations(asked: Asked) -> Iterable[_Line]:
    """Yield what the things stand in a relation to."""
    lines: dict[tuple[str, str], _Line] = {}
    for thing in asked.things:
        ids = [one.id for one in with_members(asked.store, thing)]
        facts = [fact for name in RELATIONS for fact in asked.facts(subject=ids, relation=name)]
        asked.papers.fetch(fact.object for fact in facts)
        for fact in facts:
            _note(asked, lines, thing.id, fact)
    return lines.values()


def _inverse(asked: Asked) -> Iterable[_Line]:
    """Yield the papers that ran on several of the things."""
    lines: dict[tuple[str, str], _Line] = {}
    for relation in _SHARED_ONLY:
        found = [_about(asked, thing, relation) for thing in asked.things]
        times = Counter(subject for facts in found for subject in {f.subject for f in facts})
        asked.papers.fetch(subject for subject, count in times.items() if count > 1)
        for thing, facts in zip(asked.things, found, strict=True):
            for fact in facts:
                if times[fact.subject] > 1:
                    _note(asked, lines, thing.id, fact, inverse=True)
    return lines.values()


def _about(asked: Asked, thing: "Entity", relation: str) -> list["Fact"]:
    ids = [one.id for one in with_members(asked.store, thing)]
    return asked.facts(relation=relation, object_=ids)


def _note(
    asked: Asked,
    lines: dict[tuple[str, str], _Line],
    thing: str,
    fact: "Fact",
    *,
    inverse: bool = False,
) -> None:
    """Put the papers of a fact under a thing, in the line of the fact's other end."""
    other = fact.subject if inverse else fact.object
    key = (f"{'^' * inverse}{fact.relation}", other)
    line = lines.setdefault(key, _Line(key[0], asked.papers.label(other), other))
    line.cells[thing] += [paper for paper in by_paper([fact]) if paper not in line.cells[thing]]
    line.evidence.extend(fact.evidence)
    own = fact.object if inverse else fact.subject
    if own != thing:
        line.members[thing].add(asked.papers.label(own))


def _results(asked: Asked) -> Iterable[_Line]:
    """Yield the results of the things, a line for each data set, metric and kind."""
    lines: dict[tuple[str, ...], _Line] = {}
    for thing in asked.things:
        for result in _results_of(asked, thing):
            data = result.data or result.task
            key = (data, result.metric, result.split, result.setting, result.kind)
            line = lines.setdefault(key, _Line("result", _measured(asked, result), data))
            value = value_text(result)
            line.cells[thing.id] += [value] if value not in line.cells[thing.id] else []
            line.evidence.extend(result.evidence)
    return lines.values()


def _results_of(asked: Asked, thing: "Entity") -> Iterator["Result"]:
    """Yield the results that a thing, or a member of a family, has itself.

    A number of which neither data nor metric is named is like no other.
    """
    for result in results_having(asked, with_members(asked.store, thing), ()):
        if result.data or result.task or result.metric:
            yield result


def _measured(asked: Asked, result: "Result") -> str:
    """Say what was measured: ``GSM8K, accuracy (test, delta)``."""
    named = (result.data or result.task, result.metric)
    what = ", ".join(asked.papers.label(item) for item in named if item)
    kind = "" if result.kind == "absolute" else result.kind
    how = ", ".join(item for item in (result.split, result.setting, kind) if item)
    return f"{what} ({how})".strip() if how else what


def _row(asked: Asked, line: _Line, heads: Mapping[str, str]) -> Row:
    """Make a row; `shared` counts the things that have something there."""
    cells: dict[str, Cell] = {
        "aspect": line.aspect,
        "what": line.what,
        "id": line.id,
        "shared": len(line.cells),
    }
    counted = line.aspect.removeprefix("^") in RELATIONS
    for thing, head in heads.items():
        found = line.cells.get(thing, [])
        cells[head] = _counted(line, thing, found) if counted else ", ".join(found)
    return Row(tuple(cells.items()), asked.papers.quotes(line.evidence))


def _counted(line: _Line, thing: str, papers: Sequence[str]) -> Cell:
    """Return how many papers say something of a thing, and of which members of a family."""
    if thing not in line.members:
        return len(papers) or ""
    members = sorted(line.members[thing])
    more = f" and {len(members) - MEMBERS} more" if len(members) > MEMBERS else ""
    return f"{len(papers)} ({', '.join(members[:MEMBERS])}{more})"
