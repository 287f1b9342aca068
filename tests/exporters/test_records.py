"""What records call a name, and what a common noun."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kg.exporters import EXPORTERS, export
from kg.pipeline import build
from kg.store import Store, open_store


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("MCTS", True),
        ("Monte Carlo Tree Search", True),
        ("Monte Carlo tree search", False),
        ("Reinforcement Learning", False),
        ("Markov decision processes", True),
        ("a vision transformer", True),
    ],
)
def test_a_spelled_out_method_is_named_by_three_capitals_or_what_it_bears(
    tmp_path: Path, written: str, *, named: bool
) -> None:
    source, store, out = (tmp_path / name for name in ("a.jsonl", "kg.sqlite", "out.jsonl"))
    record = {"title": "Planning anew", "abstract": f"We plan with {written} on GSM8K."}
    source.write_text(json.dumps(record), encoding="utf-8")
    build([source], store, tier="rules")
    with open_store(store) as opened:
        export(opened, "records", out)
    (paper,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    methods = [thing for thing in paper["entities"] if thing["type"] == "Method"]
    assert [thing["named"] for thing in methods] == [named]


@pytest.mark.parametrize(("written", "named"), [("16 frames per second", False), ("16 FPS", True)])
def test_a_metric_in_common_nouns_is_not_named(
    tmp_path: Path, written: str, *, named: bool
) -> None:
    source, store, out = (tmp_path / name for name in ("a.jsonl", "kg.sqlite", "out.jsonl"))
    record = {"title": "Folding anew", "abstract": f"We fold plots. Our method reaches {written}."}
    source.write_text(json.dumps(record), encoding="utf-8")
    build([source], store, tier="rules")
    with open_store(store) as opened:
        export(opened, "records", out)
    (paper,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    metrics = [thing for thing in paper["entities"] if thing["type"] == "Metric"]
    assert [thing["named"] for thing in metrics] == [named]


def test_accepting_facts_takes_nothing_out(graph, open_graph) -> None:
    accepted = tuple(
        replace(fact, status="curated") if fact.status == "extracted" else fact
        for fact in graph.facts
    )
    assert _written(open_graph(replace(graph, facts=accepted))) == _written(open_graph(graph))


def _written(store: Store) -> bytes:
    out = BytesIO()
    EXPORTERS["records"].write(store, out)
    return out.getvalue()
