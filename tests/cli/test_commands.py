"""Walks, projections, errors, exit codes, and what importing costs."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli import COMMANDS

#: No name, and longer than any.
LONG = "xyzzy" * 2_000
HEAVY = ("spacy", "rdflib", "networkx", "numpy", "pyvis", "pyoxigraph")


def test_walk_along_steps(call):
    out = call("walk", "Llama-2-7B", "^evaluatedOnModel", "usesMethod", "--format", "jsonl").stdout
    assert '"name": "LoRA"' in out


def test_walk_within_hops(call):
    assert "Llama 2" in call("walk", "Llama-2-7B", "--hops", "2", "--relations", "inFamily").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["walk", "LoRA", "usesMethod", "--hops", "2"],
        ["walk", "LoRA", "usesMethod", "--since", "yesterday"],
        ["ask"],
        ["ask", "methods evaluated on LoRA", "--format", "xml"],
        ["export", "--to", "pdf"],
        ["sparql", "ASK { }", "--seconds", "5", "--endpoint", "http://localhost:1/"],
        ["aks", "something"],
    ],
)
def test_wrong_usage_ends_with_2(call, words):
    assert call(*words).exit_code == 2


@pytest.mark.parametrize(
    "words", [*([name] for name in COMMANDS), ["curate", "list"]], ids=" ".join
)
def test_store_behind_a_command_is_told_its_place(call, words):
    result = call(*words, "--store", "kg.sqlite")
    assert result.exit_code == 2
    assert f"--store stands before the command: kg --store FILE {' '.join(words)} " in result.stderr


def test_other_options_get_near_ones(call):
    assert "--strict" in call("build", "examples", "--stric").stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["ask", "methods evaluated on Lama-2-7B"], "did you mean Llama-2-7B"),
        (["ask", "why"], "try: "),
        (["show", "GMS8K"], "did you mean GSM8K"),
        (["walk", "LoRA", "useMethod"], "usesMethod"),
        (["path", "LoRA", "Nothing At All"], "'Nothing At All'"),
        (["sparql", "SELECT nonsense"], "line 1"),
        (["sparql", "no-such-file.rq"], "no-such-file.rq: No such file"),
        (["export", "--to", "turtle", "-o", "/no/such/folder/kg.ttl"], "/no/such/folder"),
    ],
)
def test_failure_has_a_message_and_no_traceback(call, words, hint):
    result = call(*words)
    assert result.exit_code == 1
    assert hint in result.stderr
    assert "Traceback" not in result.output
    assert not result.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["show", LONG],
        ["ask", LONG],
        ["ask", f"methods evaluated on {LONG}"],
        ["path", "LoRA", LONG],
        ["curate", "merge", "LoRA", LONG],
        ["candidates", "--since", LONG],
        ["explain", LONG],
        ["remove", LONG],
        ["walk", "LoRA", LONG],
        [LONG],
        ["leaderboard", LONG],
        ["compare", LONG, "LoRA"],
        ["view", LONG],
    ],
    ids=lambda words: words[0][:9],
)
def test_what_an_error_repeats_is_short(call, words):
    result = call(*words)
    assert result.exit_code
    assert len(result.stderr) < 1_000


def test_absent_store_has_a_hint(call, tmp_path):
    result = call("ask", "methods evaluated on LoRA", store=tmp_path / "none.sqlite")
    assert (result.exit_code, "kg build" in result.stderr) == (1, True)


def test_file_that_is_no_store_is_named(call, tmp_path):
    path = tmp_path / "text.sqlite"
    path.write_text("not a database", encoding="utf-8")
    result = call("stats", store=path)
    assert (result.exit_code, "text.sqlite" in result.stderr) == (1, True)


def test_path_between_two_things(call):
    out = call("path", "LoRA", "GSM8K", "--format", "csv").stdout
    assert out.startswith("step,subject,relation,object,confidence,subject_id,object_id")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("human", "method:galore"),
        ("csv", "https://w3id.org/paperkg/method/galore"),
        ("auto", "galore>"),
    ],
)
def test_sparql_rows(call, form, expected):
    query = "SELECT ?m { ?m kgo:evaluatedOnModel model:llama-2-7b ; a kgo:Method } ORDER BY ?m"
    assert expected in call("sparql", query, "--format", form).stdout


def test_a_query_ends_with_its_time(store_path):
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    found = _python("-m", "kg", "--store", str(store_path), "sparql", query, "--seconds", "0.2")
    assert (found.returncode, found.stdout) == (1, "")
    assert "took longer than 0.2 s" in found.stderr


def test_sparql_tells_of_names_that_nothing_has(call):
    found = call("sparql", "ASK { ?paper kgo:evaluatedOnModle ?model }", "--format", "json")
    assert "note: the ontology has no kgo:evaluatedOnModle; did you mean" in found.stderr
    assert found.exit_code == 0


def test_sparql_from_a_file_and_from_stdin(call, tmp_path):
    query = "ASK { method:lora a kgo:Method }"
    file = tmp_path / "q.rq"
    file.write_text(query, encoding="utf-8")
    assert call("sparql", str(file)).stdout == call("sparql", "-", input=query).stdout == "true\n"


def test_a_byte_order_mark_is_no_part_of_a_query(call, tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("ASK { ?model a kgo:Model }", encoding="utf-8-sig")
    assert call("sparql", str(file)).stdout == "true\n"
    file.write_text("ASK { ?model", encoding="utf-8-sig")
    assert "line 1, column 13: the line ends too early" in call("sparql", str(file)).stderr


def test_export_to_a_file_is_what_goes_to_stdout(call, tmp_path):
    file = tmp_path / "kg.nt"
    call("export", "--to", "ntriples", "-o", str(file))
    assert file.read_text(encoding="utf-8") == call("export", "--to", "ntriples").stdout


def test_view_writes_a_page(call, tmp_path):
    page = tmp_path / "kg.html"
    result = call("view", "llama2-7b", "-o", str(page))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "<html" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(call, name):
    result = call(name, "--help")
    assert result.exit_code == 0
    assert f"kg {name}" in result.stdout


def test_short_help_is_in_the_list(call):
    out = call("--help").stdout
    assert all(f"  {name}" in out for name in COMMANDS)


def _python(*words: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["ask", "methods evaluated on meta-llama/Llama-2-7b-hf", "--explain"],
        ["show", "LoRA"],
    ],
)
def test_quick_commands_import_nothing_heavy(store_path, words):
    code = (
        "import sys, kg.cli\n"
        "try: kg.cli.kg(sys.argv[1:])\n"
        f"finally: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = _python("-c", code, "--store", str(store_path), *words)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "[]"


def test_importing_kg_does_no_work():
    code = (
        "import sys, kg; print([m for m in ('click', 'sqlite3', 'kg.query') if m in sys.modules])"
    )
    assert _python("-c", code).stdout == "[]\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "seconds"), [(["--help"], 0.25), (["ask", "methods for LLaMA-2 7B"], 0.5)]
)
def test_quick_commands_are_quick(store_path, words, seconds):
    best = min(_timed(store_path, words) for _ in range(5))
    assert best <= seconds


def _timed(store_path: Path, words: list[str]) -> float:
    begun = time.perf_counter()
    assert _python("-m", "kg", "--store", str(store_path), *words).returncode == 0
    return time.perf_counter() - begun


@pytest.mark.parametrize(
    "words", ["export --to ntriples", "export --to jsonl", "export --to rdfxml", "--help"]
)
@pytest.mark.parametrize("reader", ["head -n 1", "true"])
def test_reader_that_goes_away_gets_no_complaint(store_path, words, reader):
    assert not _in_a_shell(f"{_command(store_path)} {words} | {reader}").stderr


def test_a_closed_output_is_no_error(store_path):
    done = _in_a_shell(f"{_command(store_path)} stats >&-")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("words", ["--help", "--version", "stats", "export --to jsonl"])
def test_full_disk_is_reported_once(store_path, words):
    done = _in_a_shell(f"{_command(store_path)} {words} > /dev/full")
    assert (done.returncode, done.stderr) == (1, "Error: No space left on device\n")


def _command(store_path: Path) -> str:
    return f"{sys.executable} -m kg --store {store_path}"


def _in_a_shell(command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["/bin/bash", "-c", command],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
