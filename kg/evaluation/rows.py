"""Score our results against leaderboard rows: is the score there, on the row's data set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
    values = _values(predicted)
    text = _spaced(f"{paper.title} {paper.abstract}")
    for row in paper.rows:
        data = _keys([row.dataset])
        on_data = {value for value, keys in values if keys & data}
        yield _item("rows:value", row, row.score[0] in {value for value, _ in values})
        yield _item("rows", row, row.score[0] in on_data)
        if _spaced(row.dataset) in text:
            yield _item("rows:named", row, row.score[0] in on_data)


def _spaced(text: str) -> str:
    """Return the words of a text with a space around each."""
    return f" {' '.join(words(text))} "


def _item(figure: str, row: ScoreRow, is_found: bool) -> Item:  # noqa: FBT001
    score = f"{row.score[0]:g}"
    what = f"{row.metric} on {row.dataset} {score}"
    return Item(figure, Verdict.RIGHT if is_found else Verdict.MISSED, what, (score,))


def _values(record: Record) -> list[tuple[float, set[str]]]:
    """Return each value of the results, with the keys of what it was measured on."""
    surfaces = {thing.name: thing.surface for thing in record.things}
    return [
        (value, _keys([result.on, *surfaces.get(result.on, ())]))
        for result in record.results
        for value in result.value
    ]


def _keys(names: Iterable[str]) -> set[str]:
    """Return what data sets are told apart by: how they are spelled, and what the lexicon knows."""
    names = [name for name in names if name]
    listed = (entry for name in names for entry in lexicon.load().lookup(name))
    known = {entry.id for entry in listed if coarse(entry.type) == "data"}
    return known | {key for name in names if (key := name_key(name))}
