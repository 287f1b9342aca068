"""What is better or worse than a work on a benchmark: what is stated, and what numbers say."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import EVALUATION, PAPER_COLUMNS, Asked
from kg.query.better import (
    Better,
    better_than,
    names_one,
    not_compared,
    on_places,
    results_naming,
    worse_than,
)
from kg.query.families import covered, told, with_members
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.results import with_parts
from kg.query.rows import Row
from kg.query.works import Pair, Support, facts_about, works_in

if TYPE_CHECKING:
    from kg.model import Entity, Evidence

#: How it is known that one is better there, the most telling first.
ONE_SENTENCE, SAME_PAPER, NUMBERS = "one sentence", "same paper", "numbers"
#: The columns of rivals, and how the notes name them.
WINNER, LOSER = "winner", "loser"
_WORDS = {
    WINNER: ("stated to outperform {}", "what outperforms {}"),
    LOSER: ("stated to be outperformed by {}", "what {} outperforms"),
}
#: How many pairs of numbers a row writes out.
_TOLD = 3


@dataclass(slots=True)
class _Win:
    """What says that a work is better: how, by which numbers, and the evidence.

    `evaluated` is the evidence that the paper is evaluated there, which says nothing of better.
    """

    how: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    evidence: list["Evidence"] = field(default_factory=list)
    evaluated: list["Evidence"] = field(default_factory=list)


def outperforming_on(asked: Asked) -> Answer:
    """Answer "what outperforms X on BENCHMARK".

    What papers state to outperform X counts where the paper is evaluated there: the relation itself
    has no benchmark, so `how` says whether the same sentence names it. What has better numbers than
    X there, in the same paper, counts too.
    """
    things = covered(asked.store, asked.thing)
    facts = facts_about(asked, things, ("outperforms",))
    told_by = (
        (one.winner, one)
        for one in better_than(asked, _ids(things), _where(asked, asked.things[1]))
    )
    return _answer(asked, things, works_in(asked, facts), told_by, WINNER)


def outperformed_on(asked: Asked) -> Answer:
    """Answer "what X outperforms on BENCHMARK", in the same ways."""
    things = with_members(asked.store, asked.thing)
    facts = asked.facts(subject=_ids(things), relation="outperforms")
    stated: dict[Pair, Support] = defaultdict(Support)
    for fact in facts:
        for paper, evidence in by_paper([fact]).items():
            stated[fact.object, paper].add(fact.subject, evidence)
    told_by = (
        (one.loser, one) for one in worse_than(asked, _ids(things), _where(asked, asked.things[1]))
    )
    return _answer(asked, things, stated, told_by, LOSER)


def _ids(things: "Iterable[Entity]") -> set[str]:
    return {one.id for one in things}


def _where(asked: Asked, place: "Entity") -> set[str]:
    return _ids(with_parts(asked.store, place))


def _answer(
    asked: Asked,
    things: "Sequence[Entity]",
    stated: "Mapping[Pair, Support]",
    told_by: "Iterable[tuple[str, Better]]",
    column: str,
) -> Answer:
    """Answer with the rivals of things, by what is stated and what numbers tell."""
    thing, place = asked.things
    ids, where = _ids(things), _where(asked, place)
    evaluated = _evaluated(asked, place, where)
    wins: dict[Pair, _Win] = defaultdict(_Win)
    for (work, paper), support in stated.items():
        if paper in evaluated and work not in ids:
            named = names_one(asked, support.evidence, where)
            wins[work, paper].how.append(ONE_SENTENCE if named else SAME_PAPER)
            wins[work, paper].evidence += support.evidence
            wins[work, paper].evaluated += evaluated[paper]
    _add_numbers(wins, told_by, ids)
    twin = twins.outperforming_on if column == WINNER else twins.outperformed_on
    known = ids | {work for work, _ in wins}
    return asked.answer(
        (column, "type", "how", "numbers", *PAPER_COLUMNS),
        _rows(asked, wins, column),
        sparql=twin(thing.id, sorted(where), type_name=thing.type, relation=_relation(place)),
        notes=(
            *told(thing, things),
            *told(place, with_parts(asked.store, place)),
            *_honest(asked, wins, {work for work, _ in stated} - known, column),
            *not_compared(asked, thing, ids, place, where),
        ),
    )


def _relation(place: "Entity") -> str:
    return EVALUATION.get(place.type, "addressesTask")


def _evaluated(
    asked: Asked, place: "Entity", where: Collection[str]
) -> dict[str, list["Evidence"]]:
    """Return the papers that are evaluated on the places, or report a number on one."""
    facts = asked.facts(relation=_relation(place), object_=where)
    found = by_paper(fact for fact in facts if is_paper(fact.subject))
    for result in on_places(results_naming(asked, where), where):
        found.setdefault(result.paper, list(result.evidence))
    return found


def _add_numbers(
    wins: dict[Pair, _Win], told_by: "Iterable[tuple[str, Better]]", ids: Collection[str]
) -> None:
    for rival, better in told_by:
        if rival and rival not in ids:
            win = wins[rival, better.paper]
            win.how += [] if NUMBERS in win.how else [NUMBERS]
            win.numbers += [] if better.told in win.numbers else [better.told]
            win.evidence += better.evidence


def _rows(asked: Asked, wins: dict[Pair, _Win], column: str) -> tuple[Row, ...]:
    asked.papers.fetch((work for work, _ in wins), (paper for _, paper in wins))
    rows = []
    for (work, paper), win in wins.items():
        numbers = ", ".join(win.numbers[:_TOLD])
        cells = asked.papers.cells(column, work)
        cells |= {"how": ", ".join(win.how), "numbers": numbers}
        row = asked.papers.row(cells, paper, win.evidence)
        rows.append(Row(row.cells, asked.papers.quotes((*win.evidence, *win.evaluated))))
    return newest_first(rows)


def _honest(
    asked: Asked, wins: dict[Pair, _Win], others: Collection[str], column: str
) -> Iterator[str]:
    """Say what a row of the same paper leaves open, and how many works are left out."""
    thing, place = (one.label for one in asked.things)
    if any(SAME_PAPER in win.how for win in wins.values()):
        yield (
            f"“outperforms” is stated without a benchmark: “{SAME_PAPER}” means that the paper is"
            f" evaluated on {place} too, not that it is better there"
        )
    if others:
        said, ask = _WORDS[column]
        yield (
            f"{said.format(thing)}, not known to be on {place}: {len(others)};"
            f" ask: {ask.format(thing)}"
        )
