"""Draw random papers for a reader to judge, and count what the reader found.

    python scripts/judge.py sample papers.jsonl.gz FOLDER --number 80 --seed 7 --without gold.json
    python scripts/judge.py count docs/judgements/*.tsv

`sample` writes ``papers.md``, the texts with what kg reads in each, and ``items.tsv``, one line an
item: paper, kind (entity, relation or result), what is said, and an empty verdict, which the reader
fills with ``right``, ``wrong`` or ``unsure`` and a word on the class of error. `count` prints the
precision of each kind with a 95 % interval (Wilson); ``unsure`` counts as wrong. Only the items are
kept, not the texts.
"""

import csv
import gzip
import json
import math
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from kg import ids
from kg.exporters import export
from kg.mentions import TIERS
from kg.pipeline import build
from kg.store import open_store

COLUMNS = ("paper", "kind", "item", "verdict", "class")
SLOTS = (
    "introduces evaluatedOnModel evaluatedOn trainedOn usesMethod addressesTask hardware".split()
)
PAIRS = ("basedOn", "derivedFrom")
_Record = dict[str, Any]
#: Papers that kg learned from are not drawn.
_LEARNED_FROM = Path(__file__).parent.parent / "training" / "annotations"


def records(path: Path) -> Iterator[_Record]:
    """Yield the records of a JSONL(.gz) file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def drawn(path: Path, number: int, seed: int, without: Iterable[Path], since: str) -> list[_Record]:
    """Return randomly drawn records with an abstract, none of a title that is annotated."""
    known = {ids.title_key(r["title"]) for file in without for r in json.loads(file.read_text())}
    for file in sorted(_LEARNED_FROM.rglob("*.jsonl")):
        known |= {ids.title_key(record["title"]) for record in records(file)}
    fit = [
        record
        for record in records(path)
        if record.get("abstract")
        and ids.title_key(record["title"]) not in known
        and str(record.get("date") or "") >= since
    ]
    return random.Random(seed).sample(fit, number)


def read(papers: Iterable[_Record], folder: Path, tier: str) -> list[_Record]:
    """Return what kg reads in some papers with a tier, as records."""
    source, store, out = folder / "papers.jsonl", folder / "kg.sqlite", folder / "records.jsonl"
    kept = ("id", "title", "abstract", "date")
    lines = (json.dumps({key: paper.get(key) for key in kept}) for paper in papers)
    source.write_text("\n".join(lines), encoding="utf-8")
    build([source], store, tier=tier)
    with open_store(store) as opened:
        export(opened, "records", out)
    return list(records(out))


def items(record: _Record) -> Iterator[tuple[str, str]]:
    """Yield what a record says, each with its kind; common-noun terms alone are left out."""
    for entity in record["entities"]:
        if entity["named"]:
            spelled = ", ".join(entity["surface"])
            yield "entity", f"{entity['type']}: {entity['name']} [{spelled}]"
    yield from (("relation", said) for said in _relations(record))
    yield from (("result", _result(result)) for result in record["results"])


def _relations(record: _Record) -> Iterator[str]:
    for slot in SLOTS:
        yield from (f"{slot}: {name}" for name in record[slot])
    for other in record["comparedWith"]:
        yield f"comparedWith: {other['name']} (own better: {other['outperforms']})"
    for slot in PAIRS:
        yield from (f"{slot}: {one} <- {other}" for one, other in record[slot])


def _result(result: _Record) -> str:
    parts = (
        f"{key}={result[key]}"
        for key in ("value", "unit", "kind", "direction", "metric", "on", "subject", "baseline")
        if result[key] is not None
    )
    return "; ".join(parts)


@click.group(help=__doc__)
def main() -> None:
    """Draw papers for a reader, or count what the reader found."""


@main.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--number", default=80)
@click.option("--seed", default=7)
@click.option("--since", default="", help="Leave out what is dated earlier.")
@click.option("--tier", type=click.Choice(list(TIERS)), default="standard", show_default=True)
@click.option("--without", multiple=True, type=click.Path(exists=True, path_type=Path))
def sample(  # noqa: PLR0913 - one for each option
    corpus: Path,
    folder: Path,
    number: int,
    seed: int,
    since: str,
    tier: str,
    without: tuple[Path, ...],
) -> None:
    """Write the texts and the items of a random sample."""
    folder.mkdir(parents=True, exist_ok=True)
    papers = drawn(corpus, number, seed, without, since)
    with tempfile.TemporaryDirectory() as scratch:
        found = {ids.title_key(r["title"]): r for r in read(papers, Path(scratch), tier)}
    with (
        (folder / "papers.md").open("w", encoding="utf-8") as texts,
        (folder / "items.tsv").open("w", encoding="utf-8", newline="") as table,
    ):
        rows = csv.writer(table, delimiter="\t", lineterminator="\n")
        rows.writerow(COLUMNS)
        for paper in papers:
            record = found[ids.title_key(paper["title"])]
            texts.write(f"# {record['id']}\n\n{paper['title']}\n\n{paper['abstract']}\n\n")
            for kind, said in items(record):
                texts.write(f"- {kind}: {said}\n")
                rows.writerow((record["id"], kind, said, "", ""))
            texts.write("\n")


@main.command()
@click.argument("tables", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def count(tables: tuple[Path, ...]) -> None:
    """Print precision by kind, and the classes of error."""
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in (row for path in tables for row in judged(path)):
        verdicts[row["kind"]][row["verdict"]] += 1
        if row["kind"] != "result":
            verdicts[f"  {row['item'].partition(':')[0]}"][row["verdict"]] += 1
        if row["verdict"] != "right":
            classes[row["kind"]][row["class"]] += 1
    for kind, counted in verdicts.items():
        right, total = counted["right"], counted.total()
        low, high = wilson(right, total)
        click.echo(
            f"{kind:20} {right:4} of {total:4}  {right / total:.3f}  [{low:.3f}, {high:.3f}]"
        )
    for kind, counted in classes.items():
        for name, number in counted.most_common():
            click.echo(f"{kind}: {name}: {number}")


def judged(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table that a reader has filled."""
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t")


def wilson(right: int, total: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share (Wilson 1927)."""
    z, share = 1.96, right / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return (middle - half) / scale, (middle + half) / scale


if __name__ == "__main__":
    main()
