"""Which results a page tells of: those of the things that are drawn, or can be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.model import Result
    from kg.store import Store

#: At most so many results of one thing are told.
OF_A_THING = 40

_SLOTS = ("paper", "method", "model", "data", "task", "metric", "baseline")


def chosen(store: Store, nodes: Collection[str]) -> tuple[list[Result], dict[str, int]]:
    """Return the results that name a node, and how many more of each node are left out.

    A result that is told for one node stands with all that it names.
    """
    shown = frozenset(nodes)
    told: list[Result] = []
    has: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for result in _in_order(store.results()):
        named = shown.intersection(getattr(result, slot) for slot in _SLOTS)
        if any(has[node] < OF_A_THING for node in named):
            told.append(result)
            has.update(named)
        else:
            left.update(named)
    return told, dict(left)


def _in_order(results: Iterable[Result]) -> list[Result]:
    """Sort by what was measured; own values before those of baselines, absolute ones first."""
    return sorted(
        results,
        key=lambda result: (
            result.role != "own",
            result.kind != "absolute",
            result.data or result.task,
            result.metric,
            result.paper,
            tuple(-number for number in result.value),
        ),
    )


def how(result: Result) -> str:
    """Say in a word or two how a value was measured: ``test, delta, lower``."""
    change = "" if result.kind == "absolute" else result.kind
    told = (result.split, result.setting, change, result.direction if change else "")
    return ", ".join(item for item in told if item)
