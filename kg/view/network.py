"""The picture as pyvis has it: nodes where the layout put them, one edge a pair, options.

pyvis builds the data and the options; its own template is not used, since it loads files from
other hosts and runs what a node's title says.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from kg import layout

if TYPE_CHECKING:
    from kg.view.payload import Json

#: Pixels between two nodes that stand as near as the layout lets them.
_SCALE = 58

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 3_600_000,
        "hideEdgesOnDrag": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": False},
    },
    "nodes": {"borderWidth": 0, "borderWidthSelected": 0, "labelHighlightBold": False},
    "edges": {
        "smooth": {"enabled": False},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
        "selectionWidth": 1,
        "hoverWidth": 0.5,
    },
}


def network(data: Json) -> Json:
    """Return nodes, edges and options for vis-network, built by pyvis."""
    from pyvis.network import Network

    pairs = _pairs(data)
    places = _places(data, pairs)
    degree = _degrees(data, pairs)
    # Directed, since pyvis compares each undirected edge with all before it.
    net = Network(directed=True)
    for number, (x, y) in enumerate(places):
        thing = data["things"][number]
        look = data["types"][thing["type"]]
        net.add_node(
            number,
            label=thing["short"],
            shape=look["shape"],
            color=look["light"],
            x=round(x * _SCALE, 1),
            y=round(y * _SCALE, 1),
            size=_size(look["shape"], degree[number]),
        )
    for number, ((left, right), facts) in enumerate(pairs.items()):
        net.add_edge(left, right, id=number, facts=facts, arrows="")
    net.set_options(json.dumps(_OPTIONS))
    return {"nodes": net.nodes, "edges": net.edges, "options": net.options}


def _pairs(data: Json) -> dict[tuple[int, int], list[int]]:
    """Return the facts between two nodes, by the pair, which points as its first fact does."""
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, (subject, _, object_, *_) in enumerate(data["facts"]):
        if subject == object_ or max(subject, object_) >= data["nodes"]:
            continue
        turned = (object_, subject)
        pairs.setdefault(turned if turned in pairs else (subject, object_), []).append(number)
    return pairs


def _is_on(data: Json, fact: list[Any]) -> bool:
    """Tell whether a fact is drawn when the page opens."""
    _, relation, _, status, *_ = fact
    return not data["relations"][relation]["off"] and not data["statuses"][status]["off"]


def _degrees(data: Json, pairs: dict[tuple[int, int], list[int]]) -> list[int]:
    """Count the edges of each node that are drawn when the page opens."""
    degree = [0] * data["nodes"]
    for ends, facts in pairs.items():
        if any(_is_on(data, data["facts"][fact]) for fact in facts):
            for end in ends:
                degree[end] += 1
    return degree


def _places(data: Json, pairs: dict[tuple[int, int], list[int]]) -> list[tuple[float, float]]:
    """Lay out what is drawn by its opening edges; the rest finds a place beside it."""
    drawn = data["drawn"]
    edges = [
        ends
        for ends, facts in pairs.items()
        if max(ends) < drawn and any(_is_on(data, data["facts"][fact]) for fact in facts)
    ]
    places = layout.positions(drawn, edges)
    beside: list[list[int]] = [[] for _ in range(drawn, data["nodes"])]
    for left, right in pairs:
        if left < drawn <= right:
            beside[right - drawn].append(left)
    return [(float(x), float(y)) for x, y in places] + layout.around(places, beside)


def _size(shape: str, degree: int) -> float:
    """Return a size that grows slowly with the links; shapes of equal size look equally large."""
    even = {"dot": 1.0, "square": 0.86, "diamond": 1.16, "hexagon": 1.04, "star": 1.2}
    return round(min(8 + 2.1 * math.sqrt(degree), 22) * even.get(shape, 1.1), 1)
