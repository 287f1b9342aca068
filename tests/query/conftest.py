"""Small graphs made by hand, in real stores."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Graph
from kg.store import Store
from tests.graphs import evaluations, relations


@pytest.fixture(scope="session")
def graph() -> Graph:
    return evaluations.GRAPH


@pytest.fixture(scope="session")
def store_path(write_store: Callable[[Graph], Path]) -> Path:
    return write_store(evaluations.GRAPH)


@pytest.fixture(scope="session")
def store(open_graph: Callable[[Graph], Store]) -> Store:
    return open_graph(evaluations.GRAPH)


@pytest.fixture(scope="session")
def related(open_graph: Callable[[Graph], Store]) -> Store:
    return open_graph(relations.GRAPH)
