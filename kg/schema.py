"""The types and relations of the graph, as `ontology/kg.ttl` defines them.

A type is a subclass of ``kgo:Entity``, a relation a property below ``kgo:relatedTo``; what
describes results and evidence only is neither. Read once, on first use.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import UnknownNameError
from kg.model import STATUSES

KGO = "https://w3id.org/paperkg/ontology#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"

#: One subject's values by property IRI; a value is an IRI or the text of a literal.
_Description = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Type:
    """A type of entity."""

    name: str
    label: str
    definition: str
    example: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between entities.

    `domain` and `range` name the types it may join; `parent` is the broader relation, or empty.
    """

    name: str
    label: str
    definition: str
    example: str
    domain: frozenset[str]
    range: frozenset[str]
    parent: str = ""


def bundled_path(folder: str, name: str = "") -> Path:
    """Return where a bundled file is: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent
    packaged = package / folder
    return (packaged if packaged.is_dir() else package.parent / folder) / name


def ontology_path(name: str = "kg.ttl") -> Path:
    """Return the path of a file of the ontology folder.

    >>> ontology_path().name
    'kg.ttl'
    """
    return bundled_path("ontology", name)


@cache
def types() -> Mapping[str, Type]:
    """Return the types by name, in the order of the file.

    >>> types()["Benchmark"].example
    'GSM8K, MMLU, MT-Bench'
    """
    found = {
        name: Type(name, *_documentation(values))
        for name, values in _descriptions().items()
        if f"{KGO}Entity" in values[f"{_RDFS}subClassOf"]
    }
    return MappingProxyType(found)


@cache
def relations() -> Mapping[str, Relation]:
    """Return the relations by name, in the order of the file.

    >>> relations()["quantizedFrom"].parent
    'basedOn'
    """
    parents = {
        name: _local(values[f"{_RDFS}subPropertyOf"]) for name, values in _descriptions().items()
    }
    found = {}
    for name, values in _descriptions().items():
        if not parents[name]:
            continue
        found[name] = Relation(
            name,
            *_documentation(values),
            domain=frozenset(_local(values[f"{_SCHEMA}domainIncludes"])),
            range=frozenset(_local(values[f"{_SCHEMA}rangeIncludes"])),
            parent=parents[name][0].replace("relatedTo", ""),
        )
    return MappingProxyType(found)


@cache
def with_narrower(name: str) -> tuple[str, ...]:
    """Return a relation and those below it, however far.

    >>> with_narrower("basedOn")[0], "quantizedFrom" in with_narrower("basedOn")
    ('basedOn', True)
    """
    below = (kind.name for kind in relations().values() if kind.parent == name)
    return (name, *(narrower for kind in below for narrower in with_narrower(kind)))


def type_named(name: str) -> Type:
    """Return a type by name; raises UnknownNameError with the nearest names."""
    try:
        return types()[name]
    except KeyError:
        raise UnknownNameError("type", name, nearest(name, types())) from None


def check(
    *, types: Iterable[str] = (), relations: Iterable[str] = (), status: Iterable[str] = ()
) -> None:
    """Raise UnknownNameError, with the nearest names, for what is no type, relation or status.

    Quick enough to be called where facts are read, and reads no RDF for names that are known.

    >>> check(types=["Model"], relations=["usesMethod"], status=["candidate"])
    """
    for name in types:
        if name not in _names("subClassOf kgo:Entity"):
            type_named(name)
    for name in relations:
        if name not in _names("subPropertyOf"):
            relation(name)
    for name in status:
        if name not in STATUSES:
            raise UnknownNameError("status", name, nearest(name, STATUSES) or sorted(STATUSES))


@cache
def _names(said: str) -> frozenset[str]:
    """Return the terms of which this is said, by how the file is laid out."""
    text = ontology_path().read_text(encoding="utf-8")
    return frozenset(re.findall(rf"^kgo:(\w+) a owl:\w+ ;\n    rdfs:{said}", text, re.MULTILINE))


def terms() -> tuple[str, ...]:
    """Return the local names of all classes and properties of the ontology, sorted.

    >>> "Assertion" in terms(), "confidence" in terms()
    (True, True)
    """
    return tuple(sorted(filter(None, _descriptions())))


def relation(name: str) -> Relation:
    """Return a relation by name; raises UnknownNameError with the nearest names."""
    try:
        return relations()[name]
    except KeyError:
        near = nearest(name, relations())
        known = "" if near else f"the relations are {', '.join(relations())}"
        raise UnknownNameError("relation", name, near, known) from None


def allows(relation_name: str, subject_type: str, object_type: str) -> bool:
    """Tell whether a relation may join two types.

    >>> allows("evaluatedOnModel", "Method", "Model"), allows("evaluatedOnModel", "Method", "Task")
    (True, False)
    """
    found = relation(relation_name)
    return subject_type in found.domain and object_type in found.range


@cache
def _descriptions() -> Mapping[str, _Description]:
    """Read what the ontology says of each of its own terms, by local name."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    terms: dict[str, dict[str, list[str]]] = {}
    for quad in parse(path=ontology_path(), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and subject.value.startswith(KGO):
            name = subject.value.removeprefix(KGO)
            values = terms.setdefault(name, defaultdict(list))
            values[quad.predicate.value].append(getattr(value, "value", ""))
    return terms


def _documentation(values: _Description) -> tuple[str, str, str]:
    """Return label, definition and example of a term; each term has them."""
    properties = (f"{_RDFS}label", f"{_SKOS}definition", f"{_SKOS}example")
    label, definition, example = (values[name][0] for name in properties)
    return label, definition, example


def _local(iris: Iterable[str]) -> list[str]:
    """Return the local names of the IRIs that are the ontology's own."""
    return [iri.removeprefix(KGO) for iri in iris if iri.startswith(KGO)]


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names nearest to a wrong one, whatever its case."""
    from difflib import get_close_matches

    by_key = {other.casefold(): other for other in known}
    return [by_key[key] for key in get_close_matches(name.casefold(), by_key, n=3)]
