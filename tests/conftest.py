"""Stores that several tests ask: graphs made by hand, the demonstration graph, ../shared."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kg import pipeline
from kg.model import Graph
from kg.schema import bundled_path
from kg.store import Store, open_store, open_writer
from tests.browsers import CHROMIUM, FLAGS

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))

# How long an example takes tells of the machine and its load, not of what is tested.
settings.register_profile("kg", deadline=None)
settings.load_profile("kg")


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("needs the pages and annotations in ../shared")
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> list[Path]:
    return sorted((shared / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("demo") / "kg.sqlite"
    pipeline.build([bundled_path("examples", "")], path)
    with open_store(path) as store:
        yield store


@pytest.fixture(scope="session")
def seed_store(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("seeds") / "kg.sqlite"
    pipeline.build(seeds, path)
    with open_store(path) as store:
        yield store


@pytest.fixture(scope="session")
def write_store(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Graph], Path]:
    """Return a function that writes a graph into a store and tells where."""

    def write(graph: Graph) -> Path:
        path = tmp_path_factory.mktemp("graph") / "kg.sqlite"
        with open_writer(path) as writer, writer.transaction():
            writer.replace_graph(graph, {"graph_id": "0123456789abcdef"})
        return path

    return write


@pytest.fixture(scope="session")
def open_graph(write_store: Callable[[Graph], Path]) -> Iterator[Callable[[Graph], Store]]:
    """Return a function that writes a graph into a store and opens it."""
    with ExitStack() as stack:
        yield lambda graph: stack.enter_context(open_store(write_store(graph)))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a Chromium that runs for the tests of a module."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield opened
        opened.close()
