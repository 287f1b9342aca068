"""Papers read by weights that have not seen them."""

import json
from pathlib import Path

from kg.evaluation import cross_validated
from kg.evaluation.gold import RecordSet
from kg.store import open_store


def test_annotated_papers_are_read_into_a_store(tmp_path: Path, record) -> None:
    titles = [f"On Folding {number}" for number in range(12)]
    text = "We fold weights. We tune them with LoRA."
    lines = (json.dumps({"title": title, "abstract": text}) for title in titles)
    (tmp_path / "texts.jsonl").write_text("\n".join(lines) + "\n")
    gold = RecordSet(
        tuple(
            record("Method LoRA", id=f"P{n}", title=title, usesMethod=["LoRA"])
            for n, title in enumerate(titles)
        )
    )
    with cross_validated(gold, tmp_path / "texts.jsonl") as path, open_store(path) as store:
        facts = list(store.facts(relation="usesMethod"))
    assert len(facts) == 12
    assert all(fact.confidence > 0.5 for fact in facts)
    assert not path.exists()
