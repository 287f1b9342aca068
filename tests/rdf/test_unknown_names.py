"""Names in a query that nothing has are told, and only these."""

import pytest

from kg.rdf.unknown_names import unknown_names


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "SELECT ?p { ?p kgo:evaluatedOnModle ?m }",
            "the ontology has no kgo:evaluatedOnModle; did you mean kgo:evaluatedOnModel",
        ),
        ("ASK { ?p a kgo:paper }", "the ontology has no kgo:paper; did you mean kgo:Paper?"),
        (
            "ASK { ?p kgo:evaluatedOnModel model:llama7b }",
            "nothing in the store has the id of model:llama7b; did you mean model:llama-7b",
        ),
        (
            "PREFIX k: <https://w3id.org/paperkg/ontology#> ASK { ?p k:evaluated ?m }",
            "the ontology has no k:evaluated; did you mean",
        ),
        (
            "ASK { ?p ?q <https://w3id.org/paperkg/method/galor> }",
            "nothing in the store has the id of <https://w3id.org/paperkg/method/galor>; did you",
        ),
    ],
)
def test_a_slip_is_told_with_the_nearest(store, query, told):
    (found,) = unknown_names(store, query)
    assert found.startswith(told)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?p { ?p a kgo:Paper ; kgo:evaluatedOnModel/kgo:inFamily* model:llama-7b }",
        'ASK { ?p ?q "kgo:evaluatedOnModle" } # kgo:nothing',
        "PREFIX kgo: <https://example.org/> ASK { ?p kgo:nothing ?q }",
        "ASK { ?p foaf:nam ?q ; <https://example.org/ontology#nothing> paper:2401.00001 }",
        r"ASK { model:llama\-2 ?p method:q%20 }",
        "ASK { ?kgo ?paper [] }",
        "",
    ],
)
def test_what_is_known_or_none_of_ours_is_left_alone(store, query):
    assert unknown_names(store, query) == ()


def test_a_slip_is_told_once(store):
    assert len(unknown_names(store, "ASK { ?a kgo:foo ?b . ?c kgo:foo ?d }")) == 1
