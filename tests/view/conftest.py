"""Stores of made-up graphs that look like real ones: hubs, families, papers, quotes."""

import random
from itertools import pairwise

import pytest

from kg import ids
from kg.model import (
    Document,
    Entity,
    Evidence,
    Fact,
    Graph,
    Identifier,
    Link,
    Listing,
    PartialDate,
    Status,
)

FAMILIES = ("Llama 2", "Llama 3", "Mistral", "Qwen2.5", "Gemma 2", "Phi-3", "DeepSeek-R1", "OPT")
SIZES = ("1B", "7B", "8B", "13B", "70B")
BENCHMARKS = (
    "GSM8K", "MATH", "MMLU", "HumanEval", "MBPP", "BIG-Bench", "HellaSwag", "ARC-Challenge",
    "WinoGrande", "TruthfulQA", "MT-Bench", "AlpacaEval", "IFEval", "GPQA", "AIME", "LongBench",
)  # fmt: skip
DATASETS = ("C4", "Alpaca", "UltraChat", "OpenWebText", "FineWeb", "RedPajama", "ShareGPT")
TASKS = ("mathematical reasoning", "code generation", "question answering", "summarisation")
METHODS = (
    "LoRA", "QLoRA", "GPTQ", "AWQ", "DPO", "PPO", "GRPO", "chain-of-thought", "KV cache",
    "speculative decoding", "mixture of experts", "FlashAttention", "SmoothQuant", "beam search",
)  # fmt: skip
STEMS = ("Quantized", "Sparse", "Aligned", "Fast", "Robust", "Long", "Tiny", "Deep", "Steered")
NOUNS = ("Tuning", "Decoding", "Routing", "Memory", "Attention", "Adapters", "Caches")
PEOPLE = tuple(f"{a} {b}" for a in ("Ada", "Bo", "Chen", "Dalia") for b in ("Ito", "Lund", "Okoye"))
HARDWARE = ("A100", "H100", "RTX 4090")


