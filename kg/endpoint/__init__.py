"""Other people's SPARQL stores: load the graph into one, and ask it there.

    store --publish--> endpoint --query--> rows, triples
                                --asking-> the answer of a question in words

Everything goes through `kg.endpoint.web`, and speaks the protocols of SPARQL 1.1 only.
"""

from kg.endpoint.asking import ask
from kg.endpoint.layouts import Endpoint, located
from kg.endpoint.publish import publish
from kg.endpoint.query import query

__all__ = ["Endpoint", "ask", "located", "publish", "query"]
