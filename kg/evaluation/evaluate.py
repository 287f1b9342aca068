"""Set predictions beside a gold standard."""

from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.gold import Gold, RecordSet, RowSet, SpanSet
from kg.evaluation.items import PaperScore, Scored
from kg.evaluation.names import name_key
from kg.evaluation.papers import score_paper
from kg.evaluation.prediction import (
    Predictions,
    find_spans,
    from_file,
    from_sources,
    from_store,
    from_texts,
    texts_of_store,
)
from kg.evaluation.record import Record
from kg.evaluation.rows import score_rows
from kg.evaluation.spans import score_spans
from kg.mentions import RECOGNISERS

#: Each stage of an ablation with the recognisers that it has.
STAGES: dict[str, tuple[str, ...]] = {
    "lexicon": ("lexicon",),
    "+ grammar": ("lexicon", "model-name"),
    "+ patterns": RECOGNISERS[:3],
    "+ tagger": RECOGNISERS,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where predictions are to come from: the first of these that is given.

    Without any, from the texts that the gold standard itself holds, else from the store.
    """

    store: Path
    records: Path | None = None
    sources: Path | None = None


def evaluate(gold: Gold, origin: Origin, recognisers: tuple[str, ...] = RECOGNISERS) -> Scored:
    """Score predictions beside a gold standard.

    Records of a file are taken as they are; those of a store too, unless recognisers are left
    out: then its texts are read again. Spans are always looked for on the spot.
    """
    if isinstance(gold, SpanSet):
        return Scored(
            [
                PaperScore(paper.id, paper.title, tuple(score_spans(paper, found, gold.types)))
                for paper in gold.papers
                for found in (find_spans(paper, recognisers),)
            ]
        )
    return score(gold, _predictions(gold, origin, recognisers))


def _predictions(
    gold: RecordSet | RowSet, origin: Origin, recognisers: tuple[str, ...]
) -> Predictions:
    if origin.records:
        return from_file(origin.records, origin.sources)
    if origin.sources:
        return from_sources([origin.sources], recognisers)
    if isinstance(gold, RowSet):
        texts = ((paper.title, paper.abstract) for paper in gold.papers)
        return from_texts(texts, recognisers)
    if set(recognisers) == set(RECOGNISERS):
        return from_store(origin.store)
    return from_texts(texts_of_store(origin.store), recognisers)


def score(gold: RecordSet | RowSet, predictions: Predictions) -> Scored:
    """Score records paper by paper; papers are matched by title."""
    papers, missing = [], []
    for paper in gold.papers:
        predicted = predictions.records.get(name_key(paper.title))
        if predicted is None:
            missing.append(paper.title)
            predicted = Record(paper.id, paper.title)
        items = (
            score_paper(paper, predicted)
            if isinstance(paper, Record)
            else score_rows(paper, predicted)
        )
        papers.append(PaperScore(paper.id, paper.title, tuple(items)))
    reasons = ((paper.title, predictions.unread.get(name_key(paper.title))) for paper in papers)
    unread = {title: reason for title, reason in reasons if reason}
    return Scored(papers, tuple(missing), predictions.texts, unread)


def ablate(gold: Gold, origin: Origin) -> dict[str, Scored]:
    """Score with more and more recognisers, by the name of each stage."""
    return {name: evaluate(gold, origin, recognisers) for name, recognisers in STAGES.items()}
