"""Results as rows: grouped by what was measured and how, the best of each group first.

Absolute values are ranked, own ones and those of baselines apart; changes and ratios follow them
without a rank. Reports that differ stand beside each other, marked; nothing is averaged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from kg.ids import result_id
from kg.model import value_text
from kg.query.asked import Asked
from kg.query.rows import Cell, Row
from kg.query.twins import UNNAMED

if TYPE_CHECKING:
    from kg.model import Result

#: What a group holds in common.
Group = tuple[object, ...]

_KINDS = ("absolute", "delta", "ratio")
#: Whose a value is.
ROLES = ("own", "baseline", "other")
#: How a heading names the values of a kind, and whose they are.
_PLURALS = {"absolute": "values", "delta": "changes", "ratio": "ratios"}
_GROUPS = {"own": "own {}", "baseline": "{} of baselines", "other": "{} of other systems"}
#: Units that do not set a value apart: shares of a hundred, and none.
_SHARES = frozenset({"", "%", "percent", "points", "pp", "percentage points"})
#: The columns of a result, in order; those in `_KEPT` are shown even where nothing is in them.
COLUMNS = (
    "rank", "work", "model", "data", "metric", "split", "setting", "value", "change", "baseline",
    "role", "conflict", "paper", "date", "confidence",
)  # fmt: skip
_KEPT = frozenset({"work", "metric", "value", "role", "paper", "date", "confidence"})


def rows_of(asked: Asked, results: Iterable["Result"], among: Iterable["Result"] = ()) -> list[Row]:
    """Return a row for each result, in groups, the best of each first.

    What differs is looked for `among` these results too.
    """
    shown = list(results)
    slots = ("method", "model", "data", "task", "metric", "baseline", "paper")
    named = {getattr(result, slot) for result in shown for slot in slots}
    asked.papers.fetch(named, (result.paper for result in shown))
    table = _Table.of(asked, (*shown, *among))
    items = sorted(shown, key=table.group)
    return [row for _, same in groupby(items, key=table.group) for row in table.ranked(same)]


def filled(rows: Iterable[Row], leave_out: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the columns in which something stands."""
    rows = list(rows)
    empty = {column for column in COLUMNS if not any(row.get(column, "") != "" for row in rows)}
    return tuple(
        column
        for column in COLUMNS
        if column not in leave_out and (column in _KEPT or column not in empty)
    )


def unknown_directions(asked: Asked, results: Iterable["Result"]) -> tuple[str, ...]:
    """Say of which metrics it is not known whether more is better."""
    measured = {result.metric for result in results if result.kind == "absolute"}
    unknown = sorted(
        asked.papers.label(metric) if metric else "a metric that is not named"
        for metric in measured
        if not _direction(asked, metric)
    )
    if not unknown:
        return ()
    return (f"whether more is better is not known of {', '.join(unknown)}: from high to low",)


def _direction(asked: Asked, metric: str) -> str:
    return asked.papers.entity(metric).direction if metric else ""


def _subject(result: "Result") -> tuple[str, str]:
    """Return what has the value (a paper for a work without a name), and the model beside it."""
    work = result.method or result.model or result.paper
    return work, result.model if result.model != work else ""


def _is_unnamed(result: "Result") -> bool:
    """Say whether a value is of another work than the paper's, which no name tells."""
    return result.role != "own" and not (result.method or result.model)


def _setup(result: "Result") -> Group:
    """Return all that must be equal for two absolute values to be of one measurement."""
    scale = "" if result.unit.casefold() in _SHARES else result.unit.casefold()
    return (result.data or result.task, result.metric, result.split, result.setting, scale)


def _measurement(result: "Result") -> Group:
    return (*_subject(result), *_setup(result))


