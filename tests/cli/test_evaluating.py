"""``kg eval`` on the bundled examples, and on small files of each format."""

import json
from pathlib import Path

import pytest

from kg.evaluation import FIGURES, GOLD_FORMATS, STAGES
from kg.model import Document, Source
from kg.schema import bundled_path
from kg.store import open_writer

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "evaluation"
GOLD = str(bundled_path("examples", "gold.json"))


@pytest.fixture
def ask(call, demo):
    """Call the command on the graph of the examples, and read what it prints as JSON."""

    def run(*words):
        result = call("eval", *words, "--format", "json", store=demo.path)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return run


@pytest.fixture
def records(call, demo, tmp_path):
    path = tmp_path / "records.jsonl"
    call("export", "--to", "records", "-o", str(path), store=demo.path)
    return path


def score(found, figure):
    return next(row for row in found["rows"] if row["figure"] == figure)


def test_examples_are_read_well(ask):
    found = ask(GOLD)
    assert (found["papers"], found["missing"]) == (12, [])
    assert score(found, "entities")["score"] > 0.9
    assert score(found, "relations")["score"] > 0.7
    row = score(found, "entities")
    assert row["score_low"] < row["score"] < row["score_high"]


def test_store_file_and_texts_give_the_same(ask, records):
    texts = str(bundled_path("examples"))
    assert ask(GOLD) == ask(GOLD, "--predictions", str(records)) == ask(GOLD, "--texts", texts)


def test_gold_beside_itself_is_all_right(ask):
    rows = ask(GOLD, "--predictions", GOLD)["rows"]
    assert {row["score"] for row in rows} == {1.0}
    assert {row["figure"] for row in rows} <= FIGURES.keys()


def test_errors_have_paper_and_sentence(ask):
    rows = ask(GOLD, "--errors", "relations")["rows"]
    assert {row["error"] for row in rows} == {"missed", "extra"}
    assert all(row["paper"] for row in rows)
    assert any(row["sentence"] for row in rows)


def test_sentences_of_a_predictions_file_come_from_the_texts(ask, records):
    words = (GOLD, "--predictions", str(records), "--errors", "relations")
    assert not any(row["sentence"] for row in ask(*words)["rows"])
    rows = ask(*words, "--texts", str(bundled_path("examples")))["rows"]
    assert any(row["sentence"] for row in rows)


def test_two_runs_are_compared(ask, records):
    rows = ask(GOLD, "--predictions", GOLD, "--against", str(records))["rows"]
    assert {row["figure"]: row["certain"] for row in rows}["entities"] == "yes"
    assert all(
        row["difference"] == pytest.approx(row["score"] - row["against"], abs=2e-4) for row in rows
    )


def test_papers_that_changed_are_listed(ask, records):
    words = (GOLD, "--predictions", GOLD, "--against", str(records), "--papers")
    assert {row["new"] for row in ask(*words)["rows"]} == {0}
    assert not ask(GOLD, "--against", str(records), "--papers")["rows"]


def test_papers_are_counted_one_by_one(ask):
    rows = ask(GOLD, "--papers")["rows"]
    of_entities = [row["right"] for row in rows if row["figure"] == "entities"]
    assert sum(of_entities) == score(ask(GOLD), "entities")["right"]


def test_recognisers_are_added_one_by_one(ask):
    row = score(ask(GOLD, "--ablation"), "entities")
    assert row["lexicon"] < row["+ grammar"]
    assert row["+ patterns"] == score(ask(GOLD), "entities")["score"]


@pytest.mark.parametrize("name", GOLD_FORMATS)
def test_each_format_is_measured(ask, name):
    [path] = [path for path in SAMPLES.glob(f"{name}.*") if ".broken." not in path.name]
    words = (str(path), *(("--predictions", str(path)) if name == "records" else ()))
    found = ask(*words)
    assert found["rows"]
    assert found == ask(*words, "--format-of-gold", name)


def test_ablation_of_spans(ask):
    row = score(ask(str(SAMPLES / "scier.jsonl"), "--ablation"), "spans")
    assert list(row) == ["figure", *STAGES]


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("human", "gold.json: 12 papers"),
        ("csv", "figure,score,score_low,score_high,precision,"),
        ("md", "| figure | score | 95 % | precision | recall |"),
    ],
)
def test_tables(call, demo, form, begins):
    result = call("eval", GOLD, "--format", form, "--draws", "10", store=demo.path)
    assert result.stdout.startswith(begins)


@pytest.mark.parametrize("form", ["human", "csv", "md"])
def test_no_draws_leave_the_interval_empty(call, demo, form):
    text = call("eval", GOLD, "--format", form, "--draws", "0", store=demo.path).stdout
    assert " to " not in text
    if form == "csv":
        assert text.splitlines()[1].split(",")[2:4] == ["", ""]


def test_paper_without_a_prediction_is_named(call, tmp_path):
    gold = SAMPLES / "records.json"
    some = tmp_path / "some.json"
    some.write_text(json.dumps(json.loads(gold.read_text(encoding="utf-8"))[1:]), encoding="utf-8")
    result = call("eval", str(gold), "--predictions", str(some), "--draws", "0")
    assert "1 without a prediction:\n" in result.stderr
    assert f"  ZorbNet: Pruning by Halves: not in {some}\n" in result.stderr


