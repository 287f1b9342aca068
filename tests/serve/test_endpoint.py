"""The endpoint: formats, datasets, refusals, limits, and who may ask."""

import asyncio
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph
import pytest
from starlette.responses import PlainTextResponse

from kg.cli.serving import _settings
from kg.namespaces import GRAPH
from kg.rdf import sparql as ask
from kg.serve import Limits, Settings
from kg.serve.guard import Guard
from kg.serve.media import ROWS, TRIPLES
from kg.store import open_store

#: This query asks for rows.
sparql: Any = ask

ALL = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o"
#: Would run for hours.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
#: Takes memory as it goes.
GREEDY = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


def test_rows_are_those_of_the_engine(client, small_store):
    with open_store(small_store) as store:
        names = [
            row["name"].value for row in sparql(store, "SELECT ?name { ?s skos:altLabel ?name }")
        ]
    assert sorted(client.get("SELECT ?name { ?s skos:altLabel ?name }").values("name")) == sorted(
        names
    )


@pytest.mark.parametrize("form", ROWS)
def test_rows_come_in_each_format(client, form):
    answer = client.get("SELECT ?name { method:lora skos:prefLabel ?name }", ROWS[form])
    assert (answer.status, answer.media) == (200, ROWS[form])
    assert "LoRA" in answer.text


@pytest.mark.parametrize("form", TRIPLES)
def test_triples_come_in_each_format(client, form):
    answer = client.get("DESCRIBE method:lora", TRIPLES[form])
    kind = pyoxigraph.RdfFormat.from_media_type(TRIPLES[form])
    quads = list(pyoxigraph.parse(answer.body, format=kind))
    assert (answer.status, answer.media) == (200, TRIPLES[form])
    assert "LoRA" in {getattr(quad.object, "value", "") for quad in quads}


def test_what_is_not_accepted_is_refused(client):
    for query in ("ASK {}", "SELECT * {}", "DESCRIBE <a:a>"):
        answer = client.get(query, "image/png")
        assert answer.status == 406
        assert "application/" in answer.text


def test_head_has_no_body(client):
    answer = client.send("HEAD", "/sparql?query=ASK%20%7B%7D")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 0


def test_options_names_the_methods(client):
    answer = client.send("OPTIONS", "/sparql")
    assert (answer.status, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


def test_a_wrong_query_is_shown_where_it_breaks(client):
    answer = client.get("SELECT * { ?s ?p }")
    assert answer.status == 400
    assert "line 1, column" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:8/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:8/> { ?s ?p ?o } }",
    ],
)
def test_no_other_server_is_called(client, query):
    answer = client.get(query)
    assert answer.status == 400
    assert "SERVICE is refused" in answer.text


@pytest.mark.parametrize("word", ["FROM", "FROM NAMED"])
def test_a_graph_of_the_web_is_not_fetched(client, word):
    called: list[object] = []
    with Listening(called) as port:
        answer = client.get(f"ASK {word} <http://127.0.0.1:{port}/data> {{ ?s ?p ?o }}")
    assert answer.json()["boolean"] is False
    assert not called


class Listening:
    """Notes whoever calls a port of this machine."""

    def __init__(self, called):
        import socket

        self.called, self.socket = called, socket.create_server(("127.0.0.1", 0))

    def __enter__(self):
        self.socket.settimeout(0.1)
        return self.socket.getsockname()[1]

    def __exit__(self, *_):
        try:
            connection, address = self.socket.accept()
            connection.close()
            self.called.append(address)
        except TimeoutError:
            pass
        self.socket.close()


def test_the_graph_goes_by_its_name_too(client):
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    whole = client.get(count).values("n")
    assert client.get(count, **{"default-graph-uri": GRAPH}).values("n") == whole
    assert client.get(count, **{"default-graph-uri": "http://example.org/"}).values("n") == ["0"]
    assert client.get(count, **{"named-graph-uri": "http://example.org/"}).values("n") == ["0"]


def test_relative_names_are_those_of_the_endpoint(client):
    (value,) = client.get("SELECT (<x> AS ?x) {}").values("x")
    assert value == f"http://127.0.0.1:{client.port}/x"


