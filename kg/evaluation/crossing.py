"""Cross-validation: each paper is read with weights that were learned from the other folds."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kg import sources
from kg.evaluation.gold import RecordSet
from kg.evaluation.learning import FOLDS, fold, held_out, learn, lesson
from kg.evaluation.names import name_key
from kg.evaluation.prediction import built
from kg.extract import extraction, version
from kg.mentions import TIERS, find_mentions
from kg.model import Extraction
from kg.relations.scoring import Weights
from kg.text import read
from kg.workers import Extractor, Text


@contextmanager
def cross_validated(gold: RecordSet, texts: Path) -> Iterator[Path]:
    """Give a store in which each annotated paper was read by weights that have not seen it.

    What is learned anew are the weights of relations: names are found as ever, so that where the
    recogniser of names was taught by the same papers, these are found too well. Other papers of the
    texts are read as if they were of fold 0.
    """
    documents = [
        item for path in sources.find_files([texts]) for item in sources.read(path, skipped=[])
    ]
    by_title = {name_key(item.title): (item.title, item.abstract) for item in documents}
    known = [record for record in gold.papers if name_key(record.title) in by_title]
    taught = lesson(known, by_title)
    judged = held_out(taught)
    tables = {number: learn(taught, {number}, judged) for number in range(FOLDS)}
    folds = {name_key(record.title): fold(record.id) for record in known}
    extractor = Extractor(f"{version()}:crossed", partial(_extract, folds, tables))
    with built([texts], extractor) as path:
        yield path


def _extract(
    folds: Mapping[str, int], tables: Mapping[int, Weights], texts: Iterable[Text]
) -> Iterator[Extraction]:
    for title, abstract in texts:
        reading = read(title, abstract)
        weights = tables[folds.get(name_key(title), 0)]
        yield extraction(reading, find_mentions(reading, recognisers=TIERS["standard"]), weights)
