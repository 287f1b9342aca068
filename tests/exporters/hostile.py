"""Names that would break a careless writer, in every place that a format writes names in."""

from dataclasses import replace

from kg.model import Entity, Graph
from tests.graphs.small import HARD, small_graph

NAMES = (
    HARD,
    "=HYPERLINK(1+1)",
    "'=1",
    "+1",
    "-1 or @x",
    "@cell",
    "\ttab",
    "\rreturn",
    "';DROP",
    "'}) DETACH DELETE n //",
    "\\",
    "ends in \\",
    "\\u0027",
    "\\\\u0027}",
    "\\\x01",
    "]]> <!-- --> <?x?> &amp; &#38;",
    "</node></graph>",
    '"quoted" "',
    "%s {0} ${x}",
    "a\u2028b\u2029c\x85d",
    "nul\x00",
    "\x0b\x0c\x1f\ufffe\uffff",
    "\u202eesrever",
    "مثال 例 😀",
    " spaces ",
    "é e\u0301",
    '"""',
    "'''",
    ">> )>> ~ {| |}",
    "a,b;c\td",
    "# comment",
    "[1, 2]",
    "null",
    "true",
    "1e5",
)


def hostile_graph() -> Graph:
    """Return the small graph with a method of each name, which has all others as aliases."""
    graph = small_graph()
    methods = tuple(
        Entity(f"method/hostile-{number:02d}", "Method", name, (f"alias {name}",), url=name)
        for number, name in enumerate(NAMES)
    )
    entities = sorted((*graph.entities, *methods), key=lambda item: item.id)
    return replace(graph, entities=tuple(entities))
