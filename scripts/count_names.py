"""Count the lexicon's names in a corpus, and show where they stand.

    python scripts/count_names.py papers.jsonl.gz > counts.tsv
    python scripts/count_names.py papers.jsonl.gz --contexts benchmark/arc --show 20
    python scripts/count_names.py --rows

Reads records with ``title`` and ``abstract``, one JSON object a line, plain or gzipped, and keeps
none of them. A row of the table: entry, its condition, documents, documents in which the context
speaks for it, and each spelling with its documents.
"""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from kg.lexicon import Lexicon, load, supported
from kg.lexicon.tables import TABLES, rows, table_text


def texts(path: Path) -> Iterator[str]:
    """Yield title and abstract of each record as one text."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield f"{record['title']}. {record.get('abstract') or ''}"


def count(lexicon: Lexicon, corpus: Iterator[str]) -> tuple[Counter, Counter, dict[str, Counter]]:
    """Count documents by entry, those with a context that counts, and those by spelling."""
    found, backed, spelled = Counter(), Counter(), {}
    for text in corpus:
        matches = list(lexicon.find(text))
        found.update({match.entry.id for match in matches})
        backed.update({match.entry.id for match in matches if supported(match, text, matches)})
        for entry, spelling in {(m.entry.id, text[m.start : m.end]) for m in matches}:
            spelled.setdefault(entry, Counter())[spelling] += 1
    return found, backed, spelled


def contexts(lexicon: Lexicon, corpus: Iterator[str], entry: str) -> Iterator[str]:
    """Yield each mention of an entry and its surroundings, ``-`` before one that does not count."""
    for text in corpus:
        matches = list(lexicon.find(text))
        for match in matches:
            if match.entry.id == entry:
                mark = "+" if supported(match, text, matches) else "-"
                around = text[max(0, match.start - 60) : match.end + 60]
                yield f"{mark} {' '.join(around.split())}"


def sizes() -> Iterator[str]:
    """Yield a line for each table: its rows, and how many of them are proper names."""
    for name in TABLES:
        named = [row["named"] for row in rows(f"{name}.tsv", table_text(name))]
        yield f"{name}\t{len(named)} rows\t{named.count('yes')} named"
    lexicon = load()
    yield f"all\t{len(lexicon.entries)} entries, versions of families among them"
    yield f"do_not_merge\t{len(lexicon.do_not_merge)} pairs"


@click.command(help=__doc__)
@click.argument("corpus", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--rows", "only_rows", is_flag=True, help="Count the rows of each table instead.")
@click.option("--contexts", "entry", default="", help="Show mentions of this entry instead.")
@click.option("--show", default=20, help="How many of them, drawn with a settled seed.")
@click.option("--sample", default=1, help="Read every n-th record only.")
def main(*, corpus: Path | None, only_rows: bool, entry: str, show: int, sample: int) -> None:
    """Write the table, the contexts of one entry, or the sizes of the tables."""
    if only_rows or corpus is None:
        click.echo("\n".join(sizes()))
        return
    lexicon = load()
    read = (text for number, text in enumerate(texts(corpus)) if number % sample == 0)
    if entry:
        lines = list(contexts(lexicon, read, entry))
        chosen = random.Random(7).sample(lines, min(show, len(lines)))
        click.echo("\n".join([f"{len(lines)} mentions", *chosen]))
        return
    found, backed, spelled = count(lexicon, read)
    click.echo("entry\tcondition\tdocuments\tsupported\tspellings")
    for identifier, known in sorted(lexicon.entries.items(), key=lambda item: -found[item[0]]):
        spellings = " ".join(
            f"{s!r}:{n}" for s, n in spelled.get(identifier, Counter()).most_common(6)
        )
        cells = (identifier, known.ambiguous, found[identifier], backed[identifier], spellings)
        click.echo("\t".join(map(str, cells)))


if __name__ == "__main__":
    main()
