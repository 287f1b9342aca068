"""SPARQL 1.1 Protocol: what a request asks for, or why it is refused.

https://www.w3.org/TR/sparql11-protocol/
"""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from kg.serve.answering import Query

#: The media types in which a query is posted.
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
UPDATE = "application/sparql-update"

#: The values of each parameter, in their order.
Parameters = Mapping[str, Sequence[str]]

READ_ONLY = "this endpoint only reads: updates are refused"


class RefusedError(Exception):
    """A request that gets no answer: the `status` of HTTP and the `reason`."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)


def by_get(query_string: bytes) -> Parameters:
    """Return the parameters of a GET; an update, which may not come by GET, is refused."""
    found = _parameters(query_string)
    if "update" in found:
        raise RefusedError(400, f"an update cannot be sent by GET; {READ_ONLY}")
    return found


def by_post(query_string: bytes, content_type: str, body: bytes) -> Parameters:
    """Return the parameters of a POST of either kind; an update is refused."""
    kind, charset = _content_type(content_type)
    if kind not in (FORM, DIRECT, UPDATE):
        raise RefusedError(415, f"post a query as {DIRECT} or {FORM}, not as {kind or 'nothing'}")
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise RefusedError(415, f"post a query in UTF-8, not in {charset}")
    found: Parameters = _parameters(query_string)
    if kind == UPDATE:
        _text(body)
        raise RefusedError(403, READ_ONLY)
    if kind == DIRECT:
        return _joined(found, {"query": [_text(body)]})
    found = _joined(found, _parameters(body))
    updates = found.get("update", ())
    if updates:
        many = len(updates) > 1 or "query" in found
        raise RefusedError(*((400, "send one update or one query") if many else (403, READ_ONLY)))
    return found


def query_of(parameters: Parameters, accept: str, base: str) -> Query:
    """Return the one query that the parameters hold, with its dataset."""
    queries = parameters.get("query", ())
    if len(queries) != 1:
        raise RefusedError(400, f"send one query, not {len(queries) or 'none'}")
    return Query(
        text=queries[0],
        accept=accept,
        base=base,
        default_graphs=_graphs(parameters, "default-graph-uri"),
        named_graphs=_graphs(parameters, "named-graph-uri"),
    )


def _graphs(parameters: Parameters, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, parameters.get(name, ()))))


def _content_type(header: str) -> tuple[str, str]:
    """Return the media type and the charset, in lower case."""
    kind, *parameters = (part.strip().lower() for part in header.split(";"))
    pairs = (part.partition("=") for part in parameters)
    charsets = (value.strip(" \"'") for name, _, value in pairs if name.strip() == "charset")
    return kind, next(charsets, "")


def _parameters(text: bytes) -> dict[str, list[str]]:
    """Read parameters as forms encode them."""
    found: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(
            text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except UnicodeError:
        raise RefusedError(400, "the parameters are not URL-encoded UTF-8") from None
    except ValueError as error:
        raise RefusedError(400, f"the parameters cannot be read: {error}") from None
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _joined(first: Parameters, second: Parameters) -> Parameters:
    return {name: [*first.get(name, ()), *second.get(name, ())] for name in {*first, *second}}


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeError:
        raise RefusedError(400, "the body is not UTF-8") from None
