"""GEXF 1.3: for Gephi, with the positions of a force layout.

See https://gexf.net/. The layout is worked out of all facts at once: of the formats, this one
alone holds their ends in memory.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from kg.exporters.exporter import Exporter, one_file, write_texts
from kg.exporters.property_graph import KEYS, Properties, edges, names, node, spelled
from kg.exporters.xml_text import escape
from kg.layout import positions
from kg.rdf.blocks import Provenance
from kg.store import Store, streams

if TYPE_CHECKING:
    from kg.layout import Positions

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>kg</creator></meta>
<graph defaultedgetype="directed" mode="static" idtype="string">
"""
#: Gephi's units by the least distance of two nodes; it draws nodes 10 wide.
_SCALE = 20


def write(store: Store, out: BinaryIO, _: Provenance) -> int:
    """Write a store as GEXF."""
    places = _places(store)
    out.write(_HEAD.encode())
    write_texts(_declarations(), out)
    out.write(b"<nodes>\n")
    nodes = write_texts(_nodes(store, places), out)
    out.write(b"</nodes>\n<edges>\n")
    made = write_texts(_edges(store), out)
    out.write(b"</edges>\n</graph>\n</gexf>\n")
    return nodes + made


def _places(store: Store) -> "Positions":
    """Lay out the entities, in their order, by all facts but bare mentions and candidates."""
    numbers = {item.id: number for number, item in enumerate(store.entities())}
    pairs = (
        (numbers[fact.subject], numbers[fact.object])
        for fact in streams.facts(store)
        if fact.relation != "mentions" and fact.status != "candidate"
    )
    return positions(len(numbers), pairs)


def _declarations() -> Iterator[str]:
    for owner in ("node", "edge"):
        yield f'<attributes class="{owner}">\n'
        for whose, key, name, kind in names():
            if whose == owner:
                yield f'<attribute id="{key}" title="{name}" type="{kind}"/>\n'
        yield "</attributes>\n"


def _nodes(store: Store, places: "Positions") -> Iterator[str]:
    for item, (x, y) in zip(store.entities(), places.tolist(), strict=True):
        head = f'<node id="{escape(item.id)}" label="{escape(item.label)}">'
        place = f'<viz:position x="{x * _SCALE:.2f}" y="{y * _SCALE:.2f}" z="0"/>'
        yield f"{head}{_values('node', node(item))}{place}</node>\n"


def _edges(store: Store) -> Iterator[str]:
    for fact, key, told in edges(store, streams.facts(store)):
        ends = f'source="{escape(fact.subject)}" target="{escape(fact.object)}"'
        kind = f'kind="{fact.relation}" label="{fact.relation}"'
        yield f'<edge id="{key}" {ends} {kind}>{_values("edge", told)}</edge>\n'


def _values(owner: str, told: Properties) -> str:
    values = [
        f'<attvalue for="{KEYS[owner, name]}" value="{escape(spelled(value))}"/>'
        for name, value in told.items()
    ]
    return f"<attvalues>{''.join(values)}</attvalues>"


GEXF = Exporter(
    "gexf",
    "GEXF 1.3: entities with positions and facts, each with its best evidence",
    ".gexf",
    "application/gexf+xml",
    one_file(write),
)
