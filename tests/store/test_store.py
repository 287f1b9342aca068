import pytest

from kg.errors import UnknownNameError
from kg.ids import id_of
from kg.store import fact_of

MODEL, FIRST, METHOD = "model/llama-2-7b", "paper/2401.00001", "method/foonet-abc123"


def test_documents_come_back_as_written(store, graph):
    assert tuple(store.documents()) == graph.documents


def test_entities_come_back_as_written(store, graph):
    assert tuple(store.entities()) == graph.entities


def test_facts_come_back_as_written(store, graph):
    assert tuple(store.facts()) == graph.facts


def test_mentions_come_back_as_written(store, graph):
    assert tuple(store.mentions()) == graph.mentions


def test_results_come_back_as_written(store, graph):
    assert tuple(store.results()) == graph.results
    assert str(next(store.results()).value[0]) == "2.50"


def test_redirects_come_back_as_written(store, graph):
    assert tuple(store.redirects()) == graph.redirects


def test_decisions_come_back_as_written(store, graph):
    assert tuple(store.decisions()) == graph.decisions
    assert [item.how for item in store.decisions(document=FIRST, entity=METHOD)] == ["own"]


def test_a_fact_is_found_by_its_id(store, graph):
    fact = graph.facts[1]
    assert fact_of(store, id_of(fact)) == fact
    with pytest.raises(UnknownNameError, match="no fact"):
        fact_of(store, "0" * 16)


def test_meta_holds_the_notes_and_the_format(store):
    assert store.meta() == {"graph_id": "g1"}


def test_a_past_id_leads_to_the_present_document(store):
    assert store.document("paper/old").id == FIRST
    assert store.entity("paper/old").id == FIRST


def test_an_unknown_id_names_the_nearest(store):
    with pytest.raises(UnknownNameError) as caught:
        store.entity("family/llama-2-7b")
    assert caught.value.nearest == (MODEL,)


def test_an_entity_that_is_no_paper_is_no_document(store):
    with pytest.raises(UnknownNameError):
        store.document(MODEL)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"subject": FIRST}, 2),
        ({"subject": "paper/old"}, 2),
        ({"subject": FIRST, "relation": "introduces"}, 1),
        ({"relation": "evaluatedOnModel", "object": MODEL}, 2),
        ({"object": METHOD}, 2),
        ({"subject": [FIRST, METHOD]}, 3),
        ({"subject": [FIRST, METHOD], "object": [MODEL]}, 2),
        ({"subject": []}, 0),
        ({"subject": ["method/none"]}, 0),
        ({"object": METHOD, "status": ("extracted",)}, 1),
        ({"object": METHOD, "status": "extracted"}, 1),
        ({"relation": ["introduces", "evaluatedOnModel"], "object": MODEL}, 2),
        ({"subject": "model/nobody"}, 0),
    ],
)
def test_facts_are_chosen_by_what_is_given(store, chosen, expected):
    assert len(list(store.facts(**chosen))) == expected


@pytest.mark.parametrize(
    ("look", "kind", "nearest"),
    [
        (lambda store: store.facts(relation="introducs"), "relation", "introduces"),
        (lambda store: store.facts(relation=["mentions", "introducs"]), "relation", "introduces"),
        (lambda store: store.facts(relation="Model"), "relation", None),
        (lambda store: store.facts(status="candidates"), "status", "candidate"),
        (lambda store: store.facts(status=["extracted", "foo"]), "status", "extracted"),
        (lambda store: store.papers_by_relation(["foo"]), "status", "extracted"),
        (lambda store: store.papers_mentioning("Method", ["foo"]), "status", "extracted"),
        (lambda store: store.entities("Modell"), "type", "Model"),
        (lambda store: store.find("FooNet", "Modell"), "type", "Model"),
        (lambda store: store.names(["Modell"]), "type", "Model"),
    ],
)
def test_what_is_no_word_of_the_schema_is_refused(store, look, kind, nearest):
    with pytest.raises(UnknownNameError) as caught:
        look(store)
    assert caught.value.kind == kind
    assert nearest is None or nearest in caught.value.nearest


def test_one_name_alone_is_taken_as_one(store):
    assert list(store.entities_of(MODEL)) == list(store.entities_of([MODEL]))
    assert list(store.documents(FIRST)) == list(store.documents([FIRST]))
    assert list(store.names("Model")) == list(store.names(["Model"])) != []
    assert list(store.entities(["Model", "Method"])) != list(store.entities("Model"))


def test_entities_are_chosen_by_type(store):
    assert [entity.id for entity in store.entities("Model")] == [MODEL]


@pytest.mark.parametrize("chosen", [{"entity": MODEL}, {"document": FIRST, "entity": MODEL}])
def test_mentions_are_chosen_by_what_is_given(store, chosen):
    assert [mention.entity for mention in store.mentions(**chosen)] == [MODEL]


@pytest.mark.parametrize("chosen", [{"paper": FIRST}, {"entity": "benchmark/gsm8k"}])
def test_results_are_chosen_by_paper_or_any_slot(store, chosen):
    assert len(list(store.results(**chosen))) == 1
    assert not list(store.results(entity=MODEL))


def test_counts(store):
    counts = store.counts()
    assert (counts.records, counts.documents, counts.evidence, counts.results) == (1, 2, 5, 1)
    assert counts.entities["Paper"] == 2
    assert counts.facts == {"evaluatedOnModel": 2, "introduces": 1, "mentions": 1}


def test_many_facts_keep_their_own_evidence(tmp_path, graph):
    from dataclasses import replace

    from kg.model import Entity, Evidence, Fact
    from kg.store import open_store, open_writer

    things = tuple(Entity(f"task/t{number:04d}", "Task", f"t{number}") for number in range(2000))
    facts = tuple(
        Fact(FIRST, "mentions", thing.id, (Evidence(FIRST, "title", place, place + 1, "r"),))
        for place, thing in enumerate(things)
    )
    entities = tuple(sorted(graph.entities + things, key=lambda entity: entity.id))
    bigger = replace(graph, entities=entities, facts=facts)
    with open_writer(tmp_path / "big") as writer, writer.transaction():
        writer.replace_graph(bigger, {})
    with open_store(tmp_path / "big") as store:
        assert tuple(store.facts()) == facts


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"type": "Model"}, [MODEL]),
        ({"parent": "family/llama-2"}, [MODEL]),
        ({"type": "Paper", "since": "2024-01-02"}, [FIRST, "paper/2402.00002"]),
        ({"type": "Paper", "since": "2025"}, []),
    ],
)
def test_entities_are_chosen(store, chosen, expected):
    assert [entity.id for entity in store.entities(**chosen)] == expected


@pytest.mark.parametrize(
    ("ids", "expected"), [(["paper/old", MODEL, "model/none"], [MODEL, FIRST]), ([], [])]
)
def test_entities_are_read_by_their_ids(store, ids, expected):
    assert [entity.id for entity in store.entities_of(ids)] == expected


def test_documents_are_chosen_by_id(store):
    assert [document.id for document in store.documents(["paper/old"])] == [FIRST]
