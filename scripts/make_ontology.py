"""Write the page of the ontology, ``docs/ontology.md``, from ``ontology/kg.ttl``.

    python scripts/make_ontology.py

`tests/rdf/test_ontology.py` compares.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
import pyoxigraph

from kg.schema import KGO, ontology_path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ontology.md"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_DCTERMS = "http://purl.org/dc/terms/"

#: What is told of a term, by property, in this order.
_TOLD = {
    f"{_RDFS}subClassOf": "is a",
    f"{_RDFS}subPropertyOf": "is below",
    f"{_SCHEMA}domainIncludes": "from",
    f"{_SCHEMA}rangeIncludes": "to",
    f"{_RDFS}seeAlso": "carried in the data, or see also",
    f"{_SKOS}closeMatch": "near to",
}
_HEAD = """# The ontology

Made from [`ontology/kg.ttl`](../ontology/kg.ttl) by `scripts/make_ontology.py`; how a fact looks
in RDF is drawn in [`ontology/README.md`](../ontology/README.md).

{title}. {description}

- namespace: `{namespace}`, prefix `kgo`
- version: [{version}]({version})
- licence: [{licence}]({licence})

“From” and “to” say which types a property may join: any of them, as documentation. They are no
`rdfs:domain` and `rdfs:range`, from which a reasoner would conclude that a thing is of all of them
at once. What “is below” a term of another vocabulary holds there too; what is “near to” one need
not.
"""

#: One subject's values by property IRI.
_Said = Mapping[str, list[str]]


def page() -> str:
    """Return the text of the page."""
    said, prefixes = _read()
    about = said[KGO.rstrip("#")]
    head = _HEAD.format(
        title=about[f"{_DCTERMS}title"][0],
        description=about[f"{_DCTERMS}description"][0],
        namespace=KGO,
        version=about[f"{_OWL}versionIRI"][0],
        licence=about[f"{_DCTERMS}license"][0],
    )
    terms = {iri: values for iri, values in said.items() if iri.startswith(KGO)}
    parts = [head]
    for title, found in _parted(terms).items():
        parts.append(f"\n## {title}\n")
        parts += ["\n".join(_term(iri, terms[iri], prefixes)) for iri in found]
    return "\n".join(parts) + "\n"


def _read() -> tuple[dict[str, _Said], dict[str, str]]:
    """Return what the file says by subject, in its order, and its prefixes."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    parser = pyoxigraph.parse(path=ontology_path(), format=pyoxigraph.RdfFormat.TURTLE)
    for quad in parser:
        said[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return dict(said), {iri: name for name, iri in parser.prefixes.items() if name}


def _parted(terms: Mapping[str, _Said]) -> dict[str, list[str]]:
    """Part the terms into classes, relations and other properties."""
    parts: dict[str, list[str]] = {"Classes": [], "Relations": [], "Other properties": []}
    related = f"{KGO}relatedTo"
    for iri, values in terms.items():
        above = values[f"{_RDFS}subPropertyOf"]
        if f"{_OWL}Class" in values[f"{_RDF}type"]:
            parts["Classes"].append(iri)
        elif iri == related or any(name.startswith(KGO) for name in above):
            parts["Relations"].append(iri)
        else:
            parts["Other properties"].append(iri)
    return parts


def _term(iri: str, values: _Said, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write one term."""
    yield f"### kgo:{iri.removeprefix(KGO)}\n"
    yield f"*{values[f'{_RDFS}label'][0]}*: {values[f'{_SKOS}definition'][0]}\n"
    yield f"- for example: {values[f'{_SKOS}example'][0]}"
    for name, told in _TOLD.items():
        if found := values[name]:
            yield f"- {told}: {_names(found, prefixes)}"
    yield ""


def _names(iris: Iterable[str], prefixes: Mapping[str, str]) -> str:
    """Write IRIs as prefixed names; ours lead to their place on the page."""
    return ", ".join(_name(iri, prefixes) for iri in iris)


def _name(iri: str, prefixes: Mapping[str, str]) -> str:
    if iri.startswith(KGO):
        local = iri.removeprefix(KGO)
        return f"[kgo:{local}](#kgo{local.lower()})"
    for namespace, prefix in prefixes.items():
        if prefix != "kgo" and iri.startswith(namespace):
            return f"`{prefix}:{iri.removeprefix(namespace)}`"
    return f"<{iri}>"


@click.command(help=__doc__)
def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
