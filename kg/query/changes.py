"""What a change of one work against another says of which is better: "3 points above LoRA"."""

from typing import TYPE_CHECKING

from kg.query.twins import POINTS

if TYPE_CHECKING:
    from kg.model import Result
    from kg.query.asked import Asked


def known_direction(asked: "Asked", result: "Result") -> str:
    """Return which way the metric of a result is better, '' where it is not known."""
    return asked.papers.entity(result.metric).direction if result.metric else ""


def winner_and_loser(asked: "Asked", result: "Result") -> tuple[str, str]:
    """Return who is better by a change against a baseline, and who is worse; '' where none is told.

    Where no metric is named, a change in points on some data is one of their score: shares may be
    of a cost as well.
    """
    is_change = result.kind != "absolute" and result.baseline and result.direction
    better = known_direction(asked, result) or _of_score(result)
    if not (is_change and better):
        return "", ""
    pair = (_changed(result), result.baseline)
    return pair if result.direction == better else pair[::-1]


def _of_score(result: "Result") -> str:
    in_points = result.kind == "delta" and result.unit == POINTS
    return "higher" if in_points and result.data and not result.metric else ""


def _changed(result: "Result") -> str:
    """Return whose change it is: the paper, for its own work without a name.

    What is set against a method is one: the model beside it is what both ran on.
    """
    model = "" if result.baseline.startswith("method/") else result.model
    own = result.paper if result.role == "own" else ""
    return result.method or model or own
