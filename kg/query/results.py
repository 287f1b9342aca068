"""Questions on results: the leaderboard of a benchmark, and the results of a work."""

from dataclasses import replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.errors import UnknownNameError, WrongTypeError
from kg.query.answer import Answer, Variant
from kg.query.asked import Asked, parameters
from kg.query.families import covered, told, variants, with_members
from kg.query.filters import since
from kg.query.longer_names import of_longer_names
from kg.query.measured import ROLES, filled, rows_of, unknown_directions
from kg.query.mentioned import mentioned
from kg.query.names import resolve
from kg.query.own_values import is_unnamed, standing_for
from kg.query.papers import Papers, is_paper

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.model import Entity, Result
    from kg.store import Store

#: What has a leaderboard, and the slot of a result that names it.
BOARDS = {"Benchmark": "data", "Dataset": "data", "Task": "task"}
_PROPERTIES = {"data": "kgo:onData", "task": "kgo:onTask"}
#: Whose values a leaderboard can be limited to.
WHOSE = ("all", *ROLES)


def leaderboard(
    store: "Store", name: str, *, metric: str = "", role: str = "all", earliest: str = ""
) -> Answer:
    """Rank what papers report on a benchmark, data set or task.

    Values are ranked apart by whose they are, of which `role` (see `WHOSE`) keeps one; changes and
    ratios follow without a rank. `earliest` is an ISO date. Raises UnknownNameError, and
    WrongTypeError for what has no leaderboard.
    """
    if role not in WHOSE:
        raise UnknownNameError("role", role, WHOSE)
    things = [_of_types(store, name, tuple(BOARDS), "a leaderboard")]
    if metric:
        things.append(_of_types(store, metric, ("Metric",), "the measure of a leaderboard"))
    named = parameters(things, role="metric")
    asked = Asked(
        store,
        f"leaderboard of {things[0].label}",
        "leaderboard",
        tuple(things),
        Papers(store),
        named | ({"role": role} if role != "all" else {}) | since(earliest).told(),
        filters=since(earliest),
    )
    answer = _board(asked, role)
    return answer if answer.rows else replace(answer, notes=(*answer.notes, *mentioned(asked)))


def _of_types(store: "Store", name: str, types: tuple[str, ...], what: str) -> "Entity":
    """Return what a name means; WrongTypeError says which types `what` is of."""
    found = resolve(store, name, types)
    if found.type not in types:
        raise WrongTypeError(what, found.label, found.type, types)
    return found


def leaderboard_of(asked: Asked) -> Answer:
    """Answer "leaderboard of BENCHMARK by METRIC"."""
    return _board(asked, "all")


def lowest_on(asked: Asked) -> Answer:
    """Answer "lowest METRIC on BENCHMARK": its leaderboard, of which the best stands first."""
    answer = _board(asked, "all")
    metric = asked.things[1]
    if metric.direction == "lower":
        return answer
    is_known = "is not better" if metric.direction else "may not be better"
    note = f"less {metric.label} {is_known}: in each group the lowest stands last"
    return replace(answer, notes=(note, *answer.notes))


def _board(asked: Asked, role: str) -> Answer:
    thing = asked.thing
    metric = asked.things[1] if len(asked.things) > 1 else None
    slot = BOARDS[thing.type]
    all_roles = [r for r in asked.results(thing.id) if getattr(r, slot) == thing.id]
    found = [r for r in all_roles if role in ("all", r.role)]
    kept = [r for r in found if not metric or r.metric == metric.id]
    rows = rows_of(asked, kept, all_roles)
    twin = twins.results(
        [(thing.id, "")], _PROPERTIES[slot], metrics=[metric.id] if metric else None, role=role
    )
    return asked.answer(
        filled(rows, leave_out=("data",)),
        rows,
        sparql=twin,
        variants=_narrower(asked, slot),
        notes=(
            *unknown_directions(asked, kept),
            *_by_others(asked, found, [metric.id] if metric else None),
            *(of_longer_names(asked, thing) if slot == "data" else ()),
        ),
    )


def _narrower(asked: Asked, slot: str) -> list[Variant]:
    """Return what stands right below the thing and has results of its own."""
    below = asked.store.entities(parent=asked.thing.id)
    found = (
        Variant(other.id, other.label, _named_in(asked, other.id, slot))
        for other in below
        if BOARDS.get(other.type) == slot
    )
    return [variant for variant in found if variant.total]


