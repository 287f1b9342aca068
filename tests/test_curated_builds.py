"""Builds with a curation file, and removal: the export depends on records and acts only."""

import json
import re
import sqlite3
from contextlib import closing
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import curation, ids, pipeline, schema
from kg.curation import Act
from kg.errors import CurationError, StoreError
from kg.exporters import EXPORTERS, export
from kg.store import open_store, quote

RECORDS = [
    {
        "id": "2401.00001",
        "title": "BarNet: Sparse Nets for Long Texts",
        "abstract": "We propose BarNet, a sparse net. We evaluate BarNet on GSM8K with Llama-2-7B.",
        "authors": ["A. Ada"],
    },
    {
        "id": "2403.00002",
        "title": "Prompts for BarNet",
        "abstract": "We fine-tune Llama-2-13B with LoRA and compare with BarNet on MMLU.",
    },
    {
        "title": "Prompts for BarNet",
        "abstract": "We fine-tune Llama-2-13B with LoRA and compare with BarNet on MMLU at length.",
    },
    {
        "id": "2404.00003",
        "title": "QuxBench: A Benchmark of Sums",
        "abstract": "We introduce QuxBench, a benchmark. We test GPT-4 and Mistral-7B on QuxBench.",
    },
    {
        "id": "2405.00004",
        "title": "On sums",
        "abstract": "We test GPT-4 on GSM8K. GPT-4 reaches 91.5% on GSM8K, LoRA 17.5 points more.",
    },
]
ON_GSM8K = "model/gpt-4 benchmark/gsm8k"
ACTS = (
    Act("reject", ("paper/2405.00004", "hasResult", f"91.5% {ON_GSM8K}")),
    Act("accept", ("paper/2405.00004", "hasResult", f"17.5 points {ON_GSM8K}")),
    Act("reject", ("paper/2405.00004", "evaluatedOn", "benchmark/gsm8k")),
    Act("accept", ("paper/2403.00002", "usesMethod", "method/lora")),
    Act("retype", ("method/lora", "Model")),
    Act("merge", ("model/mistral-7b", "model/gpt-4")),
    Act("alias", ("benchmark/mmlu", "add", "Many Tasks")),
    Act("split", ("model/llama-2-7b", "", "paper/2401.00001")),
    Act("do-not-merge", ("benchmark/gsm8k", "benchmark/mmlu")),
)


def write(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def build(store, *paths):
    return pipeline.build(paths, store, workers=1)


def ntriples(path):
    out = BytesIO()
    with open_store(path) as store:
        EXPORTERS["ntriples"].write(store, out)
    return out.getvalue()


def decide(store, *acts):
    for act in acts:
        curation.add(curation.curation_path(store), act)


@pytest.fixture
def files(tmp_path):
    return [write(tmp_path / "in" / f"{n}.jsonl", [record]) for n, record in enumerate(RECORDS)]


@pytest.fixture
def store(tmp_path, files):
    path = tmp_path / "kg.sqlite"
    build(path, *files)
    return path


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(1, 4), st.sets(st.sampled_from(ACTS)))
def test_any_order_and_split_makes_the_same_export(tmp_path_factory, chance, builds, acts):
    folder = tmp_path_factory.mktemp("split")
    files = [write(folder / f"{n}.jsonl", [record]) for n, record in enumerate(RECORDS)]
    acts = sorted(acts, key=ACTS.index)
    decide(folder / "whole.sqlite", *acts)
    build(folder / "whole.sqlite", *files)
    chance.shuffle(files)
    early = chance.randrange(len(acts) + 1)
    decide(folder / "parts.sqlite", *acts[:early])
    for number in range(builds):
        if part := files[number::builds]:
            build(folder / "parts.sqlite", *part)
    decide(folder / "parts.sqlite", *acts[early:])
    pipeline.update(folder / "parts.sqlite")
    assert ntriples(folder / "parts.sqlite") == ntriples(folder / "whole.sqlite")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(ACTS))
def test_acts_that_are_not_on_one_thing_stand_in_any_order(store, acts):
    graphs = []
    for order in (ACTS, acts):
        curation.curation_path(store).unlink(missing_ok=True)
        decide(store, *order)
        pipeline.update(store)
        graphs.append(_without_run(ntriples(store)))
    assert graphs[0] == graphs[1]


def _without_run(triples):
    """Leave out the id of the graph, which tells the order of the acts too."""
    return re.sub(rb"<[^>]*/run/[^>]*>", b"<run>", triples)


#: The text formats that hold results: all but the graphs of facts.
WITH_RESULTS = {name for name, one in EXPORTERS.items() if one.is_text} - {"graphml", "gexf"}


