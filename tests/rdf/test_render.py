"""Answers of SPARQL as text."""

import json

import pytest

from kg.errors import QueryError
from kg.rdf import formats, render, sparql

NAMES = 'SELECT ?m ?name ?none { ?m a kgo:Method ; skos:prefLabel ?name . FILTER(?name != "LoRA") } ORDER BY ?name'  # fmt: skip # noqa: E501


@pytest.fixture
def rows(store):
    return sparql(store, NAMES)


@pytest.fixture
def triples(store):
    return sparql(store, "DESCRIBE metric:memory")


def test_a_table(rows):
    assert render(rows) == (
        "m                       name      none\n"
        "----------------------  --------  ----\n"
        "method:galore           GaLore\n"
        "method:q-galore-0a1b2c  Q-GaLore\n"
    )


def test_a_table_has_room_for_wide_characters(store):
    found = sparql(store, 'SELECT ?x ?y { VALUES (?x ?y) { ("日本" 1) ("abc" 2) } }')
    assert render(found) == "x     y\n----  -\n日本  1\nabc   2\n"


def test_a_table_without_rows(store):
    assert render(sparql(store, "SELECT ?a { ?a a kgo:Nothing }")) == "a\n-\n"


def test_a_table_shows_no_control_characters(store):
    text = render(sparql(store, "SELECT ?t { paper:2401.00001 dcterms:title ?t }"))
    assert len(text.splitlines()) == 3
    assert all(c.isprintable() or c == "\n" for c in text)


def test_json(rows):
    found = json.loads(render(rows, "json"))
    assert found["head"]["vars"] == ["m", "name", "none"]
    assert found["results"]["bindings"][0]["name"] == {"type": "literal", "value": "GaLore"}


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("csv", "https://w3id.org/paperkg/method/galore,GaLore,"),
        ("tsv", '<https://w3id.org/paperkg/method/galore>\t"GaLore"\t'),
    ],
)
def test_separated_values(rows, form, line):
    assert render(rows, form).split("\n")[1] == line


@pytest.mark.parametrize(("form", "text"), [("csv", 'x\n1\n""\n""\n'), ("tsv", "?x\n1\n\n\n")])
def test_rows_of_nothing_are_rows(store, form, text):
    assert render(sparql(store, "SELECT ?x { VALUES ?x { 1 UNDEF UNDEF } }"), form) == text


def test_line_ends_within_a_cell_stay(store):
    found = sparql(store, 'SELECT ?x { VALUES ?x { "a\\r\\nb" } }')
    assert render(found, "csv") == 'x\n"a\r\nb"\n'


@pytest.mark.parametrize(("form", "text"), [("table", "yes\n"), ("csv", "true\n")])
def test_yes_or_no(store, form, text):
    assert render(sparql(store, "ASK { method:lora ?p ?o }"), form) == text


def test_yes_or_no_as_json(store):
    found = json.loads(render(sparql(store, "ASK { method:lora ?p ?o }"), "json"))
    assert found == {"head": {}, "boolean": True}


def test_triples_as_turtle_with_our_prefixes(triples):
    text = render(triples)
    assert "@prefix metric: <https://w3id.org/paperkg/metric/> ." in text
    assert 'skos:prefLabel "memory"' in text
    assert "@prefix model:" not in text


def test_triples_as_sorted_lines(triples):
    lines = render(triples, "ntriples").splitlines()
    assert len(lines) == 7
    assert lines == sorted(lines)


def test_a_format_that_does_not_go_with_the_answer(triples, rows):
    with pytest.raises(QueryError, match="turtle, ntriples"):
        render(triples, "csv")
    with pytest.raises(QueryError, match="table, json, jsonl, csv, tsv, md"):
        render(rows, "turtle")


def test_formats(rows, triples):
    assert formats(rows)[0] == "table"
    assert formats(triples)[0] == "turtle"


def test_json_lines_have_plain_values(store):
    query = "SELECT ?a ?b ?c ?d ?e { VALUES (?a ?b ?c ?d) { (kgo:Paper 3 0.5 true) } }"
    assert json.loads(render(sparql(store, query), "jsonl")) == {
        "a": "https://w3id.org/paperkg/ontology#Paper", "b": 3, "c": 0.5, "d": True, "e": None
    }  # fmt: skip


def test_json_lines_hold_numbers_that_json_has_not_as_text(store):
    query = 'SELECT ?a { BIND("INF"^^xsd:double AS ?a) }'
    assert render(sparql(store, query), "jsonl") == '{"a": "INF"}\n'


def test_markdown_keeps_cells_apart_and_whole(store):
    query = f"""SELECT ?a ?b {{ BIND("a|b `c`\\n*d*" AS ?a) BIND("{"x " * 300}" AS ?b) }}"""
    head, _, row = render(sparql(store, query), "md").splitlines()
    assert head == "| a | b |"
    assert row == rf"| a\|b \`c\` \*d\* | {'x ' * 300} |"


@pytest.mark.parametrize(("form", "text"), [("jsonl", '{"boolean": true}\n'), ("md", "yes\n")])
def test_yes_or_no_in_formats_of_ours(store, form, text):
    assert render(sparql(store, "ASK {}"), form) == text