def _named_in(asked: Asked, thing: str, slot: str) -> int:
    return sum(getattr(result, slot) == thing for result in asked.results(thing))


def _by_others(
    asked: Asked, found: "Collection[Result]", metrics: "Collection[str] | None"
) -> tuple[str, ...]:
    """Say how many results are by another metric than those asked for, or by none."""
    others = [] if metrics is None else [r.metric for r in found if r.metric not in metrics]
    labels = sorted({asked.papers.label(other) if other else "none named" for other in others})
    return (f"by other metrics: {len(others)} ({', '.join(labels)})",) if others else ()


def results_of(asked: Asked) -> Answer:
    """Answer "results of MODEL, METHOD or PAPER (on BENCHMARK)", or those of one metric.

    Of a family, those of its models too; on a benchmark, those on its splits and parts too.
    """
    *places, last = asked.things[1:] or (None,)
    if last is None or last.type != "Metric":
        return results_by(asked, None)
    return results_by(replace(asked, things=(asked.thing, *places)), [last])


def results_by(
    asked: Asked, metrics: "Sequence[Entity] | None", units: "Sequence[str]" = ()
) -> Answer:
    """Answer with the results of a work (on a place) by one of some metrics; by any if None.

    Those of no named metric count too if they are in one of some units.
    """
    thing, *places = asked.things
    on = with_parts(asked.store, places[0]) if places else []
    things = with_members(asked.store, thing)
    ids = None if metrics is None else [metric.id for metric in metrics]
    found = results_having(asked, things, on)
    kept = [r for r in found if ids is None or r.metric in ids or _is_in(r, units)]
    rows = rows_of(asked, kept)
    slot = "kgo:reportedIn" if is_paper(thing.id) else "kgo:withMethod|kgo:onModel"
    return asked.answer(
        filled(rows, leave_out=("rank",)),
        rows,
        sparql=twins.results(
            [(thing.id, thing.type)],
            slot,
            on=[place.id for place in on],
            metrics=ids,
            units=units,
        ),
        variants=variants(
            asked.store, thing, lambda other: len(results_having(asked, [other], on))
        ),
        notes=(
            *told(thing, things),
            *(told(places[0], on) if on else ()),
            *([] if found or asked.filters or not on else [_known_apart(asked, things, on)]),
            *_by_others(asked, [r for r in found if not _is_in(r, units)], ids),
        ),
    )


def _is_in(result: "Result", units: "Sequence[str]") -> bool:
    """Tell whether a result of no named metric is in one of some units."""
    return not result.metric and result.unit in units


def _known_apart(asked: Asked, things: "Collection[Entity]", on: "Collection[Entity]") -> str:
    """Say how many results there are of the one and on the other, where there are none of both."""
    thing, place = asked.things[0].label, asked.things[1].label
    ids = {one.id for one in on}
    named = {result for one in sorted(ids) for result in asked.results(one)}
    there = sum(not ids.isdisjoint((r.data, r.task, r.model)) for r in named)
    of = len(results_having(asked, things, ()))
    return (
        f"no result of {thing} on {place} is known; results of {thing}: {of}, on {place}: {there}"
    )


def with_parts(store: "Store", place: "Entity") -> "list[Entity]":
    """Return what a result may be on, sorted by id: of data parts too, of a task all below."""
    if place.type == "Task":
        return covered(store, place)
    if BOARDS.get(place.type) != "data":
        return [place]
    below = (other for other in store.entities(parent=place.id) if BOARDS.get(other.type) == "data")
    return sorted([place, *below], key=lambda entity: entity.id)


def results_having(
    asked: Asked, things: "Collection[Entity]", on: "Collection[Entity]"
) -> "list[Result]":
    """Return the results that one of the things has: as method, as model, or as their paper.

    What a paper that introduces it alone reports of its own without a name counts too.
    """
    ids = {thing.id for thing in things}
    named = (result for thing in sorted(ids) for result in asked.results(thing))
    found = [result for result in named if ids & {result.method, result.model, result.paper}]
    papers = sorted(paper for one in ids for paper in standing_for(asked, {one}))
    found += [result for paper in papers for result in asked.results(paper) if is_unnamed(result)]
    places = {place.id for place in on}
    return [r for r in dict.fromkeys(found) if not on or places & {r.data, r.task, r.model}]
