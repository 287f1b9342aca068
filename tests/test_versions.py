"""The versions of what is made: they cover all code that decides it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg import extract, resolve
from kg.rdf import kept
from kg.versions import version_of

PACKAGE = Path(kg.__file__).parent
#: What decides nothing: how it goes wrong, when garbage is collected, how files are written.
EXEMPT = {"errors.py", "collector.py", "whole_file.py", "versions.py", "__init__.py"}


def modules(parts: tuple[str, ...]) -> set[Path]:
    """Return the code of parts of the package."""
    paths = [PACKAGE / part for part in parts]
    return {file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])}


def imported(module: Path) -> Iterator[Path]:
    """Yield the modules of the package that one imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "kg":
            for name in (f"{node.module}.{alias.name}" for alias in node.names):
                yield from filter(Path.exists, places(name) or places(str(node.module)))


def places(name: str) -> list[Path]:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return [file for file in (path / "__init__.py", path.with_suffix(".py")) if file.exists()]


@pytest.mark.parametrize(
    "parts", [extract.PARTS, resolve.PARTS, kept.PARTS], ids=["extract", "resolve", "index"]
)
def test_a_version_covers_all_that_its_parts_import(parts: tuple[str, ...]) -> None:
    covered = modules(parts)
    reached, todo = set(covered), list(covered)
    while todo:
        new = set(imported(todo.pop())) - reached
        reached |= new
        todo += new
    missed = {file.relative_to(PACKAGE).as_posix() for file in reached - covered}
    assert missed - EXEMPT == set()


def test_a_version_is_another_when_a_file_beside_is(tmp_path: Path) -> None:
    ontology = tmp_path / "kg.ttl"
    ontology.write_bytes(b"a\n")
    before = version_of(["model.py"], ontology)
    ontology.write_bytes(b"a\r\n")
    assert version_of(["model.py"], ontology) == before
    ontology.write_bytes(b"b\n")
    assert version_of(["model.py"], ontology) != before


def test_a_version_is_another_with_a_part_more() -> None:
    assert version_of(["model.py"]) != version_of(["model.py", "ids.py"])
