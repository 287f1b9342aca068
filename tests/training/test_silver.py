"""Papers that teach though nobody annotated them: which, and which of their sentences."""

import gzip
import json
from pathlib import Path

import pytest

from kg.mentions import Found
from kg.model import Name

silver = pytest.importorskip("training.silver", reason="training needs scipy and lightgbm")

ROBOT = "The robot grasps and the robot walks, as robots do. " * 8
WORDS = "We fold words into other words. " * 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"title": f"{title} {number}", "abstract": abstract, "date": f"{year}-02-01"}
        for title, abstract in (("Walking", ROBOT), ("Folding", WORDS))
        for year in (2019, 2025)
        for number in range(4)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "all.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "gold.json").write_text(json.dumps([{"title": "walking 0"}]), encoding="utf-8")
    return tmp_path


def test_each_field_gives_as_many_papers(folder: Path) -> None:
    titles = [reading.title for reading in silver.recent(folder, folder, 12)]
    assert sorted(title.split()[0] for title in titles) == ["Folding"] * 2 + ["Walking"] * 2


def test_annotated_papers_are_left_out(folder: Path) -> None:
    titles = {reading.title for reading in silver.recent(folder, folder, 60)}
    assert {"Walking 1", "Walking 2", "Walking 3"} < titles
    assert "Walking 0" not in titles


@pytest.mark.parametrize(("scores", "is_kept"), [([], False), ([0.9], True), ([0.9, 0.5], False)])
def test_a_sentence_is_kept_where_all_in_it_is_sure(scores: list[float], is_kept: bool) -> None:
    found = [
        Found(10 * place, 10 * place + 4, Name("Method", "Zorb"), "tagger", score)
        for place, score in enumerate(scores)
    ]
    assert silver._is_sure(found, 0, 30) == is_kept
