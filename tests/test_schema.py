"""The ontology file says everything that kg knows of types and relations."""

import pytest

from kg import ids, schema
from kg.errors import UnknownNameError

RELATIONS = [
    "introduces",
    "evaluatedOnModel",
    "evaluatedOn",
    "trainedOn",
    "usesMethod",
    "comparedWith",
    "outperforms",
    "addressesTask",
    "basedOn",
    "fineTunedFrom",
    "quantizedFrom",
    "adapterOf",
    "mergedFrom",
    "distilledFrom",
    "prunedFrom",
    "extends",
    "partOf",
    "derivedFrom",
    "inFamily",
    "usesHardware",
    "hasCode",
    "hasProject",
    "hasModelPage",
    "hasDataPage",
    "hasResult",
    "mentions",
    "listedIn",
    "writtenBy",
]


def test_the_types_are_those_that_have_a_namespace():
    assert list(schema.types()) == list(ids.NAMESPACES)


def test_the_relations_are_the_one_list():
    assert list(schema.relations()) == RELATIONS


@pytest.mark.parametrize("term", [*schema.types().values(), *schema.relations().values()])
def test_every_term_has_label_definition_and_example(term):
    assert term.label
    assert term.definition.endswith(".")
    assert term.example


@pytest.mark.parametrize("relation", schema.relations().values(), ids=lambda found: found.name)
def test_domains_and_ranges_are_types(relation):
    assert relation.domain
    assert relation.range
    assert relation.domain | relation.range <= set(schema.types())


def test_the_six_kinds_stand_below_based_on():
    below = [name for name, found in schema.relations().items() if found.parent == "basedOn"]
    assert len(below) == 6
    assert {found.parent for found in schema.relations().values()} == {"", "basedOn"}


def test_an_unknown_relation_names_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        schema.relation("evaluatedonmodels")
    assert caught.value.nearest[0] == "evaluatedOnModel"


@pytest.mark.parametrize(
    ("relation", "subject", "object_", "allowed"),
    [
        ("introduces", "Paper", "Method", True),
        ("introduces", "Method", "Paper", False),
        ("evaluatedOn", "Model", "Benchmark", True),
        ("evaluatedOn", "Paper", "Model", False),
        ("hasModelPage", "Paper", "WebPage", True),
        ("hasModelPage", "Paper", "Model", False),
        ("outperforms", "Method", "Paper", True),
    ],
)
def test_allows(relation, subject, object_, allowed):
    assert schema.allows(relation, subject, object_) is allowed


def test_the_ontology_file_is_found_in_a_checkout():
    assert schema.ontology_path().is_file()


def test_names_are_known_without_reading_rdf():
    assert schema._names("subClassOf kgo:Entity") == set(schema.types())
    assert schema._names("subPropertyOf") == set(schema.relations())
