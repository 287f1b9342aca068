"""Two works on one benchmark: the numbers of both, and which is better there."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.query.answer import Answer
from kg.query.asked import Asked, of_one_thing
from kg.query.better import not_compared, verdict
from kg.query.families import told, with_members
from kg.query.measured import filled, rows_of
from kg.query.results import results_having, with_parts

if TYPE_CHECKING:
    from kg.model import Entity


def comparison_on(asked: Asked) -> Answer:
    """Answer "compare A and B on BENCHMARK"."""
    return _compared(asked, ask=False)


def is_better_on(asked: Asked) -> Answer:
    """Answer "is A better than B on BENCHMARK"."""
    return _compared(asked, ask=True)


def _compared(asked: Asked, *, ask: bool) -> Answer:
    """Answer with the results of both works there, and say above them which is better."""
    one, place, other = asked.things
    if one == other:
        raise of_one_thing(asked)
    ones, others = (with_members(asked.store, thing) for thing in (one, other))
    on = with_parts(asked.store, place)
    found = results_having(asked, [*ones, *others], on)
    rows = rows_of(asked, found)
    twin = twins.results(
        [(thing.id, thing.type) for thing in (one, other)],
        "kgo:withMethod|kgo:onModel",
        on=[part.id for part in on],
    )
    first, second, places = ([thing.id for thing in things] for things in (ones, others, on))
    notes = [*told(one, ones), *told(other, others), *told(place, on)]
    for thing, ids in ((one, first), (other, second)):
        notes += not_compared(asked, thing, ids, place, places)
    answer = asked.answer(
        filled(rows, leave_out=("rank",)),
        rows,
        sparql=twin,
        notes=[*notes, *_without(asked, on)],
    )
    two = replace(asked, things=(one, other))
    return replace(answer, verdict=verdict(two, first, second, ask=ask, places=places))


def _without(asked: Asked, on: "list[Entity]") -> Iterator[str]:
    """Name each work of which no number is known there, and how many there are elsewhere."""
    one, place, other = asked.things
    for thing in (one, other):
        things = with_members(asked.store, thing)
        if not results_having(asked, things, on):
            elsewhere = len(results_having(asked, things, ()))
            yield (
                f"no result of {thing.label} on {place.label} is known; results of {thing.label}:"
                f" {elsewhere}"
            )
