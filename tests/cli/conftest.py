"""A way to call the command on the graph of the query tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.model import Graph
from tests.graphs import evaluations, relations

Call = Callable[..., Result]


@pytest.fixture(scope="session")
def store_path(write_store: Callable[[Graph], Path]) -> Path:
    return write_store(evaluations.GRAPH)


@pytest.fixture(scope="session")
def related_path(write_store: Callable[[Graph], Path]) -> Path:
    return write_store(relations.GRAPH)


@pytest.fixture
def call(store_path: Path) -> Call:
    def run(*words: str, store: Path = store_path, input: str | None = None) -> Result:
        return CliRunner().invoke(kg, ["--store", str(store), *words], input=input)

    return run
