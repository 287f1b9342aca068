"""How fast each tier finds names: papers and words a second of one core, in CPU time.

python benchmarks/recogniser_speed.py papers.jsonl [--papers 200]
"""

import json
from itertools import islice
from pathlib import Path
from time import process_time

import click

from kg.mentions import TIERS, find_mentions
from kg.mentions.weigh import hints, proposals
from kg.recogniser import load
from kg.text import Reading, read


@click.command()
@click.argument("papers", type=click.Path(exists=True, path_type=Path))
@click.option("--papers", "number", default=200, show_default=True)
def main(papers: Path, number: int) -> None:
    with papers.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, number)]
    readings = [read(record["title"], record["abstract"]) for record in records]
    words = sum(len(reading.text.split()) for reading in readings)
    load()
    load(encoded=True)
    for tier, recognisers in TIERS.items():
        start = process_time()
        for reading in readings:
            find_mentions(reading, recognisers=recognisers)
        _tell(tier, process_time() - start, len(readings), words)
    _tell("tagger alone", _tagging(readings), len(readings), words)


def _tagging(readings: list[Reading]) -> float:
    """Return the seconds of tagging, without the rules that it leans on."""
    ready = [(item, proposals(find_mentions(item)), hints(item)) for item in readings]
    start = process_time()
    for reading, found, forms in ready:
        load().read(reading, found, forms).names()
    return process_time() - start


def _tell(what: str, seconds: float, papers: int, words: int) -> None:
    rates = f"{papers / seconds:8.0f} papers/s {words / seconds:10.0f} words/s"
    print(f"{what:14} {seconds:6.2f} s {rates}")


if __name__ == "__main__":
    main()
