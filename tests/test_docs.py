"""README and docs name what is registered, and what they show runs."""

import os
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import click
import pytest

from kg import ids, schema
from kg.cli import COMMANDS, kg
from kg.evaluation import FIGURES, GOLD_FORMATS
from kg.exporters import EXPORTERS
from kg.query import FORMS
from kg.relations import RULES
from kg.sources import SOURCES

ROOT = Path(__file__).resolve().parents[1]
MAKER = runpy.run_path(str(ROOT / "scripts" / "make_docs.py"))
DOCS = sorted(ROOT.glob("docs/*.md"))
PAGES = [
    *ROOT.glob("*.md"),
    *DOCS,
    *(ROOT / folder / "README.md" for folder in ("examples", "exports", "ontology")),
]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FORBIDDEN = (
    "../shared",
    "pypi.",
    "pythonhosted",
    "conda.anaconda",
    "npmjs",
    "crates.io",
    "jsdelivr",
)


def read(path):
    return path.read_text(encoding="utf-8")


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def blocks(path, kind):
    return [body for found, body in FENCE.findall(read(path)) if found == kind]


def commands(text):
    """Yield the words of each kg command in a block, and of those between ticks in the prose."""
    inside = [body for kind, body in FENCE.findall(text) if kind in ("sh", "console")]
    inside += re.findall(r"^    kg [^\n\[]+$", text, re.MULTILINE)
    lines = re.findall(r"^ *(?:\$ )?kg ([^\n]+)", "\n".join(inside), re.MULTILINE)
    ticked = re.findall(r"`kg ([^`\n]+)`", text.replace("\\|", "|"))
    for line in [*lines, *ticked]:
        yield shlex.split(re.split(r" [|>] ", line)[0], comments=True)


def parse(words):
    """Parse the words of a command as click does, without running it."""
    while words and words[0].startswith("--store"):
        words = words[2:]
    if words in (["--help"], ["-h"]) or words[1:] in ([], ["--help"]):
        assert words[0] in {*COMMANDS, "--help"}
        return
    command = kg.get_command(click.Context(kg), words[0])
    assert command, f"there is no command {words[0]}"
    command.make_context(words[0], words[1:], obj=Path("kg.sqlite"))


def anchors(path):
    """Return the anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", read(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """Return what runs kg commands in a folder with the examples and a store of them."""
    return MAKER["Shell"](tmp_path_factory.mktemp("docs"))


REGISTERED: dict[str, Iterable[str]] = {
    "source": SOURCES,
    "exporter": EXPORTERS,
    "relation": schema.relations(),
    "type": schema.types(),
    "rule": [rule.name for rule in RULES],
    "question form": [form.asks for form in FORMS],
    "command": [f"kg {name}" for name in COMMANDS],
    "namespace": ids.TYPES_BY_NAMESPACE,
    "figure": FIGURES,
    "format of annotated papers": GOLD_FORMATS,
}


@pytest.mark.parametrize("kind", REGISTERED)
def test_registered_names_are_in_the_docs(kind):
    text = "\n".join(map(read, DOCS))
    missing = [name for name in REGISTERED[kind] if not re.search(rf"\b{re.escape(name)}\b", text)]
    assert not missing, f"name them in docs/, or run: python scripts/make_docs.py ({missing})"


@pytest.mark.parametrize("path", MAKER["pages"](), ids=name_of)
def test_tables_and_transcripts_are_current(path, shell):
    text = read(path)
    renew = f"{name_of(path)} differs from what the code says; run: python scripts/make_docs.py"
    assert MAKER["renewed"](text, shell) == text, renew


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_commands_parse(path):
    for words in commands(read(path)):
        parse(words)


def test_commands_are_found():
    found = [words[0] for path in PAGES for words in commands(read(path))]
    assert set(COMMANDS) <= set(found)


def test_wrong_command_is_noticed():
    with pytest.raises(click.UsageError):
        parse(["export", "--to", "papyrus"])


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=name_of)
def test_python_blocks_run(path, shell, monkeypatch):
    import kg.components  # noqa: F401  # registers the components where kg is not installed

    monkeypatch.chdir(shell.folder)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    known: dict[str, object] = {}
    for block in blocks(path, "python"):
        exec(compile(block, name_of(path), "exec"), known)


def test_every_rule_of_a_fact_is_in_the_docs(shell):
    from kg.store import open_store

    with open_store(shell.folder / "kg.sqlite") as store:
        rules = {item.rule for fact in store.facts() for item in fact.evidence}
    text = read(ROOT / "docs" / "rules.md") + read(ROOT / "docs" / "results.md")
    assert not [rule for rule in sorted(rules) if f"`{rule}`" not in text]


def test_questions_that_the_docs_ask_have_answers(shell):
    from click.testing import CliRunner

    store = str(shell.folder / "kg.sqlite")
    asked = [words for words in commands(read(ROOT / "docs" / "questions.md")) if words[1:]]
    empty = [
        words
        for words in asked
        if words[0] in ("ask", "leaderboard", "compare")
        if CliRunner().invoke(kg, ["--store", store, *words, "--format", "jsonl"]).stdout == ""
    ]
    assert not empty


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("quickstart", "methods evaluated on Llama2-7B"),
        ("with_rdflib", '  extends: "QLoRA: Efficient Finetuning of Quantized LLMs"'),
        ("with_networkx", "benchmarks by the papers that they connect\n  "),
    ],
)
def test_example_runs(name, shown):
    script = ROOT / "examples" / f"{name}.py"
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=True,
    )
    assert shown in done.stdout


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path):
    broken = []
    for link in LINK.findall(re.sub(r"```.*?```", "", read(path), flags=re.DOTALL)):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        page = (path.parent / target).resolve() if target else path
        if not page.exists() or (anchor and anchor not in anchors(page)):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_pages_hold_nothing_private(path):
    text = read(path)
    assert not [word for word in FORBIDDEN if word in text]


def test_every_page_is_reached():
    index = read(ROOT / "docs" / "README.md")
    assert not [path.name for path in DOCS if path.name not in index and path.name != "README.md"]


def test_every_dependency_is_explained():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = [re.split(r"[<>=]", item)[0] for item in wanted]
    text = read(ROOT / "docs" / "dependencies.md")
    assert not [name for name in names if f"`{name}`" not in text]


def test_citation_and_changelog_have_the_version():
    version = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    assert f"\nversion: {version}\n" in read(ROOT / "CITATION.cff")
    assert version in read(ROOT / "CHANGELOG.md")


def test_screenshot_is_small():
    assert (ROOT / "docs" / "page.png").stat().st_size < 200_000
