"""Where a server takes queries, updates and whole graphs: each product has addresses of its own."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from kg.errors import EndpointError
from kg.namespaces import GRAPH

#: Stands for the endpoint's own default graph.
DEFAULT = "default"


class Layout(NamedTuple):
    """How the addresses of a product follow from that of its queries.

    `path` is a pattern of the path of queries, whose groups the others take up.
    """

    name: str
    path: str
    queries: str
    updates: str
    graphs: str


#: The first whose pattern fits counts.
LAYOUTS = (
    Layout("Oxigraph", r"/(?:query)?", "/query", "/update", "/store"),
    Layout("Virtuoso", r"/sparql/?", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
    Layout(
        "GraphDB or RDF4J",
        r"(.*/repositories/[^/]+)/?",
        r"\1",
        r"\1/statements",
        r"\1/rdf-graphs/service",
    ),
    Layout("Fuseki", r"(/.+)/(sparql|query)/?", r"\1/\2", r"\1/update", r"\1/data"),
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of a server, the graph there, and who asks.

    Without `updates` or `graphs`, that way of writing is not open. `graph` is an IRI, or DEFAULT
    for the endpoint's own default graph.
    """

    queries: str
    updates: str = ""
    graphs: str = ""
    graph: str = GRAPH
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = 300.0


def located(
    address: str,
    *,
    updates: str = "",
    graphs: str = "",
    graph: str = GRAPH,
    user: str = "",
    password: str = "",
) -> Endpoint:
    """Return an endpoint by the address of its queries; the others follow where none is given.

    Raises EndpointError for what is no address of the web.

    >>> located("http://localhost:7878/query").graphs
    'http://localhost:7878/store'
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise EndpointError(address, 0, "is no address of an endpoint (http://... or https://...)")
    if parts.username or parts.password:
        reason = "holds a password; give it as KG_ENDPOINT_PASSWORD, the user as --user"
        raise EndpointError(f"{parts.scheme}://{parts.hostname}", 0, reason)
    endpoint = Endpoint(address, updates, graphs, graph, user, password)
    if updates or graphs:
        return endpoint
    root = f"{parts.scheme}://{parts.netloc}"
    for layout in LAYOUTS:
        if found := re.fullmatch(layout.path, parts.path or "/"):
            paths = (layout.queries, layout.updates, layout.graphs)
            queries, updates, graphs = (root + found.expand(path) for path in paths)
            return replace(endpoint, queries=queries, updates=updates, graphs=graphs)
    return endpoint
