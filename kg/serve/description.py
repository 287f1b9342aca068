"""What the server says of itself: the service description of SPARQL 1.1, and VoID.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.namespaces import BASE, GRAPH, VOCABULARIES, expand

if TYPE_CHECKING:
    from pyoxigraph import Triple

SERVICE = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
#: The W3C's names of the formats that the server writes.
RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip

#: The prefixes of both descriptions.
PREFIXES = {"sd": SERVICE, "void": VOID, "formats": FORMATS, **VOCABULARIES}


class Counted(NamedTuple):
    """How many entities a graph has of each type, and how many triples of each relation."""

    entities: dict[str, int]
    triples: dict[str, int]


#: Subject, predicate and object; an object that begins with a quote is a text, a number is one.
_Said = tuple[str, str, str | int]


def service(endpoint: str, triples: int) -> "Iterator[Triple]":
    """Describe the endpoint: the language, the formats, and the one graph."""
    dataset, graph = f"{endpoint}#dataset", f"{endpoint}#graph"
    said: list[_Said] = [
        (endpoint, expand("rdf:type"), f"{SERVICE}Service"),
        (endpoint, f"{SERVICE}endpoint", endpoint),
        (endpoint, f"{SERVICE}supportedLanguage", f"{SERVICE}SPARQL11Query"),
        (endpoint, f"{SERVICE}defaultDataset", dataset),
        (dataset, expand("rdf:type"), f"{SERVICE}Dataset"),
        (dataset, f"{SERVICE}defaultGraph", graph),
        (graph, expand("rdf:type"), f"{SERVICE}Graph"),
        (graph, f"{VOID}triples", triples),
        (graph, expand("rdfs:seeAlso"), GRAPH),
    ]
    said += ((endpoint, f"{SERVICE}resultFormat", f"{FORMATS}{name}") for name in RESULT_FORMATS)
    return _triples(said)


def void(endpoint: str, triples: int, counts: "Counted | None") -> "Iterator[Triple]":
    """Describe the data: how much there is of each type and relation, and where to ask."""
    said: list[_Said] = [
        (GRAPH, expand("rdf:type"), f"{VOID}Dataset"),
        (GRAPH, expand("dcterms:title"), '"A knowledge graph of papers, models and benchmarks'),
        (GRAPH, f"{VOID}sparqlEndpoint", endpoint),
        (GRAPH, f"{VOID}uriSpace", f'"{BASE}'),
        (GRAPH, f"{VOID}triples", triples),
        *((GRAPH, f"{VOID}vocabulary", space) for space in VOCABULARIES.values()),
    ]
    if counts is not None:
        said.append((GRAPH, f"{VOID}entities", sum(counts.entities.values())))
        said += _parts("class", "entities", counts.entities)
        said += _parts("property", "triples", counts.triples)
    return _triples(said)


def _parts(kind: str, unit: str, numbers: dict[str, int]) -> Iterator[_Said]:
    for name, number in sorted(numbers.items()):
        part = f"{GRAPH}#{kind}-{name}"
        yield GRAPH, f"{VOID}{kind}Partition", part
        yield part, f"{VOID}{kind}", expand(f"kgo:{name}")
        yield part, f"{VOID}{unit}", number


def _triples(said: Iterable[_Said]) -> "Iterator[Triple]":
    from pyoxigraph import Literal, NamedNode, Triple

    for subject, predicate, value in said:
        if isinstance(value, int):
            item: Literal | NamedNode = Literal(value)
        else:
            item = Literal(value[1:]) if value.startswith('"') else NamedNode(value)
        yield Triple(NamedNode(subject), NamedNode(predicate), item)
