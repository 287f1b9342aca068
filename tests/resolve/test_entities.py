from dataclasses import replace

import pytest

from kg import ids, lexicon
from kg.model import Extraction, Link, Listing, Mention, Name, PartialDate
from kg.resolve import resolve

LORA = Name("Method", "LoRA", known="method/lora")
LLAMA = Name(
    "Model", "Llama-2-7B", known="model/llama-2-7b", family="Llama 2", version="2", size="7B"
)


def _entity(graph, entity_id):
    (found,) = [entity for entity in graph.entities if entity.id == entity_id]
    return found


@pytest.mark.parametrize("inferred", [[True, False], [False, True]])
def test_a_listing_has_its_best_date_whichever_paper_comes_first(record, graph_of, inferred):
    days = [PartialDate(2024, 1, 3, year_inferred=guessed) for guessed in inferred]
    papers = [
        record(f"Title {number}", f"2401.0000{number}", listings=(Listing("Daily", day),))
        for number, day in enumerate(days)
    ]
    graph = graph_of(*([paper] for paper in papers))
    assert _entity(graph, "listing/daily-2024-01-03").date == PartialDate(2024, 1, 3)


def test_a_known_thing_is_as_the_lexicon_says(record, graph_of):
    entity = _entity(graph_of([record("On LORA"), [replace(LORA, label="LORA")]]), "method/lora")
    assert (entity.label, entity.listed) == ("LoRA", True)
    assert {"LORA", *lexicon.load().entries["method/lora"].aliases} <= set(entity.aliases)


def test_a_metric_has_its_direction(record, graph_of):
    metric = Name("Metric", "perplexity", known="metric/perplexity", named=False)
    assert (
        _entity(graph_of([record("Low perplexity"), [metric]]), metric.known).direction == "lower"
    )


def test_an_unknown_thing_has_the_label_that_most_texts_give(record, graph_of):
    spellings = ("Barnet", "BarNet", "BarNet")
    graph = graph_of(
        *(
            [record(f"{number} {name}"), [Name("Method", name)]]
            for number, name in enumerate(spellings)
        )
    )
    entity = _entity(graph, ids.unlisted("Method", "BarNet"))
    assert (entity.label, entity.aliases, entity.listed) == ("BarNet", ("Barnet",), False)


def test_a_list_written_short_is_no_alias(record):
    document = record("Tests on Foo-7B/24B, as Foo seven")
    names = (
        Name("Model", "Foo-7B", known="model/foo-7b"),
        Name("Model", "Foo-24B", known="model/foo-24b"),
    )
    text = ids.text_id(document.title, "")
    shared = [Mention(text, "title", 9, 19, "Foo-7B/24B", name.reference, "t") for name in names]
    own = Mention(text, "title", 24, 33, "Foo seven", names[0].reference, "t")
    graph = resolve([document], {text: Extraction(text, names, (*shared, own))})
    assert _entity(graph, "model/foo-7b").aliases == ("Foo seven",)
    assert _entity(graph, "model/foo-24b").aliases == ()


def test_a_model_is_in_its_family_and_that_in_the_broader_one(record, graph_of):
    graph = graph_of([record("On Llama-2-7B"), [LLAMA]])
    assert _entity(graph, "model/llama-2-7b").parent == "family/llama-2"
    assert _entity(graph, "family/llama-2").parent == "family/llama"
    families = [(fact.subject, fact.object) for fact in graph.facts if fact.relation == "inFamily"]
    assert families == [("family/llama-2", "family/llama"), ("model/llama-2-7b", "family/llama-2")]


def test_a_family_rests_on_the_sentence_that_names_its_model(record, graph_of):
    graph = graph_of([record("On Llama-2-7B"), [LLAMA]])
    fact = next(fact for fact in graph.facts if fact.subject == "family/llama-2")
    (proof,) = fact.evidence
    assert (proof.field, proof.start, proof.end, proof.rule) == ("title", 0, 13, "model-name")


def test_an_unlisted_family_is_that_of_the_text(record, graph_of):
    family = Name("ModelFamily", "Foolish")
    model = Name("Model", "Foolish-7B", family="Foolish")
    graph = graph_of([record("Foolish models: Foolish-7B"), [family, model]])
    parent = _entity(graph, ids.unlisted("Model", "Foolish-7B")).parent
    assert parent == ids.unlisted("ModelFamily", "Foolish")


def test_families_that_hold_each_other_are_cut_once(record, graph_of):
    one = Name("ModelFamily", "Foolish", known="family/foolish", family="Foolisher")
    other = Name("ModelFamily", "Foolisher", known="family/foolisher", family="Foolish")
    graph = graph_of([record("Foolish and Foolisher"), [one, other]])
    assert _entity(graph, "family/foolish").parent == ""
    assert _entity(graph, "family/foolisher").parent == "family/foolish"


def test_papers_authors_listings_and_repositories_are_entities(record, graph_of):
    document = record(
        "T",
        arxiv="2401.00001",
        authors=("A. Ada",),
        date=PartialDate(2024, 1),
        listings=(Listing("Daily", PartialDate(2024, 1, 3)),),
        links=(Link("code", "https://github.com/foo/net"), Link("paper", "https://x.example")),
    )
    entities = {entity.type: entity for entity in graph_of([document]).entities}
    assert entities["Paper"].url == "https://arxiv.org/abs/2401.00001"
    assert entities["Listing"].label == "Daily, 2024-01-03"
    assert entities["CodeRepository"].url == "https://github.com/foo/net"
    assert entities["CodeRepository"].label == "github.com/foo/net"
    assert sorted(entities) == ["Author", "CodeRepository", "Listing", "Paper"]
