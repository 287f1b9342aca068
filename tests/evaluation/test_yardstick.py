"""Our figures are those of the script that the yardstick comes with, where it is at hand."""

import importlib.util
import json
import random
import time

import pytest

from kg.evaluation import Origin, evaluate, figures, read_gold

PARTS = ("dev", "train")


@pytest.fixture(scope="module")
def script(shared):
    spec = importlib.util.spec_from_file_location("script", shared / "gold" / "score_records.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoiled(papers):
    """Yield records with mistakes of all kinds, the same each time; a few are left out."""
    chance = random.Random(7)
    for paper in json.loads(json.dumps(papers)):
        if chance.random() < 0.95:
            spoil(paper, chance)
            yield paper


def spoil(record, chance):
    names = [entity["name"] for entity in record["entities"]] or ["Zorb"]
    for items in record.values():
        if isinstance(items, list):
            items[:] = [item for item in items if chance.random() < 0.9]
    for entity in record["entities"]:
        entity["named"] ^= chance.random() < 0.1
        if chance.random() < 0.2:
            entity["type"] = chance.choice(["Model", "ModelFamily", "Benchmark", "Task"])
            entity["surface"] = [*entity["surface"][:1], "Zorb"]
    for slot in ("introduces", "evaluatedOn", "trainedOn"):
        record[slot] += chance.sample(names, 1)
    for result in record["results"]:
        slot = chance.choice(["on", "subject", "metric", "unit", "kind", "baseline"])
        result[slot] = chance.choice([None, *names[:2]])


@pytest.fixture(scope="module", params=PARTS)
def both(request, shared, script, tmp_path_factory):
    """Return what the script says of spoiled records, and what we say."""
    gold = shared / "gold" / f"{request.param}.json"
    papers = json.loads(gold.read_text(encoding="utf-8"))
    path = tmp_path_factory.mktemp("gold") / "records.jsonl"
    rows = list(spoiled(papers))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    scored = evaluate(read_gold(gold), Origin(path, records=path))
    return script.score(papers, rows), figures(scored), scored


def test_precision_recall_f1_and_counts_are_the_same(both):
    theirs, ours, _ = both
    expected = {key: value for key, value in theirs.items() if isinstance(value, dict)}
    found = {
        figure.key: {
            "p": round(figure.precision.value, 4),
            "r": round(figure.recall.value, 4),
            "f1": round(figure.score.value, 4),
            "tp": figure.right,
            "fp": figure.extra,
            "fn": figure.missed,
        }
        for figure in ours
        if figure.precision is not None
    }
    assert found == {key: value for key, value in expected.items() if any(value.values())}


def test_shares_are_the_same(both):
    theirs, ours, _ = both
    shares = ("canonical", "canonical:model", "type_accuracy")
    found = {figure.key: round(figure.score.value, 4) for figure in ours if figure.key in shares}
    assert found == {key: theirs[key] for key in shares}


def test_papers_without_a_prediction_are_the_same(both):
    theirs, _, scored = both
    assert list(scored.missing) == theirs["missing_papers"]
    assert len(scored.papers) == theirs["papers"]


@pytest.mark.slow
def test_scoring_takes_less_than_a_second(shared):
    gold = shared / "gold" / "train.json"
    begun = time.process_time()
    figures(evaluate(read_gold(gold), Origin(gold, records=gold)))
    assert time.process_time() - begun < 1
