"""Triples as lines of N-Triples, and as the terms of pyoxigraph and rdflib."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from kg.rdf.blocks import Provenance, blocks
from kg.rdf.describe import Block
from kg.rdf.terms import NAME, NODE, PREFIXES, TEXT, literal, name, node, term
from kg.store import Store

if TYPE_CHECKING:
    from pyoxigraph import Triple
    from rdflib import Graph


def lines(store: Store, provenance: Provenance = "full") -> Iterator[str]:
    """Write a store as N-Triples; what is yielded is the lines of one subject."""
    return map(block_lines, blocks(store, provenance))


def block_lines(block: Block, end: str = " .\n") -> str:
    """Write a block as lines that end in `end`."""
    subject, properties = block
    head = node(subject)
    return "".join(
        [f"{head} {_NAMES[p]} {_SPELLED[kind](value)}{end}" for p, kind, value in properties]
    )


class _Names(dict[str, str]):
    """The IRIs of predicates and other names of vocabularies, spelled on first use."""

    def __missing__(self, prefixed: str) -> str:
        self[prefixed] = name(prefixed)
        return self[prefixed]


class _Spelled(dict[str, Callable[[str], str]]):
    """What spells a value of each kind, by `term` but for the most frequent kinds."""

    def __missing__(self, kind: str) -> Callable[[str], str]:
        self[kind] = partial(term, kind)
        return self[kind]


_NAMES = _Names()
_SPELLED = _Spelled({NODE: node, TEXT: literal, NAME: _NAMES.__getitem__})


def triples(store: Store) -> "Iterator[Triple]":
    """Yield a store's triples as pyoxigraph terms."""
    from pyoxigraph import RdfFormat, parse

    for text in lines(store):
        for quad in parse(text, format=RdfFormat.N_TRIPLES):
            yield quad.triple


def to_rdflib(store: Store, provenance: Provenance = "full") -> "Graph":
    """Return a store as an rdflib graph with all prefixes bound.

    All of it is held in memory: with less `provenance` it is smaller.
    """
    from rdflib import Graph

    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    return graph.parse(data="".join(lines(store, provenance)), format="nt")