@pytest.mark.parametrize("name", sorted(WITH_RESULTS))
def test_what_is_said_of_results_shows_in_every_export(tmp_path, store, name):

    def exported():
        path = tmp_path / "exported"
        with open_store(store) as opened:
            export(opened, name, path)
        texts = [path] if path.is_file() else sorted(path.iterdir())
        return "".join(text.read_text(encoding="utf-8") for text in texts)

    before = exported()
    decide(store, ACTS[0], ACTS[1])
    pipeline.update(store)
    after = exported()
    assert before.count("91.5%") > after.count("91.5%")
    if EXPORTERS[name].lossless:
        assert "curated" in after


def test_every_act_shows_and_undone_it_leaves_no_trace(store):
    before = ntriples(store)
    path = curation.curation_path(store)
    for act in ACTS[:-1]:  # the last keeps apart what nothing joins
        decide(store, act)
        pipeline.update(store)
        changed = ntriples(store)
        curation.remove(path, 1)
        pipeline.update(store)
        assert changed != before, act
        assert ntriples(store) == before, act


@pytest.mark.parametrize(
    "act",
    [
        Act("retype", ("method/lora", "Metric")),
        Act("retype", ("benchmark/gsm8k", "Model")),
        Act("merge", ("model/gpt-4", "benchmark/gsm8k")),
        Act("merge", ("family/llama-2", "metric/accuracy")),
    ],
    ids=lambda act: act.what,
)
def test_no_act_makes_a_fact_that_the_schema_forbids(store, act):
    decide(store, act)
    pipeline.update(store)
    with open_store(store) as opened:
        for fact in opened.facts():
            ends = ids.type_of(fact.subject), ids.type_of(fact.object)
            assert schema.allows(fact.relation, *ends), fact


def test_the_graph_id_tells_what_was_decided_and_not_who_did(store):
    def decided(*acts):
        curation.curation_path(store).unlink(missing_ok=True)
        decide(store, *acts)
        return pipeline.update(store).graph_id

    plain = decided()
    assert decided(ACTS[0]) not in (plain, decided(ACTS[1]))
    named = Act(ACTS[0].verb, ACTS[0].arguments, who="Ada", note="sure")
    assert decided(named) == decided(ACTS[0])
    assert decided() == plain


def test_a_wrong_line_stops_a_build_before_it_begins(tmp_path, files):
    store = tmp_path / "new.sqlite"
    curation.curation_path(store).write_text("2024\tada\tmerg\tmethod/a\tmethod/b\n")
    with pytest.raises(CurationError, match=r"new\.curation\.tsv:1: 'merg' is no act"):
        build(store, *files)
    assert not store.exists()


@pytest.mark.parametrize("gone", range(len(RECORDS)))
@pytest.mark.parametrize("acts", [(), ACTS], ids=["plain", "curated"])
def test_a_removed_source_leaves_what_a_build_without_it_has(tmp_path, store, files, gone, acts):
    decide(store, *acts)
    pipeline.remove(store, sources=[files[gone].name])
    other = tmp_path / "other.sqlite"
    decide(other, *acts)
    build(other, *files[:gone], *files[gone + 1 :])
    assert ntriples(store) == ntriples(other)


def test_a_removed_paper_goes_with_all_its_records(tmp_path, store, files):
    pipeline.remove(store, papers=["paper/2403.00002"])
    build(tmp_path / "other.sqlite", files[0], *files[3:])
    assert ntriples(store) == ntriples(tmp_path / "other.sqlite")


def test_what_another_source_has_stays(tmp_path, store, files):
    before = ntriples(store)
    again = write(tmp_path / "again.jsonl", RECORDS)
    build(store, again)
    pipeline.remove(store, sources=["again.jsonl"])
    assert ntriples(store) == before


def test_removing_forgets_the_texts(store):
    pipeline.remove(store, papers=["paper/2405.00004"])
    with closing(sqlite3.connect(store)) as database:
        assert not [line for line in database.iterdump() if "We test GPT-4 on GSM8K" in line]


def test_nothing_is_made_where_no_store_is(tmp_path):
    with pytest.raises(StoreError):
        pipeline.update(tmp_path / "absent.sqlite")
    assert not (tmp_path / "absent.sqlite").exists()


def test_every_quote_stands_at_its_offsets(store):
    decide(store, *ACTS)
    pipeline.update(store)
    with open_store(store) as opened:
        papers = {paper.id: paper for paper in opened.documents()}
        for mention in opened.mentions():
            field = getattr(papers[mention.document], mention.field)
            assert field[mention.start : mention.end] == mention.text
        assert all(
            quote(papers[item.document], item) for fact in opened.facts() for item in fact.evidence
        )
