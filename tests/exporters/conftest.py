"""A store that holds the small graph."""

import pytest

from tests.graphs.small import small_graph


@pytest.fixture(scope="session")
def graph():
    return small_graph()


@pytest.fixture(scope="session")
def store(graph, open_graph):
    return open_graph(graph)
