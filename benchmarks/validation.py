"""Measure `kg validate` on a store: processor seconds, wall seconds, memory, what is found.

python benchmarks/validation.py STORE
"""

import resource
import time
from pathlib import Path

import click

from kg.rdf import validate
from kg.store import open_store


@click.command(help=__doc__)
@click.argument("store", type=click.Path(path_type=Path, exists=True))
def main(store: Path) -> None:
    begun = time.monotonic()
    with open_store(store) as opened:
        papers = opened.counts().documents
        found = validate(opened)
    wall = time.monotonic() - begun
    own, pieces = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    wrong = sum(item.severity == "Violation" for item in found)
    print(f"{papers} papers: {wrong} violations, {len(found) - wrong} remarks")
    print(f"processor: {own.ru_utime:.0f} s writing, {pieces.ru_utime:.0f} s checking")
    print(f"wall: {wall:.0f} s")
    print(f"memory: {own.ru_maxrss / 1000:.0f} MB, {pieces.ru_maxrss / 1000:.0f} MB a piece")


if __name__ == "__main__":
    main()