def entity(type_name: str, label: str, **more: object) -> Entity:
    return Entity(ids.entity_id(type_name, label), type_name, label, **more)  # type: ignore[arg-type]


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.entities: dict[str, Entity] = {}
        self.documents: list[Document] = []
        self.facts: list[Fact] = []
        self.paper_now = ""

    def add(self, one: Entity) -> str:
        self.entities.setdefault(one.id, one)
        return one.id

    def some(self, names: tuple[str, ...], most: int) -> list[str]:
        """Names, the first ones more often, as in life."""
        count = self.random.randint(0, most)
        picked = {names[int(len(names) * self.random.random() ** 2.2)] for _ in range(count)}
        return sorted(picked)

    def model(self) -> str:
        family = FAMILIES[int(len(FAMILIES) * self.random.random() ** 1.8)]
        return f"{family.replace(' ', '-')}-{self.random.choice(SIZES)}"

    def add_model(self, label: str) -> str:
        family = label.rsplit("-", 1)[0]
        parent = self.add(entity("ModelFamily", family.replace("Llama-", "Llama ")))
        squeezed = label.replace("-", "").lower()
        names = (label.replace("-", " "), squeezed, f"meta/{label}")
        one = entity("Model", label, aliases=names, parent=parent, size=label.rsplit("-")[-1])
        if one.id not in self.entities:
            proof = Evidence(self.paper_now, "title", 0, 12, "model-grammar")
            self.fact(one.id, "inFamily", parent, proof, "metadata")
        return self.add(one)

    def fact(
        self, subject: str, relation: str, object_: str, proof: Evidence, status: Status
    ) -> None:
        self.facts.append(Fact(subject, relation, object_, (proof,), status))

    def paper(self, number: int) -> None:
        method = f"{self.random.choice(STEMS)}{self.random.choice(NOUNS)}-{number}"
        paper = self.paper_now = f"paper/25{number % 12 + 1:02d}.{number:05d}"
        title = f"{method}: {self.random.choice(NOUNS)} for Large Language Models, Revisited"
        if number % 5 == 0:
            title = f"On the {self.random.choice(NOUNS)} of Language Models at Scale {number}"
        models = sorted({self.model() for _ in range(self.random.randint(1, 3))})
        benchmarks = self.some(BENCHMARKS, 4) or ["GSM8K"]
        used = self.some(METHODS, 2)
        sentences = (
            f"We present {method}, which changes how {self.random.choice(NOUNS).lower()} are made.",
            f"It builds on {' and '.join(used) or 'plain training'} with little added cost.",
            f"Tests with {', '.join(models)} on {', '.join(benchmarks)} show steady gains.",
        )
        date = PartialDate(2025, number % 12 + 1, number % 28 + 1)
        self.documents.append(
            Document(
                paper, title, " ".join(sentences), date=date, n_authors=3,
                authors=tuple(self.random.sample(PEOPLE, 3)),
                identifiers=(Identifier("arxiv", paper.removeprefix("paper/")),),
                links=(Link("code", f"https://github.com/made/up-{number}"),) * (number % 3 == 0),
                listings=(Listing("Daily Papers", date),),
                summary_by="kg" if number % 4 == 0 else "",
            )
        )  # fmt: skip
        self.add(Entity(paper, "Paper", title, date=date))
        proofs = self.proofs(paper, sentences)
        own = self.add(entity("Method", method, listed=False))
        self.fact(paper, "introduces", own, proofs[0], "extracted")
        self.of_the_text(paper, own, proofs, (models, benchmarks, used))
        self.of_the_listing(self.documents[-1])

    @staticmethod
    def proofs(paper: str, sentences: tuple[str, ...]) -> list[Evidence]:
        starts = [0]
        for sentence in sentences:
            starts.append(starts[-1] + len(sentence) + 1)
        rules = ("introduced_in_sentence", "builds_on", "evaluated_with")
        return [
            Evidence(paper, "abstract", start, end - 1, rule, 0.8 + 0.05 * at)
            for at, ((start, end), rule) in enumerate(zip(pairwise(starts), rules, strict=True))
        ]

    def of_the_text(
        self, paper: str, own: str, proofs: list[Evidence], named: tuple[list[str], ...]
    ) -> None:
        models, benchmarks, used = named
        triples = [(self.add_model(name), "evaluatedOnModel", proofs[2]) for name in models]
        for names, kind, relation in (
            (benchmarks, "Benchmark", "evaluatedOn"),
            (used, "Method", "usesMethod"),
            (self.some(DATASETS, 1), "Dataset", "trainedOn"),
            (self.some(TASKS, 1), "Task", "addressesTask"),
            (self.some(HARDWARE, 1), "Hardware", "usesHardware"),
        ):
            proof = proofs[1 if relation == "usesMethod" else 2]
            triples += [(self.add(entity(kind, name)), relation, proof) for name in names]
        for thing, relation, proof in triples:
            self.fact(paper, relation, thing, proof, "extracted")
            self.fact(paper, "mentions", thing, proof, "extracted")
            self.fact(own, relation, thing, proof, "derived")

    def of_the_listing(self, document: Document) -> None:
        for position, name in enumerate(document.authors):
            author = self.add(Entity(ids.author_id(name), "Author", name))
            proof = Evidence(document.id, "authors", position, position + 1, "metadata")
            self.fact(document.id, "writtenBy", author, proof, "metadata")
        day = document.listings[0].date
        label = f"Daily Papers {day.isoformat()[:7] if day else ''}"
        listing = self.add(entity("Listing", label))
        proof = Evidence(document.id, "listings", 0, 1, "metadata")
        self.fact(document.id, "listedIn", listing, proof, "metadata")
        for link in document.links:
            repository = self.add(
                Entity(ids.repository_id(link.url), "CodeRepository", link.url[19:], url=link.url)
            )
            proof = Evidence(document.id, "links", 0, 1, "metadata")
            self.fact(document.id, "hasCode", repository, proof, "metadata")


def made_graph(papers: int, seed: int = 7) -> Graph:
    """Return a graph of so many papers and what they name."""
    maker = _Maker(seed)
    for number in range(1, papers + 1):
        maker.paper(number)
    unique = {(fact.subject, fact.relation, fact.object): fact for fact in maker.facts}
    return Graph(
        documents=tuple(sorted(maker.documents, key=lambda one: one.id)),
        entities=tuple(sorted(maker.entities.values(), key=lambda one: one.id)),
        facts=tuple(unique[key] for key in sorted(unique)),
    )


@pytest.fixture(scope="session")
def make_store(open_graph):
    """Return a function that writes a graph and opens it."""
    return open_graph


@pytest.fixture(scope="session")
def small_store(make_store):
    return make_store(made_graph(12))


@pytest.fixture(scope="session")
def large_store(make_store):
    return make_store(made_graph(200))
