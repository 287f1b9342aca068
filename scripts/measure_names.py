"""Measure names before they become rows: documents, how many in their own case, where they stand.

    python scripts/measure_names.py names.tsv papers.jsonl.gz > measured.tsv
    python scripts/measure_names.py names.tsv papers.jsonl.gz --sample 3 --show 20

`names.tsv` has a type and a name on each line. The names are sought beside those of the lexicon, in
one pass: ``MATH-Hard`` is no ``MATH``. Names that the lexicon has are left out. A row of the output
has type, name, documents, documents with the very spelling, and `--show` contexts.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
from count_names import texts

from kg.lexicon import Lexicon, load
from kg.lexicon.matcher import Matcher
from kg.lexicon.tables import TABLES, Entry

#: How much text a context has on either side, in characters.
AROUND = 60
#: What joins the words of a name; how they are joined is no other spelling.
_JOINS = re.compile(r"[\s\-_]+")


@dataclass
class Measured:
    """What was seen of a name."""

    documents: int = 0
    exact: int = 0
    contexts: list[str] = field(default_factory=list)


def wanted(lexicon: Lexicon, lines: Iterable[str]) -> Iterator[Entry]:
    """Yield an entry for each line's name that the lexicon has not."""
    seen = set()
    for line in lines:
        type_name, name = line.rstrip("\n").split("\t")[:2]
        if type_name not in TABLES:
            raise click.BadParameter(f"{type_name!r} is no type of {', '.join(TABLES)}")
        if (type_name, name) in seen or lexicon.lookup(name):
            continue
        seen.add((type_name, name))
        yield Entry(f"{type_name}\t{name}", type_name, name, named=name != name.lower())


def measure(
    lexicon: Lexicon, entries: list[Entry], corpus: Iterable[str], show: int
) -> dict[str, Measured]:
    """Find the names beside those of the lexicon, and keep some contexts of each."""
    matcher = Matcher([*lexicon.entries.values(), *entries])
    measured = {entry.id: Measured() for entry in entries}
    draw = random.Random(7)
    for text in corpus:
        first = {m.entry.id: m for m in reversed(list(matcher.find(text)))}
        for identifier in first.keys() & measured.keys():
            match, seen = first[identifier], measured[identifier]
            stretch = text[match.start : match.end]
            seen.documents += 1
            seen.exact += _joined(stretch) == _joined(match.entry.label)
            around = text[max(0, match.start - AROUND) : match.end + AROUND]
            _keep(seen, " ".join(around.split()), show, draw)
    return measured


def _joined(name: str) -> str:
    return _JOINS.sub("", name)


def _keep(seen: Measured, context: str, show: int, draw: random.Random) -> None:
    """Keep a fair draw of the contexts (a reservoir)."""
    if len(seen.contexts) < show:
        seen.contexts.append(context)
    elif show and (place := draw.randrange(seen.documents)) < show:
        seen.contexts[place] = context


@click.command(help=__doc__)
@click.argument("names", type=click.Path(exists=True, path_type=Path))
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--show", default=0, help="So many contexts of each name.")
@click.option("--sample", default=1, help="Read every n-th record only.")
@click.option("--fewest", default=1, help="Only names that stand in so many documents.")
def main(*, names: Path, corpus: Path, show: int, sample: int, fewest: int) -> None:
    """Write the table, the most frequent names first."""
    lexicon = load()
    entries = list(wanted(lexicon, names.read_text(encoding="utf-8").splitlines()))
    read = (text for number, text in enumerate(texts(corpus)) if number % sample == 0)
    measured = measure(lexicon, entries, read, show)
    click.echo("type\tname\tdocuments\texact\tcontexts")
    order = Counter({identifier: seen.documents for identifier, seen in measured.items()})
    for identifier, documents in order.most_common():
        if documents >= fewest:
            seen = measured[identifier]
            click.echo(f"{identifier}\t{documents}\t{seen.exact}\t{' | '.join(seen.contexts)}")


if __name__ == "__main__":
    main()
