"""The one place that decides between recognisers: overlaps, and one type for a name in a text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from kg.ids import name_key
from kg.mentions.found import Found, Spans, coarse
from kg.mentions.models.told import is_told_model
from kg.model import DATA, Name
from kg.text import in_their_order

#: Which recogniser is believed where two claim the very same stretch.
_RANK = {"lexicon": 2, "model-name": 1, "pattern": 0}

_DATA_BEHIND = re.compile(
    r"[\"')]?[- ](?:\w+[- ])?(?:data ?sets?|data|corpus|corpora|benchmark|instructions?)\b"
)
_DATA_BEFORE = re.compile(
    r"\b(?:data ?sets?|corpora|corpus)\s*(?:\(|:|such as|like|including|,)?\s*$"
)


def decide(text: str, found: Iterable[Found]) -> list[Found]:
    """Return names that do not overlap, sorted; names of one same stretch may stay together."""
    ranked = sorted(found, key=lambda item: _order(text, item))
    spans = Spans()
    by_place: dict[tuple[int, int], list[Found]] = {}
    for item in ranked:
        place = (item.start, item.end)
        if spans.add(*place):
            by_place[place] = [item]
        elif (same := by_place.get(place)) and _is_another(text, item, same):
            same.append(item)
    kept = [item for same in by_place.values() for item in same]
    kept.sort(key=lambda item: (item.start, item.end, item.name.label))
    return _one_thing(text, _one_model(text, _one_type(text, kept)))


_LIST_MARK = re.compile(r"[/,(&-]|\band\b|\bto\b")


def _is_another(text: str, item: Found, same: list[Found]) -> bool:
    """Say whether a name stands beside others of the same stretch."""
    if item.recogniser != same[0].recogniser or item in same:
        return False
    return _names_several(text, item)


def _names_several(text: str, item: Found) -> bool:
    """Say whether a stretch is a list written short: ``LLaMA-2 (7B and 70B)``, ``CIFAR-10/100``."""
    if item.recogniser == "model-name":
        return True
    return item.recogniser == "lexicon" and bool(_LIST_MARK.search(text, item.start, item.end))


def _order(text: str, item: Found) -> tuple[int, int, int, str]:
    """Order by length, then by the recogniser and the words around, then by place."""
    preferred = -_RANK[item.recogniser] - 4 * _is_data_here(text, item)
    return (item.start - item.end, preferred, item.start, item.name.reference)


def _is_data_here(text: str, item: Found) -> bool:
    """Say whether a name that may be data is data here: "the Alpaca dataset"."""
    if item.name.type not in DATA:
        return False
    if _DATA_BEHIND.match(text, item.end):
        return True
    return _DATA_BEFORE.search(text[max(0, item.start - 40) : item.start]) is not None


def _is_told_model(text: str, item: Found) -> bool:
    is_open = item.name.type == "Method" and item.name.is_unlisted
    return is_open and is_told_model(text, item.end)


def _one_type(text: str, found: list[Found]) -> list[Found]:
    """Give unlisted names that are written alike one type: that of most of their finds.

    "SeeingPlot" is written like "Seeing Plot".
    """
    votes: dict[str, Counter[str]] = {}
    for item in found:
        if not item.name.known:
            votes.setdefault(_written(item), Counter())[item.name.type] += 1
    decided = {key: max(sorted(count), key=count.__getitem__) for key, count in votes.items()}
    decided |= {_written(item): "Model" for item in found if _is_told_model(text, item)}
    return [
        replace(item, name=replace(item.name, type=type_name))
        if not item.name.known and (type_name := decided[_written(item)]) != item.name.type
        else item
        for item in found
    ]


def _one_model(text: str, found: list[Found]) -> list[Found]:
    """Let a model that is spelled out in brackets be one: "InFold-7B (Indoor-Fold-7B)"."""
    pairs = [
        (short, long)
        for short, long in pairwise(found)
        if text[short.end : long.start] == " (" and text[long.end : long.end + 1] == ")"
    ]
    spelled = {
        long.name: replace(short.name, aliases=(*short.name.aliases, long.name.label))
        for short, long in pairs
        if _is_spelled_out(short.name, long.name)
    }
    if not spelled:
        return found
    return [replace(item, name=spelled.get(item.name, item.name)) for item in found]


def _is_spelled_out(short: Name, long: Name) -> bool:
    """Say whether a model's letters stand in another's of the same size, in their order."""
    is_open = short.type == long.type == "Model" and not (short.known or long.known)
    if not is_open or not short.size or short.size != long.size:
        return False
    is_longer = len(short.label) < len(long.label) and short.label[0] == long.label[0]
    return is_longer and in_their_order(short.label.casefold(), long.label.casefold())


def _one_thing(text: str, found: list[Found]) -> list[Found]:
    """Let a listed name mean what the text gives it to twice, or as often: "PACS, a framework"."""
    if not any(item.name.is_unlisted for item in found):
        return found
    found = _as_listed(found)
    coined = Counter(item.name for item in found if item.name.is_unlisted)
    listed = Counter(text[item.start : item.end] for item in found if item.name.known)
    anew = {
        name.label: name
        for name, count in coined.items()
        if 0 < min(_OFTEN, listed[name.label]) <= count
    }
    return [_anew(text, item, anew) for item in found] if anew else found


def _as_listed(found: list[Found]) -> list[Found]:
    """Let a name be a listed one of the text that is written with other capitals: WE-MATH."""
    listed = {
        (name_key(item.name.label), coarse(item.name.type)): item.name
        for item in found
        if item.name.known and item.name.named
    }
    return [
        replace(item, name=known)
        if item.name.is_unlisted
        and item.name.named
        and (known := listed.get((name_key(item.name.label), coarse(item.name.type))))
        else item
        for item in found
    ]


#: A name that is given so often to something new is that everywhere.
_OFTEN = 2


def _anew(text: str, item: Found, anew: Mapping[str, Name]) -> Found:
    """Return a listed name as what the text gives it to, but where it is told to be data.

    Of one kind, "Search-QA" is but SearchQA as others write it.
    """
    name = anew.get(text[item.start : item.end]) if item.name.known else None
    if name is None or coarse(name.type) == coarse(item.name.type) or _is_data_here(text, item):
        return item
    return replace(item, name=name)


def _written(item: Found) -> str:
    """Return what is alike of names that are written alike; a term is no name."""
    return name_key(item.name.label) if item.name.named else f" {item.name.label}"
