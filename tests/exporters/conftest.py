"""A store that holds the small graph."""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from kg.store import open_store, open_writer

_LOADER = SourceFileLoader("small_graph", str(Path(__file__).parents[1] / "rdf" / "small_graph.py"))


@pytest.fixture(scope="session")
def graph():
    module = ModuleType(_LOADER.name)
    _LOADER.exec_module(module)
    return module.small_graph()


@pytest.fixture(scope="session")
def store(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("rdf") / "small.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {"graph_id": "0123456789abcdef"})
    with open_store(path) as store:
        yield store
