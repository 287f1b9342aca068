"""The graph of the query tests in a store, and a way to call the command on it."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.store import open_writer

GRAPH_FILE = Path(__file__).parents[1] / "query" / "graph.py"

Call = Callable[..., Result]


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = runpy.run_path(str(GRAPH_FILE))["GRAPH"]
    path = tmp_path_factory.mktemp("cli") / "kg.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {"graph_id": "0123456789abcdef"})
    return path


@pytest.fixture
def call(store_path: Path) -> Call:
    def run(*words: str, store: Path = store_path, input: str | None = None) -> Result:
        return CliRunner().invoke(kg, ["--store", str(store), *words], input=input)

    return run
