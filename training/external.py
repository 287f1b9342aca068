"""The recipe on annotated sets of others: how far it goes beside published taggers.

    python -m training.external scier TRAIN.jsonl DEV.jsonl
    python -m training.external tdmsci TRAIN.conll

The first fits on one file and scores on the other; the second crosses fifths of one file, each of
sentences that follow each other. A name is right where stretch and type are the same. Nothing that
is fitted here is kept.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pycrfsuite

from kg.evaluation import Verdict, read_gold
from kg.evaluation.gold.format import SpanSet
from kg.evaluation.learning import FOLDS
from kg.evaluation.spans import Span, SpanPaper, SpanTypes, score_spans
from kg.mentions import find_mentions
from kg.mentions.weigh import hints, proposals
from kg.recogniser.features import Features, Sentence
from kg.recogniser.tagger import FOLDER, read_table
from kg.text import Reading
from training.catalogue import RULES
from training.gold import bio
from training.known_names import Known, Layer, Marked, spans

Parts = tuple[str, ...]
VERDICTS = (Verdict.RIGHT, Verdict.EXTRA, Verdict.MISSED)
#: Into how many parts the texts are cut to be tagged by what was fitted on the others.
CROSSED = 3
#: What python-crfsuite is told; found on the training part, crossing its documents.
PARAMETERS = {"c1": 0.05, "c2": 0.3, "max_iterations": 80, "feature.minfreq": 1}


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text: as it is scored, and its sentences with their words and labels."""

    paper: SpanPaper
    sentences: list[Sentence[Parts]]
    marked: Marked


@click.group()
def main() -> None:
    """Measure the recipe on annotated sets of others."""


@main.command()
@click.argument("train", type=click.Path(path_type=Path))
@click.argument("dev", type=click.Path(path_type=Path))
@click.option("--tables", type=click.Path(path_type=Path), default=FOLDER)
def scier(train: Path, dev: Path, tables: Path) -> None:
    """Fit on one file of SciER and score on another; models count as methods, as in SciER."""
    (known, types), (held_out, _) = _texts(train, tables), _texts(dev, tables)
    once, twice = tagged_twice(known, _parts(known, CROSSED), held_out)
    for what, tagged in (("tagged once", once), ("tagged again, by what the text has", twice)):
        click.echo(what)
        _tell(held_out, tagged, types)


@main.command()
@click.argument("train", type=click.Path(path_type=Path))
@click.option("--tables", type=click.Path(path_type=Path), default=FOLDER)
def tdmsci(train: Path, tables: Path) -> None:
    """Cross fifths of a file of TDMSci."""
    known, types = _texts(train, tables)
    _tell(known, crossed(known, [[]] * len(known), _parts(known, FOLDS)), types)


