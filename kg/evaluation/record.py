"""A record: what one paper says, as annotated by a reader or as read by kg.

The shape is that of ``kg export --to records``. Records are checked here, once; what scores them
trusts them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from kg.errors import QUOTED, cut
from kg.exporters.records import TYPES

#: The slots that name things, in the order of the figures.
SLOTS = (
    "introduces",
    "evaluatedOnModel",
    "evaluatedOn",
    "trainedOn",
    "comparedWith",
    "outperforms",
    "hardware",
    "usesMethod",
    "addressesTask",
)
#: The slots that name pairs of things.
PAIRS = ("basedOn", "derivedFrom")

_KEYS = ("id", "title", "entities", *SLOTS, *PAIRS, "links", "results")
#: What a record may list that is no slot.
_ABOUT = frozenset(("authors", "categories", "keywords", "tags"))
_OF_THINGS = ("name", "type", "named", "surface", "family")
_OF_RESULTS = (
    "subject", "on", "metric", "value", "unit", "kind", "direction", "baseline", "quote",
)  # fmt: skip
#: From what likeness on a key that is not known is one that is misspelt.
_MISSPELT = 0.85

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_UNITS = {
    **dict.fromkeys(
        ("percent", "points", "point", "pp", "percentage points", "percentage point"), "%"
    ),
    **dict.fromkeys(("times", "×", "fold"), "x"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of a record, with the strings of the text that name it."""

    name: str
    type: str
    named: bool = True
    surface: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A result of a record; `value` is one number or the two ends of a range, `unit` is plain."""

    value: tuple[float, ...]
    unit: str = ""
    subject: str = ""
    on: str = ""
    metric: str = ""
    kind: str = ""
    direction: str = ""
    baseline: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A paper: its things, and what stands in the slots."""

    id: str
    title: str
    things: tuple[Thing, ...] = ()
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pairs: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    results: tuple[Measured, ...] = ()


def record_from(row: object) -> Record:
    """Make a record of what JSON holds; ValueError says what is wrong, and where in it."""
    if not isinstance(row, dict):
        raise ValueError("is no object; a record is one")
    _refuse_unknown(row)
    slots = {slot: tuple(_names(row, slot)) for slot in SLOTS if slot != "outperforms"}
    slots["outperforms"] = tuple(_better_than(row))
    return Record(
        id=str(row.get("id") or ""),
        title=_text(row, "title", "a record"),
        things=tuple(_thing(item) for item in _list(row, "entities")),
        slots=slots,
        pairs={slot: tuple(_pairs(row, slot)) for slot in PAIRS},
        links=tuple(_link(item) for item in _list(row, "links")),
        results=tuple(_results(row)),
    )


def _refuse_unknown(row: Mapping[str, Any]) -> None:
    """Raise ValueError for a slot that is none; what else is told of a paper is passed over."""
    if "outperforms" in row:
        raise ValueError(
            "outperforms: stands in comparedWith, as in"
            ' {"comparedWith": [{"name": "LoRA", "outperforms": true}]}'
        )
    _refuse_misspelt(row, _KEYS)
    for key, value in row.items():
        if isinstance(value, list) and key not in (*_KEYS, *_ABOUT):
            near = get_close_matches(key, _KEYS, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_KEYS[3:])}"
            raise ValueError(f"{cut(key)}: is no slot; {hint}")


def _refuse_misspelt(row: Mapping[str, Any], known: Collection[str], where: str = "") -> None:
    """Raise ValueError for a key that is nearly a known one."""
    by_key = {key.casefold(): key for key in known}
    for key in (key for key in row if key not in known):
        if near := get_close_matches(key[:QUOTED].casefold(), by_key, 1, _MISSPELT):
            raise ValueError(f"{where}{cut(key)}: is not known; did you mean {by_key[near[0]]}?")


def _text(row: Mapping[str, Any], name: str, what: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name}: is not there or no text; {what} needs one")
    return value


