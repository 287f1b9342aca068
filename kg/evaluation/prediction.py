"""Where predictions come from: a file of records, a store, or texts that are read on the spot.

Texts are read into a store of their own in a temporary folder, by the whole way of `kg.pipeline`,
so that what is measured is what users get.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import pipeline, sources
from kg.evaluation.gold import read_predicted
from kg.evaluation.names import name_key
from kg.evaluation.record import Record, record_from
from kg.evaluation.spans import Span, SpanPaper
from kg.exporters.records import records
from kg.extract import extraction, version
from kg.mentions import RECOGNISERS, find_mentions
from kg.model import Extraction
from kg.store import Store, open_store, titles_of_records
from kg.text import read
from kg.workers import Extractor, Text

#: Why a record is in no paper of the graph.
_WAITS = "its record waits to be read: run `kg build` again"


@dataclass(frozen=True, slots=True)
class Predictions:
    """Records by the key of their title, and the texts that they were read from."""

    records: Mapping[str, Record]
    texts: Mapping[str, Text] = field(default_factory=dict)
    #: Why the text of a paper was not read, or not whole, by the key of its title.
    unread: Mapping[str, str] = field(default_factory=dict)


def from_file(path: Path, source: Path | None = None) -> Predictions:
    """Return the records of a file, with the texts of a source where one is given."""
    return Predictions(
        {name_key(record.title): record for record in read_predicted(path).papers},
        {name_key(text[0]): text for text in _texts_of_source(source)} if source else {},
    )


def _texts_of_source(source: Path) -> Iterator[Text]:
    for path in sources.find_files([source]):
        for document in sources.read(path, skipped=[]):
            yield document.title, document.abstract


def from_store(path: Path) -> Predictions:
    """Return the records of a store, as it exports them."""
    with open_store(path) as store:
        return _of_store(store)


def _of_store(store: Store) -> Predictions:
    texts = {name_key(text[0]): text for text in _texts(store)}
    return Predictions(records_of(store), texts, dict(_unread(store)))


def records_of(store: Store) -> dict[str, Record]:
    """Return the records of a store's papers, by the key of their title."""
    read = map(record_from, records(store))
    return {name_key(record.title): record for record in read}


def _unread(store: Store) -> Iterator[tuple[str, str]]:
    """Yield what the store has and did not read, or not whole, and why, by the key of the title."""
    titles: dict[str, str] = {}
    for document in store.documents():
        titles[document.id] = document.title
        if not document.abstract:
            yield name_key(document.title), "it has no abstract: its title alone was read"
        elif document.language != "en":
            yield (
                name_key(document.title),
                f"its abstract is in another language: {document.language}",
            )
    past, present = dict(store.redirects()), set(map(name_key, titles.values()))
    for id_, title in titles_of_records(store):
        if (key := name_key(title)) not in present:
            other = titles.get(past.get(id_, id_))
            yield key, f"its paper is called {other!r} here" if other else _WAITS


def _texts(store: Store) -> Iterator[Text]:
    for document in store.documents():
        yield document.title, document.abstract


def texts_of_store(path: Path) -> list[Text]:
    """Return title and abstract of each paper of a store."""
    with open_store(path) as store:
        return list(_texts(store))


def from_sources(paths: Iterable[Path], recognisers: Collection[str] = RECOGNISERS) -> Predictions:
    """Read files and folders, as ``kg build`` does, and return what they say.

    Raises DataError where one cannot be read.
    """
    with built(paths, _extractor(recognisers)) as path:
        return from_store(path)


@contextmanager
def built(
    paths: Iterable[Path], extractor: Extractor | None = None, workers: int | None = None
) -> Iterator[Path]:
    """Give a store of its own that files and folders are read into, by any extractor."""
    with TemporaryDirectory(prefix="kg-eval-") as folder:
        path = Path(folder, "kg.sqlite")
        pipeline.run(paths, path, pipeline.Settings(extractor=extractor, workers=workers))
        yield path


def from_texts(texts: Iterable[Text], recognisers: Collection[str] = RECOGNISERS) -> Predictions:
    """Read titles and abstracts, and return what they say; what has no title is left out."""
    with TemporaryDirectory(prefix="kg-eval-") as folder:
        path = Path(folder, "texts.jsonl")
        with path.open("w", encoding="utf-8") as out:
            for title, abstract in texts:
                if title:
                    out.write(json.dumps({"title": title, "abstract": abstract}) + "\n")
        return from_sources([path], recognisers)


def _extractor(recognisers: Collection[str]) -> Extractor | None:
    """Return what extracts with some recognisers only; None for the usual."""
    if set(recognisers) == set(RECOGNISERS):
        return None
    chosen = tuple(sorted(recognisers))
    return Extractor(f"{version()}:{','.join(chosen)}", partial(_extract, chosen))


def _extract(recognisers: Collection[str], texts: Iterable[Text]) -> Iterator[Extraction]:
    for title, abstract in texts:
        reading = read(title, abstract)
        yield extraction(reading, find_mentions(reading, recognisers=recognisers))


def find_spans(paper: SpanPaper, recognisers: Collection[str] = RECOGNISERS) -> frozenset[Span]:
    """Return what is found in an annotated text, with our types."""
    reading = read("", paper.text)
    found = set()
    for item in find_mentions(reading, recognisers=recognisers):
        _, start, end = reading.original(item.start, item.end)
        found.add(Span(start, end, item.name.type))
    return frozenset(found)
