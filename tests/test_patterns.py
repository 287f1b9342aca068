"""Regular expressions that every Python from 3.11 on reads alike."""

import re
from pathlib import Path

import pytest

import kg

SOURCES = sorted(Path(kg.__file__).parent.rglob("*.py"))
#: A group that is repeated possessively: Python before 3.11.5 matches it wrongly where its end
#: would be tried again (python/cpython#106052). An atomic group is read alike by all.
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")


@pytest.mark.parametrize("written", [r"(?:a)*+", r"(?:-[a-z]+)++", r"(a){1,2}+", r"(?:b)?+"])
def test_a_possessive_group_is_found(written: str) -> None:
    assert POSSESSIVE_GROUP.search(written)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_pattern_repeats_a_group_possessively(path: Path) -> None:
    # The letters that an IRI may hold end in such signs.
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "_SAFE" not in line]
    assert not [line for line in lines if POSSESSIVE_GROUP.search(line)]
