"""Stores that several tests ask: the demonstration graph, and the pages in ../shared."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import pipeline
from kg.schema import bundled_path
from kg.store import Store, open_store

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))


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
