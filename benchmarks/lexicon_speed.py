"""Time the lexicon: load, build the automata, and find in texts.

    python benchmarks/lexicon_speed.py papers.jsonl.gz

Takes 5,000 records of a JSONL(.gz) file with ``title`` and ``abstract``; without one, texts made of
the lexicon's own names, which are denser in names than an abstract is.
"""

import gzip
import json
import random
import sys
import time
from itertools import islice
from pathlib import Path


def corpus_texts(path, limit=5000):
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, limit):
            record = json.loads(line)
            yield f"{record['title']}\n{record.get('abstract') or ''}"


def made_texts(lexicon, number=2000):
    names = sorted(entry.label for entry in lexicon.entries.values())
    draw = random.Random(1)
    for _ in range(number):
        yield " ".join(
            f"we test it with {name} here and there." for name in draw.choices(names, k=25)
        )


def main():
    started = time.perf_counter()
    from kg.lexicon import load

    imported = time.perf_counter()
    lexicon = load()
    loaded = time.perf_counter()
    list(lexicon.find("warm"))
    built = time.perf_counter()
    texts = list(corpus_texts(Path(sys.argv[1])) if sys.argv[1:] else made_texts(lexicon))
    begun = time.perf_counter()
    matches = sum(1 for text in texts for _ in lexicon.find(text))
    seconds = time.perf_counter() - begun
    print(f"import {1000 * (imported - started):.0f} ms, load {1000 * (loaded - imported):.0f} ms")
    print(f"automata {1000 * (built - loaded):.0f} ms for {len(lexicon.entries):,} entries")
    print(f"find {len(texts) / seconds:,.0f} texts/s, {matches / len(texts):.1f} matches a text")


if __name__ == "__main__":
    main()
