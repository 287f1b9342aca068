"""What stands beside an export: which files, of what size and hash, of which graph, made by what.

One JSON-LD document in the terms of DCAT, VoID and PROV, so that it is data for programs and
triples for triple stores. It has no clock times: its date is the newest in the graph.
See https://www.w3.org/TR/void/ and https://www.w3.org/TR/vocab-dcat-3/.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from kg.exporters.exporter import Exporter
from kg.namespaces import BASE, VOCABULARIES
from kg.rdf.blocks import Provenance
from kg.store import Store, streams

#: What is put behind the name of a file; in a folder, the name of the file.
SUFFIX = ".manifest.jsonld"
IN_FOLDER = "manifest.jsonld"

_NODE = {"@type": "@id"}
_COUNT = {"@type": "xsd:nonNegativeInteger"}
_CONTEXT = {
    "@base": BASE,
    **{
        name: VOCABULARIES[name]
        for name in ("dcat", "dcterms", "kgo", "prov", "rdfs", "schema", "xsd")
    },
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "id": "@id",
    "type": "@type",
    "title": "dcterms:title",
    "identifier": "dcterms:identifier",
    "modified": {"@id": "dcterms:modified", "@type": "xsd:date"},
    "uriSpace": "void:uriSpace",
    "vocabulary": {"@id": "void:vocabulary", **_NODE},
    "triples": {"@id": "void:triples", **_COUNT},
    "entities": {"@id": "void:entities", **_COUNT},
    "classPartition": "void:classPartition",
    "class": {"@id": "void:class", **_NODE},
    "propertyPartition": "void:propertyPartition",
    "property": {"@id": "void:property", **_NODE},
    "counts": "schema:variableMeasured",
    "name": "schema:name",
    "value": {"@id": "schema:value", **_COUNT},
    "wasGeneratedBy": "prov:wasGeneratedBy",
    "wasAssociatedWith": "prov:wasAssociatedWith",
    "softwareVersion": "schema:softwareVersion",
    "distribution": "dcat:distribution",
    "mediaType": {"@id": "dcat:mediaType", **_NODE},
    "format": "dcterms:format",
    "byteSize": {"@id": "dcat:byteSize", **_COUNT},
    "provenance": "dcterms:description",
    "rows": {"@id": "schema:size", **_COUNT},
    "checksum": "spdx:checksum",
    "algorithm": {"@id": "spdx:algorithm", **_NODE},
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
}
#: The media types of ours that IANA does not know.
_UNREGISTERED = frozenset(
    {
        "application/gexf+xml",
        "application/graphml+xml",
        "application/jsonl",
        "application/x-cypher-query",
    }
)
_LEVELS: Mapping[Provenance, str] = {
    "none": "facts without what they rest on",
    "compact": "assertions with status, confidence and rules, without passages and mentions",
    "full": "everything",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its size in bytes, and how many triples, rows or lines it has."""

    name: str
    sha256: str
    size: int
    items: int


def manifest(
    store: Store, exporter: Exporter, files: Iterable[Written], provenance: Provenance = "full"
) -> str:
    """Return the manifest of an export as JSON-LD."""
    meta = store.meta()
    dataset = f"dataset/{meta.get('graph_id', 'none')}"
    listed = list(files)
    told = {
        "@context": _CONTEXT,
        "id": dataset,
        "type": ["dcat:Dataset", "void:Dataset"],
        "title": "Papers, models and benchmarks",
        "identifier": meta.get("graph_id", "none"),
        "modified": streams.newest_date(store),
        "uriSpace": BASE,
        "vocabulary": [VOCABULARIES["kgo"].rstrip("#")],
        "wasGeneratedBy": _run(meta),
        **({"triples": listed[0].items} if exporter.is_rdf else {}),
        **_contents(store, dataset),
        "distribution": [_distribution(item, exporter, dataset, provenance) for item in listed],
    }
    told = {name: value for name, value in told.items() if value != ""}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _run(meta: Mapping[str, str]) -> dict[str, Any]:
    """Say what made the graph: the program, its code and its lexicon, as the store notes them."""
    graph = meta.get("graph_id", "none")
    parts = {
        "kg": "program",
        "extraction": "extraction",
        "resolve": "linking",
        "lexicon": "lexicon",
    }
    agents = [
        {
            "id": f"run/{graph}#{key}",
            "type": "prov:SoftwareAgent",
            "name": name,
            "softwareVersion": meta[key],
        }
        for key, name in parts.items()
        if key in meta
    ]
    return {"id": f"run/{graph}", "type": "prov:Activity", "wasAssociatedWith": agents}


def _contents(store: Store, dataset: str) -> dict[str, Any]:
    counts = store.counts()
    numbers = {
        "papers": counts.documents,
        "entities": sum(counts.entities.values()),
        "facts": sum(counts.facts.values()),
        "evidence": counts.evidence,
        "results": counts.results,
        "mentions": counts.mentions,
    }
    return {
        "entities": numbers["entities"],
        "counts": [
            {"id": f"{dataset}#{name}", "type": "schema:PropertyValue", "name": name, "value": n}
            for name, n in numbers.items()
        ],
        "classPartition": [
            {"id": f"{dataset}#{name}", "class": f"kgo:{name}", "entities": number}
            for name, number in counts.entities.items()
        ],
        "propertyPartition": list(_properties(store, dataset)),
    }


def _properties(store: Store, dataset: str) -> Iterator[dict[str, Any]]:
    """Count the triples of each relation, which candidates have none of."""
    for relation, number in streams.triples_by_relation(store):
        name = {"id": f"{dataset}#{relation}", "property": f"kgo:{relation}"}
        yield {**name, "triples": number}


def _distribution(
    item: Written, exporter: Exporter, dataset: str, provenance: Provenance
) -> dict[str, Any]:
    name = f"{dataset}/{quote(item.name, safe='')}"
    return {
        "id": name,
        "type": "dcat:Distribution",
        "title": item.name,
        **_media_type(exporter.media_type),
        "byteSize": item.size,
        **({"provenance": _LEVELS[provenance]} if exporter.is_rdf else {"rows": item.items}),
        "checksum": {
            "id": f"{name}#checksum",
            "type": "spdx:Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "checksumValue": item.sha256,
        },
    }


def _media_type(name: str) -> dict[str, str]:
    """Name a media type by IANA's IRI of it, where there is one."""
    if name in _UNREGISTERED:
        return {"format": name}
    return {"mediaType": f"https://www.iana.org/assignments/media-types/{name}"}
