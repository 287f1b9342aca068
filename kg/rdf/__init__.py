"""The store as RDF: triples, SPARQL, and an rdflib graph.

    store --describe--> blocks --terms--> N-Triples lines --index--> SPARQL

`kg.exporters` writes the same blocks in other syntaxes.
"""

from kg.rdf.ntriples import to_rdflib, triples
from kg.rdf.render import formats, render
from kg.rdf.sparql import sparql
from kg.rdf.terms import PREFIXES
from kg.rdf.validation import Violation, validate

__all__ = [
    "PREFIXES",
    "Violation",
    "formats",
    "render",
    "sparql",
    "to_rdflib",
    "triples",
    "validate",
]
