"""GraphML: for networkx, igraph, Gephi, yEd, Cytoscape.

See http://graphml.graphdrawing.org/. Candidates are edges too, with that status.
"""

from collections.abc import Iterator
from typing import BinaryIO

from kg.exporters.exporter import Exporter, one_file, write_texts
from kg.exporters.property_graph import KEYS, Properties, edges, names, node, spelled
from kg.exporters.xml_text import escape
from kg.rdf.blocks import Provenance
from kg.store import Store, streams

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_TYPES = {"integer": "int"}


def write(store: Store, out: BinaryIO, _: Provenance) -> int:
    """Write a store as GraphML."""
    out.write(_HEAD.encode())
    write_texts(_declarations(), out)
    out.write(b'<graph id="kg" edgedefault="directed">\n')
    nodes = write_texts(
        (f'<node id="{escape(item.id)}">{_data("node", node(item))}</node>\n'
         for item in store.entities()), out,
    )  # fmt: skip
    made = write_texts(_edges(store), out)
    out.write(b"</graph>\n</graphml>\n")
    return nodes + made


def _declarations() -> Iterator[str]:
    for owner, key, name, kind in names():
        kind = _TYPES.get(kind, kind)
        yield f'<key id="{key}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'


def _edges(store: Store) -> Iterator[str]:
    for fact, key, told in edges(store, streams.facts(store)):
        ends = f'source="{escape(fact.subject)}" target="{escape(fact.object)}"'
        yield f'<edge id="{key}" {ends}>{_data("edge", told)}</edge>\n'


def _data(owner: str, told: Properties) -> str:
    return "".join(
        [
            f'<data key="{KEYS[owner, name]}">{escape(spelled(value))}</data>'
            for name, value in told.items()
        ]
    )


GRAPHML = Exporter(
    "graphml",
    "GraphML: entities and facts, each fact with its best evidence",
    ".graphml",
    "application/graphml+xml",
    one_file(write),
)