@dataclass(frozen=True, slots=True)
class _Table:
    """Results on their way to rows.

    `in_hundreds` are the setups with an absolute value in per cent; `reported` has the texts of the
    different absolute values of each measurement.
    """

    asked: Asked
    in_hundreds: frozenset[Group]
    reported: Mapping[Group, Mapping[tuple[Decimal, ...], str]]

    @classmethod
    def of(cls, asked: Asked, results: Iterable["Result"]) -> "_Table":
        """Look over the results."""
        found = list(results)
        reported: dict[Group, dict[tuple[Decimal, ...], str]] = defaultdict(dict)
        for result in found:
            if result.kind == "absolute" and _subject(result)[0] != result.paper:
                reported[_measurement(result)].setdefault(result.value, value_text(result))
        hundreds = frozenset(
            _setup(result) for result in found if result.unit == "%" and result.kind == "absolute"
        )
        return cls(asked, hundreds, reported)

    def group(self, result: "Result") -> Group:
        """Return what sorts results into groups: absolute values first, named metrics first."""
        data, metric, split, setting, scale = _setup(result)
        names = [self.asked.papers.label(str(i)).casefold() if i else "" for i in (data, metric)]
        kind, role = _KINDS.index(result.kind), ROLES.index(result.role)
        about = (data == "", names[0], data, kind > 0, metric == "", names[1], metric)
        return (*about, kind, scale, split, setting, role)

    def ranked(self, group: Iterable["Result"]) -> Iterator[Row]:
        """Yield the rows of a group, the best first; equal values share a rank."""
        rank, last = 0, None
        for place, result in enumerate(sorted(group, key=self._merit), 1):
            numbers = self._numbers(result)
            rank, last = (rank, last) if numbers == last else (place, numbers)
            absolute = result.kind == "absolute"
            told: dict[str, Cell] = {
                "rank": rank if absolute else "",
                "conflict": self._conflict(result) if absolute else "",
            }
            yield _row(self.asked, result, told)

    def _merit(self, result: "Result") -> Group:
        upward = result.kind == "absolute" and _direction(self.asked, result.metric) == "lower"
        numbers = [number if upward else -number for number in self._numbers(result)]
        work, model = _subject(result)
        return (numbers, self.asked.papers.label(work).casefold(), work, model, result.paper)

    def _numbers(self, result: "Result") -> list[Decimal]:
        """Return the numbers to compare by: 0.58 is 58 where others are given in per cent."""
        shares = not result.unit and all(0 <= number <= 1 for number in result.value)
        factor = 100 if shares and _setup(result) in self.in_hundreds else 1
        return [number * factor for number in result.value]

    def _conflict(self, result: "Result") -> str:
        """Name the other values that are reported of the same measurement."""
        reported = self.reported.get(_measurement(result), {})
        others = [text for value, text in reported.items() if value != result.value]
        return f"also {', '.join(others)}" if others else ""


def _change(result: "Result") -> str:
    """Say that a value is a change or a ratio, and which way: ``delta, lower``."""
    if result.kind == "absolute":
        return ""
    return ", ".join(item for item in (result.kind, result.direction) if item)


def _heading(asked: Asked, result: "Result") -> str:
    """Name what the values of one group have in common: ``accuracy, 4-bit: own values``."""
    data, metric, split, setting, scale = map(str, _setup(result))
    parts = (
        asked.papers.label(metric) if metric else "metric not named",
        f"on {asked.papers.label(data)}" if data and data != asked.thing.id else "",
        split,
        setting,
        f"in {scale}" if scale else "",
    )
    return f"{', '.join(filter(None, parts))}: {_GROUPS[result.role].format(_PLURALS[result.kind])}"


def _row(asked: Asked, result: "Result", told: dict[str, Cell]) -> Row:
    work, model = _subject(result)
    data = result.data or result.task
    cells: dict[str, Cell] = {
        **asked.papers.cells("work", work),
        **({"work": UNNAMED} if _is_unnamed(result) else {}),
        "model": asked.papers.label(model) if model else "",
        "data": asked.papers.label(data) if data else "",
        "metric": asked.papers.label(result.metric) if result.metric else "",
        "split": result.split,
        "setting": result.setting,
        "value": value_text(result),
        "lowest": float(result.value[0]),
        "highest": float(result.value[-1]),
        "unit": result.unit,
        "kind": result.kind,
        "direction": result.direction,
        "change": _change(result),
        "baseline": asked.papers.label(result.baseline) if result.baseline else "",
        "role": result.role,
        "group": _heading(asked, result),
        "status": result.status,
        "confidence": result.confidence,
        "result": result_id(result),
        **told,
    }
    return asked.papers.row(cells, result.paper, result.evidence)
