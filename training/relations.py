"""Train the weights of relations on annotated papers, and write the tables of the package.

    python -m training.relations GOLD.json TEXTS.jsonl --taggers FOLDS --corpus CORPUS

FOLDS is what ``python -m training.cross_validate`` writes: a recogniser for each fold that has not
seen its papers, so that relations are learned from names that are read as in any other paper. The
papers of ``annotations/``, whose texts CORPUS has, teach too.

Prints, for each relation, how it is decided and what that comes to on papers that were held out,
five folds by paper, beside the rules alone. The same input gives the same tables.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from kg.evaluation import read_gold
from kg.evaluation.learning import (
    FOLDS,
    RELATIONS,
    Judged,
    fold,
    held,
    held_out,
    lesson,
    scale,
    weights,
)
from kg.evaluation.learning.counting import counted
from kg.evaluation.learning.examples import Recognise
from kg.evaluation.names import name_key
from kg.mentions import TIERS, Found, find_mentions
from kg.recogniser.tagger import FOLDER
from kg.relations.scoring import load, make, write
from kg.text import Reading
from training import annotated
from training.gold import all_papers
from training.recipe import Training

_FOLDER = Path(__file__).resolve().parent.parent / "kg" / "relations" / "scoring"
_RULES_HEAD = "rule\tread\tright\tconfidence"


def texts_of(path: Path) -> dict[str, tuple[str, str]]:
    """Return title and abstract by the key of the title."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {name_key(row["title"]): (row["title"], row.get("abstract") or "") for row in rows}


def recogniser_of(gold: Path, texts: Path, taggers: Path, corpus: Path) -> Recognise:
    """Return what finds the names of a paper by a recogniser that has not seen it."""
    training = Training(all_papers(gold, texts, corpus), FOLDER)
    found = training.crossed(taggers)
    readers = {}
    for number in range(FOLDS):
        others = sorted(set(range(len(training.papers))) - set(training.of_fold(number)))
        model, trees = training.weights(found, others), training.trees(found, others)
        tagger = taggers / f"tagger{number}.crf"
        readers[number] = training.recogniser(tagger, model, trees=trees)

    seen = {paper.id for paper in training.papers}

    def recognise(paper: str, reading: Reading) -> list[Found]:
        learnt = readers[fold(paper)] if paper in seen else None
        return find_mentions(reading, recognisers=TIERS["standard"], learnt=learnt)

    return recognise


def figures(judged: list[Judged], total: int) -> str:
    """Write precision, recall and F1."""
    right = sum(item.holds for item in judged)
    precision, recall = right / max(1, len(judged)), right / max(1, total)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{precision:.3f} {recall:.3f} {both:.3f}"


def write_rules(path: Path, rows: Iterable[tuple[str, int, int, float]]) -> None:
    """Write the table: rule, how often read, how often right, confidence; sorted."""
    lines = (f"{rule}\t{read}\t{right}\t{sure}" for rule, read, right, sure in sorted(rows))
    text = "\n".join((_RULES_HEAD, *lines)) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


@click.command(help=__doc__)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("texts", type=click.Path(path_type=Path))
@click.option("--taggers", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", type=click.Path(path_type=Path), required=True)
@click.option(
    "--only",
    "chosen",
    type=click.Choice(RELATIONS),
    multiple=True,
    help="Leave others as they are.",
)
@click.option("--folder", type=click.Path(path_type=Path), default=_FOLDER, show_default=True)
def main(
    gold: Path,
    texts: Path,
    taggers: Path,
    corpus: Path,
    chosen: tuple[str, ...],
    folder: Path,
) -> None:
    """Train, print, write."""
    recognise = recogniser_of(gold, texts, taggers, corpus)
    more = annotated.records()
    records = (*read_gold(gold, "records").papers, *more)
    by_title = texts_of(texts) | annotated.texts(corpus, more)
    taught = lesson(records, by_title, recognise)
    judged = held_out(taught, chosen or RELATIONS)
    before = load()
    scales, tables = dict(before.scales), dict(before.weights)
    for name in judged:
        scales[name] = scale(name, judged[name], taught.unread[name])
        tables[name] = weights(name, taught.examples)
    click.echo(f"{len(taught.examples)} names of {len(taught.papers)} papers")
    click.echo("relation          mode   from   rules P R F1        decided P R F1      weights")
    for name, found in judged.items():
        total = sum(taught.unread[name].values()) + sum(item.holds for item in found)
        ruled = figures([item for item in found if item.is_ruled], total)
        decided = figures(held(scales[name], found), total)
        told = f"{scales[name].mode:6} {scales[name].holds:5.3f}"
        click.echo(f"{name:17} {told}  {ruled}   {decided}  {len(tables[name]):6}")
    write(folder, make(scales.values(), tables))
    if not chosen:
        write_rules(folder / "rules.tsv", counted(records, by_title, recognise))


if __name__ == "__main__":
    main()
