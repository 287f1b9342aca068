"""Train the weights of relations on annotated papers, and write the tables of the package.

    python training/relations.py GOLD.json TEXTS.jsonl [--folder kg/relations/scoring]

Prints, for each relation, how it is decided and what that comes to on papers that were held out,
five folds by paper, beside the rules alone. The same input gives the same tables.
"""

import json
from pathlib import Path

import click

from kg.evaluation import read_gold
from kg.evaluation.learning import RELATIONS, Judged, Lesson, held_out, learn, lesson
from kg.evaluation.names import name_key
from kg.relations.scoring import Scale, write

_FOLDER = Path(__file__).resolve().parent.parent / "kg" / "relations" / "scoring"


def lesson_of(gold: Path, texts: Path) -> Lesson:
    """Read annotated papers with their texts."""
    rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    by_title = {name_key(row["title"]): (row["title"], row.get("abstract") or "") for row in rows}
    return lesson(read_gold(gold, "records").papers, by_title)


def figures(held: list[Judged], total: int) -> str:
    """Write precision, recall and F1."""
    right = sum(item.holds for item in held)
    precision, recall = right / max(1, len(held)), right / max(1, total)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{precision:.3f} {recall:.3f} {both:.3f}"


def held_by(scale: Scale, judged: list[Judged]) -> list[Judged]:
    """Return what a scale holds."""
    likely = [i for i in judged if scale.probability(i.odds) >= scale.holds]
    return {
        "rules": [i for i in judged if i.is_ruled],
        "filter": [i for i in likely if i.is_ruled],
        "model": likely,
    }[scale.mode]


@click.command(help=__doc__)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("texts", type=click.Path(path_type=Path))
@click.option("--folder", type=click.Path(path_type=Path), default=_FOLDER, show_default=True)
def main(gold: Path, texts: Path, folder: Path) -> None:
    """Train, print, write."""
    taught = lesson_of(gold, texts)
    judged = held_out(taught)
    tables = learn(taught, judged=judged)
    click.echo(f"{len(taught.examples)} names of {len(taught.papers)} papers")
    click.echo("relation          mode   from   rules P R F1        decided P R F1      weights")
    for name in RELATIONS:
        scale, found = tables.scales[name], judged[name]
        total = sum(taught.unread[name].values()) + sum(item.holds for item in found)
        ruled = figures([item for item in found if item.is_ruled], total)
        decided = figures(held_by(scale, found), total)
        size = len(tables.weights[name])
        click.echo(f"{name:17} {scale.mode:6} {scale.holds:5.3f}  {ruled}   {decided}  {size:6}")
    write(folder, tables)


if __name__ == "__main__":
    main()
