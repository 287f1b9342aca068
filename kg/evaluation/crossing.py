"""Cross-validation: each paper is read with weights that were learned from the other folds."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kg import sources
from kg.evaluation.gold import RecordSet
from kg.evaluation.learning import FOLDS, fold, held_out, learn, lesson
from kg.evaluation.learning.examples import Recognise, recognise_by_rules
from kg.evaluation.names import name_key
from kg.evaluation.prediction import built
from kg.extract import extraction, version
from kg.model import Extraction
from kg.relations.scoring import Weights
from kg.text import read
from kg.workers import Extractor, Text


@contextmanager
def cross_validated(
    gold: RecordSet, texts: Path, recognise: Recognise = recognise_by_rules
) -> Iterator[Path]:
    """Give a store in which each annotated paper was read by weights that have not seen it.

    Names are those that `recognise` finds: by default those of rules, for the statistical
    recogniser may have learned from these papers. Other papers of the texts are read as if they
    were of fold 0.
    """
    files = sources.find_files([texts])
    documents = [item for path in files for item in sources.read(path, skipped=[])]
    by_title = {name_key(item.title): (item.title, item.abstract) for item in documents}
    known = [record for record in gold.papers if name_key(record.title) in by_title]
    taught = lesson(known, by_title, recognise)
    judged = held_out(taught)
    tables = {number: learn(taught, {number}, judged) for number in range(FOLDS)}
    papers = {name_key(record.title): record.id for record in known}
    reader = partial(_extract, papers, tables, recognise)
    # What recognises may be no thing that another process can be given.
    with built([texts], Extractor(f"{version()}:crossed", reader), workers=1) as path:
        yield path


def _extract(
    papers: Mapping[str, str],
    tables: Mapping[int, Weights],
    recognise: Recognise,
    texts: Iterable[Text],
) -> Iterator[Extraction]:
    for title, abstract in texts:
        reading = read(title, abstract)
        paper = papers.get(name_key(title), "")
        weights = tables[fold(paper) if paper else 0]
        yield extraction(reading, recognise(paper, reading), weights)
