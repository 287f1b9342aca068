"""Accuracy on the annotated papers: the floor below which no change may bring it."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from kg.exporters import export
from kg.query import ask
from kg.store import Store

FLOORS = {
    "entities": 0.865,
    "entities:model": 0.95,
    "entities:data": 0.835,
    "terms": 0.755,
    "relations": 0.775,
    "slot:introduces": 0.77,
    "slot:evaluatedOnModel": 0.87,
    "slot:evaluatedOn": 0.81,
    "slot:links": 0.99,
    "relations:soft": 0.57,
    "results:value": 0.87,
    "results": 0.64,
    "results:full": 0.46,
}
#: The least share of names and types that are right.
SHARES = {"canonical:model": 0.98, "type_accuracy": 0.97}


@pytest.fixture(scope="module")
def scores(shared: Path, seed_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("gold") / "records.jsonl"
    export(seed_store, "records", path)
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score_records.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold = json.loads((shared / "gold" / "dev.json").read_text(encoding="utf-8"))
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return module.score(gold, records)


@pytest.mark.parametrize("key", FLOORS)
def test_f1_does_not_fall(scores: Any, key: str) -> None:
    assert scores[key]["f1"] >= FLOORS[key]


@pytest.mark.parametrize("key", SHARES)
def test_names_and_types_stay_right(scores: Any, key: str) -> None:
    assert scores[key] >= SHARES[key]


def test_methods_evaluated_on_llama_2_7b_are_the_right_ones(
    shared: Path, seed_store: Store
) -> None:
    gold = json.loads((shared / "gold" / "dev.json").read_text(encoding="utf-8"))
    annotated = {paper["title"] for paper in gold}
    right = {paper["title"] for paper in gold if "Llama-2-7B" in paper["evaluatedOnModel"]}
    rows = ask(seed_store, "methods evaluated on Llama2-7B")
    found = {str(row["title"]) for row in rows} & annotated
    assert len(found & right) / len(found) >= 0.9
    assert len(found & right) / len(right) >= 0.85
