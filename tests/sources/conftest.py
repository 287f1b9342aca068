from collections.abc import Callable
from pathlib import Path

import pytest

from kg import sources
from kg.errors import DataError
from kg.model import Document

#: What reading a file gives: its documents, and what was passed over.
Reading = tuple[list[Document], list[DataError]]


@pytest.fixture
def samples() -> Path:
    return Path(__file__).resolve().parents[1] / "data" / "sources"


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Read a whole file."""

    def read_all(path: Path, year: int | None = None) -> Reading:
        skipped: list[DataError] = []
        return list(sources.read(path, year=year, skipped=skipped)), skipped

    return read_all


@pytest.fixture
def read_text(tmp_path: Path, read: Callable[..., Reading]) -> Callable[..., Reading]:
    """Read a file with this content."""

    def write_and_read(content: str | bytes, year: int | None = None) -> Reading:
        path = tmp_path / "listing"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, year)

    return write_and_read
