import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click import Choice
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import ids, pipeline, workers
from kg import resolve as resolving
from kg.cli.making import build as building
from kg.errors import DataError, SettingError, StoreError, UnknownNameError
from kg.extract import tier_of
from kg.mentions import TIERS
from kg.model import PAPER, Evidence, Extraction, Fact, Mention, Name
from kg.pipeline import Settings
from kg.store import open_store
from kg.workers import Extractor

KNOWN = {"LoRA": "method/lora", "GSM8K": "benchmark/gsm8k"}


def extract_words(texts: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
    """Take each word with two capitals for a method, and introduce that before a colon."""
    for title, abstract in texts:
        text = ids.text_id(title, abstract)
        found = [
            (field, match, Name("Method", match[0], known=KNOWN.get(match[0], "")))
            for field, content in (("title", title), ("abstract", abstract))
            for match in re.finditer(r"\b\w*[A-Z]\w*[A-Z]\w*\b", content)
        ]
        mentions = tuple(
            Mention(text, field, match.start(), match.end(), match[0], name.reference, "word")
            for field, match, name in found
        )
        facts = tuple(
            Fact(
                PAPER,
                "introduces" if match.string[match.end() :].startswith(":") else "mentions",
                name.reference,
                (Evidence(text, field, match.start(), match.end(), "word"),),
            )
            for field, match, name in found
        )
        names = {name.reference: name for _, _, name in found}
        yield Extraction(text, tuple(names.values()), mentions, facts)


WORDS = Extractor("words-1", extract_words)
RECORDS = [
    {"id": "2401.00001", "title": "FooNet: a net", "abstract": "With LoRA.", "authors": ["A. Ada"]},
    {"title": "FooNet: a net", "abstract": "With LoRA and more."},
    {"id": "2401.00002", "title": "On FooNet", "abstract": "We test FooNet on GSM8K."},
    {"id": "2401.00003", "title": "BarNet: another", "authors": ["A. Ada", "B. Babbage"]},
    {"title": "On BarNet", "daily_date": "2024-01-03", "upvotes": 3},
]


def write_records(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def run(store, *paths, **options):
    return pipeline.run(paths, store, Settings(**{"extractor": WORDS, "workers": 1, **options}))


def dump(path):
    with open_store(path) as store:
        return (
            list(store.documents()),
            list(store.entities()),
            list(store.facts()),
            list(store.mentions()),
            list(store.redirects()),
            store.meta()["graph_id"],
        )


@pytest.fixture
def source(tmp_path):
    return write_records(tmp_path / "in" / "papers.jsonl", RECORDS)


@pytest.fixture
def store(tmp_path):
    return tmp_path / "kg.sqlite"


def test_a_build_reports_what_it_did(source, store):
    report = run(store, source)
    assert (report.read, report.new, report.unchanged, report.extracted) == (5, 5, 0, 4)
    assert (report.changed, report.skipped) == (True, ())
    assert report.counts.documents == 4
    assert set(report.seconds) == {"read", "extract", "resolve", "write"}


def test_building_takes_the_extractor_of_the_package(source, store, monkeypatch):
    monkeypatch.setattr(pipeline, "default_extractor", lambda _: WORDS)
    report = pipeline.build([str(source)], str(store), workers=1)
    assert (report.new, report.extracted) == (5, 4)


def test_the_same_build_again_changes_nothing(source, store):
    first = run(store, source)
    before = dump(store)
    again = run(store, source)
    assert (again.new, again.unchanged, again.extracted, again.changed) == (0, 5, 0, False)
    assert (again.graph_id, dump(store)) == (first.graph_id, before)


def test_a_build_that_changes_nothing_does_not_resolve(source, store, monkeypatch):
    run(store, source)
    monkeypatch.setattr(resolving, "resolve_papers", None)
    assert not run(store, source).changed


def test_only_new_texts_are_extracted(source, store, tmp_path):
    run(store, source)
    more = write_records(tmp_path / "more.jsonl", [*RECORDS[:2], {"title": "BazNet: new"}])
    assert run(store, more).extracted == 1


def test_another_version_extracts_anew_and_forgets_the_old(source, store):
    run(store, source)
    report = run(store, source, extractor=Extractor("words-2", extract_words))
    assert (report.new, report.extracted, report.changed) == (0, 4, True)
    assert run(store, source).extracted == 4


def test_another_version_of_resolving_makes_the_graph_anew(source, store, monkeypatch):
    run(store, source)
    monkeypatch.setattr(resolving, "version", lambda: "later")
    report = run(store, source)
    assert (report.changed, report.extracted) == (True, 0)


def test_progress_is_told_of_every_stage(source, store):
    told = []
    run(store, source, progress=lambda *step: told.append(step))
    assert told[:5] == [("read", number, None) for number in range(1, 6)]
    assert ("extract", 4, 4) in told
    assert told[-1] == ("write", 1, 1)


def test_workers_make_the_same_graph(tmp_path, source, monkeypatch):
    monkeypatch.setattr(pipeline, "WORTH_WORKERS", 1)
    monkeypatch.setattr(workers, "BATCH", 1)
    run(tmp_path / "one", source)
    run(tmp_path / "two", source, workers=2)
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_any_order_and_split_makes_the_same_graph(tmp_path_factory, chance, builds):
    folder = tmp_path_factory.mktemp("split")
    files = [
        write_records(folder / f"{number}.jsonl", [record]) for number, record in enumerate(RECORDS)
    ]
    run(folder / "whole", *files)
    chance.shuffle(files)
    for number in range(builds):
        if part := files[number::builds]:
            run(folder / "parts", *part)
    assert dump(folder / "parts") == dump(folder / "whole")


def test_a_bad_record_is_passed_over_and_reported(source, store):
    with source.open("a", encoding="utf-8") as lines:
        lines.write('{"title": \n{"title": "Last"}\n')
    report = run(store, source)
    assert report.read == 6
    assert [(Path(error.path).name, error.line) for error in report.skipped] == [
        ("papers.jsonl", 6)
    ]


ODD = {"date": "soon", "authors": "A. Ada", "upvotes": "7", "daily_date": "2024-08-02"}
SOUND = {"date": "2024-08-01", "authors": ["A. Ada"], "upvotes": 7, "daily_date": "2024-08-02"}


def test_what_a_record_is_kept_without_is_reported(tmp_path, store):
    named = {"id": "2401.00009", "title": "BazNet: a net"}
    odd = write_records(tmp_path / "odd.jsonl", [{"title": "First"}, named | ODD])
    report = run(store, odd)
    assert (report.read, report.new, report.skipped) == (2, 2, ())
    assert [(Path(error.path).name, error.line) for error in report.left_out] == 3 * [
        ("odd.jsonl", 2)
    ]


@pytest.mark.parametrize("order", [("odd", "sound"), ("sound", "odd")])
def test_an_odd_field_takes_nothing_out_of_a_store(tmp_path, store, order):
    named = {"id": "2401.00009", "title": "BazNet: a net"}
    for name in order:
        fields = ODD if name == "odd" else SOUND
        run(store, write_records(tmp_path / f"{name}.jsonl", [named | fields]))
    with open_store(store) as opened:
        (paper,) = opened.documents()
    assert (paper.authors, paper.listings[0].votes) == (("A. Ada",), 7)
    assert paper.date
    assert paper.date.isoformat() == "2024-08-01"


def test_strict_stops_at_an_odd_field(tmp_path, store):
    with pytest.raises(DataError, match=r"odd\.jsonl:1: authors: must be a list"):
        run(store, write_records(tmp_path / "odd.jsonl", [{"title": "First"} | ODD]), strict=True)
    assert not store.exists()


@pytest.mark.parametrize("prepared", [False, True], ids=["new store", "old store"])
def test_strict_stops_at_a_bad_record_and_writes_nothing(tmp_path, source, store, prepared):
    if prepared:
        run(store, source)
    before = dump(store) if prepared else None
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"title": "First"}\n{"title": \n', encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.jsonl:2"):
        run(store, bad, strict=True)
    assert (dump(store) if store.exists() else None) == before


@pytest.mark.parametrize("prepared", [False, True], ids=["new store", "old store"])
def test_an_unreadable_input_writes_nothing(tmp_path, source, store, prepared):
    if prepared:
        run(store, source)
    before = dump(store) if prepared else None
    picture = tmp_path / "z.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    new = write_records(tmp_path / "new.jsonl", [{"title": "New"}])
    with pytest.raises(DataError):
        run(store, new, picture)
    assert (dump(store) if store.exists() else None) == before


def test_an_absent_input_makes_no_store(tmp_path, store):
    with pytest.raises(DataError):
        run(store, tmp_path / "absent.jsonl")
    assert not store.exists()


def test_a_store_that_is_none_is_left_alone(source, store):
    store.write_text("a shopping list", encoding="utf-8")
    with pytest.raises(StoreError):
        run(store, source)
    assert store.read_text(encoding="utf-8") == "a shopping list"


def test_what_was_extracted_before_an_error_is_kept(source, store, monkeypatch):
    monkeypatch.setattr(workers, "SMALL_BATCH", 1)
    calls = iter(range(2))

    def extract_twice(texts):
        if next(calls, None) is None:
            raise InterruptedError
        return extract_words(texts)

    with pytest.raises(InterruptedError):
        run(store, source, extractor=Extractor("v", extract_twice))
    report = run(store, source, extractor=Extractor("v", extract_words))
    assert (report.new, report.extracted) == (0, 2)


def test_a_build_beside_another_takes_its_records_in(tmp_path, source, store, monkeypatch):
    other = write_records(tmp_path / "other.jsonl", [{"title": "QuxNet: beside"}])
    resolve = resolving.resolve_papers
    pending = [other]

    def resolve_while_another_build_runs(*inputs):
        if pending:
            run(store, pending.pop())
        return resolve(*inputs)

    monkeypatch.setattr(resolving, "resolve_papers", resolve_while_another_build_runs)
    run(store, source)
    monkeypatch.undo()
    both = tmp_path / "both.sqlite"
    run(both, source, other)
    assert dump(store) == dump(both)


SCRIPT = """
import runpy, sys, time
tests = runpy.run_path(sys.argv[1], run_name="tests")
from kg import pipeline, workers
from pathlib import Path

def slowly(texts):
    for extraction in tests["extract_words"](texts):
        time.sleep(0.002)
        yield extraction

settings = pipeline.Settings(workers=1, extractor=workers.Extractor("v", slowly))
pipeline.run([Path(sys.argv[2])], Path(sys.argv[3]), settings)
"""


def start_build(source, store):
    command = [sys.executable, "-c", SCRIPT, __file__, str(source), str(store)]
    return subprocess.Popen(command)


@pytest.fixture
def many(tmp_path):
    chance = random.Random(0)
    words = ["LoRA", "GSM8K", *(f"Net{letter}X" for letter in "ABCDEFGH")]
    records = [
        {
            "id": f"2401.{number:05d}",
            "title": f"{chance.choice(words)}: paper {number}",
            "abstract": " and ".join(chance.sample(words, 4)),
            "authors": [f"Author {chance.randrange(50)}"],
        }
        for number in range(400)
    ]
    return write_records(tmp_path / "many.jsonl", records)


@pytest.mark.slow
def test_a_killed_build_is_gone_on_with(tmp_path, many):
    assert start_build(many, tmp_path / "whole").wait() == 0
    chance = random.Random(1)
    for _ in range(8):
        process = start_build(many, tmp_path / "killed")
        time.sleep(chance.uniform(0.1, 1.6))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert start_build(many, tmp_path / "killed").wait() == 0
    assert dump(tmp_path / "killed") == dump(tmp_path / "whole")


@pytest.mark.slow
def test_two_builds_at_once_end_in_one_graph(tmp_path, many):
    lines = many.read_text(encoding="utf-8").splitlines(keepends=True)
    parts = [tmp_path / "part" / "0.jsonl", tmp_path / "part" / "1.jsonl"]
    for number, part in enumerate(parts):
        part.parent.mkdir(exist_ok=True)
        part.write_text("".join(lines[number::2]), encoding="utf-8")
    running = [start_build(part, tmp_path / "both") for part in parts]
    assert [process.wait() for process in running] == [0, 0]
    for part in parts:
        assert start_build(part, tmp_path / "one").wait() == 0
    assert dump(tmp_path / "both") == dump(tmp_path / "one")


def test_a_build_beside_a_removal_reads_again_what_that_dropped(tmp_path, source, store):
    other = write_records(tmp_path / "other.jsonl", [{"title": "QuxNet: beside"}])
    run(store, other)
    dropping = [
        lambda: pipeline.remove(store, sources=["other.jsonl"], settings=Settings(extractor=WORDS))
    ]

    def extract_while_texts_are_dropped(texts):
        if dropping:
            dropping.pop()()
        return extract_words(texts)

    run(store, source, extractor=Extractor(WORDS.version, extract_while_texts_are_dropped))
    alone = tmp_path / "alone.sqlite"
    run(alone, source)
    assert dump(store) == dump(alone)


@pytest.mark.parametrize(
    "setting",
    [
        {"tier": "best"},
        {"threshold": "high"},
        {"threshold": "2"},
        {"year": 99999},
        {"workers": 0},
        {"workers": -3},
    ],
)
def test_a_setting_that_cannot_be_is_refused_before_anything_is_read(source, store, setting):
    with pytest.raises((UnknownNameError, SettingError)):
        pipeline.build([source], store, **setting)
    assert not store.exists()


def test_a_threshold_is_the_same_however_it_is_written(source, store):
    run(store, source, threshold="0.5")
    assert not run(store, source, threshold=".50").changed


@pytest.mark.parametrize("tier", ["rules", "accurate"])
def test_a_store_keeps_its_tier(source, store, tier):
    pipeline.build([source], store, workers=1, tier=tier)
    assert not pipeline.build([source], store, workers=1).changed
    with open_store(store) as opened:
        assert tier_of(opened.meta()["extraction"]) == tier


def test_the_tiers_are_those_of_the_extractor():
    (offered,) = [option.type for option in building.params if option.name == "tier"]
    assert isinstance(offered, Choice)
    assert set(pipeline.TIERS) == set(TIERS) == set(offered.choices)
