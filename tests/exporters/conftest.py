"""Stores that hold the small graph, and one whose names are hard to write."""

import pytest

from tests.exporters.hostile import hostile_graph
from tests.graphs.small import small_graph


@pytest.fixture(scope="session")
def graph():
    return small_graph()


@pytest.fixture(scope="session")
def store(graph, open_graph):
    return open_graph(graph)


@pytest.fixture(scope="session")
def hostile(open_graph):
    return open_graph(hostile_graph())