def test_a_post_needs_one_query(client):
    assert client.post("a=b", "application/x-www-form-urlencoded").status == 400
    assert (
        client.post("query=ASK%7B%7D&query=ASK%7B%7D", "application/x-www-form-urlencoded").status
        == 400
    )
    assert client.post("ASK {}", path="/sparql?query=ASK%7B%7D").status == 400


@pytest.mark.parametrize("body", [b"query=%FF", b"query=ASK\xff"])
def test_what_is_not_utf8_is_refused(client, body):
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.send("POST", "/sparql", body, kind).status == 400


def test_a_body_that_is_too_large_is_refused(client):
    answer = client.post("ASK {}" + " " * 30_000)
    assert answer.status == 413


def test_more_rows_than_allowed_are_cut_and_that_is_told(client):
    answer = client.get(ALL)
    assert len(answer.values("s")) == 200
    assert answer.headers["x-sparql-maxrows"] == "200"
    assert "x-sparql-maxrows" not in client.get(f"{ALL} LIMIT 200").headers


def test_more_triples_than_allowed_are_cut(client):
    answer = client.get("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", TRIPLES["ntriples"])
    assert answer.body.count(b" .\n") <= 200
    assert answer.headers["x-sparql-maxrows"] == "200"


def test_an_answer_that_is_too_large_is_refused(client):
    numbers = " ".join(map(str, range(10)))
    many = f"VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }}"
    text = f'"{"x" * 15_000}"'
    answer = client.post(f"SELECT ({text} AS ?x) {{ {many} }}")
    assert answer.status == 500
    assert "larger than" in answer.text


def test_a_query_is_stopped_at_its_limit(client):
    began = time.monotonic()
    answer = client.get(RUNAWAY)
    assert answer.status == 503
    assert "stopped after 1.5 s" in answer.text
    assert time.monotonic() - began < 15


def test_others_are_answered_meanwhile(client):
    running = threading.Thread(target=client.get, args=(RUNAWAY,))
    running.start()
    answers = [client.get("ASK {}").status for _ in range(10)]
    assert running.is_alive()
    running.join()
    assert set(answers) == {200}


def test_a_query_that_takes_too_much_memory_is_stopped(start, small_store):
    limits = Limits(seconds=60, memory=64)
    answer = start(Settings(small_store, workers=1, limits=limits)).get(GREEDY)
    assert answer.status == 503
    assert "64 MB" in answer.text


def test_an_answer_that_takes_too_much_memory_is_stopped(start, small_store):
    """The engine has hardly anything to do here: the rows are what has no room."""
    limits = Limits(seconds=60, memory=128)
    many = " ".join(map(str, range(100)))
    query = f'SELECT ("{"x" * 900_000}" AS ?x) {{ VALUES ?a {{ {many} }} }}'
    answer = start(Settings(small_store, workers=1, limits=limits)).post(query)
    assert answer.status == 503
    assert "needs more than 128 MB" in answer.text


def test_deep_nesting_is_refused(client):
    answer = client.post("ASK " + "{" * 3000 + "}" * 3000)
    assert answer.status == 400
    assert "nested" in answer.text


def test_what_ends_the_engine_ends_only_a_worker(client):
    answer = client.post("ASK { FILTER(" + "!" * 19_000 + "true) }")
    assert answer.status in (200, 400, 500)
    assert client.get("ASK {}").status == 200


def test_the_service_is_described(client):
    accept = {"Accept": "application/n-triples"}
    answer = client.send("GET", "/sparql", headers=accept)
    assert client.send("GET", "/service", headers=accept).body == answer.body
    said = {(q.predicate.value, q.object.value) for q in _quads(answer)}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (f"{sd}supportedLanguage", f"{sd}SPARQL11Query") in said
    assert (f"{sd}endpoint", f"http://127.0.0.1:{client.port}/sparql") in said
    assert not [value for _, value in said if value.endswith("SPARQL11Update")]


