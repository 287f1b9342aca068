"""Annotated papers as labelled tokens.

Each distinct surface form of an entity is looked for in the whole text; of stretches that overlap
the longer counts.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.evaluation.names import name_key
from kg.text import Reading, read
from training import annotated


@dataclass(frozen=True, slots=True)
class Paper:
    """An annotated paper: its text as it is read, its record, and how often the tagger sees it."""

    id: str
    date: str
    reading: Reading
    record: dict[str, Any]
    times: int = 1


#: The papers of GOLD count so often: it is their annotators' habits that are to be learned.
_TIMES = 3
#: Those of a file of ``annotations/`` that is of the same fields count so often; others once.
_TIMES_OF_FILE = MappingProxyType({"daily-papers": 2})


def papers(gold: Path, texts: Path) -> list[Paper]:
    """Return the papers of a gold file whose texts stand in a JSON-lines file, in order."""
    by_id = {record["id"]: record for record in _lines(texts)}
    found = []
    for record in json.loads(gold.read_text(encoding="utf-8")):
        text = by_id[record["id"]]
        reading = read(text["title"], text["abstract"])
        found.append(Paper(record["id"], record.get("date") or "", reading, record, _TIMES))
    return found


def all_papers(gold: Path, texts: Path, corpus: Path) -> list[Paper]:
    """Return the papers of a gold file, and those of ``annotations/``."""
    return papers(gold, texts) + more_papers(corpus)


def more_papers(corpus: Path) -> list[Paper]:
    """Return the papers of ``annotations/``, whose texts a corpus has, file by file."""
    texts = annotated.texts(corpus, annotated.records())
    found = []
    for file, rows in annotated.rows_by_file().items():
        times = _TIMES_OF_FILE.get(file, 1)
        for row in rows:
            reading = read(*texts[name_key(row["title"])])
            found.append(Paper(row["id"], row.get("date") or "", reading, row, times))
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def stretches(paper: Paper) -> list[tuple[int, int, str]]:
    """Return [start, end) and label of each annotated stretch, sorted.

    The label is the type, in small letters where the thing has no proper name.
    """
    found = set()
    for entity in paper.record["entities"]:
        label = entity["type"] if entity["named"] else entity["type"].lower()
        for surface in entity["surface"]:
            # A short form's plural is its name too.
            pattern = rf"(?<![^\W_]){re.escape(surface)}(?![^\W_])"
            for match in re.finditer(pattern, paper.reading.text):
                found.add((match.start(), match.end(), label))
    return sorted(_apart(found))


def _apart(found: set[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    taken: list[tuple[int, int]] = []
    for start, end, label in sorted(found, key=lambda item: (item[0] - item[1], item)):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
            yield start, end, label


def bio(tokens: list[tuple[int, int]], stretches: list[tuple[int, int, str]]) -> list[str]:
    """Return the label of each token: ``B-`` and what begins there, ``I`` inside, ``O`` outside."""
    labels = ["O"] * len(tokens)
    for start, end, label in stretches:
        mark = f"B-{label}"
        for index, (first, last) in enumerate(tokens):
            if start <= first and last <= end:
                labels[index] = mark
                mark = "I"
    return labels
