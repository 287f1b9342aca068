"""The SPARQL twin of a question gives the rows of its answer."""

from collections.abc import Mapping

import pytest

from kg.query import ask
from kg.store import Store

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
    "quantization methods",
    "quantization methods since 2024",
    "quantization models",
    "quantization methods evaluated on Llama-2-7B",
    "quantization methods evaluated on Llama 2 since 2024",
    "methods evaluated on Llama-2-7B and GSM8K",
    "papers that use LoRA evaluated on Llama-2-7B",
    "papers on quantization evaluated on Llama 2",
)
RELATED = (
    "leaderboard of GSM8K",
    "leaderboard of GSM8K by accuracy",
    "leaderboard of GSM8K since 2024-05",
    "results on GSM8K above 60",
    "results of Llama 2 on GSM-Twisted",
    "results of 2402.00002",
    "what outperforms LoRA",
    "what outperforms LoRA before 2024",
    "what was LoRA evaluated on",
    "what was BetaTune evaluated on",
    "what was Llama-2-7B evaluated on since 2024",
    "on which benchmarks was 2407.00005 evaluated",
    "which models was BetaTune tested on",
    "what outperforms LoRA on GSM8K",
    "what outperforms LoRA on GSM8K before 2024",
    "what outperforms AlphaTune on WikiText2",
    "what outperforms Llama 2 on GSM8K",
    "what outperforms LoRA on mathematical reasoning",
    "what does BetaTune outperform",
    "what is LoRA compared with",
    "what is Camel-7B compared with",
    "models based on Llama-2-7B",
    "models based on Llama",
    "models quantized from Camel-7B",
    "what is Camel-7B-4bit based on",
    "methods that extend AlphaTune",
    "parts of BetaTune",
    "what is FourBit part of",
    "datasets derived from GSM8K",
    "models trained on Alpaca",
    "what was trained on Alpaca",
    "papers that train on Alpaca between 2023 and 2024-06",
    "what was AlphaTune trained on",
    "datasets used to train Camel-7B",
    "papers on mathematical reasoning",
    "papers on mathematical reasoning since 2024-08",
    "methods for mathematical reasoning",
    "papers that introduce a benchmark for mathematical reasoning",
    "tasks of Camel-7B",
    "papers using A100",
    "hardware of BetaTune",
    "mathematical reasoning methods evaluated on GSM8K",
    "models on mathematical reasoning evaluated on GSM-Twisted",
    "what is new since 2024-07",
    "new models since 2024",
    "newest papers",
    "newest models",
    "list all methods",
    "list all benchmarks",
    "papers by Ada Author",
    "papers by Ada Author since 2024-06",
    "papers by Ada Author and Cleo Third",
    "papers by Ada Author, Ben Writer and Cleo Third",
    "who wrote 2402.00002",
    "authors of GSM-Twisted",
)
SAME = ("method", "model", "name", "type", "title", "date", "papers", "code", "how", "listing")


def row_of(cells: Mapping[str, object]) -> dict[str, str]:
    """Return the cells that both sides have; nodes by their ids."""
    from kg.namespaces import BASE

    texts = {name: str(value).removeprefix(BASE) for name, value in cells.items()}
    for name in texts.keys() & {"confidence", "lowest", "highest"}:
        texts[name] = f"{float(texts[name]):.4f}"
    return texts


@pytest.mark.parametrize("question", QUESTIONS)
def test_twin_gives_the_same_rows(store, question):
    compare_with_twin(store, question)


@pytest.mark.parametrize("question", RELATED)
def test_twin_of_the_further_relations_gives_the_same_rows(related, question):
    compare_with_twin(related, question)


def compare_with_twin(store: Store, question: str) -> None:
    rdf = pytest.importorskip("kg.rdf")
    answer = ask(store, question)
    solutions = rdf.sparql(store, answer.sparql)
    names = [v.value for v in solutions.variables if v.value != "result"]
    twin = [row_of({n: s[n].value for n in names if s[n] is not None}) for s in solutions]
    rows = [row_of({n: row[n] for n in names}) for row in answer]
    assert sorted(map(sorted, map(dict.items, twin))) == sorted(map(sorted, map(dict.items, rows)))


def test_chain_stands_in_the_rdf(store):
    rdf = pytest.importorskip("kg.rdf")
    answer = ask(store, "how is LoRA connected to GSM8K")
    assert len(list(rdf.sparql(store, answer.sparql))) == answer.total
