"""Take the graph to networkx: which methods matter most, and what hangs together.

Usage: python with_networkx.py [FOLDER OF LISTINGS]
"""

import sys
import tempfile
from pathlib import Path

import networkx as nx

import kg

#: All facts but the candidates, which are below the threshold of confidence.
HELD = ["metadata", "extracted", "derived", "curated"]


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "demo.sqlite"
        kg.build([folder], store=path)
        with kg.open(path) as store:
            methods = kg.graph.to_networkx(
                store,
                types=["Method"],
                relations=["extends", "usesMethod", "comparedWith"],
                status=HELD,
            )
            tested = kg.graph.to_networkx(
                store, types=["Paper", "Benchmark"], relations=["evaluatedOn"], status=HELD
            )
    show_central(methods)
    show_groups(tested)


def show_central(graph: nx.MultiDiGraph) -> None:
    """Print the methods that others build on, by the share of methods that do."""
    print(f"{graph.number_of_nodes()} methods, {graph.number_of_edges()} facts between them")
    scores = nx.in_degree_centrality(nx.DiGraph(graph))
    for node, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"  {score:.3f} {graph.nodes[node]['label']}")
    subject, object_, told = next(iter(graph.edges(data=True)))
    quote = told["evidence"][0]["quote"]
    print(f'  {graph.nodes[subject]["label"]} and {graph.nodes[object_]["label"]}: "{quote}"')


def show_groups(graph: nx.MultiDiGraph) -> None:
    """Print the benchmarks that the largest groups of papers share."""
    print("\nbenchmarks by the papers that they connect")
    groups = sorted(nx.weakly_connected_components(graph), key=lambda group: -len(group))
    for group in groups[:2]:
        inside = [node for node in group if graph.nodes[node]["type"] == "Benchmark"]
        inside.sort(key=lambda node: (-graph.in_degree(node), node))
        names = ", ".join(graph.nodes[node]["label"] for node in inside[:5])
        print(f"  {len(group) - len(inside)} papers: {names}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
