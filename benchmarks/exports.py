"""Export a store to each format and read it back by a reader that is not ours.

    python benchmarks/exports.py kg.sqlite [FORMAT...]

For each format: CPU seconds, size, peak memory of the process that exports, triples (or rows,
lines, nodes and edges) a second of CPU, and what the foreign reader finds. Ends with 1 where a
count is not the store's.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from foreign_readers import READERS, differences

from kg.exporters import EXPORTERS, export
from kg.store import open_store

COLUMNS = ("format", "CPU s", "MB", "peak MB", "items", "items/s", "read back", "reader s")


def main(store: str, names: list[str]) -> int:
    expected = expected_counts(store)
    print("the store:", ", ".join(f"{number:,} {name}" for name, number in expected.items()))
    print(f"| {' | '.join(COLUMNS)} |\n| {' | '.join(['---'] * len(COLUMNS))} |", flush=True)
    wrong = 0
    for name in names or EXPORTERS:
        with TemporaryDirectory(prefix="kg-exports-") as folder:
            path = Path(folder, f"graph{EXPORTERS[name].suffix}")
            made = child("write", store, name, str(path))
            read = child("read", store, name, str(path)) if name in READERS else None
        wrong += read is not None and read["read"] != "equal"
        print(row(name, made, read), flush=True)
    return min(wrong, 1)


def expected_counts(store: str) -> dict[str, int]:
    with open_store(store) as opened:
        counts = opened.counts()
    return {
        "papers": counts.documents,
        "entities": sum(counts.entities.values()),
        "facts": sum(counts.facts.values()),
        "evidence": counts.evidence,
        "results": counts.results,
    }


def child(*words: str) -> dict:
    """Run a part of this script in a process of its own, whose memory is measured."""
    done = subprocess.run(
        [sys.executable, __file__, f"--{words[0]}", *words[1:]], check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout)


def write(store: str, name: str, path: str) -> dict:
    with open_store(store) as opened:
        start = time.process_time()
        export(opened, name, Path(path))
        seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    folder = Path(path)
    files = list(folder.iterdir()) if folder.is_dir() else [folder]
    size = sum(file.stat().st_size for file in files) / 1e6
    return {"seconds": seconds, "peak": peak, "size": size}


def read(store: str, name: str, path: str) -> dict:
    start = time.process_time()
    found = READERS[name](Path(path))
    seconds = time.process_time() - start
    wrong = list(differences(found, expected_counts(store)))
    counted = "; ".join(wrong) or "equal"
    return {"read": counted, "told": list(found.counts), "items": found.items, "seconds": seconds}


def row(name: str, made: dict, read: dict | None) -> str:
    cells = [name, f"{made['seconds']:.1f}", f"{made['size']:,.0f}", f"{made['peak']:.0f}"]
    if read is None:
        return f"| {' | '.join([*cells, '', '', '', ''])} |"
    pace = f"{read['items'] / made['seconds']:,.0f}"
    told = f"{read['read']}: {', '.join(read['told'])}"
    cells += [f"{read['items']:,}", pace, told, f"{read['seconds']:.0f}"]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    if sys.argv[1] in ("--write", "--read"):
        part = write if sys.argv[1] == "--write" else read
        print(json.dumps(part(*sys.argv[2:])))
    else:
        sys.exit(main(sys.argv[1], sys.argv[2:]))
