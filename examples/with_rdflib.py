"""Take the graph to rdflib: query it there, and follow a fact to the words that it rests on.

Usage: python with_rdflib.py [FOLDER OF LISTINGS]
"""

import sys
import tempfile
from pathlib import Path

from rdflib import RDF, Graph, Namespace
from rdflib.namespace import PROV, SKOS

import kg
from kg.namespaces import KGO, METHOD, MODEL
from kg.rdf import to_rdflib

NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "demo.sqlite"
        kg.build([folder], store=path)
        with kg.open(path) as store:
            graph = to_rdflib(store)
            facts = to_rdflib(store, provenance="none")
    print(f"{len(graph)} triples; {len(facts)} without what the facts rest on")
    show_methods(facts)
    show_proof(graph)


def show_methods(graph: Graph) -> None:
    """Print the methods evaluated on Llama-2-7B; all prefixes are bound."""
    print("\nmethods evaluated on Llama-2-7B")
    found = graph.query(
        "SELECT ?name { ?method a kgo:Method ; skos:prefLabel ?name ; kgo:evaluatedOnModel ?model }"
        " ORDER BY ?name LIMIT 5",
        initBindings={"model": MODEL["llama-2-7b"]},
    )
    for row in found:
        print(f"  {row.name}")


def show_proof(graph: Graph) -> None:
    """Print what each paper says of QLoRA extending or using another method, in its words."""
    print("\nwhat QLoRA does with LoRA, and who says so")
    for said in graph.subjects(RDF.subject, METHOD["qlora"]):
        if (said, RDF.object, METHOD["lora"]) not in graph:
            continue
        relation = graph.value(said, RDF.predicate)
        paper = graph.value(said, PROV.wasDerivedFrom)
        passage = graph.value(said, KGO.evidence)
        quote = graph.value(passage, NIF.anchorOf)
        title = graph.value(paper, SKOS.prefLabel)
        print(f'  {relation.fragment}: "{quote}" ({title})')


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
