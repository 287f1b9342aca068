"""Who may ask, and what browsers are told: in front of everything that the server answers."""

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Pages may load what this server sends, and nothing else; no script stands inside a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Refuses hosts that are not ours and pages of other sites; adds the headers of security.

    A page of another site could else reach a server on this machine by a name of its own that it
    lets point here (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, names: Sequence[str], origins: Sequence[str]) -> None:
        self.app = app
        self._names = frozenset(map(str.lower, names))
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        reason = self._reason_against(headers)
        app = PlainTextResponse(f"{reason}\n", status_code=403) if reason else self.app
        await app(scope, receive, send_with_headers)

    def _reason_against(self, headers: Headers) -> str:
        """Say why a request is refused; empty where it is not."""
        host = headers.get("host", "")
        if self._names and _name_of(host) not in self._names:
            return f"the host {host!r} is not served here; kg serve --name lets it in"
        origin = headers.get("origin", "")
        if not origin or "*" in self._origins or origin in self._origins:
            return ""
        if origin.partition("://")[2] == host:  # a parser would raise at what is no URL
            return ""
        return f"pages of {origin!r} may not ask; kg serve --origin lets them"


def _name_of(host: str) -> str:
    """Return a host without its port."""
    name, _, port = host.rpartition(":")
    return (name if name and port.isdecimal() else host).lower()
