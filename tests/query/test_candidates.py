"""Names that the lexicon lacks, gathered over the papers that use them."""

import pytest

from kg.errors import UnknownNameError
from kg.model import Document, Entity, Evidence, Fact, Graph, Mention
from kg.query.candidates import candidates
from kg.store import open_store, open_writer

ENTITIES = (
    Entity("family/zamel", "ModelFamily", "Zamel"),
    Entity("model/zamel-7b", "Model", "Zamel-7B", parent="family/zamel", size="7B", listed=False),
    Entity("model/lora-1", "Model", "LoRA", listed=False),
    Entity("benchmark/zork-1", "Benchmark", "ZorkBench", listed=False),
    Entity("method/zork-2", "Method", "ZorkBench", listed=False),
    Entity("method/flib", "Method", "Flib", listed=False),
    Entity("benchmark/gsm8k", "Benchmark", "GSM8K"),
)
#: Each paper with its words and the entity that it takes ZorkBench for.
PAPERS = {
    "paper/2401.00001": ("We score Flib on ZorkBench and on GSM8K.", "benchmark/zork-1"),
    "paper/2401.00002": (
        "On Zork-Bench and GSM8K, small nets win, Zamel-7B and LoRA too.",
        "benchmark/zork-1",
    ),
    "paper/2401.00003": (
        "The parts of ZorkBench are three. GSM8K has one, and so have Zamel-7B and LoRA.",
        "method/zork-2",
    ),
}
SPELLINGS = ("ZorkBench", "Zork-Bench")
COINED = Fact(
    "paper/2401.00003",
    "introduces",
    "method/zork-2",
    (Evidence("paper/2401.00003", "abstract", 0, 31, "a-rule"),),
)
#: Below the threshold.
PERHAPS_COINED = Fact(
    "paper/2401.00001",
    "introduces",
    "benchmark/zork-1",
    (Evidence("paper/2401.00001", "abstract", 0, 40, "a-rule", 0.2),),
    "candidate",
)


def _mentions(paper, text, zork):
    names = {**dict.fromkeys(SPELLINGS, zork), "Flib": "method/flib", "GSM8K": "benchmark/gsm8k"}
    names |= {"Zamel-7B": "model/zamel-7b", "LoRA": "model/lora-1"}
    for name, entity in names.items():
        if (at := text.find(name)) >= 0:
            yield Mention(paper, "abstract", at, at + len(name), name, entity, "patterns")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    documents = [Document(paper, "A Title", text) for paper, (text, _) in PAPERS.items()]
    papers = [Entity(document.id, "Paper", document.title) for document in documents]
    mentions = [found for paper, said in PAPERS.items() for found in _mentions(paper, *said)]
    graph = Graph(tuple(documents), (*ENTITIES, *papers), tuple(mentions), (PERHAPS_COINED, COINED))
    path = tmp_path_factory.mktemp("candidates") / "kg.sqlite"
    with open_writer(path) as writer, writer.transaction():
        writer.replace_graph(graph, {"graph_id": "0123456789abcdef"})
    with open_store(path) as opened:
        yield opened


@pytest.mark.parametrize("name", ["LoRA", "Zamel-7B"])
def test_what_the_lexicon_has_under_another_type_or_by_a_family_is_no_candidate(store, name):
    assert name not in [row["name"] for row in candidates(store, fewest=1)]


def test_homonyms_and_spellings_are_one_candidate(store):
    (row,) = candidates(store).rows
    assert (row["name"], row["papers"]) == ("ZorkBench", 3)
    assert row["spellings"] == "ZorkBench (2), Zork-Bench (1)"


def test_the_type_is_that_of_most_papers(store):
    (row,) = candidates(store).rows
    assert (row["type"], row["types"]) == ("Benchmark", "Benchmark (2), Method (1)")


def test_papers_that_surely_coin_the_name_are_told(store):
    assert candidates(store).rows[0]["introduced"] == 1


def test_listed_names_are_none(store):
    assert "GSM8K" not in [row["name"] for row in candidates(store, fewest=1)]


def test_a_name_of_few_papers_is_shown_on_demand(store):
    assert [row["name"] for row in candidates(store, fewest=1)] == ["ZorkBench", "Flib"]


def test_type_and_limit_choose(store):
    assert [row["name"] for row in candidates(store, type="Method", fewest=1)] == ["Flib"]
    answer = candidates(store, limit=1, fewest=1)
    assert (len(answer), answer.total) == (1, 2)


def test_contexts_are_of_different_papers_and_verbatim(store):
    (row,) = candidates(store, contexts=2).rows
    assert len({quote.paper for quote in row.evidence}) == 2
    for quote in row.evidence:
        assert PAPERS[quote.paper][0][quote.start : quote.end] == quote.quote
        assert any(spelling in quote.quote for spelling in SPELLINGS)


def test_a_context_is_cut_at_blanks(store):
    assert not candidates(store, contexts=0).rows[0].evidence


def test_what_is_no_type_is_refused(store):
    with pytest.raises(UnknownNameError):
        candidates(store, type="Benchmrk")
