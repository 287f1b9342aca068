"""The IRIs that the data use: our own base, other vocabularies, and their types for ours.

For rdflib, each namespace of the data is at hand by its prefix in capitals, made on first use:
``KGO`` with the terms of the ontology, where a typo raises AttributeError, and ``PAPER``,
``MODEL``, ``METHOD`` and so on for what the graph holds.

    >>> from kg.namespaces import KGO, MODEL
    >>> KGO.evaluatedOn, MODEL["llama-2-7b"]  # doctest: +ELLIPSIS
    (...ontology#evaluatedOn'), ...model/llama-2-7b'))
"""

import os
from functools import cache
from typing import TYPE_CHECKING

from kg import schema
from kg.ids import NAMESPACES

if TYPE_CHECKING:
    from rdflib.namespace import DefinedNamespace, Namespace

    KGO: type[DefinedNamespace]
    PAPER: Namespace
    AUTHOR: Namespace
    MODEL: Namespace
    FAMILY: Namespace
    METHOD: Namespace
    DATASET: Namespace
    BENCHMARK: Namespace
    TASK: Namespace
    METRIC: Namespace
    RESULT: Namespace
    HARDWARE: Namespace
    REPO: Namespace
    LISTING: Namespace
    PAGE: Namespace
    ASSERTION: Namespace
    EVIDENCE: Namespace
    MENTION: Namespace
    READING: Namespace
    RUN: Namespace

#: In front of every id; one setting for all: the environment variable KG_BASE.
BASE = (os.environ.get("KG_BASE") or "https://w3id.org/paperkg").rstrip("/") + "/"

#: The name of the graph as a whole, where a store of RDF wants one.
GRAPH = f"{BASE}graph"
#: The namespaces of nodes that are no entities.
RECORDS = ("assertion", "evidence", "mention", "reading", "run")

#: The vocabularies that the data use, by prefix.
VOCABULARIES = {
    "kgo": "https://w3id.org/paperkg/ontology#",
    "bibo": "http://purl.org/ontology/bibo/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "fabio": "http://purl.org/spar/fabio/",
    "fair4ml": "https://w3id.org/fair4ml#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "it6": "http://data.europa.eu/it6/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "mls": "http://www.w3.org/ns/mls#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: The types of other vocabularies that a thing of each class carries in the data, so that no
#: reasoner is needed to find it.
STANDARD_TYPES = {
    "Paper": ("fabio:Preprint", "schema:ScholarlyArticle"),
    "Author": ("foaf:Person", "schema:Person"),
    "Model": ("fair4ml:MLModel", "mls:Model"),
    "ModelFamily": ("skos:Concept",),
    "Method": ("mls:Algorithm",),
    "Dataset": ("dcat:Dataset", "mls:Dataset", "schema:Dataset"),
    "Benchmark": ("mls:EvaluationSpecification",),
    "Task": ("mls:Task", "skos:Concept"),
    "Metric": ("mls:EvaluationMeasure", "skos:Concept"),
    "Result": ("mls:ModelEvaluation",),
    "Hardware": ("it6:Hardware",),
    "CodeRepository": ("schema:SoftwareSourceCode",),
    "Listing": ("prov:Entity", "schema:ItemList"),
    "WebPage": ("foaf:Document", "schema:WebPage"),
    "Assertion": ("prov:Entity", "rdf:Statement"),
    "Evidence": ("prov:Entity",),
    "Reading": ("prov:Entity",),
    "Mention": ("nif:Phrase",),
    "Run": ("prov:Activity",),
}


def iri(entity_id: str) -> str:
    """Return the IRI of an entity id.

    >>> iri("model/llama-2-7b").endswith("/model/llama-2-7b")
    True
    """
    return BASE + entity_id


def expand(name: str) -> str:
    """Return the IRI of a prefixed name of a vocabulary.

    >>> expand("dcterms:title")
    'http://purl.org/dc/terms/title'
    """
    prefix, _, local = name.partition(":")
    return VOCABULARIES[prefix] + local


def __getattr__(name: str) -> "type[DefinedNamespace] | Namespace":
    if name == "KGO":
        return _ontology()
    if name.lower() in (*NAMESPACES.values(), *RECORDS) and name.isupper():
        return _of_data(name.lower())
    raise AttributeError(f"module 'kg.namespaces' has no attribute {name!r}")


@cache
def _ontology() -> "type[DefinedNamespace]":
    """Return the ontology's namespace for rdflib, which knows its terms."""
    from rdflib import URIRef
    from rdflib.namespace import DefinedNamespace, Namespace

    class KGO(DefinedNamespace):
        """The terms of the ontology; what is none of them raises AttributeError."""

        _NS = Namespace(VOCABULARIES["kgo"])
        _fail = True
        __annotations__ = dict.fromkeys(schema.terms(), URIRef)

    return KGO


@cache
def _of_data(prefix: str) -> "Namespace":
    """Return the namespace of a kind of nodes for rdflib."""
    from rdflib.namespace import Namespace

    return Namespace(f"{BASE}{prefix}/")
