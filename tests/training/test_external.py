"""The recipe on sets of others, made small: what it fits, and what it prints."""

import json
from pathlib import Path

from click.testing import CliRunner

from training.external import main

#: A name, its type, and words of which the name takes the place of the first.
FRAMES = (
    ("Dataset", "We test on X ."),
    ("Task", "The task of X is hard ."),
    ("Method", "We propose X here ."),
)
NAMES = ("ZorbA", "QuuxB", "FlibC", "MirpD", "TwonE", "GlapF")


def sentences(kinds: tuple[str, ...]) -> list[tuple[list[str], int, str]]:
    """Return words, the place of the name, and its type."""
    return [
        (frame.replace("X", name).split(), frame.split().index("X"), kind)
        for name in NAMES
        for kind, frame in FRAMES
        if kind in kinds
    ]


def columns(words: list[str], place: int, kind: str) -> str:
    tags = [f"B-{kind.upper()}" if index == place else "O" for index in range(len(words))]
    return "".join(
        f"{word}\t{9 * index}\t{tag}\n"
        for index, (word, tag) in enumerate(zip(words, tags, strict=True))
    )


def write_scier(path: Path, document: str) -> Path:
    rows = (
        {"doc_id": f"{document}{number % 3}", "tokens": words, "ner": [[place, place, kind]]}
        for number, (words, place, kind) in enumerate(sentences(("Dataset", "Task", "Method")))
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def told(*arguments: str | Path) -> list[str]:
    result = CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [line for line in result.output.splitlines() if line.startswith("spans")]


def test_fifths_are_tagged_by_what_the_others_taught(tmp_path: Path) -> None:
    path = tmp_path / "small.conll"
    rows = sentences(("Dataset", "Task"))
    path.write_text("\n".join(columns(*row) for row in rows), encoding="utf-8")
    assert told("tdmsci", path)[0] == "spans          precision 1.000  recall 1.000  F1 1.000"


def test_one_file_teaches_and_another_is_scored_twice(tmp_path: Path) -> None:
    train, dev = (write_scier(tmp_path / f"{name}.jsonl", name) for name in ("train", "dev"))
    lines = told("scier", train, dev)
    assert len([line for line in lines if line.startswith("spans:method")]) == 2
    assert all(float(line.rpartition(" ")[2]) > 0.9 for line in lines)


def test_a_file_without_spans_is_refused(tmp_path: Path) -> None:
    records = tmp_path / "records.json"
    records.write_text(json.dumps([{"id": "P1", "title": "A", "entities": []}]), encoding="utf-8")
    result = CliRunner().invoke(main, ["tdmsci", str(records)])
    assert result.exit_code == 2
    assert "has no spans" in result.output
