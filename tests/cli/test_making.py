"""build and demo."""

import json
from dataclasses import replace

import pytest

from kg.model import Source
from kg.store import open_writer
from tests.graphs import evaluations

RECORDS = (
    {
        "title": "FooPrune: Fewer Weights",
        "abstract": "We present FooPrune, which prunes weights. Experiments on Llama-2-7B show it.",
        "id": "2401.00001",
    },
    {
        "title": "BarTune: Better Tuning",
        "abstract": "We propose BarTune. We evaluate BarTune on Llama-2-7B and on GSM8K.",
        "id": "2401.00002",
    },
)


@pytest.fixture
def papers(tmp_path):
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in RECORDS), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path):
    return tmp_path / "new.sqlite"


def test_build_then_ask(call, papers, store):
    built = call("build", str(papers), store=store)
    assert (built.exit_code, built.stdout) == (0, "")
    assert "read 2 records: 2 new, 0 unchanged, 0 skipped" in built.stderr
    answer = call("ask", "methods for Llama2-7B", "--format", "jsonl", store=store).stdout
    assert {json.loads(line)["method"] for line in answer.splitlines()} == {"FooPrune", "BarTune"}


def test_building_again_changes_nothing(call, papers, store):
    call("build", str(papers), store=store)
    again = call("build", str(papers), store=store)
    assert "read 2 records: 0 new, 2 unchanged" in again.stderr
    assert "is unchanged" in again.stderr


def test_bad_record_is_named_and_ends_with_1(call, papers, store):
    with papers.open("a", encoding="utf-8") as out:
        out.write('{"title": \n')
    built = call("build", str(papers), store=store)
    assert built.exit_code == 1
    assert "2 new, 0 unchanged, 1 skipped" in built.stderr
    assert f"skipped {papers}:3: " in built.stderr.replace("papers.jsonl:3", f"{papers}:3", 0)


@pytest.mark.parametrize(
    ("odd", "told"),
    [({"upvotes": "7"}, "1 field"), ({"upvotes": "7", "date": "\u001b]0;soon"}, "2 fields")],
)
def test_what_was_left_out_is_named_and_ends_with_1(call, papers, store, odd, told):
    with papers.open("a", encoding="utf-8") as out:
        out.write(json.dumps({"title": "A Third"} | odd) + "\n")
    built = call("build", str(papers), store=store)
    assert (built.exit_code, "\x1b" in built.stderr) == (1, False)
    assert f"read 3 records: 3 new, 0 unchanged, 0 skipped, {told} left out" in built.stderr
    assert "papers.jsonl:3: upvotes: must be a whole number" in built.stderr
    assert built.stderr.count("\nleft out ") == len(odd)


def test_files_of_a_folder_that_hold_no_listing_are_counted_and_named(call, papers, store):
    (papers.parent / "README.md").write_text("nothing", encoding="utf-8")
    built = call("build", str(papers.parent), store=store)
    assert "passed over 1 file that holds no listing" in built.stderr
    assert f"passed over {papers.parent}/README.md: is of no known format\n" in built.stderr
    assert built.exit_code == 0


def test_store_beside_its_papers_is_no_file_that_was_passed_over(call, papers, store):
    call("build", str(papers.parent), store=store)
    assert "passed over" not in call("build", str(papers.parent), store=store).stderr


def test_file_of_a_folder_that_cannot_be_read_ends_with_1(call, papers, store):
    (papers.parent / "broken.gz").write_bytes(b"\x1f\x8bnonsense")
    built = call("build", str(papers.parent), store=store)
    assert "2 new, 0 unchanged, 1 skipped" in built.stderr
    assert f"skipped {papers.parent}/broken.gz: " in built.stderr
    assert built.exit_code == 1


def test_strict_stops_and_writes_nothing(call, papers, store):
    papers.write_text('{"title": \n', encoding="utf-8")
    built = call("build", str(papers), "--strict", store=store)
    assert (built.exit_code, store.exists()) == (1, False)
    assert "Traceback" not in built.output


def test_absent_file_fails(call, store, tmp_path):
    built = call("build", str(tmp_path / "none.txt"), store=store)
    assert (built.exit_code, "none.txt" in built.stderr) == (1, True)


def test_progress_shows_rate_where_asked_for(call, papers, store):
    built = call("build", str(papers), "--progress", store=store)
    assert "extract" in built.stderr
    assert "texts/s" in built.stderr or "s/ texts" in built.stderr


def test_demo_answers_and_draws(call, store):
    shown = call("demo", "--no-open", store=store)
    assert shown.exit_code == 0, shown.stderr
    assert "methods evaluated on Llama2-7B" in shown.stdout
    assert "“" in shown.stdout
    assert "<html" in store.with_suffix(".html").read_text(encoding="utf-8")


def test_demo_lists_no_file_of_its_own_as_passed_over(call, store):
    told = call("demo", "--no-open", store=store).stderr
    assert "now holds" in told
    assert "passed over" not in told


def test_demo_writes_into_no_store_of_the_environment(tmp_path, monkeypatch):
    from click.testing import CliRunner

    from kg.cli import kg

    monkeypatch.setenv("KG_STORE", str(tmp_path / "mine.sqlite"))
    monkeypatch.setattr("tempfile.mkdtemp", lambda prefix: str(tmp_path))
    assert CliRunner().invoke(kg, ["demo", "--no-open"]).exit_code == 0
    assert not (tmp_path / "mine.sqlite").exists()
    assert (tmp_path / "kg.sqlite").exists()


def test_stopped_build_says_that_what_was_read_is_kept(call, papers, store, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.run", stopped)
    built = call("build", str(papers), store=store)
    assert built.exit_code == 1
    assert "what was read is kept" in built.stderr
    assert "Traceback" not in built.output


def test_a_store_whose_first_build_was_stopped_says_so_beside_every_answer(call, tmp_path):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer:
        writer.add([replace(evaluations.DOCUMENTS[0], sources=(Source("a.txt", 2),))])
    found = call("stats", store=path)
    assert found.exit_code == 0
    assert "run `kg build` again" in found.stderr


def test_a_store_with_a_graph_says_nothing_of_its_build(call):
    assert "kg build" not in call("stats").stderr


def test_one_of_a_kind_is_told_in_the_singular(call, papers, store):
    papers.write_text(json.dumps({"title": "On Salt"}), encoding="utf-8")
    lines = call("build", str(papers), store=store).stderr.splitlines()
    assert lines[0] == "read 1 record: 1 new, 0 unchanged, 0 skipped; 1 text extracted"
    assert "now holds 1 paper, 0 other things, 0 facts (" in lines[1]
