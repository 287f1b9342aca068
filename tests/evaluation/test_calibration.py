"""Confidence beside what is right."""

from pathlib import Path

import pytest

from kg import curation, pipeline
from kg.curation import Act
from kg.evaluation import Sure, calibration_error, reliability, sure_facts, sure_results
from kg.evaluation.gold import RecordSet
from kg.evaluation.tables import calibration_rows
from kg.store import open_store


def sure(confidence: float, *, is_right: bool) -> Sure:
    return Sure("usesMethod", confidence, is_held=True, is_right=is_right)


def test_bins_hold_what_is_about_as_sure() -> None:
    facts = [sure(0.51, is_right=True), sure(0.59, is_right=False), sure(1.0, is_right=True)]
    found = reliability(facts)
    assert [(item.low, item.facts) for item in found] == [(0.5, 2), (0.9, 1)]
    assert found[0].confidence == pytest.approx(0.55)
    assert found[0].precision == 0.5


def test_confidence_that_is_met_has_no_error() -> None:
    facts = [sure(0.75, is_right=number < 3) for number in range(4)]
    assert calibration_error(facts) == 0


def test_the_error_weighs_bins_by_their_facts() -> None:
    facts = [sure(0.95, is_right=False)] + [sure(0.5, is_right=n % 2 == 0) for n in range(18)]
    assert calibration_error(facts) == pytest.approx(0.95 / 19)


def test_rows_tell_bins_and_relations() -> None:
    rows = list(calibration_rows([sure(0.75, is_right=True)]))
    assert [row["facts of"] for row in rows] == ["0.7 to 0.8", "usesMethod", "held", "all"]


def test_facts_of_a_store_are_judged(tmp_path: Path, record) -> None:
    text = '{"title": "T", "abstract": "We fold weights. We tune them with LoRA and DoRA."}'
    (tmp_path / "papers.jsonl").write_text(text + "\n")
    pipeline.build([tmp_path / "papers.jsonl"], tmp_path / "kg.sqlite")
    gold = RecordSet((record("Method LoRA, Method DoRA", usesMethod=["LoRA"]),))
    with open_store(tmp_path / "kg.sqlite") as store:
        facts = list(sure_facts(gold, store))
    assert sorted(fact.is_right for fact in facts if fact.relation == "usesMethod") == [False, True]


def test_an_accepted_fact_is_judged_as_held(tmp_path: Path, record) -> None:
    text = '{"id": "2401.00001", "title": "T", "abstract": "We tune weights with LoRA."}'
    (tmp_path / "papers.jsonl").write_text(text + "\n")
    accept = Act("accept", ("paper/2401.00001", "usesMethod", "method/lora"))
    curation.add(curation.curation_path(tmp_path / "kg.sqlite"), accept)
    pipeline.build([tmp_path / "papers.jsonl"], tmp_path / "kg.sqlite")
    gold = RecordSet((record("Method LoRA", usesMethod=["LoRA"]),))
    with open_store(tmp_path / "kg.sqlite") as store:
        assert [fact.is_held for fact in sure_facts(gold, store)] == [True]


@pytest.mark.parametrize(
    ("known", "is_right"),
    [
        ({"subject": "LoRA", "on": "GSM8K"}, True),
        ({"subject": "LoRA", "on": "GSM8K", "metric": "accuracy"}, True),
        ({"subject": "LoRA", "on": "MATH"}, False),
        ({"subject": None, "on": "GSM8K"}, False),
        ({"subject": "LoRA", "on": "GSM8K", "kind": "delta"}, False),
    ],
)
def test_a_result_is_right_that_says_nothing_wrong(
    tmp_path: Path, record, known: dict[str, str], is_right: bool
) -> None:
    text = '{"title": "T", "abstract": "We fold weights. LoRA reaches 61% on GSM8K."}'
    (tmp_path / "papers.jsonl").write_text(text + "\n")
    pipeline.build([tmp_path / "papers.jsonl"], tmp_path / "kg.sqlite")
    said = {"value": 61, "unit": "%", "kind": "absolute", **known}
    names = "Method LoRA, Benchmark GSM8K, Benchmark MATH, Metric accuracy"
    gold = RecordSet((record(names, results=[said]),))
    with open_store(tmp_path / "kg.sqlite") as store:
        assert [result.is_right for result in sure_results(gold, store)] == [is_right]


def test_rows_of_results_stand_behind_those_of_facts() -> None:
    rows = list(calibration_rows([], [Sure("results", 0.75, is_held=True, is_right=True)]))
    assert [row["facts of"] for row in rows] == ["results 0.7 to 0.8", "results"]


def test_papers_of_one_title_are_judged_each_by_its_own_record(tmp_path: Path, record) -> None:
    lines = (
        '{"id": "2401.00001", "title": "T", "abstract": "LoRA reaches 61% on GSM8K."}',
        '{"id": "2401.00002", "title": "T", "abstract": "We fold weights.", "authors": ["Bo Ek"]}',
    )
    (tmp_path / "papers.jsonl").write_text("\n".join(lines))
    pipeline.build([tmp_path / "papers.jsonl"], tmp_path / "kg.sqlite")
    said = {"subject": "LoRA", "on": "GSM8K", "value": 61, "unit": "%", "kind": "absolute"}
    gold = RecordSet((record("Method LoRA, Benchmark GSM8K", results=[said]),))
    with open_store(tmp_path / "kg.sqlite") as store:
        assert [result.is_right for result in sure_results(gold, store)] == [True]
