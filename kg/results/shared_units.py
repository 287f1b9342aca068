"""The unit of a gain below one: that of the other gains of its sentence in the same metric."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Result


def with_shared_units(results: Sequence[Result]) -> list[Result]:
    """Return results, gains without a unit in points where others beside them are.

    "By +0.95, +2.05 and +2.33 points" are all points; alone, 0.95 may be a share of one.
    """
    in_points = {_list_of(result) for result in results if result.unit == "points"}
    return [
        replace(result, unit="points")
        if not result.unit and result.kind == "delta" and _list_of(result) in in_points
        else result
        for result in results
    ]


def _list_of(result: Result) -> tuple[str, int, int, str]:
    """Return what the gains of one list have alike: their sentence and their metric."""
    said = result.evidence[0]
    return said.field, said.start, said.end, result.metric
