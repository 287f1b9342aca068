"""SPARQL on a store: the four forms, what is refused, and what a mistake says."""

from typing import Any

import pytest

from kg.errors import QueryError
from kg.rdf import sparql as ask
from kg.rdf.sparql import with_prefixes

#: The kind of answer depends on the query.
sparql: Any = ask

METHODS = """
SELECT ?name ?quote {
  ?model skos:altLabel "LLaMA 7B" .
  ?method kgo:evaluatedOnModel ?model ; a kgo:Method ; skos:prefLabel ?name .
  ?assertion rdf:subject ?method ; rdf:object ?model ; kgo:evidence/nif:anchorOf ?quote .
} ORDER BY ?quote
"""


def test_select_with_prefixes_that_are_known(store):
    rows = [(row["name"].value, row["quote"].value) for row in sparql(store, METHODS)]
    assert rows == [("Q-GaLore", "Q-GaLore"), ("Q-GaLore", "We pre-train LLaMA-7B with it.")]


def test_a_prefix_of_the_query_wins(store):
    query = "PREFIX method: <https://w3id.org/paperkg/model/> ASK { method:llama-7b a kgo:Model }"
    assert sparql(store, query)


def test_a_byte_order_mark_is_not_sent_to_an_endpoint():
    assert with_prefixes("\ufeffASK { ?s a ?o }") == "ASK { ?s a ?o }"


@pytest.mark.parametrize(("method", "known"), [("lora", True), ("nothing", False)])
def test_ask(store, method, known):
    assert bool(sparql(store, f"ASK {{ method:{method} ?p ?o }}")) is known


def test_construct(store):
    query = "CONSTRUCT { ?m rdfs:label ?l } WHERE { ?m a kgo:Metric ; skos:prefLabel ?l }"
    (triple,) = sparql(store, query)
    assert triple.object.value == "memory"


def test_describe(store):
    triples = list(sparql(store, "DESCRIBE method:lora"))
    assert {triple.subject.value for triple in triples} == {"https://w3id.org/paperkg/method/lora"}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:8/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:8/> { ?s ?p ?o } }",
        "SELECT * { SERVICE ?e { ?s ?p ?o } VALUES ?e { <http://127.0.0.1:8/> } }",
        "SELECT * { # a comment with a ' quote\n SERVICE <http://127.0.0.1:8/> { ?s ?p ?o } }",
        "SELECT * { ?s method:a\\' ?o . SERVICE <http://127.0.0.1:8/> { ?s method:b\\' ?o } }",
        "SELECT * { ?s ?p '''it's''' . SERVICE <http://127.0.0.1:8/> { ?s ?p '''it's''' } }",
        'SELECT * { ?s ?p "\\"" . SERVICE <http://127.0.0.1:8/> { ?s ?p "" } }',
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:8/> { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<?b)SERVICE<http://127.0.0.1:8/>{ ?s ?p ?o } FILTER(?a>?b) }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:8/> { ?s ?p ?o } } } }",
    ],
)
def test_no_other_endpoint_is_called(store, query):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        sparql(store, query)


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?s ?p ?service FILTER(CONTAINS(STR(?service), "a SERVICE { }")) }',
        "ASK { ?s ?p ?o } # SERVICE <http://127.0.0.1:8/> { }",
        "ASK { ?s <https://example.org/service> ?o }",
        "ASK { ?s ?p '''service\n'it' SERVICE''' }",
        "PREFIX service: <https://example.org/> ASK { ?s service:a ?o }",
        "ASK { method:service ?p ?o }",
    ],
)
def test_the_word_alone_is_harmless(store, query):
    sparql(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <https://example.org/>",
        "  drop all",
        "PREFIX a: <a:>\nINSERT DATA { a:a a:b a:c }",
    ],
)
def test_updates_are_refused(store, query):
    with pytest.raises(QueryError, match="begin with SELECT, ASK, CONSTRUCT or DESCRIBE"):
        sparql(store, query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {\n  ?s metod:x ?o\n}", "line 2, column .*'metod' is not known.*method"),
        ("SELECT * {\n  ?s ?p\n}", "a term, a brace or a quote is missing"),
        ("SELECT ?s {\n ?s ?p ?o", "line 2, column 10.* ends too early"),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s", "name the variables"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }", "bound nowhere, or that GROUP BY does not"),
        ("SELECT * { BIND(1 AS ?p) BIND(2 AS ?p) }", "a variable is bound twice"),
        ("", "begin with SELECT"),
        ("methods evaluated on Llama", "begin with SELECT"),
        ("SELECT (<https://example.org/f>(1) AS ?x) {}", "cannot be run.*function"),
    ],
)
def test_a_mistake_is_shown_where_it_is(store, query, message):
    with pytest.raises(QueryError, match=f"(?s){message}"):
        list(sparql(store, query))


def test_of_a_long_line_the_place_is_shown(store):
    with pytest.raises(QueryError) as caught:
        sparql(store, f"SELECT * {{ {'?s ?p ?o . ' * 50} ) {'?s ?p ?o . ' * 50} }}")
    _, line, mark = str(caught.value).splitlines()
    assert len(line) < 100
    assert ")" in line[len(mark) - 12 : len(mark) + 2]


def test_the_line_is_shown_with_a_mark(store):
    with pytest.raises(QueryError) as caught:
        sparql(store, "SELECT * {\n  ?s ?p ?o .. }")
    _, line, mark = str(caught.value).splitlines()
    assert line == "    ?s ?p ?o .. }"
    assert mark.strip() == "^"
