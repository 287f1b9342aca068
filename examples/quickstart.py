"""Build a graph from the example listings, ask it, and walk it with networkx.

Usage: python quickstart.py [FOLDER OF LISTINGS]
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

import kg
from kg.store import Store

LLAMA = "model/llama-2-7b"


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "demo.sqlite"
        kg.build([folder], store=path)
        with kg.open(path) as store:
            show(store, "methods evaluated on Llama2-7B")
            show(store, "papers that use LoRA")
            show(store, "code of QLoRA")
            show_neighbours(store)


def show(store: Store, question: str) -> None:
    """Print each row of an answer with the first passage that it rests on."""
    answer = kg.ask(store, question)
    print(f"\n{question}: {answer.total}")
    for row in answer:
        print("  " + " | ".join(str(row[column]) for column in answer.columns))
        for passage in row.evidence[:1]:
            print(f'      {passage.paper}: "{passage.quote}"')


def show_neighbours(store: Store) -> None:
    """Print the models that most papers evaluate together with Llama-2-7B."""
    graph = kg.graph.to_networkx(store, relations=["evaluatedOnModel"])
    papers = [node for node in graph.predecessors(LLAMA) if graph.nodes[node]["type"] == "Paper"]
    together = Counter(model for paper in papers for model in set(graph.successors(paper)))
    print("\nmodels evaluated together with Llama-2-7B, by number of papers")
    for model, count in sorted(together.items(), key=lambda item: (-item[1], item[0]))[:6]:
        print(f"  {count} {graph.nodes[model]['label']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
