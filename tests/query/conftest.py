"""A small graph made by hand, in a real store."""

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Graph
from kg.store import Store, open_store, open_writer


@pytest.fixture(scope="session")
def graph() -> Graph:
    made: Graph = runpy.run_path(str(Path(__file__).with_name("graph.py")))["GRAPH"]
    return made


@pytest.fixture(scope="session")
def store_path(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "kg.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {"graph_id": "0123456789abcdef"})
    return path


@pytest.fixture(scope="session")
def store(store_path: Path) -> Iterator[Store]:
    with open_store(store_path) as opened:
        yield opened
