"""What spoke for and against a relation."""

from pathlib import Path

import pytest

from kg import pipeline
from kg.query import explain, show
from kg.relations.scoring import load
from kg.store import Store, open_store

TEXT = (
    '{"title": "FoldNet: Packing Weights", "abstract": "We introduce'
    ' FoldNet. We tune it with LoRA. Like QLoRA it is small."}\n'
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "papers.jsonl").write_text(TEXT)
    pipeline.build([tmp_path / "papers.jsonl"], tmp_path / "kg.sqlite")
    return open_store(tmp_path / "kg.sqlite")


def test_what_spoke_for_and_against_adds_up_to_the_confidence(store: Store) -> None:
    explained = explain(store, ["FoldNet: Packing Weights", "usesMethod", "LoRA"], limit=0)
    [section] = [section for section in explained.sections if section.name == "weighed"]
    odds = sum(round(1000 * float(str(row["log_odds"]))) for row in section.rows)
    probability = load().scales["usesMethod"].probability(odds)
    assert f"{probability:.2f}" == explained.facts["confidence"]


def test_what_says_most_comes_first(store: Store) -> None:
    explained = explain(store, ["FoldNet: Packing Weights", "usesMethod", "LoRA"], limit=0)
    [section] = [section for section in explained.sections if section.name == "weighed"]
    sizes = [abs(float(str(row["log_odds"]))) for row in section.rows]
    assert sizes == sorted(sizes, reverse=True)


def test_a_threshold_makes_candidates_that_are_shown_where_they_are_asked_for(
    tmp_path: Path, store: Store
) -> None:
    store.close()
    settings = pipeline.Settings(threshold="0.999")
    pipeline.run([tmp_path / "papers.jsonl"], tmp_path / "kg.sqlite", settings)
    with open_store(tmp_path / "kg.sqlite") as opened:
        sure, all_ = (show(opened, "LoRA", below_threshold=below) for below in (False, True))
    assert "usesMethod" not in {group.relation for group in sure.groups}
    [group] = [group for group in all_.groups if group.relation == "usesMethod"]
    assert {row["status"] for row in group.rows} == {"candidate"}


def test_a_later_build_keeps_the_threshold(tmp_path: Path, store: Store) -> None:
    store.close()
    path = tmp_path / "kg.sqlite"
    pipeline.run([tmp_path / "papers.jsonl"], path, pipeline.Settings(threshold="0.999"))
    pipeline.update(path)
    with open_store(path) as opened:
        assert not list(opened.facts(relation="usesMethod", status=("extracted",)))
    pipeline.run([], path, pipeline.Settings(threshold="trained"))
    with open_store(path) as opened:
        assert list(opened.facts(relation="usesMethod", status=("extracted",)))
