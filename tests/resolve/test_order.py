"""The graph depends on the set of documents only."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ids
from kg.model import PAPER, Document, Evidence, Extraction, Fact, Identifier, Mention, Name
from kg.resolve import resolve

TITLES = ("FooNet: a net", "On FooNet", "Errata", "errata!", "LoRA again")
NAMES = (
    Name("Method", "FooNet"),
    Name("Model", "foonet", family="Foo"),
    Name("ModelFamily", "Foo"),
    Name("Dataset", "FooNet"),
    Name("Method", "LoRA", known="method/lora"),
    Name("Model", "Llama-2-7B", known="model/llama-2-7b", family="Llama 2"),
)
IDENTIFIERS = (
    Identifier("arxiv", "2401.00001"),
    Identifier("arxiv", "2401.00002"),
    Identifier("doi", "10.5555/a"),
    Identifier("doi", "10.5555/B"),
)


@st.composite
def records(draw):
    title = draw(st.sampled_from(TITLES))
    found = tuple(sorted(draw(st.sets(st.sampled_from(IDENTIFIERS), max_size=2))))
    return Document(
        ids.paper_id(found, title),
        title,
        abstract=draw(st.sampled_from(("", "FooNet.", "LoRA on Llama-2-7B."))),
        language=draw(st.sampled_from(("en", "ja"))),
        authors=draw(st.sampled_from(((), ("A. Ada",), ("B. Babbage",)))),
        identifiers=found,
    )


class Extractions(dict[str, Extraction]):
    """Makes up, from the hash of a text, what it says."""

    def __missing__(self, text: str) -> Extraction:
        chosen = [name for bit, name in enumerate(NAMES) if int(text, 16) >> bit & 1]
        proof = (Evidence(text, "title", 0, 3, "r", 0.5),)
        relations = ("mentions", "introduces", "usesMethod", "evaluatedOnModel")
        facts = (
            Fact(PAPER, relations[(int(text, 16) >> bit) % 4], name.reference, proof)
            for bit, name in enumerate(chosen)
        )
        mentions = (Mention(text, "title", 0, 3, "abc", name.reference, "r") for name in chosen)
        return Extraction(text, tuple(chosen), tuple(mentions), tuple(facts))


@settings(max_examples=200, deadline=None)
@given(st.lists(records(), max_size=8), st.randoms(use_true_random=False))
def test_any_order_makes_the_same_graph(documents, random):
    shuffled = random.sample(documents, len(documents))
    assert resolve(shuffled, Extractions()) == resolve(documents, Extractions())


@settings(max_examples=200, deadline=None)
@given(st.lists(records(), max_size=8))
def test_every_reference_of_the_graph_is_there(documents):
    graph = resolve(documents, Extractions())
    known = {entity.id for entity in graph.entities}
    assert len(known) == len(graph.entities)
    assert known >= {document.id for document in graph.documents}
    assert known >= {entity.parent for entity in graph.entities if entity.parent}
    assert known >= {end for fact in graph.facts for end in (fact.subject, fact.object)}
    assert known >= {mention.entity for mention in graph.mentions}
    assert known >= {new for _, new in graph.redirects}
    assert known.isdisjoint(old for old, _ in graph.redirects)


@settings(max_examples=200, deadline=None)
@given(st.lists(records(), max_size=8))
def test_every_id_that_a_part_had_leads_on(documents):
    """What was the id of a paper when fewer records were known is an id or a redirect now."""
    now = resolve(documents, Extractions())
    known = {entity.id for entity in now.entities} | {old for old, _ in now.redirects}
    for count in range(len(documents)):
        earlier = resolve(documents[:count], Extractions())
        assert known >= {document.id for document in earlier.documents}


@settings(max_examples=100, deadline=None)
@given(st.lists(records(), max_size=8))
def test_all_that_is_sorted_is_sorted_and_unique(documents):
    graph = resolve(documents, Extractions())
    triples = [(fact.subject, fact.relation, fact.object) for fact in graph.facts]
    assert triples == sorted(set(triples))
    entities = [entity.id for entity in graph.entities]
    assert entities == sorted(entities)
    known = {ids.fact_id(*triple) for triple in triples}
    assert known >= {premise for fact in graph.facts for premise in fact.premises}
