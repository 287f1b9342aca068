"""GEXF holds nothing but what its grammar names (gexf.rng and dynamics.xsd of version 1.3).

The grammar of the positions (viz) is not looked at.
"""

from xml.etree import ElementTree

from kg.schema import bundled_path

PLACE = "{http://gexf.net/1.3}"
#: Of each element, the attributes it must have, those it may have, and the elements within it.
GRAMMAR: dict[str, tuple[set[str], set[str], set[str]]] = {
    "gexf": ({"version"}, {"variant"}, {"meta", "graph"}),
    "meta": (set(), {"lastmodifieddate"}, {"creator", "keywords", "description"}),
    "creator": (set(), set(), set()),
    "graph": (set(), {"defaultedgetype", "idtype", "mode"}, {"attributes", "nodes", "edges"}),
    "attributes": ({"class"}, {"mode"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, set(), {"default", "options"}),
    "nodes": (set(), {"count"}, {"node"}),
    "node": ({"id"}, {"label", "pid"}, {"attvalues"}),
    "edges": (set(), {"count"}, {"edge"}),
    "edge": ({"source", "target"}, {"id", "type", "label", "weight", "kind"}, {"attvalues"}),
    "attvalues": (set(), set(), {"attvalue"}),
    "attvalue": ({"for", "value"}, set(), set()),
}
TYPES = {"integer", "long", "double", "float", "boolean", "string", "anyURI"}


def elements() -> list[ElementTree.Element]:
    tree = ElementTree.parse(bundled_path("exports", "demo.gexf"))
    return [item for item in tree.iter() if item.tag.startswith(PLACE)]


def test_each_element_has_what_the_grammar_asks_for():
    for item in elements():
        required, optional, _ = GRAMMAR[item.tag.removeprefix(PLACE)]
        assert required <= set(item.keys()) <= required | optional


def test_each_element_holds_what_the_grammar_lets_it():
    for item in elements():
        within = {child.tag.removeprefix(PLACE) for child in item if child.tag.startswith(PLACE)}
        assert within <= GRAMMAR[item.tag.removeprefix(PLACE)][2]


def test_values_are_of_attributes_that_are_declared_with_a_type():
    declared = {item.get("id"): item.get("type") for item in elements() if item.get("title")}
    assert set(declared.values()) <= TYPES
    used = {item.get("for") for item in elements() if item.tag == f"{PLACE}attvalue"}
    assert used <= set(declared)


def test_edges_join_nodes_that_are_there():
    nodes = {item.get("id") for item in elements() if item.tag == f"{PLACE}node"}
    ends = {item.get(end) for item in elements() for end in ("source", "target")} - {None}
    assert ends <= nodes
