"""The shapes file as Python reads it: which nodes each shape looks at, and its constraints.

What is read is the part of SHACL that `kg.rdf.constraints` can check; of the rest, `read` makes an
error, so that no constraint is passed over in silence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.schema import ontology_path

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

    #: What stands in the shapes graph.
    Term = NamedNode | BlankNode | Literal | Triple

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SHAPES = "https://w3id.org/paperkg/shapes#"

#: What a shape says that is no constraint.
_NO_CONSTRAINTS = frozenset(
    ("targetClass", "targetSubjectsOf", "property", "path", "message", "severity", "name")
)
#: How SPARQL writes a step of a path that is no plain property.
_STEPS = {"inversePath": "^({})", "zeroOrMorePath": "({})*", "oneOrMorePath": "({})+"}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of a shape: the SHACL parameter (``minCount``) and its value.

    `target` matches the nodes as ``?this`` in SPARQL, `path` leads to the values; it is empty where
    the node itself is constrained. `severity` is Violation, Warning or Info.
    """

    shape: str
    target: str
    path: str
    parameter: str
    value: "Term"
    message: str
    severity: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """A graph of shapes, by subject and property."""

    values: Mapping[object, Mapping[str, list["Term"]]] = field(repr=False)

    def of(self, node: object, name: str) -> list["Term"]:
        """Return the values of a SHACL property of a node."""
        return self.values.get(node, {}).get(SH + name, [])

    def text(self, node: object, name: str) -> str:
        """Return the text of the first value of a SHACL property, or empty."""
        return next((getattr(item, "value", "") for item in self.of(node, name)), "")

    def members(self, node: object) -> Iterator["Term"]:
        """Yield the members of an RDF list."""
        while first := self.values.get(node, {}).get(f"{RDF}first"):
            yield first[0]
            node = self.values[node][f"{RDF}rest"][0]

    def parameters(self, node: object) -> Iterator[tuple[str, "Term"]]:
        """Yield what constrains a node or value: SHACL properties that are no mere description."""
        for name, found in self.values[node].items():
            local = name.removeprefix(SH)
            if name.startswith(SH) and local not in _NO_CONSTRAINTS:
                yield from ((local, value) for value in found)

    def constraints(self) -> Iterator[Constraint]:
        """Yield each constraint of each shape that has a target."""
        for node in self.values:
            target = self._target(node)
            for holder in (node, *self.of(node, "property")) if target else ():
                path = self.path(self.of(holder, "path")[0]) if holder != node else ""
                message = self.text(holder, "message")
                severity = self.text(holder, "severity").removeprefix(SH) or "Violation"
                shape = str(getattr(node, "value", "")).removeprefix(SHAPES)
                for name, value in self.parameters(holder):
                    told = self.text(value, "message") if name == "sparql" else message
                    yield Constraint(shape, target, path, name, value, told, severity)

    def _target(self, node: object) -> str:
        classes = " ".join(map(str, self.of(node, "targetClass")))
        if classes:
            return f"VALUES ?class {{ {classes} }} ?this a ?class ."
        given = " ".join(map(str, self.of(node, "targetSubjectsOf")))
        if not given:
            return ""
        return f"{{ SELECT DISTINCT ?this {{ VALUES ?given {{ {given} }} ?this ?given ?any }} }}"

    def path(self, node: "Term") -> str:
        """Write a path as SPARQL does."""
        if node not in self.values:
            return str(node)
        steps = [self.path(step) for step in self.members(node)]
        if steps:
            return "/".join(steps)
        if either := self.of(node, "alternativePath"):
            return f"({'|'.join(map(self.path, self.members(either[0])))})"
        for name, form in _STEPS.items():
            if inner := self.of(node, name):
                return form.format(self.path(inner[0]))
        raise QueryError(f"a path of the shapes cannot be read: {dict(self.values[node])}")

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes that the SPARQL constraints may use."""
        declared = [item for node in self.values for item in self.of(node, "declare")]
        return {self.text(item, "prefix"): self.text(item, "namespace") for item in declared}


def read(path: Path | None = None) -> Shapes:
    """Read a Turtle file of shapes, by default that of the ontology folder."""
    from pyoxigraph import RdfFormat, parse

    values: dict[object, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=path or ontology_path("shapes.ttl"), format=RdfFormat.TURTLE):
        values[quad.subject][quad.predicate.value].append(quad.object)
    return Shapes({subject: dict(said) for subject, said in values.items()})
