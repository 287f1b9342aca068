"""Which format a client wants."""

import pytest

from kg.serve.media import ROWS, TRIPLES, choose


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("TEXT/CSV", "csv"),
        ("text/*", "csv"),
        ("text/*, text/csv;q=0", "tsv"),
        ("application/sparql-results+xml, application/sparql-results+json", "json"),
        ("application/sparql-results+json;q=0.2, application/sparql-results+xml;q=0.8", "xml"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "xml"),
        ("application/json", "json"),
        ("application/xml;q=0.9, text/csv;q=0.5", "xml"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "json"),
        ("text/tab-separated-values ; q=1.0", "tsv"),
        ("text/csv; charset=utf-8; q=0.4, text/tab-separated-values;q=0.5", "tsv"),
    ],
)
def test_the_best_format_is_chosen(accept, form):
    assert choose(accept, ROWS) == form


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "*/*;q=0", "text/csv;q=x", "a,b"])
def test_none_will_do(accept):
    assert choose(accept, ROWS) == ("json" if accept == "a,b" else "")


def test_a_name_of_its_own_goes_before_another():
    assert choose("text/plain, text/turtle", TRIPLES) == "turtle"
    assert choose("text/plain", TRIPLES) == "ntriples"