def _parts(texts: Sequence[Text], count: int) -> list[int]:
    """Return for each text its part, of so many that each hold texts that follow each other."""
    return [index * count // len(texts) for index in range(len(texts))]


def _texts(path: Path, tables: Path) -> tuple[list[Text], SpanTypes]:
    """Return the texts of a file as the tagger sees them, and how types go together."""
    gold = read_gold(path)
    if not isinstance(gold, SpanSet):
        raise click.UsageError(f"{path} has no spans")
    clusters, uses = (read_table(tables / f"{name}.tsv.gz") for name in ("clusters", "uses"))
    features: Features[Parts] = Features(clusters, uses, tuple)
    return [_text(paper, features) for paper in gold.papers], gold.types


def _text(paper: SpanPaper, features: Features[Parts]) -> Text:
    reading = _reading(paper)
    found = find_mentions(reading, recognisers=RULES)
    sentences = features.sentences(reading, proposals(found), hints(reading))
    stretches = sorted((span.start, span.end, span.type) for span in paper.spans)
    words = [[paper.text[slice(*token)] for token in item.tokens] for item in sentences]
    labels = [bio(item.tokens, stretches) for item in sentences]
    return Text(paper, sentences, Marked(words, labels))


def _reading(paper: SpanPaper) -> Reading:
    """Return a text as it stands, without a title, cut where its annotators cut it."""
    ends = [*paper.starts[1:], len(paper.text)]
    cut = ((0, 0), *zip(paper.starts, ends, strict=True))
    return Reading("", paper.text, paper.text, 0, cut, (0,), (0,), frozenset())


def tagged_twice(
    known: Sequence[Text], number: Sequence[int], others: Sequence[Text]
) -> tuple[list[Marked], list[Marked]]:
    """Tag texts by what is fitted on those known, and again, knowing what was tagged in each.

    `number` is the fold of each known text: for the second time it is tagged by what was fitted on
    the other folds.
    """
    empty: list[Sequence[Layer]] = [[] for _ in known]
    names = Known([text.marked for text in known])
    layers = [[names.features(text.marked)] for text in others]
    once = crossed(known, empty, number)
    first = fitted_on(known, empty, others, layers)
    within = [[_of_document(marked)] for marked in once]
    layers = [[*layer, _of_document(marked)] for layer, marked in zip(layers, first, strict=True)]
    return first, fitted_on(known, within, others, layers)


def _of_document(marked: Marked) -> Layer:
    """Return for each token how the name that it stands in is tagged in the whole text."""
    return Known([marked]).features(marked, "d")


def crossed(
    known: Sequence[Text], layers: Sequence[Sequence[Layer]], number: Sequence[int]
) -> list[Marked]:
    """Tag each text by what is fitted on the texts of the other folds."""
    found: dict[int, Marked] = {}
    for held_out in sorted(set(number)):
        rest = [index for index, of in enumerate(number) if of != held_out]
        here = [index for index, of in enumerate(number) if of == held_out]
        texts = [known[index] for index in rest]
        names = Known([text.marked for text in texts])
        tagged = fitted_on(
            texts,
            [layers[index] for index in rest],
            [known[index] for index in here],
            [[names.features(known[index].marked), *layers[index]] for index in here],
        )
        found.update(zip(here, tagged, strict=True))
    return [found[index] for index in range(len(known))]


def fitted_on(
    known: Sequence[Text],
    layers: Sequence[Sequence[Layer]],
    others: Sequence[Text],
    of_others: Sequence[Sequence[Layer]],
) -> list[Marked]:
    """Fit a tagger on some texts, of which each is told the names of the rest, and tag others."""
    names = Known([text.marked for text in known])
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for index, text in enumerate(known):
        told = names.features(text.marked, but=index)
        rows = _rows(text, [told, *layers[index]])
        for items, labels in zip(rows, text.marked.labels, strict=True):
            if items:
                trainer.append(items, labels)
    with TemporaryDirectory() as folder:
        path = Path(folder, "tagger.crf")
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        found = [
            Marked(text.marked.words, [tagger.tag(rows) for rows in _rows(text, told)])
            for text, told in zip(others, of_others, strict=True)
        ]
    sys.stderr.write(f"tagger fitted on {len(known)} texts\n")
    return found


def _rows(text: Text, layers: Sequence[Layer]) -> list[list[list[str]]]:
    """Return the features of each token of each sentence, those of the layers with them."""
    return [
        [
            [*chain.from_iterable(parts), *chain.from_iterable(layer[index] for layer in told)]
            for index, parts in enumerate(sentence.parts)
        ]
        for sentence, *told in zip(text.sentences, *layers, strict=True)
    ]


def _tell(texts: Sequence[Text], tagged: Iterable[Marked], types: SpanTypes) -> None:
    """Print precision, recall and F1, of all and by type."""
    counts: Counter[tuple[str, Verdict]] = Counter()
    same = SpanTypes({kind: kind for kind in types.ours.values()})
    for text, marked in zip(texts, tagged, strict=True):
        items = score_spans(text.paper, _stretches(text, marked), same)
        counts.update((item.figure, item.verdict) for item in items)
    for figure in sorted({figure for figure, _ in counts if figure.startswith("spans")}):
        right, extra, missed = (counts[figure, verdict] for verdict in VERDICTS)
        rates = right / (right + extra), right / (right + missed)
        f1 = 2 * right / (2 * right + extra + missed)
        click.echo(f"{figure:14} precision {rates[0]:.3f}  recall {rates[1]:.3f}  F1 {f1:.3f}")


def _stretches(text: Text, marked: Marked) -> set[Span]:
    return {
        Span(item.tokens[first][0], item.tokens[end - 1][1], kind)
        for item, labels in zip(text.sentences, marked.labels, strict=True)
        for first, end, kind in spans(labels)
    }


if __name__ == "__main__":
    main()
