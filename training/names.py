"""Matching what is proposed in a paper to what its annotators named."""

from collections.abc import Sequence

from kg.evaluation.names import name_key
from kg.mentions.combine import NONE
from kg.mentions.found import coarse
from kg.mentions.weigh import RECOGNISER, Weighed
from training.gold import Paper


def labels(paper: Paper, items: Sequence[Weighed]) -> list[str]:
    """Return for each item the type that annotators gave it, small for a term; ``none`` else.

    An annotated thing is given to one item, to what rules found before what the tagger found: a
    second name for the same thing is wrong.
    """
    used: set[int] = set()
    found = [NONE] * len(items)
    order = sorted(range(len(items)), key=lambda index: (_sure(items[index]), index))
    for index in order:
        best = _best(paper, items[index], used)
        if best is not None:
            used.add(best)
            entity = paper.record["entities"][best]
            found[index] = entity["type"] if entity["named"] else entity["type"].lower()
    return found


def _sure(item: Weighed) -> tuple[bool, float]:
    most = max((tagged.any for tagged in item.tags), default=0.0)
    return item.finds[0].recogniser == RECOGNISER, -most


def _best(paper: Paper, item: Weighed, used: set[int]) -> int | None:
    name = name_key(item.name.label)
    keys = {name, *(name_key(paper.reading.text[at.start : at.end]) for at in item.finds)}
    best, most = None, 1
    for index, entity in enumerate(paper.record["entities"]):
        if index in used:
            continue
        label = name_key(entity["name"])
        spelled = keys & {label, *map(name_key, entity["surface"])}
        score = 2 * (label == name) + 3 * bool(spelled)
        score += coarse(entity["type"]) == coarse(item.name.type)
        if score > most:
            best, most = index, score
    return best
