"""A small graph in our own words: two papers, a model with its family, a method and a benchmark."""

from decimal import Decimal

import pytest

from kg.ids import fact_id
from kg.model import (
    Decision,
    Document,
    Entity,
    Evidence,
    Fact,
    Graph,
    Identifier,
    Link,
    Listing,
    Mention,
    PartialDate,
    Result,
    Source,
)
from kg.store import open_store, open_writer

FIRST, SECOND = "paper/2401.00001", "paper/2402.00002"
MODEL, METHOD = "model/llama-2-7b", "method/foonet-abc123"

DOCUMENTS = (
    Document(
        id=FIRST,
        title="FooNet: Quantized Nets",
        abstract="We present FooNet. It runs on LLaMA2-7B and gains 2.5 points on GSM8K.",
        date=PartialDate(2024, 1, 2),
        authors=("A. Ada", "B. Babbage"),
        n_authors=3,
        categories=("cs.CL",),
        links=(Link("code", "https://github.com/foo/net"),),
        identifiers=(Identifier("arxiv", "2401.00001"), Identifier("doi", "10.5555/FOO")),
        listings=(Listing("Daily", PartialDate(2024, 1, 3, year_inferred=True), 0, None),),
        sources=(Source("a.txt", 3),),
    ),
    Document(id=SECOND, title="On Quantization", identifiers=(Identifier("arxiv", "2402.00002"),)),
)
ENTITIES = (
    Entity("benchmark/gsm8k", "Benchmark", "GSM8K", date=None),
    Entity("family/llama-2", "ModelFamily", "Llama 2"),
    Entity(METHOD, "Method", "FooNet", listed=False),
    Entity(MODEL, "Model", "Llama-2-7B", ("LLaMA2-7B",), "family/llama-2", version="2", size="7B"),
    Entity(FIRST, "Paper", DOCUMENTS[0].title, date=PartialDate(2024, 1, 2)),
    Entity(SECOND, "Paper", "On Quantization", date=PartialDate(2024, year_inferred=True)),
)
MENTIONS = (
    Mention(FIRST, "abstract", 30, 39, "LLaMA2-7B", MODEL, "grammar", 0.9),
    Mention(FIRST, "title", 0, 6, "FooNet", METHOD, "pattern"),
)
_PROOF = Evidence(FIRST, "abstract", 19, 70, "runs-on", 0.9)
FACTS = (
    Fact(
        METHOD,
        "evaluatedOnModel",
        MODEL,
        (_PROOF,),
        "derived",
        (fact_id(FIRST, "evaluatedOnModel", MODEL),),
    ),
    Fact(FIRST, "evaluatedOnModel", MODEL, (_PROOF, Evidence(FIRST, "title", 0, 22, "title"))),
    Fact(FIRST, "introduces", METHOD, (Evidence(FIRST, "abstract", 0, 18, "we-present"),)),
    Fact(SECOND, "mentions", METHOD, (Evidence(SECOND, "title", 0, 15, "mention"),), "candidate"),
)
RESULTS = (
    Result(FIRST, (Decimal("2.50"),), "2.5 points", (_PROOF,), METHOD, data="benchmark/gsm8k"),
)
DECISIONS = (
    Decision(FIRST, "FooNet", METHOD, "own"),
    Decision(SECOND, "FooNet", METHOD, "date", ("method/foonet-def456",)),
)
REDIRECTS = (("paper/old", FIRST),)
GRAPH = Graph(DOCUMENTS, ENTITIES, MENTIONS, FACTS, RESULTS, REDIRECTS, DECISIONS)


@pytest.fixture
def graph():
    return GRAPH


@pytest.fixture
def store_path(tmp_path):
    path = tmp_path / "kg.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.add(DOCUMENTS[:1])
        writer.replace_graph(GRAPH, {"graph_id": "g1"})
    return path


@pytest.fixture
def store(store_path):
    with open_store(store_path) as opened:
        yield opened
