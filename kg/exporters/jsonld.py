"""JSON-LD: one document, its context inside; ids are the ids of kg."""

import json
from functools import cache
from itertools import chain, groupby, repeat
from operator import itemgetter
from typing import Any, BinaryIO

from kg.exporters.exporter import Counted, Exporter, one_file, write_texts
from kg.exporters.json_text import dump
from kg.namespaces import BASE
from kg.rdf.blocks import Provenance
from kg.rdf.describe import Block
from kg.rdf.terms import ADDRESS, NAME, NODE, TEXT, web_address
from kg.schema import ontology_path
from kg.store import Store

#: A value of JSON.
_Json = str | dict[str, str]


def write(store: Store, out: BinaryIO, provenance: Provenance) -> int:
    """Write a store as one JSON-LD document, a node a line."""
    context = {**_context(), "@base": BASE}
    out.write(f'{{"@context": {dump(context)},\n"@graph": ['.encode())
    blocks = Counted(store, provenance)
    separators = chain(["\n"], repeat(",\n"))
    write_texts((f"{next(separators)}{dump(_node(block))}" for block in blocks), out)
    out.write(b"\n]}\n")
    return blocks.triples


def _node(block: Block) -> dict[str, Any]:
    subject, properties = block
    found: dict[str, Any] = {"id": subject}
    for predicate, group in groupby(properties, key=itemgetter(0)):
        if predicate == "rdf:type":
            found["type"] = [value.removeprefix("kgo:") for _, _, value in group]
            continue
        key, coerced = _key(predicate)
        values = [_value(kind, value, coerced) for _, kind, value in group]
        found[key] = values if len(values) > 1 else values[0]
    return found


def _value(kind: str, value: str, coerced: str) -> _Json:
    """Return a value; one of the type that the context gives its key is plain text."""
    if kind == ADDRESS:
        address = web_address(value)
        kind, value = ("@id", address) if address else (TEXT, value)
    elif kind in (NODE, NAME):
        kind = "@id"
    if kind == coerced:
        return value
    if kind == "@id":
        return {"@id": value}
    return {"@value": value} if kind == TEXT else {"@value": value, "@type": kind}


@cache
def _context() -> dict[str, Any]:
    text = ontology_path("context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


@cache
def _key(predicate: str) -> tuple[str, str]:
    """Return a predicate's key in the context, and the type of its values there."""
    for term, definition in _context().items():
        if isinstance(definition, dict) and definition["@id"] == predicate:
            return term, definition["@type"]
        if definition == predicate:
            return term, TEXT
    return predicate.removeprefix("kgo:"), TEXT


JSONLD = Exporter(
    "jsonld",
    "JSON-LD, one document with its context",
    ".jsonld",
    "application/ld+json",
    one_file(write),
    lossless=True,
    is_rdf=True,
)
