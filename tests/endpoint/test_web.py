"""What goes wrong with a server, and what is said to do about it; logging in."""

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kg.endpoint import web
from kg.endpoint.layouts import Endpoint
from kg.endpoint.web import Web
from kg.errors import EndpointError


@contextmanager
def answering(respond: Any) -> Iterator[str]:
    """Run a server that answers as told; `respond` gets the handler and the body."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", "0"))
            status, headers, text = respond(self, self.rfile.read(size))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
        finally:
            server.shutdown()
            thread.join()


def send(address: str, body: bytes = b"x", **given: Any) -> web.Response:
    return Web(Endpoint(address, **given)).send("POST", address, body)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "KG_ENDPOINT_PASSWORD"),
        (403, "another as --user"),
        (404, "nothing at this address"),
        (405, "--graph-store"),
        (413, "smaller --batch"),
        (400, "the server says why"),
    ],
)
def test_each_failure_says_what_to_do(status, words):
    answer: Any = (status, {}, b"the server\n says  why")
    found = pytest.raises(EndpointError, match=words)
    with answering(lambda *_: answer) as address, found as caught:
        send(address)
    assert caught.value.status == status
    assert str(status) in str(caught.value)


def test_a_server_that_is_not_there():
    with pytest.raises(EndpointError, match="see that the server runs"):
        send("http://127.0.0.1:9/sparql")


def test_a_server_that_does_not_answer():
    wait = threading.Event()

    def respond(*_):
        wait.wait(5)
        return 200, {}, b""

    with answering(respond) as address:
        with pytest.raises(EndpointError, match=r"within 0\.2 s"):
            send(address, seconds=0.2)
        wait.set()


def test_a_redirect_is_not_followed():
    asked = []

    def respond(handler, _):
        asked.append(handler.path)
        return 302, {"Location": "http://127.0.0.1:9/elsewhere"}, b""

    with answering(respond) as address, pytest.raises(EndpointError, match="has moved to http"):
        send(address)
    assert len(asked) == 1


def test_a_busy_server_is_asked_again(monkeypatch):
    monkeypatch.setattr(web, "PAUSE", 0.01)
    statuses = [503, 429, 200]

    def respond(*_):
        return statuses.pop(0), {}, b"done"

    with answering(respond) as address:
        assert send(address).body == b"done"


def test_one_that_stays_busy_is_given_up(monkeypatch):
    monkeypatch.setattr(web, "PAUSE", 0.01)
    with answering(lambda *_: (503, {}, b"")) as address, pytest.raises(EndpointError, match="503"):
        send(address)


def test_the_password_is_sent_where_the_server_asks():
    def respond(handler, body):
        if handler.headers.get("Authorization") != "Basic bWU6c2VjcmV0":
            return 401, {"WWW-Authenticate": 'Basic realm="kg"'}, b""
        return 200, {}, body

    with answering(respond) as address:
        assert send(address, b"hello", user="me", password="secret").body == b"hello"
        with pytest.raises(EndpointError, match="401"):
            send(address, user="me", password="wrong")


def test_a_digest_is_sent_at_once_after_the_first_time():
    asked = []

    def respond(handler, body):
        header = handler.headers.get("Authorization", "")
        asked.append(bool(header))
        challenge = 'Digest realm="kg", nonce="n", qop="auth", algorithm="MD5"'
        if not _is_right(header, handler.path):
            return 401, {"WWW-Authenticate": challenge}, b""
        return 200, {}, body

    with answering(respond) as address:
        line = Web(Endpoint(address, user="me", password="secret"))
        assert line.send("POST", address, b"one").body == b"one"
        assert line.send("POST", address, b"two").body == b"two"
    assert asked == [False, True, True]


def _is_right(header: str, path: str) -> bool:
    """Check the answer to a challenge as RFC 7616 computes it."""

    def md5(*parts: str) -> str:
        return hashlib.md5(":".join(parts).encode()).hexdigest()

    given = dict(re.findall(r'(\w+)="?([^",]+)"?', header.partition(" ")[2]))
    if not given:
        return False
    secret, request = md5("me", "kg", "secret"), md5("POST", path)
    middle = (given["nonce"], given["nc"], given["cnonce"], given["qop"])
    return bool(given["response"] == md5(secret, *middle, request))
