"""RDF/XML: one description a node, for tools that read nothing newer.

Control characters, which XML 1.0 cannot hold, become U+FFFD; nothing else is lost.
"""

from functools import cache
from typing import BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.exporters.xml_text import escape
from kg.namespaces import VOCABULARIES
from kg.rdf.blocks import Provenance
from kg.rdf.describe import Block
from kg.rdf.terms import ADDRESS, NAME, NODE, TEXT, name, node, web_address
from kg.store import Store


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as RDF/XML."""
    declared = "".join(f'\n    xmlns:{p}="{escape(iri)}"' for p, iri in VOCABULARIES.items())
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    blocks = Counted(store, provenance)
    write_texts(map(_description, blocks), out)
    out.write(b"</rdf:RDF>\n")
    return blocks.triples


def _description(block: Block) -> str:
    subject, properties = block
    inner = "".join([_element(*item) for item in properties])
    return f'<rdf:Description rdf:about="{_bare(node(subject))}">\n{inner}</rdf:Description>\n'


def _element(predicate: str, kind: str, value: str) -> str:
    """Write a property; predicates are names of the vocabularies, and so of XML too."""
    if kind == ADDRESS:
        address = web_address(value)
        kind, value = (ADDRESS, f"<{address}>") if address else (TEXT, value)
    if kind == TEXT:
        return f"  <{predicate}>{escape(value)}</{predicate}>\n"
    if kind in (NODE, NAME, ADDRESS):
        points = {NODE: node, NAME: name}.get(kind, str)(value)
        return f'  <{predicate} rdf:resource="{_bare(points)}"/>\n'
    return f'  <{predicate} rdf:datatype="{_datatype(kind)}">{escape(value)}</{predicate}>\n'


def _bare(iri: str) -> str:
    """Return an IRI without its brackets, as an attribute holds it."""
    return escape(iri[1:-1])


@cache
def _datatype(kind: str) -> str:
    return _bare(name(kind))


RDFXML = Exporter(
    "rdfxml",
    "RDF/XML, one description a node",
    ".rdf",
    "application/rdf+xml",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
