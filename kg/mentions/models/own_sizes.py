"""Sizes told apart from the name of a new model: "We release Zorb in three sizes (2B/7B/30B)".

The model grammar reads sizes that stand beside a name. Where a text gives several further on, the
name is that of a family, and each size is a model. So is what a size stands before: "a 7B Zorb".
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.mentions.found import Found, Spans
from kg.mentions.models.sizes import (
    SIZE,
    SIZES,
    Sizes,
    match_bridged_sizes,
    match_sizes,
    may_hold_size,
)
from kg.model import MODELS, Name

RECOGNISER = "model-name"

# Where a list of sizes may begin; first the digit, so that the engine passes over all else.
_BEGINS = re.compile(r"\d(?<![\w.-]\d)")
_MANY = re.compile(rf"(?={SIZE}\s*(?:[,/&]|and\b|or\b)){SIZES}")
_LEADS = re.compile(
    r"(?:\b(?:in|at|with|from|of|into|both|across|including|the|sizes?|scales?|variants?|versions?"
    r"|models?|parameters?|two|three|four|five|six)\b[ :,]*\(?|\()$"
)
_ENDS = re.compile(
    r"[.,;)]|[- ](?:model |parameter )?(?:scales?|sizes?|variants?|versions?|parameters?"
    r"|models?)\b"
)
#: In characters: how far from its name a list of sizes may stand.
_REACH = 120


def find_own_sizes(text: str, found: Sequence[Found]) -> list[Found]:
    """Return names with those of new models in several sizes as families, and a model each size.

    >>> zorb = Found(11, 15, Name("Model", "Zorb"), "pattern")
    >>> sized = find_own_sizes("We release Zorb in two sizes: 2B and 7B.", [zorb])
    >>> [(item.name.type, item.name.label) for item in sized]
    [('ModelFamily', 'Zorb'), ('Model', 'Zorb-2B'), ('Model', 'Zorb-7B')]
    """
    if not may_hold_size(text):
        return list(found)
    sized = dict(_lists(text, found))
    spelled = [*_spelled_out(text, sized), *_behind_sizes(text, found)]
    if not spelled:
        return list(found)
    families = {item.name.family for item in spelled}
    whole = Spans.of(spelled)
    others = (item for item in found if not whole.overlaps(item.start, item.end))
    return sorted(
        [*(_as_family(item, families) for item in others), *spelled],
        key=lambda item: (item.start, item.end, item.name.label),
    )


def _lists(text: str, found: Sequence[Found]) -> Iterator[tuple[int, Found]]:
    """Yield where each list of sizes begins, with the new model before it."""
    matches = list(_size_lists(text))
    if not matches:
        return
    models = [item for item in found if item.name.type in MODELS]
    ends = [item.end for item in models]
    taken = Spans.of(found)
    for match in matches:
        index = bisect_right(ends, match.start()) - 1
        if index < 0 or not _is_new(models[index]) or taken.overlaps(*match.span()):
            continue
        gap = text[models[index].end : match.start()]
        is_near = len(gap) <= _REACH and ". " not in gap and _LEADS.search(gap)
        if is_near and _ENDS.match(text, match.end()):
            yield match.start(), models[index]


def _size_lists(text: str) -> Iterator[re.Match[str]]:
    """Yield the lists of sizes in a text, in order."""
    done = 0
    for begins in _BEGINS.finditer(text):
        at = begins.start()
        if at >= done and (match := _MANY.match(text, at)):
            done = match.end()
            yield match


def _is_new(item: Found) -> bool:
    return item.recogniser == "pattern" and not (item.name.known or item.name.size)


def _spelled_out(text: str, sized: dict[int, Found]) -> Iterator[Found]:
    for start, family in sized.items():
        beside = match_bridged_sizes(text, family.end)
        sizes = beside or match_sizes(text, start)
        for size in sizes.values if sizes else ():
            name = _of_size(family.name, size)
            begins = family.start if beside else start
            yield Found(begins, sizes.end if sizes else start, name, RECOGNISER, 0.9)


def _behind_sizes(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield what a new name is of one size, which stands before it: "a 7B Zorb model".

    Where but one size is told of a model, that is the model itself.
    """
    told: dict[str, list[tuple[Sizes, int, Found]]] = defaultdict(list)
    for item in found:
        if item.name.type in _MAY_BE_SIZED and _is_new(item):
            match = _BEFORE.search(text, max(0, item.start - _REACH // 2), item.start)
            if match is not None and (sizes := match_sizes(match[1], 0)):
                told[item.name.label].append((sizes, match.start(1), item))
    for places in told.values():
        if len({size for sizes, _, _ in places for size in sizes.values}) == 1:
            places = [place for place in places if place[2].name.type != "Model"]
        for sizes, start, item in places:
            end = _MODEL_BEHIND.match(text, item.end)
            for size in sizes.values:
                name = _of_size(item.name, size)
                yield Found(start, end.end() if end else item.end, name, RECOGNISER, 0.9)


#: What may have sizes: texts call a model a method.
_MAY_BE_SIZED = (*MODELS, "Method")
_BEFORE = re.compile(
    rf"(?<![\w.-])({SIZES})(?:[- ]param(?:eter)?s?)?"
    r"(?:[- ]|\s(?:models?|versions?|variants?)\sof\s(?:the\s)?)$"
)
_MODEL_BEHIND = re.compile(r"\smodels?\b")


def _of_size(name: Name, size: str) -> Name:
    """Return the model of one size of a new name; a method is no family."""
    family = name.label if name.type in MODELS else ""
    return Name("Model", f"{name.label.replace(' ', '-')}-{size}", family=family, size=size)


def _as_family(item: Found, families: set[str]) -> Found:
    """Take a new model of several sizes for a family, at all its places."""
    if item.name.label not in families or item.name.type != "Model" or not _is_new(item):
        return item
    return replace(item, name=replace(item.name, type="ModelFamily"))
