"""A SPARQL query, sent to an endpoint; the answer comes as the engine's own would."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.endpoint.layouts import DEFAULT, Endpoint
from kg.endpoint.web import Response, Web
from kg.errors import EndpointError
from kg.rdf.sparql import form_of, with_prefixes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import QueryBoolean, QuerySolutions, Triple

    from kg.rdf.render import Answer

_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


def query(endpoint: Endpoint, text: str, web: Web | None = None) -> "Answer":
    """Ask an endpoint; our prefixes are declared where the query uses them.

    Raises EndpointError where the endpoint does not answer, or not in a format of SPARQL.
    """
    form = form_of(text)
    parameters = {"query": with_prefixes(text)}
    if endpoint.graph != DEFAULT:
        parameters["default-graph-uri"] = endpoint.graph
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": _TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else _ROWS,
    }
    body = urlencode(parameters).encode()
    got = (web or Web(endpoint)).send("POST", endpoint.queries, body, headers)
    try:
        return _triples(got) if form in ("CONSTRUCT", "DESCRIBE") else _rows(got)
    except (SyntaxError, ValueError) as error:
        reason = f"answers in what is no format of SPARQL ({got.media}: {error})"
        raise EndpointError(endpoint.queries, 0, reason) from None


def _rows(got: Response) -> "QuerySolutions | QueryBoolean":
    from pyoxigraph import QueryResultsFormat, parse_query_results

    kind = QueryResultsFormat.from_media_type(got.media)
    if kind is None:
        raise ValueError("not known")
    return parse_query_results(got.body, format=kind)


def _triples(got: Response) -> "Sequence[Triple]":
    from pyoxigraph import RdfFormat, parse

    kind = RdfFormat.from_media_type(got.media)
    if kind is None:
        raise ValueError("not known")
    return [quad.triple for quad in parse(got.body, format=kind)]


def table(endpoint: Endpoint, text: str, web: Web | None = None) -> list[dict[str, Any]]:
    """Ask for rows and return them with their terms; what is not bound is left out."""
    solutions: Any = query(endpoint, text, web)
    names = [variable.value for variable in solutions.variables]
    return [{name: row[name] for name in names if row[name] is not None} for row in solutions]
