"""Self-training: papers that nobody annotated, as a recogniser reads them where it is sure.

A sentence is kept where all that rules and tagger together find in it is nearly sure. A tagger is
fitted on these beside annotated papers, each of which counts several times.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kg.evaluation import FIELDS, field_of
from kg.evaluation.groups import OTHER
from kg.evaluation.learning import FOLDS
from kg.mentions import TIERS, Found, find_mentions
from kg.mentions.weigh import kind
from kg.recogniser import Recogniser
from kg.text import Reading, read
from training import corpus
from training.gold import bio
from training.recipe import Labelled, Proposed, Training, titles

#: From which date on papers are taken.
SINCE = "2024"
#: What is found has to be so probable in all of a sentence.
SURE = 0.85
#: How often an annotated paper counts beside one that is read by machine.
TIMES = 2
_SEED = 20


def recent(folder: Path, gold: Path, count: int) -> list[Reading]:
    """Return some recent papers of a corpus, as many of each field, none of them annotated."""
    without = titles(gold)
    by_field: dict[str, list[Reading]] = defaultdict(list)
    records = list(_records(folder / "all.jsonl.gz"))
    Random(_SEED).shuffle(records)
    each = -(-count // (len(FIELDS) + 1))
    for title, abstract in records:
        of_field = by_field[field_of(title, abstract)]
        if len(of_field) < each and corpus.key(title) not in without:
            of_field.append(read(title, abstract))
        if len(by_field) > len(FIELDS) and all(len(of) == each for of in by_field.values()):
            break
    return [reading for field in (*FIELDS, OTHER) for reading in by_field[field]][:count]


def _records(path: Path) -> Iterator[tuple[str, str]]:
    for record in corpus.records(path):
        if (record.get("date") or "") >= SINCE and len(record.get("abstract") or "") > 300:
            yield record["title"], record["abstract"]


def sure(training: Training, readings: Sequence[Reading], reader: Recogniser) -> list[Labelled]:
    """Return the sentences in which a recogniser is sure of what it finds, with its labels."""
    kept: list[Labelled] = []
    for reading in readings:
        found = find_mentions(reading, recognisers=TIERS["standard"], learnt=reader)
        stretches = [(item.start, item.end, kind(item.name)) for item in found]
        kept += (
            (sentence, bio(sentence.tokens, stretches))
            for sentence in training.sentences(reading)
            if sentence.tokens and _is_sure(found, sentence.tokens[0][0], sentence.tokens[-1][1])
        )
    return kept


def _is_sure(found: Sequence[Found], start: int, end: int) -> bool:
    """Say whether there is a name in [start, end), and none that is doubtful."""
    scores = [item.score for item in found if start <= item.start < end]
    return bool(scores) and min(scores) >= SURE


def with_silver(
    training: Training,
    rows: dict[int, Proposed],
    readings: Sequence[Reading],
    out: Path,
) -> dict[int, Proposed]:
    """Fit the taggers of the folds in a folder again, on silver too; return the names' features.

    Each fold has its own silver, by a recogniser that saw none of its papers; `rows` is what the
    taggers before made of each paper.
    """
    again: dict[int, Proposed] = {}
    for number in range(FOLDS):
        path = out / f"tagger{number}.crf"
        held_out = set(training.of_fold(number))
        rest = [index for index in range(len(training.papers)) if index not in held_out]
        reader = training.recogniser(path, training.weights(rows, rest))
        silver = sure(training, readings, reader)
        training.tagger([*rest] * TIMES, path, silver)
        sys.stderr.write(f"fold {number}: fitted again, on {len(silver)} sentences more\n")
        reader = training.recogniser(path)
        again.update((index, training.rows(index, reader)) for index in sorted(held_out))
    return again
