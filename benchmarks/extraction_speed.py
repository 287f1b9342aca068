"""Time extraction and its stages against spaCy's own entity ruler with the same names, in one run.

    python benchmarks/extraction_speed.py papers.jsonl.gz [NUMBER]

Takes the first NUMBER (1,000) records of a JSONL(.gz) file with ``title`` and ``abstract``. All is
warmed up and then run in turns, three times over pieces of 100 papers, and of each piece the best
time counts: CPU time of one core, so that a machine that does other things too tells nearly the
same. The stages are run one after the other on what the one before made; the whole does a little
more, such as the mentions and facts of a text.

What is timed is the tier of rules alone; the statistical recogniser of the other is several times
slower.

The entity ruler gets every spelling of the lexicon as a phrase and is set as well as it can be:
case folded, a large tokenizer cache. It finds names of lists only; extraction reads model names by
grammar, unlisted names, relations, results and links as well.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

ROUNDS = 3
PIECE = 100

Texts = list[tuple[str, str]]
#: What runs over some papers and tells how many CPU seconds each stage took.
Run = Callable[[Texts], dict[str, float]]


def corpus(path: Path, number: int) -> Texts:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in islice(lines, number))
        return [(record["title"], record.get("abstract") or "") for record in records]


def entity_ruler() -> Callable[[Iterable[str]], int]:
    import spacy

    from kg.lexicon import load

    nlp = spacy.blank("en")
    nlp.tokenizer.max_cache_size = 1_000_000
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(
        [
            {"label": entry.type, "pattern": name}
            for entry in load().entries.values()
            for name in (entry.label, *entry.aliases)
        ]
    )
    return lambda texts: sum(len(doc.ents) for doc in nlp.pipe(texts))


def stages(texts: Texts) -> dict[str, float]:
    from kg.mentions import find_mentions
    from kg.relations import find_claims, frames
    from kg.relations.decide import settle
    from kg.results import find_results, with_measured
    from kg.text import read

    marks = [time.process_time()]
    readings = [read(*text) for text in texts]
    marks.append(time.process_time())
    named = [find_mentions(reading) for reading in readings]
    marks.append(time.process_time())
    framed = [list(frames(*pair)) for pair in zip(readings, named, strict=True)]
    claimed = [
        settle(reading, found, frames, [claim for frame in frames for claim in find_claims(frame)])
        for reading, found, frames in zip(readings, named, framed, strict=True)
    ]
    marks.append(time.process_time())
    for reading, found, frames_, claims in zip(readings, named, framed, claimed, strict=True):
        more = with_measured(reading, found)
        find_results(reading, more, frames_, claims)
    marks.append(time.process_time())
    names = ("read", "names", "relations", "results")
    return {
        name: later - sooner for name, sooner, later in zip(names, marks, marks[1:], strict=False)
    }


def whole(name: str, work: Callable[[Texts], object]) -> Run:
    def run(texts: Texts) -> dict[str, float]:
        started = time.process_time()
        work(texts)
        return {name: time.process_time() - started}

    return run


def pieces(texts: Texts) -> Iterator[Texts]:
    for start in range(0, len(texts), PIECE):
        yield texts[start : start + PIECE]


def best(runs: Iterable[dict[str, float]]) -> dict[str, float]:
    """Return the shortest time of each stage."""
    seconds: dict[str, float] = {}
    for run in runs:
        for name, taken in run.items():
            seconds[name] = min(taken, seconds.get(name, taken))
    return seconds


def timed(texts: Texts, runs: Iterable[Run]) -> dict[str, float]:
    """Return how long each stage takes on all texts, by the best of some rounds on each piece."""
    total: dict[str, float] = {}
    for piece in pieces(texts):
        seconds = best(run(piece) for _ in range(ROUNDS) for run in runs)
        for name, taken in seconds.items():
            total[name] = total.get(name, 0.0) + taken
    return total


def main() -> None:
    from kg.extract import extract

    texts = corpus(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 1000)
    rule = entity_ruler()
    runs: tuple[Run, ...] = (
        whole("extraction", lambda texts: list(extract(texts, tier="rules"))),
        stages,
        whole("entity ruler", lambda texts: rule(f"{title}\n\n{body}" for title, body in texts)),
    )
    for run in runs:
        run(texts[:PIECE])
    seconds = timed(texts, runs)
    for name, taken in seconds.items():
        indent = "" if name in ("extraction", "entity ruler") else "  "
        print(f"{indent + name:14}{len(texts) / taken:8,.0f} papers a CPU second")
    print(f"{'ratio':14}{seconds['entity ruler'] / seconds['extraction']:8.2f}")


if __name__ == "__main__":
    main()
