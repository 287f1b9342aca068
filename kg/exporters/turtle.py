"""Turtle: one paragraph a node, prefixes in front."""

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.rdf.blocks import Provenance
from kg.rdf.describe import Block
from kg.rdf.terms import NAME, NODE, PREFIXES, TEXT, iri, literal, node, term
from kg.store import Store

#: The kind of an object that is a triple term, which stands there as Turtle spells it.
TRIPLE = "triple"

# Narrower than the grammar: what is not of this form is written as a whole IRI.
_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_BARE = {"xsd:decimal": re.compile(r"-?[0-9]+\.[0-9]+"), "xsd:boolean": re.compile("true|false")}


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as Turtle."""
    write_prefixes(out)
    blocks = Counted(store, provenance)
    write_texts(map(paragraph, blocks), out)
    return blocks.triples


def write_prefixes(out: BinaryIO) -> None:
    """Write the head that Turtle and TriG begin with."""
    for prefix, namespace in PREFIXES.items():
        out.write(f"@prefix {prefix}: {iri(namespace)} .\n".encode())


def paragraph(block: Block) -> str:
    """Write all that is said of a node, with an empty line in front."""
    subject, properties = block
    clauses = []
    for predicate, group in groupby(properties, key=itemgetter(0)):
        verb = "a" if predicate == "rdf:type" else predicate
        objects = [_term(kind, value) for _, kind, value in group]
        clauses.append(f"{verb} {', '.join(objects)}")
    body = " ;\n    ".join(clauses)
    return f"\n{short(subject)} {body} .\n" if clauses else ""


@lru_cache(maxsize=65536)
def short(identifier: str) -> str:
    """Return a node of ours as a prefixed name where it can be one."""
    prefix, _, local = identifier.partition("/")
    short = prefix in PREFIXES and _LOCAL.fullmatch(local)
    return f"{prefix}:{local}" if short else node(identifier)


def _term(kind: str, value: str) -> str:
    if kind == NODE:
        return short(value)
    if kind in (NAME, TRIPLE):
        return value
    if kind == TEXT:
        return literal(value)
    if kind in _BARE and _BARE[kind].fullmatch(value):
        return value
    return f"{literal(value)}^^{kind}" if kind.startswith("xsd:") else term(kind, value)


TURTLE = Exporter(
    "turtle",
    "Turtle, one paragraph a node",
    ".ttl",
    "text/turtle",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
