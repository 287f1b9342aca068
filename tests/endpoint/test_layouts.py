"""The addresses of a server, from one of them."""

from urllib.parse import urlsplit

import pytest

from kg.endpoint.layouts import LAYOUTS, located
from kg.errors import EndpointError


@pytest.mark.parametrize(
    ("given", "queries", "updates", "graphs"),
    [
        ("http://h:7878", "/query", "/update", "/store"),
        ("http://h:7878/query", "/query", "/update", "/store"),
        ("http://h:8890/sparql", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
        ("https://h/repositories/kg", "/repositories/kg", "/repositories/kg/statements",
         "/repositories/kg/rdf-graphs/service"),
        ("http://h:3030/kg/sparql", "/kg/sparql", "/kg/update", "/kg/data"),
        ("http://h:3030/a/kg/query", "/a/kg/query", "/a/kg/update", "/a/kg/data"),
    ],
)  # fmt: skip
def test_a_product_is_told_by_its_path(given, queries, updates, graphs):
    found = located(given)
    addresses = (found.queries, found.updates, found.graphs)
    paths = [urlsplit(address).path for address in addresses]
    assert {urlsplit(address).netloc for address in addresses} == {urlsplit(given).netloc}
    assert paths == [queries, updates, graphs]


def test_each_layout_is_tested():
    assert len(LAYOUTS) == 4


def test_addresses_that_are_given_count():
    found = located("http://h/sparql", updates="http://h/write")
    assert (found.updates, found.graphs) == ("http://h/write", "")


def test_an_unknown_path_can_only_be_asked():
    assert located("http://h/somewhere/else").updates == ""


@pytest.mark.parametrize(
    "address", ["kg.sqlite", "ftp://h/sparql", "http://", "file:///etc/passwd"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(EndpointError, match="no address"):
        located(address)


def test_a_password_in_the_address_is_refused_and_not_shown():
    with pytest.raises(EndpointError, match="KG_ENDPOINT_PASSWORD") as caught:
        located("http://me:secret@h/sparql")
    assert "secret" not in str(caught.value)


def test_a_password_is_not_shown():
    assert "secret" not in repr(located("http://h/sparql", user="me", password="secret"))