@pytest.fixture
def titles():
    gold = json.loads((SAMPLES / "records.json").read_text(encoding="utf-8"))
    return [paper["title"] for paper in gold]


@pytest.fixture
def left(call, tmp_path, titles):
    """Return what is told of a store with a text, a title, and what waits to be read."""
    store = tmp_path / "kg.sqlite"
    papers = tmp_path / "papers.jsonl"
    rows = [
        {"title": titles[0], "abstract": "We prune."},
        {"title": titles[1]},
    ]
    papers.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    call("build", str(papers), store=store)
    with open_writer(store) as writer:
        record = Document("paper/x", titles[2], "We test.", sources=(Source("a.txt", 2),))
        writer.add([record])
    words = ("eval", str(SAMPLES / "records.json"), "--draws", "0")
    return lambda *more: call(*words, *more, store=store)


def test_annotated_paper_whose_record_waits_is_told(left, titles):
    assert f"  {titles[2]}: its record waits to be read: run `kg build` again" in left().stderr


def test_annotated_paper_of_which_only_the_title_was_read_is_told(left, titles):
    told = left().stderr
    assert "1 not read whole:\n" in told
    assert f"  {titles[1]}: it has no abstract: its title alone was read\n" in told


def test_json_has_what_was_left(left, titles):
    found = json.loads(left("--format", "json").stdout)
    assert (found["missing"], list(found["unread"])) == ([titles[2]], titles[1:])


@pytest.mark.parametrize("words", [[], ["--ablation"], ["--predictions", GOLD]])
def test_nothing_predicted_is_a_failure(call, demo, words):
    result = call("eval", str(SAMPLES / "records.json"), *words, store=demo.path)
    assert result.exit_code == 1
    assert "none of the 3 annotated papers is in" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--against", GOLD],
        ["--predictions", GOLD],
        ["--texts", GOLD],
    ],
)
def test_spans_take_no_other_texts_or_predictions(call, words):
    result = call("eval", str(SAMPLES / "scier.jsonl"), *words)
    assert (result.exit_code, "annotated spans" in result.stderr) == (2, True)


def test_ablation_reads_texts_and_takes_no_predictions(call):
    assert call("eval", GOLD, "--ablation", "--predictions", GOLD).exit_code == 2


def test_one_view_at_a_time(call):
    assert call("eval", GOLD, "--papers", "--errors", "entities").exit_code == 2


@pytest.mark.parametrize("form", ["human", "json", "jsonl", "csv", "md"])
def test_nothing_in_a_text_can_steer_a_terminal(call, tmp_path, form):
    annotated = {"title": "T", "entities": [{"name": "Zorb\x1b[31m\u202e", "type": "Method"}]}
    paper = {"title": "T", "abstract": "We use Zorb here."}
    gold, texts = tmp_path / "gold.json", tmp_path / "texts.jsonl"
    gold.write_text(json.dumps([annotated]), encoding="utf-8")
    texts.write_text(json.dumps(paper), encoding="utf-8")
    words = ("--texts", str(texts), "--errors", "entities", "--format", form)
    out = call("eval", str(gold), *words).stdout
    assert "Zorb" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_errors_in_markdown_have_their_sentences(call, demo):
    words = ("--errors", "slot:introduces", "--format", "md")
    assert "| sentence |" in call("eval", GOLD, *words, store=demo.path).stdout


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--errors", "slot:introduce"], "did you mean slot:introduces"),
        (["--format-of-gold", "tdmsci"], "gold.json:2: "),
        (["--texts", "no-such-file"], "no-such-file: is not there"),
        (["--against", "no-such-file"], "no-such-file: cannot be read: No such file"),
        (["--predictions", str(SAMPLES / "records.broken.json")], "records.broken.json:3: type"),
    ],
)
def test_failure_has_a_message(call, demo, words, hint):
    result = call("eval", GOLD, *words, store=demo.path)
    assert (result.exit_code, hint in result.stderr) == (1, True)


def test_confidence_is_set_beside_what_is_right(ask):
    rows = ask(GOLD, "--calibration")["rows"]
    total = next(row for row in rows if row["facts of"] == "all")
    assert total["number"] > 50
    assert 0 <= total["error"] < 0.3


def test_papers_are_measured_in_groups(ask):
    rows = ask(GOLD, "--by", "field", "--draws", "0")["rows"]
    assert {"language", "relations"} <= {row[name] for row in rows for name in ("group", "figure")}
    assert sum({row["group"]: row["papers"] for row in rows}.values()) == 12


@pytest.mark.parametrize(
    "words",
    [
        ("--cross-validate",),
        ("--calibration", "--predictions", "x.jsonl"),
        ("--by", "year", "--ablation"),
    ],
)
def test_what_asks_a_store_goes_with_no_other_source(call, demo, words):
    assert call("eval", GOLD, *words, store=demo.path).exit_code == 2
