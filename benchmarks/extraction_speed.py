"""Time extraction against spaCy's own entity ruler with the same names, in one run.

    python benchmarks/extraction_speed.py papers.jsonl.gz [NUMBER]

Takes records of a JSONL(.gz) file with ``title`` and ``abstract``. The entity ruler gets every
spelling of the lexicon as a phrase and is set as well as it can be: case folded, a large tokenizer
cache. It finds names of lists only; extraction reads model names by grammar, unlisted names,
relations and links as well.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path


def corpus(path: Path, number: int) -> list[tuple[str, str]]:
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


def per_second(number: int, work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return number / (time.process_time() - started)


def main() -> None:
    from kg.extract import extract

    texts = corpus(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 2000)
    rule = entity_ruler()
    list(extract(texts[:50]))
    rule([abstract for _, abstract in texts[:50]])
    ours = per_second(len(texts), lambda: list(extract(texts)))
    theirs = per_second(len(texts), lambda: rule(f"{title}\n\n{body}" for title, body in texts))
    print(f"extraction    {ours:7,.0f} papers a CPU second")
    print(f"entity ruler  {theirs:7,.0f} papers a CPU second (names only)")
    print(f"ratio         {ours / theirs:7.2f}")


if __name__ == "__main__":
    main()
