"""Score our results against leaderboard rows: is the score there, on the row's data set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.evaluation.items import Item, Verdict
from kg.evaluation.names import name_key, words
from kg.evaluation.record import Record
from kg.mentions import coarse


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A row of a leaderboard that stands for a paper."""

    task: str
    dataset: str
    metric: str
    score: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RowPaper:
    """A paper with the leaderboard rows that it made."""

    id: str
    title: str
    abstract: str
    rows: tuple[ScoreRow, ...]


def score_rows(paper: RowPaper, predicted: Record) -> Iterator[Item]:
    """Yield for each row whether our results have it."""
    values = list(_values(predicted))
    text = _spaced(f"{paper.title} {paper.abstract}")
    for row in paper.rows:
        data = [data for value, data in values if value == row.score[0]]
        on_it = any(_is_same(row.dataset, names) for names in data)
        yield _item("rows:value", row, is_found=bool(data))
        yield _item("rows", row, is_found=on_it)
        if _spaced(row.dataset) in text:
            yield _item("rows:named", row, is_found=on_it)
        near = on_it or any(_is_near(row.dataset, names) for names in data)
        yield _item("rows:near", row, is_found=near)


def _spaced(text: str) -> str:
    """Return the words of a text with a space around each."""
    return f" {' '.join(words(text))} "


def _item(figure: str, row: ScoreRow, *, is_found: bool) -> Item:
    score = f"{row.score[0]:g}"
    what = f"{row.metric} on {row.dataset} {score}"
    return Item(figure, Verdict.RIGHT if is_found else Verdict.MISSED, what, (score,))


def _values(record: Record) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield each value of the results, with the names of what it was measured on."""
    surfaces = {thing.name: thing.surface for thing in record.things}
    for result in record.results:
        names = (result.on, *surfaces.get(result.on, ())) if result.on else ()
        yield from ((value, names) for value in result.value)


def _is_same(name: str, names: Iterable[str]) -> bool:
    """Say whether a data set has one of these names, as it is or by the lexicon."""
    return any(_keys(name) & _keys(other) for other in names)


@cache
def _keys(name: str) -> frozenset[str]:
    """Return what a data set is told by: how it is spelled, and what the lexicon knows."""
    listed = (entry.id for entry in lexicon.load().lookup(name) if coarse(entry.type) == "data")
    return frozenset((name_key(name), *listed)) - {""}


def _is_near(name: str, names: Iterable[str]) -> bool:
    """Say whether a name goes on from one of these, or one from it: COCO, COCO test-dev."""
    return any(_begins(name, other) or _begins(other, name) for other in names)


def _begins(name: str, other: str) -> bool:
    parts = words(other)
    return bool(parts) and words(name)[: len(parts)] == parts
