"""The shapes say of each relation what the ontology says, and none is passed over."""

import re

import pytest

from kg.errors import QueryError
from kg.rdf.constraints import query
from kg.rdf.shapes import SHAPES, Shapes, read
from kg.schema import KGO, ontology_path, relations, types

OTHERS = {"Assertion", "Evidence", "Mention", "Reading", "Run"}


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return read()


def targets(shapes: Shapes) -> set[str]:
    found = [item for node in shapes.values for item in shapes.of(node, "targetClass")]
    return {getattr(item, "value", "").removeprefix(KGO) for item in found}


def test_every_class_has_a_shape(shapes):
    assert {*types(), *OTHERS} <= targets(shapes)


def joined(shapes: Shapes, relation: str, end: str) -> set[str]:
    """Return the classes that a relation's shape takes at one end."""
    path = f"<{KGO}{relation}>" if end == "range" else ""
    tests = [
        query(shapes, item)
        for item in shapes.constraints()
        if item.shape == relation and item.path == path and item.parameter in ("class", "or")
    ]
    return set(re.findall(rf"\?value a <{KGO}(\w+)>", " ".join(tests)))


@pytest.mark.parametrize("name", relations())
def test_a_relation_joins_what_the_ontology_says(shapes, name):
    assert joined(shapes, name, "domain") == relations()[name].domain
    assert joined(shapes, name, "range") == relations()[name].range


HEAD = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kgo: <https://w3id.org/paperkg/ontology#> .
<https://w3id.org/paperkg/shapes#S> sh:targetClass kgo:Paper ; sh:property [ sh:path kgo:x ; %s ] .
"""


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("sh:uniqueLang true", "sh:uniqueLang is not read"),
        ("sh:maxCount 2", "only counts of 1 are read"),
        ("sh:datatype kgo:Unit", "is not read; known are"),
        ("sh:node [ sh:property [ sh:path kgo:y ] ]", "is reached through another"),
    ],
)
def test_a_constraint_that_cannot_be_checked_is_refused(tmp_path, said, words):
    path = tmp_path / "shapes.ttl"
    path.write_text(HEAD % said, encoding="utf-8")
    found = read(path)
    with pytest.raises(QueryError, match=words):
        [query(found, item) for item in found.constraints()]


def test_shapes_have_their_own_namespace():
    assert SHAPES in ontology_path("shapes.ttl").read_text(encoding="utf-8")
