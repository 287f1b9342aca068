"""Papers that were annotated to learn from; the corpus that they are of has the texts.

``annotations/*.jsonl`` holds what was read in each, in the records format: ids, titles and names;
``annotations/results/*.jsonl`` results alone, of papers that report numbers.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.evaluation.gold import read_predicted
from kg.evaluation.names import name_key
from kg.evaluation.record import Record
from training import corpus

_FOLDER = Path(__file__).resolve().parent / "annotations"
_FILES = ("hf_daily.jsonl.gz", "all.jsonl.gz")


def records(folder: Path = _FOLDER) -> tuple[Record, ...]:
    """Return the annotated papers, file by file."""
    files = sorted(folder.glob("*.jsonl"))
    return tuple(paper for path in files for paper in read_predicted(path).papers)


def rows_by_file(folder: Path = _FOLDER) -> dict[str, list[dict[str, Any]]]:
    """Return the annotated papers as they are written, by the name of their file."""
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted(folder.glob("*.jsonl"))
    }


def rows(folder: Path = _FOLDER) -> list[dict[str, Any]]:
    """Return the annotated papers as they are written, file by file."""
    return [row for rows in rows_by_file(folder).values() for row in rows]


def results_alone(folder: Path = _FOLDER) -> tuple[Record, ...]:
    """Return the papers whose results, and what they introduce, were annotated, and no more."""
    files = sorted((folder / "results").glob("*.jsonl"))
    return tuple(paper for path in files for paper in read_predicted(path).papers)


def with_results(folder: Path = _FOLDER) -> tuple[Record, ...]:
    """Return all papers whose results were annotated, be it that they have none."""
    told = {row["id"] for row in rows(folder) if "results" in row}
    whole = (paper for paper in records(folder) if paper.id in told)
    return (*whole, *results_alone(folder))


def texts(folder: Path, wanted: Iterable[Record]) -> dict[str, tuple[str, str]]:
    """Return title and abstract of some papers, by the key of the title.

    `folder` holds the corpus. Raises KeyError, with the key of a title, for a paper that it lacks.
    """
    titles = {corpus.key(paper.title): paper.title for paper in wanted}
    found: dict[str, tuple[str, str]] = {}
    for name in _FILES:
        for title, abstract in corpus.texts(folder / name):
            if corpus.key(title) in titles:
                found.setdefault(corpus.key(title), (title, abstract))
    return {name_key(titles[key]): found[key] for key in titles}
