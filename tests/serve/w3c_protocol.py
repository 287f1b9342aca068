"""The tests of the W3C for the SPARQL 1.1 Protocol: each by the name that its manifest gives it.

The requests are written from the descriptions in the manifest of
https://github.com/w3c/rdf-tests (sparql/sparql11/protocol). Where a test wants an update to be
done, this endpoint, which only reads, has to refuse it instead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.serve.conftest import Answer, Client

FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
D0, D1, D2, D3 = (DATA.format(number) for number in range(4))
#: What the graph that is named after each document says of it.
TYPE = "http://xmlns.com/foaf/0.1/Document"

BOTH = f"ASK {{ <{D1}> a ?type . <{D2}> a ?type }}"
NAMED = f"GRAPH ?g1 {{ <{D1}> a ?type }} GRAPH ?g2 {{ <{D2}> a ?type }}"
BOOLEANS = {"application/sparql-results+json", "application/sparql-results+xml"}
TABLES = {*BOOLEANS, "text/csv", "text/tab-separated-values"}
GRAPHS = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"}

#: Expectations of an answer.
Expects = Callable[[Answer], bool]


def true(answer: Answer) -> bool:
    return answer.status < 400 and answer.media in BOOLEANS and answer.json()["boolean"] is True


def table(answer: Answer) -> bool:
    return answer.status < 400 and answer.media in TABLES


def boolean(answer: Answer) -> bool:
    return answer.status < 400 and answer.media in BOOLEANS


def graph(answer: Answer) -> bool:
    return answer.status < 400 and answer.media in GRAPHS


def wrong(answer: Answer) -> bool:
    return 400 <= answer.status < 500


def refused(answer: Answer) -> bool:
    return answer.status == 403 and "only reads" in answer.text


#: What is written in the table for each expectation.
WORDS: dict[Expects, str] = {
    true: "true",
    table: "rows",
    boolean: "a yes or no",
    graph: "triples",
    wrong: "4xx",
    refused: "2xx; here refused with 403",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A test: its name and label in the manifest, its request, and what must come back."""

    name: str
    label: str
    expects: Expects
    method: str = "POST"
    parameters: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    body: bytes = b""

    def run(self, client: Client) -> Answer:
        """Send the request."""
        path = "/sparql/" + (f"?{urlencode(self.parameters)}" if self.parameters else "")
        return client.send(
            self.method, path, self.body, {"Content-Type": self.kind} if self.kind else {}
        )