def test_void_counts_the_triples(client):
    answer = client.send("GET", "/.well-known/void", headers={"Accept": "application/n-triples"})
    (count,) = client.get("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").values("n")
    counted = {q.object.value for q in _quads(answer) if q.predicate.value.endswith("#triples")}
    assert count in counted
    assert client.send("GET", "/.well-known/void", headers={"Accept": "a/b"}).status == 406


def _quads(answer):
    return list(pyoxigraph.parse(answer.body, format=pyoxigraph.RdfFormat.N_TRIPLES))


def test_a_browser_at_the_endpoint_gets_the_page(client):
    answer = client.send("GET", "/sparql", headers={"Accept": "text/html, */*;q=0.8"})
    assert (answer.status, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_another_host_is_refused(client, host):
    assert client.send("GET", "/", headers={"Host": host}).status in (400, 403)


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1", "[::1]:80"])
def test_this_machine_is_served(client, host):
    assert client.send("GET", "/", headers={"Host": host}).status == 200


def test_pages_of_other_sites_may_not_ask(client):
    path = f"/sparql?query={quote('ASK {}')}"
    assert client.send("GET", path, headers={"Origin": "https://evil.example"}).status == 403
    own = client.send("GET", path, headers={"Origin": f"http://127.0.0.1:{client.port}"})
    assert own.status == 200


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "//", "http://127.0.0.1"])
def test_an_origin_that_is_no_address_of_ours_is_refused(client, origin):
    answer = client.send("GET", "/sparql?query=ASK%20%7B%7D", headers={"Origin": origin})
    assert answer.status == 403
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_of_sites_that_are_named_may_ask(client):
    origin = "https://ok.example"
    answer = client.send("GET", f"/sparql?query={quote('ASK {}')}", headers={"Origin": origin})
    assert answer.headers["access-control-allow-origin"] == origin
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    before = client.send("OPTIONS", "/sparql", headers=asked)
    assert before.status == 200
    assert "POST" in before.headers["access-control-allow-methods"]


def test_every_answer_has_the_headers_of_security(client):
    for path in ("/", "/sparql?query=nonsense", "/assets/page.js", "/nothing", "/examples"):
        headers = client.send("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_files_beside_the_assets_are_not_sent(client):
    for path in ("/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/..%2fapp.py"):
        assert client.send("GET", path).status == 404


def test_void_counts_the_triples_of_each_relation(client):
    answer = client.send("GET", "/.well-known/void", headers={"Accept": "application/n-triples"})
    void = "http://rdfs.org/ns/void#"
    said = {(q.subject.value, q.predicate.value): q.object.value for q in _quads(answer)}
    relations = {part: iri for (part, about), iri in said.items() if about == f"{void}property"}
    assert relations
    for part, iri in relations.items():
        (count,) = client.get(f"SELECT (COUNT(*) AS ?n) {{ ?s <{iri}> ?o }}").values("n")
        assert said[part, f"{void}triples"] == count, iri


@pytest.mark.parametrize(
    ("names", "host", "status"),
    [
        (("Example.org",), "example.org:8765", 200),
        (("example.org",), "EXAMPLE.org", 200),
        (("example.org",), "example.com", 403),
        ((), "example.com", 200),
    ],
)
def test_a_host_is_let_in_by_its_name_in_any_letters(names, host, status):
    async def app(scope, receive, send):
        await PlainTextResponse("")(scope, receive, send)

    scope = {"type": "http", "method": "GET", "headers": [(b"host", host.encode())]}
    sent: list[Any] = []

    async def receive():
        return {}

    async def send(message):
        sent.append(message)

    asyncio.run(Guard(app, names, ())(scope, receive, send))
    assert sent[0]["status"] == status


@pytest.mark.parametrize(
    ("host", "names", "kept"),
    [
        ("0.0.0.0", ("kg.example",), ("127.0.0.1", "localhost", "[::1]", "kg.example")),
        ("127.0.0.1", (), ("127.0.0.1", "localhost", "[::1]")),
        ("0.0.0.0", (), ()),
        ("127.0.0.1", ("*",), ()),
    ],
)
def test_the_names_of_this_machine_stay_beside_those_given(host, names, kept):
    assert _settings(Path("kg.sqlite"), host, names, (), workers=1).names == kept
