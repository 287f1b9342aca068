"""Requests to a server, and what to do where one fails."""

import time
from collections.abc import Mapping
from email.message import Message
from http.client import HTTPException
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
    parse_http_list,
    parse_keqv_list,
)

from kg import __version__
from kg.endpoint.layouts import Endpoint
from kg.errors import EndpointError

#: How often a request is sent again where the server is busy, and the first pause in seconds.
TRIES, PAUSE = 4, 1.0
_BUSY = (429, 502, 503, 504)

#: What to do about a status.
REMEDIES = {
    401: "give the user as --user and the password as KG_ENDPOINT_PASSWORD",
    403: "this user may not do that: give another as --user, or let the server allow it",
    404: "there is nothing at this address; see the server's manual, and --update, --graph-store",
    405: "this address does not take that; see --update and --graph-store",
    413: "the server takes no requests of this size: give a smaller --batch",
    415: "the server does not read this format here; see --update and --graph-store",
}


class Response(NamedTuple):
    """What came back."""

    media: str
    body: bytes


class Web:
    """A line to one endpoint; it logs in by itself where the server asks for it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._seconds = endpoint.seconds
        self._opener = _opener(endpoint)

    def send(
        self,
        method: str,
        address: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Send a request, again if the server is busy; raises EndpointError where it fails."""
        for tried in range(TRIES - 1):
            try:
                return self._once(method, address, body, headers or {})
            except EndpointError as error:
                if error.status not in _BUSY:
                    raise
            time.sleep(PAUSE * 2**tried)
        return self._once(method, address, body, headers or {})

    def _once(
        self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Response:
        own = {"User-Agent": f"kg/{__version__}", **headers}
        request = Request(address, data=body, headers=own, method=method)
        try:
            with self._opener.open(request, timeout=self._seconds) as got:
                return Response(got.headers.get_content_type(), got.read())
        except HTTPError as error:
            with error:
                raise EndpointError(address, error.code, _reason(error)) from None
        except TimeoutError:
            reason = f"did not answer within {self._seconds:g} s; run again, or ask for less"
            raise EndpointError(address, 0, reason) from None
        except (URLError, HTTPException, OSError) as error:
            why = getattr(error, "reason", error)
            reason = f"cannot be reached ({why}); see that the server runs, and the address"
            raise EndpointError(address, 0, reason) from None


def _reason(error: HTTPError) -> str:
    """Say what a status means, with the first words of the server's own."""
    if error.code in (301, 302, 303, 307, 308):
        return f"has moved to {error.headers.get('Location', 'elsewhere')}; give that address"
    words = " ".join(error.read(2000).decode("utf-8", "replace").split())[:300]
    remedy = REMEDIES.get(error.code, "")
    return "; ".join(filter(None, (f"answers {error.code} {error.reason}", remedy, words)))


def _opener(endpoint: Endpoint) -> OpenerDirector:
    passwords = HTTPPasswordMgrWithDefaultRealm()
    if endpoint.user:
        for address in filter(None, (endpoint.queries, endpoint.updates, endpoint.graphs)):
            passwords.add_password(None, address, endpoint.user, endpoint.password)
    return build_opener(_Stay, HTTPBasicAuthHandler(passwords), _Digest(passwords))


class _Stay(HTTPRedirectHandler):
    """Follows no redirects: they would turn a POST into a GET and carry a password elsewhere."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


class _Digest(HTTPDigestAuthHandler):
    """Logs in at once where the server has asked before, so that no body is sent twice."""

    _challenge: dict[str, str] | None = None

    def http_request(self, request: Request) -> Request:
        """Sign a request by the last challenge."""
        if self._challenge and not request.has_header(self.auth_header):
            signed = self.get_authorization(request, self._challenge)
            if signed:
                request.add_unredirected_header(self.auth_header, f"Digest {signed}")
        return request

    https_request = http_request

    def retry_http_digest_auth(self, req: Request, auth: str) -> Any:
        """Remember what the server asks for, and send the request again."""
        _, _, challenge = auth.partition(" ")
        self._challenge = parse_keqv_list(list(filter(None, parse_http_list(challenge))))
        return super().retry_http_digest_auth(req, auth)
