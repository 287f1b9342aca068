"""A graph with one of everything, in our own words, and some text that is hard to write."""

from decimal import Decimal

from kg.ids import author_id, fact_id
from kg.model import (
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
)

HARD = "a \"q\" \\ \\u0041 <b> & 'x'\r\n\tRTL \u202eאב\u202c \x01 \x7f \u2028 😀 end"

TITLE = "Q-GaLore: Low-Rank Projection in Four Bits"
ABSTRACT = (
    "Q-GaLore builds on GaLore. We pre-train LLaMA-7B with it. "
    "It saves 50% of the memory that LoRA needs. Code: https://github.com/example/q-galore"
)
PAPER, OTHER = "paper/2407.08296", "paper/2401.00001"
PROJECT = "paper/0123456789abcdef"
ADA = author_id("Ada Example")


def _sentence(number: int, rule: str, confidence: float = 0.9) -> Evidence:
    starts = [0, *(i + 2 for i in range(len(ABSTRACT)) if ABSTRACT.startswith(". ", i))]
    ends = [*(start - 1 for start in starts[1:]), len(ABSTRACT)]
    return Evidence(PAPER, "abstract", starts[number], ends[number], rule, confidence)


def _mention(text: str, entity: str) -> Mention:
    start = ABSTRACT.index(text)
    return Mention(PAPER, "abstract", start, start + len(text), text, entity, "lexicon", 0.95)


def _documents() -> tuple[Document, ...]:
    galore = Document(
        id=PAPER,
        title=TITLE,
        abstract=ABSTRACT,
        date=PartialDate(2024, 7, 11, year_inferred=True),
        authors=("Ada Example",),
        n_authors=3,
        categories=("cs.LG",),
        links=(Link("paper", "https://arxiv.org/abs/2407.08296"),),
        identifiers=(Identifier("arxiv", "2407.08296"),),
        listings=(Listing("Daily Papers", PartialDate(2024, 7, 16)),),
        summary_by="kg",
    )
    hard = Document(id=OTHER, title=HARD, abstract=f"{HARD} {HARD}", date=PartialDate(2024, 1))
    bare = Document(id=PROJECT, title="A paper without more", date=PartialDate(2023))
    return bare, hard, galore


def _entities() -> tuple[Entity, ...]:
    found = (
        Entity(PAPER, "Paper", TITLE, url="https://arxiv.org/abs/2407.08296"),
        Entity(OTHER, "Paper", HARD, date=PartialDate(2024, 1)),
        Entity(PROJECT, "Paper", "A paper without more", date=PartialDate(2023)),
        Entity(ADA, "Author", "Ada Example"),
        Entity("family/llama", "ModelFamily", "Llama"),
        Entity("family/llama-1", "ModelFamily", "Llama 1", parent="family/llama", version="1"),
        Entity(
            "model/llama-7b",
            "Model",
            "Llama-7B",
            ("LLaMA-7B", "LLaMA 7B"),
            parent="family/llama-1",
            size="7B",
        ),
        Entity("method/galore", "Method", "GaLore"),
        Entity("method/lora", "Method", "LoRA", ("Low-Rank Adaptation",)),
        Entity("method/q-galore-0a1b2c", "Method", "Q-GaLore", listed=False),
        Entity("metric/memory", "Metric", "memory", named=False, unit="GB", direction="lower"),
        Entity(
            "repo/github--example--q-galore",
            "CodeRepository",
            "example/q-galore",
            url="https://github.com/example/q-galore",
        ),
        Entity("page/example-0a1b2c", "WebPage", "example.org", url="https://example.org/<p>"),
        Entity(
            "listing/daily-papers-2024-07-16",
            "Listing",
            "Daily Papers",
            date=PartialDate(2024, 7, 16),
        ),
    )
    return tuple(sorted(found, key=lambda item: item.id))


def _facts() -> tuple[Fact, ...]:
    own, llama = "method/q-galore-0a1b2c", "model/llama-7b"
    title = Evidence(PAPER, "title", 0, 8, "title-name", 0.97)
    ran = _sentence(1, "pre-train-on", 0.93)
    premises = (
        fact_id(PAPER, "introduces", own),
        fact_id(PAPER, "evaluatedOnModel", llama),
    )
    author = Evidence(PAPER, "authors", 0, 1, "listing")
    listing = Evidence(PAPER, "listings", 0, 1, "listing")
    code = _sentence(3, "code-address", 0.99)
    named = Evidence(OTHER, "title", 0, 7, "guess", 0.2)
    found = (
        Fact(PAPER, "introduces", own, (title,)),
        Fact(PAPER, "evaluatedOnModel", llama, (ran,)),
        Fact(own, "evaluatedOnModel", llama, tuple(sorted((title, ran))), "derived", premises),
        Fact(own, "extends", "method/galore", (_sentence(0, "builds-on"),)),
        Fact(PAPER, "outperforms", "method/lora", (_sentence(2, "saves", 0.7),)),
        Fact(PAPER, "hasCode", "repo/github--example--q-galore", (code,)),
        Fact(OTHER, "hasProject", "page/example-0a1b2c", (named,)),
        Fact(PAPER, "writtenBy", ADA, (author,), "metadata"),
        Fact(PAPER, "listedIn", "listing/daily-papers-2024-07-16", (listing,), "metadata"),
        Fact("model/llama-7b", "inFamily", "family/llama-1", (ran,), "derived"),
        Fact(PAPER, "mentions", "method/lora", (_sentence(2, "mention"),)),
        Fact(OTHER, "mentions", "method/lora", (named,), "candidate"),
        Fact(OTHER, "usesMethod", "method/lora", (named,), "candidate"),
    )
    return tuple(sorted(found, key=lambda item: (item.subject, item.relation, item.object)))


def _results() -> tuple[Result, ...]:
    saving = Result(
        PAPER,
        (Decimal(50),),
        "50%",
        (_sentence(2, "saves", 0.8),),
        method="method/q-galore-0a1b2c",
        metric="metric/memory",
        unit="%",
        kind="delta",
        direction="lower",
        baseline="method/lora",
    )
    between = Result(
        PAPER,
        (Decimal("1.20"), Decimal("1.4")),
        "1.20-1.4",
        (_sentence(2, "saves", 0.8),),
        model="model/llama-7b",
    )
    return saving, between


def small_graph() -> Graph:
    """Return the graph."""
    names = {
        "Q-GaLore": "method/q-galore-0a1b2c",
        "GaLore.": "method/galore",
        "LLaMA-7B": "model/llama-7b",
        "LoRA": "method/lora",
        "memory": "metric/memory",
    }
    mentions = tuple(_mention(text, entity) for text, entity in names.items())
    return Graph(
        documents=_documents(),
        entities=_entities(),
        mentions=mentions,
        facts=_facts(),
        results=_results(),
        redirects=(("method/q-galore", "method/q-galore-0a1b2c"), ("paper/old", PAPER)),
    )
