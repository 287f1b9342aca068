"""The recipe: ``python -m training.recipe tables`` and then ``python -m training.recipe weights``.

The first learns the tables of words from plain abstracts; the second fits the tagger and what
weighs names, on annotated papers; ``trees`` fits but what weighs them among each other. Same input,
same bytes.
"""

import gzip
import json
import lzma
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click
import numpy as np
import pycrfsuite

from kg.evaluation.learning import FOLDS, fold
from kg.mentions import find_mentions
from kg.mentions.among import COLUMNS, Among
from kg.mentions.combine import NONE, weighed
from kg.mentions.weigh import hints, proposals
from kg.recogniser import Recogniser, logistic
from kg.recogniser.chain import read_chain
from kg.recogniser.encoder import Encoder
from kg.recogniser.features import Bundle, Features, Sentence
from kg.recogniser.logistic import Logistic
from kg.recogniser.tagger import FOLDER, TAGGER, TREES, WEIGHTS, read_table
from kg.recogniser.trees import Trees, dump
from kg.text import Reading
from training import boosting, clusters, corpus
from training.catalogue import RULES, collect, summed_up
from training.fitting import Row, fit
from training.gold import Paper, all_papers, bio, stretches
from training.names import labels
from training.word_types import word_types

#: The least papers of a word that gets clusters, and the numbers of clusters, coarse to fine.
PAPERS, COUNTS = 8, (64, 256, 1024)
#: How many papers of the large corpus are read for what the rules take names for.
READ = 20_000
SEED = 20
#: A sentence with the label of each token.
Labelled = tuple[Sentence[Bundle], list[str]]
#: What python-crfsuite is told; L-BFGS with these is deterministic.
PARAMETERS = {"c1": 0.5, "c2": 3.0, "max_iterations": 80, "feature.minfreq": 3}

#: What knows no feature, and so says nothing: a name is none, surely.
UNTAUGHT = Logistic(("none",), {"bias": 0}, np.zeros((1, 1)))


@click.group()
def main() -> None:
    """Train the statistical recogniser."""


@main.command()
@click.option("--corpus", "folder", type=click.Path(path_type=Path), required=True)
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER)
def tables(folder: Path, gold: Path, out: Path) -> None:
    """Learn the tables of words from the abstracts of a corpus, less those of the gold papers."""
    out.mkdir(parents=True, exist_ok=True)
    _write_table(out / "clusters.tsv.gz", _clusters(folder / "all.jsonl.gz"))
    _write_table(out / "uses.tsv.gz", summed_up(collect(_to_read(folder, titles(gold)))))


@main.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", "folder", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER)
def weights(gold: Path, folder: Path, out: Path) -> None:
    """Fit the tagger and the weights of names on annotated papers."""
    known = Training(all_papers(gold / "train.json", gold / "train_texts.jsonl", folder), out)
    read = known.folds()
    with TemporaryDirectory() as temporary:
        path = Path(temporary, "tagger.crf")
        known.tagger(range(len(known.papers)), path)
        (out / TAGGER).write_bytes(lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME))
    write_weights(out / WEIGHTS, known.weights(read, range(len(known.papers))))
    (out / TREES).write_bytes(dump(known.trees(read, range(len(known.papers)))))


@main.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", "folder", type=click.Path(path_type=Path), required=True)
@click.option("--folds", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER)
def trees(gold: Path, folder: Path, folds: Path, out: Path) -> None:
    """Fit the trees alone, on what the taggers of a cross-validation say; OUT has the tables."""
    known = Training(all_papers(gold / "train.json", gold / "train_texts.jsonl", folder), out)
    (out / TREES).write_bytes(dump(known.trees(known.crossed(folds), range(len(known.papers)))))


def write_weights(path: Path, model: Logistic) -> None:
    """Write what weighs names, packed."""
    path.write_bytes(gzip.compress(logistic.dump(model).encode(), mtime=0))


def titles(gold: Path) -> frozenset[str]:
    """Return the titles of all annotated papers of a folder, as keys."""
    files = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json")))
    return frozenset(corpus.key(record["title"]) for records in files for record in records)


def _clusters(path: Path) -> dict[str, str]:
    """Return the cluster ids and the likeliest type of each frequent word."""

    def texts() -> Iterator[str]:
        return (f"{title} \n\n {abstract}" for title, abstract in corpus.texts(path))

    words = clusters.vocabulary(texts(), PAPERS)
    vectors = clusters.vectors(texts(), words, 3000, 96)
    levels = [map(str, clusters.clusters(vectors, count)) for count in COUNTS]
    columns = zip(words, *levels, word_types(words, vectors), strict=True)
    return {word: ",".join(codes) for word, *codes in columns}


