"""The SPARQL twin of a question gives the rows of its answer."""

from collections.abc import Mapping

import pytest

from kg.query import ask

QUESTIONS = (
    "methods evaluated on Llama-2-7B",
    "methods evaluated on Llama",
    "methods evaluated on GSM8K",
    "models evaluated on GSM8K",
    "papers evaluated on Llama 2",
    "papers evaluated on GSM8K",
    "what was Q-GaLore evaluated on",
    "which models was Q-GaLore tested on",
    "which benchmarks was QLoRA tested on",
    "papers that use LoRA",
    "methods that use LoRA",
    "papers that introduce GSM8K",
    "papers that mention LoRA",
    "methods used together with LoRA",
    "code of QLoRA",
    "code of 2305.14314",
    "models of Llama",
    "papers listed in August 2024",
)
SAME = ("method", "model", "name", "type", "title", "date", "papers", "code", "how", "listing")


def row_of(cells: Mapping[str, object]) -> dict[str, str]:
    """Return the cells that both sides have; nodes by their ids."""
    from kg.namespaces import BASE

    texts = {name: str(value).removeprefix(BASE) for name, value in cells.items()}
    if "confidence" in texts:
        texts["confidence"] = f"{float(texts['confidence']):.4f}"
    return texts


@pytest.mark.parametrize("question", QUESTIONS)
def test_twin_gives_the_same_rows(store, question):
    rdf = pytest.importorskip("kg.rdf")
    answer = ask(store, question)
    solutions = rdf.sparql(store, answer.sparql)
    names = [variable.value for variable in solutions.variables]
    twin = [row_of({n: s[n].value for n in names if s[n] is not None}) for s in solutions]
    rows = [row_of({n: row[n] for n in names}) for row in answer]
    assert sorted(map(sorted, map(dict.items, twin))) == sorted(map(sorted, map(dict.items, rows)))


def test_chain_stands_in_the_rdf(store):
    rdf = pytest.importorskip("kg.rdf")
    answer = ask(store, "how is LoRA connected to GSM8K")
    assert len(list(rdf.sparql(store, answer.sparql))) == answer.total
