"""Names in a query that nothing has are told, and only these."""

from time import process_time

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
            "PREFIX : <https://w3id.org/paperkg/ontology#> ASK { ?p :evaluated ?m }",
            "the ontology has no :evaluated; did you mean",
        ),
        (
            "PREFIX my.kg: <https://w3id.org/paperkg/ontology#> ASK { ?p ?q 1.my.kg:evaluated ?m }",
            "the ontology has no my.kg:evaluated; did you mean",
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
        "ASK { _:b :foo kgo:Paper:b ; ?q <https://w3id.org/paperkg/result/0123456789abcdef> }",
        "",
    ],
)
def test_what_is_known_or_none_of_ours_is_left_alone(store, query):
    assert unknown_names(store, query) == ()


def test_a_slip_is_told_once(store):
    assert len(unknown_names(store, "ASK { ?a kgo:foo ?b . ?c kgo:foo ?d }")) == 1


def test_id_that_was_merged_into_another_is_known(store):
    assert unknown_names(store, "ASK { paper:old ?q method:q-galore }") == ()


def test_of_many_slips_the_first_are_told_and_the_others_counted(store):
    papers = unknown_names(store, " ".join(f"paper:9901.{n:05}" for n in range(1_000)))
    assert papers[0] == "nothing in the store has the id of paper:9901.00000"
    assert papers[5:] == ("of 995 more names neither ontology nor store has any",)


def test_names_of_a_type_are_read_once(store, monkeypatch):
    asked = []
    names = type(store).names

    def counted(*of):
        asked.append(of)
        return names(*of)

    monkeypatch.setattr(type(store), "names", counted)
    assert (
        len(unknown_names(store, "ASK { model:a ?p model:b ; ?q model:c, paper:1, paper:2 }")) == 5
    )
    assert len(asked) == 1


@pytest.mark.parametrize("part", ["a-", "a.", "a.-", "1.a-", "a:", ":a", "<a"])
def test_query_of_no_names_takes_time_that_grows_with_it(store, part):
    began = process_time()
    assert unknown_names(store, part * 50_000) == ()
    assert process_time() - began < 2