def _list(row: Mapping[str, Any], name: str) -> list[Any]:
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{name}: is no list")
    return value


def _thing(item: object) -> Thing:
    if not isinstance(item, dict):
        raise ValueError('entities: holds what is no object like {"name": ..., "type": ...}')
    _refuse_misspelt(item, _OF_THINGS, "entities: ")
    surface = tuple(map(str, _list(item, "surface")))
    name, type_name = (_text(item, key, "an entity") for key in ("name", "type"))
    if type_name not in TYPES:
        raise ValueError(f"entities: {type_name!r} is no type; there are {', '.join(TYPES)}")
    named = item.get("named", True)
    if not isinstance(named, bool):
        raise ValueError(f"entities: named of {name!r} is neither true nor false")
    return Thing(name, type_name, named, surface)


def _name(item: object, slot: str) -> str:
    """Return the name of an item, which is a text or an object with a name."""
    name = item.get("name") if isinstance(item, dict) else item
    if not isinstance(name, str):
        raise ValueError(f"{slot}: holds what is no name")
    return name


def _names(row: Mapping[str, Any], slot: str) -> Iterator[str]:
    for item in _list(row, slot):
        yield _name(item, slot)


def _better_than(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the paper says that its own is better than."""
    for item in _list(row, "comparedWith"):
        if isinstance(item, dict):
            _refuse_misspelt(item, ("name", "outperforms"), "comparedWith: ")
        if isinstance(item, dict) and item.get("outperforms") is True:
            yield _name(item, "comparedWith")


def _pairs(row: Mapping[str, Any], slot: str) -> Iterator[tuple[str, str]]:
    for item in _list(row, slot):
        if not isinstance(item, list) or len(item) != 2:
            raise ValueError(f"{slot}: holds what is no pair of names")
        yield _name(item[0], slot), _name(item[1], slot)


def _link(item: object) -> str:
    """Return an address without what may be written or not: scheme, www, last slash."""
    url = item.get("url") if isinstance(item, dict) else item
    if not isinstance(url, str):
        raise ValueError("links: holds what is no address")
    return re.sub(r"^https?://(www\.)?|[/.]+$", "", url.strip().lower())


def _results(row: Mapping[str, Any]) -> Iterator[Measured]:
    for item in _list(row, "results"):
        if not isinstance(item, dict):
            raise ValueError('results: holds what is no object like {"value": ..., "unit": ...}')
        _refuse_misspelt(item, _OF_RESULTS, "results: ")
        if item.get("value") is not None:
            yield Measured(
                value=_value(item["value"]),
                unit=_unit(item.get("unit")),
                quote=str(item.get("quote") or ""),
                **{
                    name: str(item.get(name) or "")
                    for name in ("subject", "on", "metric", "kind", "direction", "baseline")
                },
            )


def _value(value: object) -> tuple[float, ...]:
    """Return the one number of a value, or the two ends of a range."""
    items = value if isinstance(value, list) else [value]
    found = numbers(value)
    plain = all(
        isinstance(item, int | float | str) and not isinstance(item, bool) for item in items
    )
    if not plain or len(found) != len(items) or not 1 <= len(found) <= 2:
        told = f"{value!r:.60}"
        raise ValueError(f"results: value {told} is no number, nor a list of one or two")
    return found


def _unit(value: object) -> str:
    unit = str(value or "").strip().lower()
    return _UNITS.get(unit, unit)


def numbers(value: object) -> tuple[float, ...]:
    """Return the numbers of a value, which is a number, a text or a list of them.

    >>> numbers("81.8%"), numbers([1.2, 1.4]), numbers("n/a")
    ((81.8,), (1.2, 1.4), ())
    """
    items: Iterable[object] = value if isinstance(value, list) else (value,)
    found = (_NUMBER.search(str(item).replace(",", "")) for item in items)
    return tuple(round(float(match[0]), 4) for match in found if match)
