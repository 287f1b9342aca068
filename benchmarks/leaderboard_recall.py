"""The share of leaderboard rows whose data set and score our results contain.

    python benchmarks/leaderboard_recall.py rows.jsonl [NUMBER]

A line holds ``title``, ``abstract`` and ``tdms_score_in_text``: rows of ``dataset``, ``metric`` and
``score``, of which the score stands in the abstract. Takes every line, or the first NUMBER. A data
set counts as the same where the lexicon links both names to one entity, where their folded names
are equal, or, for the last line printed, where one name holds the other (WMT 2014 in WMT2014
English-French).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path
from typing import Any

from kg import lexicon
from kg.extract import extract
from kg.ids import name_key
from kg.model import Extraction


def records(path: Path, number: int | None) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, number)]


def score(written: str) -> Decimal | None:
    try:
        return Decimal(written.strip(" %"))
    except InvalidOperation:
        return None


def same_name(one: str, other: str) -> bool:
    ids = {entry.id for entry in lexicon.load().lookup(one)}
    known = {entry.id for entry in lexicon.load().lookup(other)}
    return name_key(one) == name_key(other) or bool(ids & known)


def one_holds_the_other(one: str, other: str) -> bool:
    short, long = sorted((name_key(one), name_key(other)), key=len)
    return len(short) > 2 and short in long


def equal(value: Decimal, wanted: Decimal) -> bool:
    """Say whether a value is the score, which may be written as a share of one."""
    return value in (wanted, wanted * 100, wanted / 100)


def hits(extraction: Extraction, rows: Iterable[dict[str, Any]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for row in rows:
        wanted = score(row["score"])
        if wanted is None:
            continue
        found = [r for r in extraction.results if any(equal(v, wanted) for v in r.value)]
        data = [result.data.partition("/")[2] for result in found if result.data]
        counted["rows"] += 1
        counted["score"] += bool(found)
        counted["score and data set"] += any(same_name(name, row["dataset"]) for name in data)
        counted["score and data set, one name in the other"] += any(
            same_name(name, row["dataset"]) or one_holds_the_other(name, row["dataset"])
            for name in data
        )
        if row.get("dataset_in_text"):
            counted["rows whose data set is named"] += 1
            counted["of these, score and data set"] += any(
                same_name(name, row["dataset"]) for name in data
            )
    return counted


def main() -> None:
    papers = records(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else None)
    total: Counter[str] = Counter()
    texts = [(paper["title"], paper["abstract"]) for paper in papers]
    for paper, extraction in zip(papers, extract(texts), strict=True):
        total += hits(extraction, paper["tdms_score_in_text"])
        total["papers"] += 1
    print(f"papers {total['papers']}, rows {total['rows']}")
    for name in ("score", "score and data set", "score and data set, one name in the other"):
        print(f"{name:45} {total[name]:5}  {total[name] / total['rows']:.3f}")
    named = total["rows whose data set is named"]
    if named:
        both = total["of these, score and data set"]
        print(f"{'of the rows whose data set is named: both':45} {both:5}  {both / named:.3f}")


if __name__ == "__main__":
    main()
