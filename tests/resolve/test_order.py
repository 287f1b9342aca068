"""The graph depends on the set of documents, and on what a curator decided, only."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ids
from kg.curation import Act
from kg.curation.checking import check
from kg.curation.replay import contradiction
from kg.model import (
    PAPER,
    TEXT_FIELDS,
    Document,
    Evidence,
    Extraction,
    Fact,
    Identifier,
    Mention,
    Name,
    PartialDate,
)
from kg.resolve import HOW, resolve

TITLES = ("FooNet: a net", "FooNet", "On FooNet", "Errata", "errata!", "LoRA again")
NAMES = (
    Name("Method", "FooNet", aliases=("Fast Object Net",)),
    Name("Model", "foonet", family="Foo"),
    Name("ModelFamily", "Foo"),
    Name("Dataset", "FooNet"),
    Name("Method", "FooNet", aliases=("Fuzzy Order Net",)),
    Name("Method", "Fast Object Net"),
    Name("Method", "LoRA", known="method/lora"),
    Name("Model", "Llama-2-7B", known="model/llama-2-7b", family="Llama 2"),
)
IDENTIFIERS = (
    Identifier("arxiv", "2401.00001"),
    Identifier("arxiv", "2401.00002"),
    Identifier("doi", "10.5555/a"),
    Identifier("doi", "10.5555/B"),
)
RELATIONS = ("mentions", "introduces", "usesMethod", "evaluatedOnModel", "outperforms")


@st.composite
def records(draw):
    title = draw(st.sampled_from(TITLES))
    found = tuple(sorted(draw(st.sets(st.sampled_from(IDENTIFIERS), max_size=2))))
    return Document(
        ids.paper_id(found, title),
        title,
        abstract=draw(st.sampled_from(("", "FooNet.", "LoRA on Llama-2-7B."))),
        language=draw(st.sampled_from(("en", "ja"))),
        date=draw(st.sampled_from((None, PartialDate(2024), PartialDate(2024, 3)))),
        authors=draw(st.sampled_from(((), ("A. Ada",), ("B. Babbage",)))),
        identifiers=found,
    )


class Extractions(dict[str, Extraction]):
    """Makes up, from the hash of a text, what it says."""

    def __missing__(self, text: str) -> Extraction:
        bits = int(text, 16)
        by_reference = {name.reference: name for bit, name in enumerate(NAMES) if bits >> bit & 1}
        chosen = tuple(by_reference[reference] for reference in sorted(by_reference))
        proof = (Evidence(text, "title", 0, 3, "r", 0.5),)
        facts = [
            Fact(PAPER, RELATIONS[(bits >> bit) % 4], name.reference, proof)
            for bit, name in enumerate(chosen)
        ]
        facts += (Fact(name.reference, "outperforms", PAPER, proof) for name in chosen[:1])
        mentions = (
            Mention(text, "title", 0, 3, name.label, name.reference, "r") for name in chosen
        )
        return Extraction(text, chosen, tuple(mentions), tuple(facts))


def _things() -> list[str]:
    """Return ids that graphs of these records have, or had once."""
    titles = [ids.title_key(title) for title in TITLES]
    unlisted = [
        ids.unlisted(name.type, name.label, title)
        for name in NAMES
        if not name.known
        for title in ("", *titles[:3])
    ]
    return [*unlisted, "method/lora", "model/llama-2-7b", "model/lora", "family/llama-2"]


_THINGS = st.sampled_from(_things())
_PAPERS = st.sampled_from(
    [ids.paper_id((), title) for title in TITLES]
    + [ids.paper_id((identifier,), "") for identifier in IDENTIFIERS]
)
_SPELLINGS = st.sampled_from(["FooNet", "foonet", "LoRA", "Fast Object Net", "Net"])
_VERDICTS = st.tuples(
    st.one_of(_THINGS, _PAPERS), st.sampled_from(RELATIONS), st.one_of(_THINGS, _PAPERS)
)
_ACTS = st.one_of(
    st.builds(Act, st.sampled_from(["accept", "reject"]), _VERDICTS),
    st.builds(
        Act, st.just("retype"), st.tuples(_THINGS, st.sampled_from(["Model", "Method", "Task"]))
    ),
    st.builds(
        Act,
        st.just("alias"),
        st.tuples(_THINGS, st.sampled_from(["add", "remove"]), _SPELLINGS),
    ),
    st.builds(
        Act,
        st.sampled_from(["merge", "do-not-merge"]),
        st.one_of(st.tuples(_THINGS, _THINGS), st.tuples(_PAPERS, _PAPERS)),
    ),
    st.builds(Act, st.just("split"), st.tuples(_THINGS, _SPELLINGS, st.just(""))),
    st.builds(Act, st.just("split"), st.tuples(_THINGS, st.just(""), _PAPERS)),
)


@st.composite
def curations(draw):
    """Draw acts that can stand in one file."""
    acts: list[Act] = []
    for act in draw(st.lists(_ACTS, max_size=5)):
        if not check(act) and contradiction((*acts, act)) is None:
            acts.append(act)
    return tuple(acts)


SOME_RECORDS = st.lists(records(), max_size=8)


@settings(max_examples=200, deadline=None)
@given(SOME_RECORDS, curations(), st.randoms(use_true_random=False))
def test_any_order_makes_the_same_graph(documents, acts, random):
    shuffled = random.sample(documents, len(documents))
    assert resolve(shuffled, Extractions(), acts) == resolve(documents, Extractions(), acts)


@settings(max_examples=200, deadline=None)
@given(SOME_RECORDS, curations())
def test_every_reference_of_the_graph_is_there(documents, acts):
    graph = resolve(documents, Extractions(), acts)
    known = {entity.id for entity in graph.entities}
    assert len(known) == len(graph.entities)
    assert known >= {document.id for document in graph.documents}
    assert known >= {entity.parent for entity in graph.entities if entity.parent}
    assert known >= {end for fact in graph.facts for end in (fact.subject, fact.object)}
    assert known >= {item.document for fact in graph.facts for item in fact.evidence}
    assert known >= {mention.entity for mention in graph.mentions}
    assert known >= {new for _, new in graph.redirects}
    assert known.isdisjoint(old for old, _ in graph.redirects)
    assert known >= {end for item in graph.decisions for end in (item.document, item.entity)}
    assert set(HOW) >= {item.how for item in graph.decisions}


@settings(max_examples=200, deadline=None)
@given(SOME_RECORDS)
def test_every_id_that_a_part_had_leads_on(documents):
    """What was the id of a paper when fewer records were known is an id or a redirect now."""
    now = resolve(documents, Extractions())
    known = {entity.id for entity in now.entities} | {old for old, _ in now.redirects}
    for count in range(len(documents)):
        earlier = resolve(documents[:count], Extractions())
        assert known >= {document.id for document in earlier.documents}


@settings(max_examples=100, deadline=None)
@given(SOME_RECORDS, curations())
def test_all_that_is_sorted_is_sorted_and_unique(documents, acts):
    graph = resolve(documents, Extractions(), acts)
    triples = [(fact.subject, fact.relation, fact.object) for fact in graph.facts]
    assert triples == sorted(set(triples))
    entities = [entity.id for entity in graph.entities]
    assert entities == sorted(entities)
    known = {ids.fact_id(*triple) for triple in triples}
    assert known >= {premise for fact in graph.facts for premise in fact.premises}


@settings(max_examples=100, deadline=None)
@given(SOME_RECORDS, curations())
def test_merged_retyped_and_rejected_things_are_as_the_curator_says(documents, acts):
    graph = resolve(documents, Extractions(), acts)
    known = {entity.id for entity in graph.entities}
    triples = {(fact.subject, fact.relation, fact.object) for fact in graph.facts}
    last = {act.arguments: act.verb for act in acts if act.verb in ("accept", "reject")}
    assert triples.isdisjoint(triple for triple, verb in last.items() if verb == "reject")
    for act in acts:
        if act.verb == "merge" and not act.arguments[0].startswith("paper/"):
            assert not known >= set(act.arguments)


@settings(max_examples=200, deadline=None)
@given(SOME_RECORDS, curations())
def test_what_a_curator_keeps_apart_is_two_things(documents, acts):
    led = dict(resolve(documents, Extractions(), acts).redirects)
    for act in acts:
        if act.verb == "do-not-merge" and not act.arguments[0].startswith("paper/"):
            one, other = (led.get(argument, argument) for argument in act.arguments)
            assert one != other


def test_two_ids_of_a_works_two_titles_are_kept_apart():
    doi = Identifier("doi", "10.5555/B")
    records = [
        Document("paper/doi--10.5555-b", title, identifiers=(doi,))
        for title in ("FooNet", "On FooNet")
    ]
    one, other = "method/foonet-1285db", "method/foonet-95f81e"
    led = dict(resolve(records, Extractions()).redirects)
    assert led.get(other, other) == led.get(one, one)
    apart = Act("do-not-merge", (one, other))
    led = dict(resolve(records, Extractions(), (apart,)).redirects)
    assert led.get(other, other) != led.get(one, one)


@settings(max_examples=100, deadline=None)
@given(SOME_RECORDS, curations())
def test_every_passage_stands_at_its_offsets(documents, acts):
    graph = resolve(documents, Extractions(), acts)
    texts = {document.id: document for document in graph.documents}
    for item in (item for fact in graph.facts for item in fact.evidence):
        if item.field in TEXT_FIELDS:
            assert 0 <= item.start < item.end <= len(getattr(texts[item.document], item.field))
