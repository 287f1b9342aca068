"""What docs/comparison.md says that kg has, a command shows: each is run."""

import os
import re
import shlex
import subprocess
import sys
import urllib.request
from contextlib import chdir
from pathlib import Path
from shutil import copy, copytree
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.store import Store

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([^|]+) \| `([^`]+)` \|$", re.MULTILINE)
SHOWN = dict(ROW.findall(TEXT))
#: What no `CliRunner` can run: it ends when it is told to.
SERVED = "kg serve --port 0"


@pytest.fixture(scope="module")
def folder(demo: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the examples, the ontology and the demonstration store."""
    place = tmp_path_factory.mktemp("comparison")
    copytree(ROOT / "examples", place / "examples")
    copytree(ROOT / "ontology", place / "ontology")
    copy(demo.path, place / "kg.sqlite")
    return place


def tables() -> list[list[list[str]]]:
    """Return the tables of the page as cells."""
    found = re.findall(r"(?:^\|.*\|\n)+", TEXT, re.MULTILINE)
    return [[line.strip("| \n").split(" | ") for line in table.splitlines()] for table in found]


def test_each_feature_that_kg_has_is_shown():
    features = {row[0] for table in tables()[:-1] for row in table[2:] if row[1] == "yes"}
    assert features <= set(SHOWN)


def test_cells_say_one_of_four_things():
    cells = {cell for table in tables()[:-1] for row in table[2:] for cell in row[1:]}
    assert cells == {"yes", "partly", "no", "?"}


@pytest.mark.parametrize("feature", [name for name, line in SHOWN.items() if line != SERVED])
def test_the_command_shows_it(folder: Path, feature: str) -> None:
    program, *words = shlex.split(SHOWN[feature])
    if program == "python":
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=True
        )
        assert done.stdout
        return
    with chdir(folder):
        result = CliRunner().invoke(kg, words)
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) > 1 or "-o" in words or "curate" in words


def test_the_endpoint_answers(folder: Path) -> None:
    pytest.importorskip("uvicorn")
    words = [sys.executable, "-m", "kg", *shlex.split(SERVED)[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            address = next(
                found[0]
                for line in server.stderr or ()
                if (found := re.search(r"http://[\d.]+:\d+", line))
            )
            ask = f"{address}/sparql?query={quote('ASK { ?paper a kgo:Paper }')}"
            with urllib.request.urlopen(ask, timeout=60) as answer:
                assert b"true" in answer.read()
        finally:
            server.terminate()