def _to_read(folder: Path, without: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the papers of the daily listings and some of all others."""
    daily = list(corpus.texts(folder / "hf_daily.jsonl.gz", without))
    seen = without | {corpus.key(title) for title, _ in daily}
    others = [text for text in corpus.texts(folder / "all.jsonl.gz", seen) if len(text[1]) > 300]
    yield from daily
    yield from Random(SEED).sample(others, min(READ, len(others)))


def _write_table(path: Path, table: Mapping[str, str]) -> None:
    body = "".join(f"{word}\t{table[word]}\n" for word in sorted(table))
    path.write_bytes(gzip.compress(body.encode(), mtime=0))


class Proposed(NamedTuple):
    """What is proposed for names of a paper: features of each, what annotators say, and all."""

    features: list[Row]
    labels: list[str]
    among: Among


class Training:
    """Annotated papers as the tagger sees them, and what is fitted on some of them."""

    def __init__(self, known: list[Paper], tables: Path) -> None:
        self.papers = known
        self._clusters = read_table(tables / "clusters.tsv.gz")
        self._uses = read_table(tables / "uses.tsv.gz")
        self._features: Features[Bundle] = Features(self._clusters, self._uses, tuple)
        self._sentences = [self.sentences(paper.reading) for paper in known]
        self._labels = [
            [bio(sentence.tokens, stretches(paper)) for sentence in sentences]
            for paper, sentences in zip(known, self._sentences, strict=True)
        ]

    def of_fold(self, number: int) -> list[int]:
        """Return the papers of a fold."""
        return [index for index, paper in enumerate(self.papers) if fold(paper.id) == number]

    def sentences(self, reading: Reading) -> list[Sentence[Bundle]]:
        """Return the sentences of a reading with their features."""
        found = find_mentions(reading, recognisers=RULES)
        return self._features.sentences(reading, proposals(found), hints(reading))

    def tagger(self, chosen: Sequence[int], path: Path, others: Iterable[Labelled] = ()) -> None:
        """Fit a tagger on some papers, and on sentences of others."""
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params(PARAMETERS)
        shown = (at for at in chosen for _ in range(self.papers[at].times))
        own = (zip(self._sentences[at], self._labels[at], strict=True) for at in shown)
        for sentence, marks in chain(chain.from_iterable(own), others):
            if sentence.tokens:
                rows = [list(chain.from_iterable(parts)) for parts in sentence.parts]
                trainer.append(rows, marks)
        trainer.train(str(path))

    def recogniser(
        self,
        path: Path,
        model: Logistic = UNTAUGHT,
        encoder: Path | None = None,
        trees: Trees | None = None,
    ) -> Recogniser:
        """Return a recogniser with a tagger that was fitted, and an encoder where one is given."""
        second = Encoder(encoder) if encoder else None
        return Recogniser(read_chain(path), self._clusters, self._uses, model, second, trees)

    def folds(self, folder: Path | None = None) -> dict[int, Proposed]:
        """Return what is proposed for the names of each paper, by a tagger that never saw it."""
        rows: dict[int, Proposed] = {}
        with TemporaryDirectory() as temporary:
            for number in range(FOLDS):
                path = (folder or Path(temporary)) / f"tagger{number}.crf"
                held_out = self.of_fold(number)
                rest = sorted(set(range(len(self.papers))) - set(held_out))
                self.tagger(rest, path)
                sys.stderr.write(f"fold {number}: tagger fitted on {len(rest)} papers\n")
                reader = self.recogniser(path)
                rows.update((index, self.rows(index, reader)) for index in held_out)
        return rows

    def crossed(self, folder: Path) -> dict[int, Proposed]:
        """Return the same by the taggers that `folds` has left in a folder."""
        rows: dict[int, Proposed] = {}
        for number in range(FOLDS):
            reader = self.recogniser(folder / f"tagger{number}.crf")
            rows.update((index, self.rows(index, reader)) for index in self.of_fold(number))
        return rows

    def rows(self, index: int, reader: Recogniser) -> Proposed:
        """Return what a recogniser proposes for the names of a paper."""
        paper = self.papers[index]
        found = find_mentions(paper.reading, recognisers=RULES)
        items = weighed(paper.reading, found, reader)
        among = Among(paper.reading, items, self._uses)
        return Proposed(
            [row for _, row in items], labels(paper, [item for item, _ in items]), among
        )

    def weights(self, rows: Mapping[int, Proposed], chosen: Sequence[int]) -> Logistic:
        """Fit what weighs names by themselves, on some papers."""
        shown = [index for index in chosen for _ in range(self.papers[index].times)]
        features = [row for index in shown for row in rows[index].features]
        marks = [label for index in shown for label in rows[index].labels]
        return fit(features, marks, seen=6, penalty=10.0)

    def trees(self, rows: Mapping[int, Proposed], chosen: Sequence[int]) -> Trees:
        """Fit what weighs names among each other, on some papers.

        What a name is called by itself is told by weights of papers of the other folds.
        """
        numbers, right, times = [], [], []
        for number in range(FOLDS):
            inside = [index for index in chosen if fold(self.papers[index].id) == number]
            if not inside:
                continue
            model = self.weights(rows, sorted(set(chosen) - set(inside)))
            for index in inside:
                called = [model.probabilities(row) for row in rows[index].features]
                numbers.append(rows[index].among.rows(called))
                right += [label != NONE for label in rows[index].labels]
                times += [self.papers[index].times] * len(called)
        return boosting.fit(np.concatenate(numbers), right, times, COLUMNS)


if __name__ == "__main__":
    main()
