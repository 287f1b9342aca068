"""The annotated papers that teach relations, and their texts."""

import gzip
import json
from pathlib import Path

import pytest

from training import annotated


def corpus(folder: Path, **texts: str) -> Path:
    for name in ("hf_daily.jsonl.gz", "all.jsonl.gz"):
        lines = [json.dumps({"title": title, "abstract": text}) for title, text in texts.items()]
        (folder / name).write_bytes(gzip.compress("\n".join(lines).encode()))
    return folder


def paper(folder: Path, title: str) -> Path:
    record = {"id": "1", "title": title, "entities": [], "results": []}
    (folder / "some.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return folder


def test_a_text_is_found_by_its_title_in_any_spelling(tmp_path: Path) -> None:
    wanted = annotated.records(paper(tmp_path, "On Folding"))
    assert list(
        annotated.texts(corpus(tmp_path, **{"On folding.": "We fold."}), wanted).values()
    ) == [("On folding.", "We fold.")]


def test_a_paper_that_the_corpus_lacks_is_named(tmp_path: Path) -> None:
    wanted = annotated.records(paper(tmp_path, "On Folding"))
    with pytest.raises(KeyError, match="onfolding"):
        annotated.texts(corpus(tmp_path), wanted)


def test_no_paper_stands_twice() -> None:
    papers = annotated.records()
    assert len({item.title for item in papers}) == len(papers) > 500


def test_no_name_is_as_long_as_a_sentence() -> None:
    spellings = (
        text for item in annotated.records() for thing in item.things for text in thing.surface
    )
    assert max(map(len, spellings)) <= 60


def test_results_may_be_annotated_alone(tmp_path: Path) -> None:
    folder = paper(tmp_path, "On Folding")
    (folder / "results").mkdir()
    result = {"value": 61.2, "unit": "%", "kind": "absolute", "on": "MMLU"}
    record = {"id": "2", "title": "On Packing", "introduces": ["Pack"], "results": [result]}
    (folder / "results" / "some.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert [item.title for item in annotated.records(folder)] == ["On Folding"]
    assert [len(item.results) for item in annotated.with_results(folder)] == [0, 1]


def test_a_paper_whose_results_nobody_looked_for_tells_nothing_of_results(tmp_path: Path) -> None:
    record = {"id": "1", "title": "On Folding", "entities": []}
    (tmp_path / "some.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert len(annotated.records(tmp_path)) == 1
    assert annotated.with_results(tmp_path) == ()


def test_no_paper_with_results_stands_twice() -> None:
    papers = annotated.with_results()
    assert len({item.id for item in papers}) == len(papers) > 6000
