"""The tables of weights."""

from pathlib import Path

import pytest

from kg import schema
from kg.relations.scoring import MODES, TYPES, load, read, write


def test_tables_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(tmp_path, load())
    assert read(tmp_path) == load()


@pytest.mark.parametrize("relation", sorted(load().scales))
def test_a_scale_fits_the_schema(relation: str) -> None:
    scale = load().scales[relation]
    assert scale.types == schema.relation(relation).range & TYPES
    assert scale.mode in MODES
    assert 0 <= scale.holds <= 1
    assert 0 < scale.candidate <= 1
    assert scale.slope > 0


def test_the_shipped_tables_are_sorted() -> None:
    path = Path(__file__).parents[3] / "kg" / "relations" / "scoring" / "weights.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    order = list(load().scales)
    assert rows == sorted(rows, key=lambda row: (order.index(row[0]), row[1]))


def test_more_odds_are_more_probable() -> None:
    scale = load().scales["usesMethod"]
    assert scale.probability(-2000) < scale.probability(0) < scale.probability(2000)


def test_odds_of_any_size_have_a_probability() -> None:
    assert load().scales["usesMethod"].probability(10**9) == 1.0


def test_what_only_an_abstract_names_must_be_likelier() -> None:
    scale = load().scales["addressesTask"]
    assert scale.threshold({"bias"}) > scale.threshold({"in-title"}) == scale.holds
