"""What outperforms a work on a benchmark: what is stated, and what the numbers say."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import EVALUATION, PAPER_COLUMNS, Asked
from kg.query.better import (
    better_than,
    names_one,
    not_compared,
    on_places,
    results_naming,
)
from kg.query.families import covered, told
from kg.query.papers import by_paper, is_paper, newest_first
from kg.query.results import with_parts
from kg.query.rows import Row
from kg.query.works import Pair, facts_about, works_in

if TYPE_CHECKING:
    from kg.model import Entity, Evidence

#: How it is known that one is better there, the most telling first.
ONE_SENTENCE, SAME_PAPER, NUMBERS = "one sentence", "same paper", "numbers"
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
    thing, place = asked.things
    things, places = covered(asked.store, thing), with_parts(asked.store, place)
    ids, where = {one.id for one in things}, {one.id for one in places}
    stated = works_in(asked, facts_about(asked, things, ("outperforms",)))
    evaluated = _evaluated(asked, place, where)
    wins: dict[Pair, _Win] = defaultdict(_Win)
    for (work, paper), support in stated.items():
        if paper in evaluated and work not in ids:
            named = names_one(asked, support.evidence, where)
            wins[work, paper].how.append(ONE_SENTENCE if named else SAME_PAPER)
            wins[work, paper].evidence += support.evidence
            wins[work, paper].evaluated += evaluated[paper]
    _add_numbers(asked, wins, ids, where)
    twin = twins.outperforming_on(
        thing.id, sorted(where), type_name=thing.type, relation=_relation(place)
    )
    notes = [*told(thing, things), *told(place, places)]
    known = ids | {work for work, _ in wins}
    notes += _honest(asked, wins, {work for work, _ in stated} - known)
    notes += not_compared(asked, thing, ids, place, where)
    columns = ("winner", "type", "how", "numbers", *PAPER_COLUMNS)
    return asked.answer(columns, _rows(asked, wins), sparql=twin, notes=notes)


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
    asked: Asked, wins: dict[Pair, _Win], ids: Collection[str], where: Collection[str]
) -> None:
    for better in better_than(asked, ids, where):
        if better.winner and better.winner not in ids:
            win = wins[better.winner, better.paper]
            win.how += [] if NUMBERS in win.how else [NUMBERS]
            win.numbers += [] if better.told in win.numbers else [better.told]
            win.evidence += better.evidence


def _rows(asked: Asked, wins: dict[Pair, _Win]) -> tuple[Row, ...]:
    asked.papers.fetch((work for work, _ in wins), (paper for _, paper in wins))
    rows = []
    for (work, paper), win in wins.items():
        numbers = ", ".join(win.numbers[:_TOLD])
        cells = asked.papers.cells("winner", work)
        cells |= {"how": ", ".join(win.how), "numbers": numbers}
        row = asked.papers.row(cells, paper, win.evidence)
        rows.append(Row(row.cells, asked.papers.quotes((*win.evidence, *win.evaluated))))
    return newest_first(rows)


def _honest(asked: Asked, wins: dict[Pair, _Win], others: Collection[str]) -> Iterator[str]:
    """Say what a row of the same paper leaves open, and how many works are left out."""
    thing, place = (one.label for one in asked.things)
    if any(SAME_PAPER in win.how for win in wins.values()):
        yield (
            f"“outperforms” is stated without a benchmark: “{SAME_PAPER}” means that the paper is"
            f" evaluated on {place} too, not that it is better there"
        )
    if others:
        yield (
            f"stated to outperform {thing}, not known to be on {place}: {len(others)};"
            f" ask: what outperforms {thing}"
        )
