"""Kill a build ten times at random moments, go on with the same command, and compare the graph.

    python benchmarks/killed_builds.py papers.jsonl.gz [KILLS] [SEED]

First an undisturbed build, of which the stages are timed. Then the same command into another
store, killed with SIGKILL: half of the times while it reads and extracts, where each build goes on
from what the one before kept; half at the end, where all texts are extracted and the graph is made
and written. Last the command once more, and both graphs as N-Triples: they must have the same
bytes. Prints where each kill fell, and exits with 1 where the graphs differ.
"""

import hashlib
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STAGES = ("read", "extract", "resolve", "write")
KILLS = 10


def command(store: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "kg", "--store", str(store), *words]


def build(store: Path, corpus: str) -> list[str]:
    return command(store, "build", corpus, "--progress")


def stages(store: Path, corpus: str) -> dict[str, float]:
    """Build undisturbed; return after how many seconds each stage began, and the end."""
    began, started = {}, time.monotonic()
    with subprocess.Popen(build(store, corpus), stderr=subprocess.PIPE) as running:
        seen = b""
        while piece := running.stderr.read1(4096):  # type: ignore[union-attr]
            seen = seen[-200:] + piece
            for stage in STAGES:
                if stage not in began and re.search(rf"{stage}:".encode(), seen):
                    began[stage] = time.monotonic() - started
    if running.returncode:
        sys.exit(f"the undisturbed build failed with {running.returncode}")
    return began | {"end": time.monotonic() - started}


def kill_after(store: Path, corpus: str, seconds: float) -> str:
    """Start a build, kill it after some seconds, and return the stage that it was in."""
    log = store.with_suffix(".log")
    with (
        log.open("wb") as messages,
        subprocess.Popen(build(store, corpus), stderr=messages) as running,
    ):
        time.sleep(seconds)
        ended = running.poll() is not None
        running.kill()
    if ended:
        return "none: it had ended"
    told = re.findall(r"(read|extract|resolve|write):", log.read_text(errors="replace"))
    return told[-1] if told else "start"


def triples(store: Path) -> str:
    """Return the SHA-256 of a graph as N-Triples."""
    path = store.with_suffix(".nt")
    subprocess.run(command(store, "export", "--to", "ntriples", "-o", str(path)), check=True)
    with path.open("rb") as lines:
        return hashlib.file_digest(lines, "sha256").hexdigest()


def main() -> None:
    corpus, kills = sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else KILLS
    moments = random.Random(int(sys.argv[3]) if sys.argv[3:] else 7)
    with tempfile.TemporaryDirectory() as folder:
        whole, killed = Path(folder) / "whole.sqlite", Path(folder) / "killed.sqlite"
        began = stages(whole, corpus)
        print("undisturbed:", ", ".join(f"{stage} {at:.1f} s" for stage, at in began.items()))
        extracting = began["resolve"] - began["extract"]
        first = began["extract"] + 2 * extracting / kills  # one after the other extract it all
        last = began["extract"] + 0.8 * (began["end"] - began["resolve"])
        for number in range(kills):
            early = number < kills // 2
            limits = (0.3, first) if early else (began["extract"], last)
            seconds = moments.uniform(*limits)
            if number == kills // 2:
                finish_extraction(killed, corpus)
            print(
                f"kill {number + 1:2} after {seconds:5.1f} s: {kill_after(killed, corpus, seconds)}"
            )
        subprocess.run(build(killed, corpus), check=True, stderr=subprocess.DEVNULL)
        same = triples(whole) == triples(killed)
    print("the same N-Triples" if same else "the graphs DIFFER")
    sys.exit(not same)


def finish_extraction(store: Path, corpus: str) -> None:
    """Kill a build as soon as it resolves, so that the kills to come fall in the last stages."""
    log = store.with_suffix(".log")
    with (
        log.open("wb") as messages,
        subprocess.Popen(build(store, corpus), stderr=messages) as running,
    ):
        while running.poll() is None and b"resolve:" not in log.read_bytes():
            time.sleep(0.05)
        running.kill()
    print("kill at the beginning of resolve")


if __name__ == "__main__":
    main()
