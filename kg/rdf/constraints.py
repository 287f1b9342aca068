"""Each constraint of the shapes as a SPARQL query whose rows are what breaks it.

The queries follow the definitions of the SHACL Recommendation (https://www.w3.org/TR/shacl/). A
parameter that stands in none of the tables here is refused.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.rdf.shapes import SH, Constraint, Shapes

if TYPE_CHECKING:
    from kg.rdf.shapes import Term

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DAY = r"-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_ZONE = r"(Z|[+-][0-9]{2}:[0-9]{2})?"
#: The spellings of each datatype; a literal of another spelling is ill-typed.
_SPELLINGS = {
    "string": "",
    "anyURI": "",
    "boolean": r"^(true|false|1|0)$",
    "decimal": r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$",
    "nonNegativeInteger": r"^\+?[0-9]+$",
    "date": rf"^-?[0-9]{{4,}}{_DAY}{_ZONE}$",
    "gYear": rf"^-?[0-9]{{4,}}{_ZONE}$",
    "gYearMonth": rf"^-?[0-9]{{4,}}-(0[1-9]|1[0-2]){_ZONE}$",
}
#: pyoxigraph keeps every kind of integer as xsd:integer: there its spelling alone can be checked.
_STORED_AS = {"nonNegativeInteger": f"<{_XSD}nonNegativeInteger>, <{_XSD}integer>"}
_KINDS = {"IRI": "isIRI(?value)", "Literal": "isLiteral(?value)", "BlankNode": "isBlank(?value)"}
_WHERE = re.compile(r"\bWHERE\s*\{")


def query(shapes: Shapes, constraint: Constraint) -> str:
    """Write the query that finds what breaks a constraint: ``?this`` and, of some, ``?value``."""
    if constraint.parameter == "sparql":
        return _own_query(shapes, constraint)
    if constraint.parameter in PATH_TESTS:
        broken = PATH_TESTS[constraint.parameter](constraint)
    else:
        reached = f"?this {constraint.path} ?value ." if constraint.path else _ITSELF
        broken = f"{reached} FILTER(!{_test(shapes, constraint.parameter, constraint.value)})"
    return f"SELECT DISTINCT ?this ?value WHERE {{ {constraint.target} {broken} }}"


_ITSELF = "BIND(?this AS ?value)"


def _own_query(shapes: Shapes, constraint: Constraint) -> str:
    """Look at all nodes of the target at once, where SHACL asks the query of one after another."""
    text = shapes.text(constraint.value, "select").replace("$", "?")
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in shapes.prefixes().items())
    return declared + _WHERE.sub(lambda found: f"{found[0]} {constraint.target}", text, count=1)


def _one(constraint: Constraint) -> None:
    if getattr(constraint.value, "value", "") != "1":
        raise QueryError(f"{constraint.shape}: only counts of 1 are read, not {constraint.value}")


def _at_least(constraint: Constraint) -> str:
    _one(constraint)
    return f"FILTER NOT EXISTS {{ ?this {constraint.path} ?any_value }}"


def _at_most(constraint: Constraint) -> str:
    _one(constraint)
    path = constraint.path
    return f"?this {path} ?one . ?this {path} ?other . FILTER(!sameTerm(?one, ?other))"


def _has(constraint: Constraint) -> str:
    return f"FILTER NOT EXISTS {{ ?this {constraint.path} {constraint.value} }}"


def _equals(constraint: Constraint) -> str:
    path, other = constraint.path, constraint.value
    here, there = f"?this {path} ?value", f"?this {other} ?value"
    return (
        f"{{ {here} FILTER NOT EXISTS {{ {there} }} }} "
        f"UNION {{ {there} FILTER NOT EXISTS {{ {here} }} }}"
    )


def _less(constraint: Constraint) -> str:
    sign = "<" if constraint.parameter == "lessThan" else "<="
    return (
        f"?this {constraint.path} ?value ; {constraint.value} ?other . "
        f"FILTER(!COALESCE(?value {sign} ?other, false))"
    )


#: The constraints on all values of a path together.
PATH_TESTS: Mapping[str, Callable[[Constraint], str]] = {
    "minCount": _at_least,
    "maxCount": _at_most,
    "hasValue": _has,
    "equals": _equals,
    "lessThan": _less,
    "lessThanOrEquals": _less,
}


def _test(shapes: Shapes, parameter: str, value: "Term") -> str:
    """Write what must hold of one value, as an expression that never ends in an error."""
    if parameter not in VALUE_TESTS:
        raise QueryError(f"sh:{parameter} is not read; say it with other parameters, or in SPARQL")
    return VALUE_TESTS[parameter](shapes, value)


def _all(shapes: Shapes, node: "Term") -> str:
    """Write what a shape without target says of a value."""
    if shapes.of(node, "property"):
        raise QueryError(f"the shape {node} is reached through another and has sh:property")
    tests = [_test(shapes, name, value) for name, value in shapes.parameters(node)]
    return f"({' && '.join(tests)})"


def _either(shapes: Shapes, members: "Term") -> str:
    return f"({' || '.join(_all(shapes, item) for item in shapes.members(members))})"


def _not(shapes: Shapes, node: "Term") -> str:
    return f"(!{_all(shapes, node)})"


def _class(_: Shapes, value: "Term") -> str:
    return f"EXISTS {{ ?value a {value} }}"


def _datatype(_: Shapes, value: "Term") -> str:
    name = getattr(value, "value", "").removeprefix(_XSD)
    if name not in _SPELLINGS:
        raise QueryError(f"the datatype {value} is not read; known are {', '.join(_SPELLINGS)}")
    known = _STORED_AS.get(name, str(value))
    typed = f"isLiteral(?value) && DATATYPE(?value) IN ({known})"
    spelled = f" && {_matches(_SPELLINGS[name])}" if _SPELLINGS[name] else ""
    return f"({typed}{spelled})"


def _matches(pattern: str) -> str:
    from pyoxigraph import Literal

    return f"REGEX(STR(?value), {Literal(pattern)})"


def _pattern(_: Shapes, value: "Term") -> str:
    return f"(!isBlank(?value) && {_matches(getattr(value, 'value', ''))})"


def _kind(_: Shapes, value: "Term") -> str:
    names = getattr(value, "value", "").removeprefix(SH).split("Or")
    return f"({' || '.join(_KINDS[name] for name in names)})"


def _length(_: Shapes, value: "Term") -> str:
    return f"(!isBlank(?value) && STRLEN(STR(?value)) >= {getattr(value, 'value', '')})"


def _no_less(_: Shapes, value: "Term") -> str:
    return f"COALESCE(?value >= {value}, false)"


def _no_more(_: Shapes, value: "Term") -> str:
    return f"COALESCE(?value <= {value}, false)"


def _among(shapes: Shapes, value: "Term") -> str:
    return f"({' || '.join(f'sameTerm(?value, {item})' for item in shapes.members(value))})"


#: The constraints on each value alone.
VALUE_TESTS: Mapping[str, Callable[[Shapes, "Term"], str]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _kind,
    "pattern": _pattern,
    "minLength": _length,
    "minInclusive": _no_less,
    "maxInclusive": _no_more,
    "in": _among,
    "or": _either,
    "not": _not,
    "node": _all,
}