def _datasets(kind: str, *graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple((kind, name) for name in graphs)


def _form(*parameters: tuple[str, str]) -> bytes:
    return urlencode(parameters).encode()


DEFAULT, IN_NAME = "default-graph-uri", "named-graph-uri"
USING, USING_NAMED = "using-graph-uri", "using-named-graph-uri"
_FILL = (
    f"INSERT DATA {{ GRAPH <{D1}> {{ <{D1}> a <{TYPE}> }} }} ; "
    "INSERT { GRAPH <http://example.org/test/> { ?s a <http://example.org/C> } } "
    f"WHERE {{ ?s a <{TYPE}> }}"
)

CASES = (
    Case("query_post_form", "query via URL-encoded POST", true,
         parameters=_datasets(DEFAULT, D0), kind=FORM, body=_form(("query", "ASK {}"))),
    Case("query_dataset_default_graphs_get", "GET query with protocol-specified default graph",
         true, "GET", (("query", BOTH), *_datasets(DEFAULT, D1, D2))),
    Case("query_dataset_default_graphs_post", "POST query with protocol-specified default graphs",
         true, parameters=_datasets(DEFAULT, D1, D2), kind=QUERY, body=BOTH.encode()),
    Case("query_dataset_named_graphs_post", "POST query with protocol-specified named graphs",
         true, parameters=_datasets(IN_NAME, D1, D2), kind=QUERY,
         body=f"ASK {{ {NAMED} }}".encode()),
    Case("query_dataset_named_graphs_get", "GET query with protocol-specified named graphs",
         true, "GET", (("query", f"ASK {{ {NAMED} }}"), *_datasets(IN_NAME, D1, D2))),
    Case("query_dataset_full",
         "query with protocol-specified dataset (both named and default graphs)", true,
         parameters=(*_datasets(DEFAULT, D3), *_datasets(IN_NAME, D1, D2)), kind=QUERY,
         body=f"ASK {{ <{D3}> a ?type {NAMED} }}".encode()),
    Case("query_multiple_dataset",
         "query specifying dataset in both query string and protocol; test for use of "
         "protocol-specified dataset", true,
         parameters=_datasets(IN_NAME, D1, D2), kind=QUERY,
         body=f"ASK FROM <{D3}> {{ {NAMED} }}".encode()),
    Case("query_get", "query via GET", true, "GET",
         (("query", "ASK {}"), *_datasets(DEFAULT, D0))),
    Case("query_content_type_select",
         "query appropriate content type (expect one of: XML, JSON, CSV, TSV)", table,
         parameters=_datasets(DEFAULT, D0), kind=QUERY, body=b"SELECT (1 AS ?value) {}"),
    Case("query_content_type_ask", "query appropriate content type (expect one of: XML, JSON)",
         boolean, parameters=_datasets(DEFAULT, D0), kind=QUERY, body=b"ASK {}"),
    Case("query_content_type_describe",
         "query appropriate content type (expect one of: RDF/XML, Turtle, N-Triples, RDFa)",
         graph, parameters=_datasets(DEFAULT, D0), kind=QUERY,
         body=b"DESCRIBE <http://example.org/>"),
    Case("query_content_type_construct",
         "query appropriate content type (expect one of: RDF/XML, Turtle, N-Triples, RDFa)",
         graph, parameters=_datasets(DEFAULT, D0), kind=QUERY,
         body=b"CONSTRUCT { <s> <p> 1 } WHERE {}"),
    Case("update_dataset_default_graph", "update with protocol-specified default graph", refused,
         parameters=_datasets(USING, D1), kind=UPDATE, body=f"CLEAR ALL ; {_FILL}".encode()),
    Case("update_dataset_default_graphs", "update with protocol-specified default graphs", refused,
         parameters=_datasets(USING, D1, D2), kind=UPDATE, body=f"DROP ALL ; {_FILL}".encode()),
    Case("update_dataset_named_graphs", "update with protocol-specified named graphs", refused,
         parameters=_datasets(USING_NAMED, D1, D2), kind=UPDATE,
         body=f"DROP ALL ; {_FILL}".encode()),
    Case("update_dataset_full",
         "update with protocol-specified dataset (both named and default graphs)", refused,
         parameters=(*_datasets(USING, D1), *_datasets(USING_NAMED, D2)), kind=UPDATE,
         body=f"DROP ALL ; {_FILL}".encode()),
    Case("update_post_form", "update via URL-encoded POST", refused, kind=FORM,
         body=_form(("update", "CLEAR ALL"))),
    Case("update_post_direct", "update via POST directly", refused, kind=UPDATE,
         body=b"CLEAR ALL"),
    Case("update_base_uri",
         'test for service-defined BASE URI ("which MAY be the service endpoint")', refused,
         kind=UPDATE,
         body=b"INSERT DATA { GRAPH <http://example.org/g/> { <http://example.org/s> "
              b"<http://example.org/p> <test> } }"),
    Case("query_post_direct", "query via POST directly", true, kind=QUERY, body=b"ASK {}"),
    Case("bad_query_method", "invoke query operation with a method other than GET or POST", wrong,
         "PUT", (("query", "ASK {}"), *_datasets(DEFAULT, D0)), FORM),
    Case("bad_multiple_queries", "invoke query operation with more than one query string", wrong,
         "GET", (("query", "ASK {}"), ("query", "SELECT * {}"))),
    Case("bad_query_wrong_media_type",
         "invoke query operation with a POST with media type that's not url-encoded or "
         "application/sparql-query", wrong, kind="text/plain", body=b"ASK {}"),
    Case("bad_query_missing_form_type",
         "invoke query operation with url-encoded body, but without "
         "application/x-www-form-urlencoded media type", wrong, body=_form(("query", "ASK {}"))),
    Case("bad_query_missing_direct_type",
         "invoke query operation with SPARQL body, but without application/sparql-query media "
         "type", wrong, body=b"ASK {}"),
    Case("bad_query_non_utf8",
         "invoke query operation with direct POST, but with a non-UTF8 encoding (UTF-16)", wrong,
         kind=f"{QUERY}; charset=UTF-16", body="ASK {}".encode("utf-16")),
    Case("bad_query_syntax", "invoke query operation with invalid query syntax (4XX result)",
         wrong, "GET", (("query", "ASK {"),)),
    Case("bad_update_get", "invoke update operation with GET", wrong, "GET",
         (("update", "CLEAR ALL"),)),
    Case("bad_multiple_updates", "invoke update operation with more than one update string", wrong,
         kind=FORM, body=_form(("update", "CLEAR NAMED"), ("update", "CLEAR DEFAULT"))),
    Case("bad_update_wrong_media_type",
         "invoke update operation with a POST with media type that's not url-encoded or "
         "application/sparql-update", wrong, kind="text/plain", body=b"CLEAR NAMED"),
    Case("bad_update_missing_form_type",
         "invoke update operation with url-encoded body, but without "
         "application/x-www-form-urlencoded media type", wrong,
         body=_form(("update", "CLEAR NAMED"))),
    Case("bad_update_non_utf8",
         "invoke update operation with direct POST, but with a non-UTF8 encoding", wrong,
         kind=f"{UPDATE}; charset=UTF-16", body="CLEAR NAMED".encode("utf-16")),
    Case("bad_update_syntax", "invoke update operation with invalid update syntax", wrong,
         kind=FORM, body=_form(("update", "CLEAR XYZ"))),
    Case("bad_update_dataset_conflict",
         "invoke update with both using-graph-uri/using-named-graph-uri parameter and USING/WITH "
         "clause", wrong, parameters=_datasets(USING_NAMED, "http://example/people"), kind=UPDATE,
         body=b"WITH <http://example/addresses> DELETE { ?p ?q 1 } INSERT { ?p ?q 2 } "
              b"WHERE { ?p ?q 1 }"),
)  # fmt: skip
