"""What each act does to a graph."""

from dataclasses import replace

import pytest

from kg import ids
from kg.curation import Act
from kg.model import PAPER, Mention, Name, PartialDate
from kg.resolve import resolve
from kg.resolve.curated import Curated
from tests.resolve.conftest import make_extraction

FOO, BAR = Name("Method", "FooNet"), Name("Method", "BarNet")
LORA = Name("Method", "LoRA", known="method/lora")
LLAMA = Name("Model", "Llama-2-7B", known="model/llama-2-7b", family="Llama 2", size="7B")
TITLE = "BarNet on FooNet"
OWN = ids.unlisted("Method", "BarNet", ids.title_key(TITLE))
OPEN = ids.unlisted("Method", "FooNet")
INTRODUCES = (PAPER, "introduces", BAR.reference)
ON_LLAMA = (PAPER, "evaluatedOnModel", LLAMA.reference)
USES_FOO = (PAPER, "usesMethod", FOO.reference)


@pytest.fixture
def curated(record, graph_of):
    """Return what resolves two papers, the second of which mentions FooNet alone, with acts."""

    def curated(*acts):
        one = [
            record(TITLE, arxiv="2401.00001"),
            [BAR, FOO, LLAMA],
            [INTRODUCES, ON_LLAMA, USES_FOO],
        ]
        two = [record("More of FooNet", arxiv="2402.00002"), [FOO, LORA], [USES_FOO]]
        return graph_of(one, two, acts=acts)

    return curated


def _triples(graph):
    return {(fact.subject, fact.relation, fact.object): fact for fact in graph.facts}


def _entities(graph):
    return {entity.id: entity for entity in graph.entities}


def test_an_accepted_fact_is_curated_and_keeps_its_evidence(curated):
    triple = ("paper/2401.00001", "evaluatedOnModel", LLAMA.known)
    fact = _triples(curated(("accept", *triple)))[triple]
    assert fact.status == "curated"
    assert fact.evidence == _triples(curated())[triple].evidence


def test_a_rejected_fact_goes_with_what_follows_from_it(curated):
    graph = curated(("reject", "paper/2401.00001", "evaluatedOnModel", LLAMA.known))
    assert not [triple for triple in _triples(graph) if triple[1] == "evaluatedOnModel"]


def test_the_last_verdict_counts(curated):
    triple = (OWN, "evaluatedOnModel", LLAMA.known)
    graph = curated(("reject", *triple), ("accept", *triple))
    assert _triples(graph)[triple].status == "curated"


def test_a_rejected_mention_is_no_mention(curated):
    graph = curated(("reject", "paper/2402.00002", "mentions", "method/lora"))
    assert "method/lora" not in {mention.entity for mention in graph.mentions}


def test_a_rejected_family_is_no_parent(curated):
    graph = curated(("reject", LLAMA.known, "inFamily", "family/llama-2"))
    assert _entities(graph)[LLAMA.known].parent == ""
    assert (LLAMA.known, "inFamily", "family/llama-2") not in _triples(graph)


def test_a_merged_thing_is_the_other_and_its_id_leads_there(curated):
    graph = curated(("merge", OPEN, "method/lora"))
    assert OPEN not in _entities(graph)
    assert (OPEN, "method/lora") in graph.redirects
    assert _entities(graph)["method/lora"].label == "LoRA"
    assert "FooNet" in _entities(graph)["method/lora"].aliases
    assert ("paper/2402.00002", "usesMethod", "method/lora") in _triples(graph)


def test_merges_in_a_row_end_in_the_last(curated):
    graph = curated(("merge", OPEN, OWN), ("merge", OWN, "method/lora"))
    assert {(OPEN, "method/lora"), (OWN, "method/lora")} <= set(graph.redirects)


def test_a_merged_name_that_nobody_else_has_keeps_its_label(curated):
    graph = curated(("merge", OPEN, "method/gone-123456"))
    assert _entities(graph)["method/gone-123456"].label == "FooNet"


def test_a_retyped_thing_keeps_what_the_lexicon_says(curated):
    graph = curated(("retype", "method/lora", "Task"))
    entity = _entities(graph)["task/lora"]
    assert (entity.type, entity.label, entity.listed) == ("Task", "LoRA", True)
    assert ("method/lora", "task/lora") in graph.redirects


def test_a_fact_that_does_not_fit_the_new_type_goes(curated):
    graph = curated(("retype", OPEN, "Metric"))
    assert not [triple for triple in _triples(graph) if triple[1] == "usesMethod"]


def test_a_new_type_is_the_last_said_one_and_may_be_named_by_the_new_id(curated):
    graph = curated(("retype", "method/lora", "Model"), ("retype", "model/lora", "Benchmark"))
    assert "benchmark/lora" in _entities(graph)
    assert "model/lora" not in _entities(graph)


def test_an_alias_is_given_and_taken(curated):
    given = curated(("alias", "method/lora", "add", "Low Rank"))
    assert "Low Rank" in _entities(given)["method/lora"].aliases
    taken = curated(("alias", "method/lora", "remove", "low-rank adaptation"))
    assert "low-rank adaptation" not in _entities(taken)["method/lora"].aliases


def test_a_name_that_is_given_means_the_thing_in_other_papers(curated):
    graph = curated(("alias", "method/lora", "add", "FooNet"))
    assert {item.how for item in graph.decisions if item.name == "FooNet"} == {"curated"}
    assert ("paper/2401.00001", "usesMethod", "method/lora") in _triples(graph)


def test_what_one_paper_means_is_split_off(curated):
    graph = curated(("split", OPEN, "", "paper/2402.00002"))
    meant = {
        mention.document: mention.entity for mention in graph.mentions if mention.text == "FooNet"
    }
    assert meant["paper/2401.00001"] == OPEN
    assert meant["paper/2402.00002"] not in (OPEN, "")


def test_a_spelling_is_split_off(record, graph_of):
    spelled = [Name("Method", "FooNet"), Name("Method", "Foo-Net")]
    other = Name("Method", "LoRA", known="method/lora", aliases=("Foo",))
    document = record("LoRA, LORA and FooNet")
    graph = graph_of([document, [other, spelled[0]]], acts=[("split", "method/lora", "LoRA", "")])
    (made,) = [item.id for item in graph.entities if item.label == "LoRA"]
    assert made.startswith("method/lora-")
    assert not _entities(graph)[made].listed


def test_a_thing_that_was_split_off_can_be_merged(curated):
    split = ("split", OPEN, "", "paper/2402.00002")
    (made,) = set(_entities(curated(split))) - set(_entities(curated()))
    graph = curated(split, ("merge", made, "method/lora"))
    assert ("paper/2402.00002", "usesMethod", "method/lora") in _triples(graph)


def test_what_is_kept_apart_is_not_linked(record, graph_of):
    own = ids.unlisted("Method", "BarNet", ids.title_key("BarNet"))
    kept = ids.unlisted("Method", "BarNet")
    said = (
        [record("BarNet"), [BAR], [INTRODUCES]],
        [record("On BarNet"), [BAR]],
    )
    assert kept not in _entities(graph_of(*said))
    assert kept in _entities(graph_of(*said, acts=[("do-not-merge", own, kept)]))


def test_what_is_kept_apart_under_a_new_type_is_not_linked(record, graph_of):
    own = ids.unlisted("Method", "BarNet", ids.title_key("BarNet"))
    kept = ids.unlisted("Method", "BarNet")
    said = ([record("BarNet"), [BAR], [INTRODUCES]], [record("On BarNet"), [BAR]])
    retyped = ids.retyped(own, "Model")
    acts = [("do-not-merge", retyped, kept), ("retype", own, "Model")]
    assert set(_entities(graph_of(*said, acts=acts))) >= {retyped, kept}


def test_what_is_kept_apart_is_not_merged_by_a_past_id(record, graph_of):
    own = ids.unlisted("Method", "BarNet", ids.title_key("BarNet"))
    past = ids.unlisted("Method", "BarNet")
    said = ([record("BarNet"), [BAR, LORA], [INTRODUCES]], [record("On BarNet"), [BAR]])
    acts = [("do-not-merge", own, LORA.known), ("merge", past, LORA.known)]
    assert set(_entities(graph_of(*said, acts=acts))) >= {own, LORA.known}


def test_an_alias_that_is_taken_away_is_not_learned(record, graph_of):
    own = ids.unlisted("Method", "BarNet", ids.title_key("BarNet"))
    said = (
        [record("BarNet"), [Name("Method", "BarNet", aliases=("Bar Nested",))], [INTRODUCES]],
        [record("On it"), [Name("Method", "Bar Nested")]],
    )
    assert len(_entities(graph_of(*said))) == 3
    graph = graph_of(*said, acts=[("alias", own, "remove", "Bar Nested")])
    assert ids.unlisted("Method", "Bar Nested") in _entities(graph)
    assert "Bar Nested" not in _entities(graph)[own].aliases


def test_an_act_follows_a_thing_whose_id_has_changed(record, graph_of):
    """A name that was open is introduced by a paper that is read later."""
    act = ("merge", OPEN, "method/lora")
    introduces = [(PAPER, "introduces", FOO.reference)]
    graph = graph_of(
        [record("FooNet", date=PartialDate(2023)), [FOO], introduces],
        [record("On FooNet", date=PartialDate(2024)), [FOO]],
        acts=[act],
    )
    assert {mention.entity for mention in graph.mentions} == {"method/lora"}


def test_authors_are_merged(record, graph_of):
    one, other = (ids.author_id(name) for name in ("A. Ada", "Ada Ada"))
    documents = [record("A", authors=("A. Ada",)), record("B", authors=("Ada Ada",))]
    graph = graph_of(*([document] for document in documents), acts=[("merge", one, other)])
    (author,) = [entity for entity in graph.entities if entity.type == "Author"]
    assert (author.id, author.aliases) == (other, ("A. Ada",))


def test_an_act_on_what_is_not_there_changes_nothing(curated):
    acts = (
        ("accept", "method/a", "usesMethod", "method/b"),
        ("merge", "method/a", "method/b"),
        ("retype", "method/c", "Model"),
        ("split", "method/d", "D", ""),
    )
    assert curated(*acts) == curated()


def test_without_acts_an_id_stays():
    assert Curated().final("method/foo") == "method/foo"
    assert Curated([Act("retype", ("method/foo", "Model"))]).final("method/bar") == "method/bar"


@pytest.fixture
def without(record, graph_of):
    """Return what resolves a paper that spells LoRA otherwise, and one that does so too."""

    def without(*acts):
        one = record("On low-rank adaptation", arxiv="2401.00001")
        two = record("LoRA, or low-rank adaptation", arxiv="2402.00002")
        extractions = {}
        for document in (one, two):
            text = ids.text_id(document.title, document.abstract)
            said = make_extraction(document, [LORA], [(PAPER, "usesMethod", LORA.reference)])
            at = document.title.find("low-rank")
            mention = Mention(
                text, "title", at, at + 19, "low-rank adaptation", LORA.reference, "test"
            )
            extractions[text] = replace(said, mentions=(*said.mentions, mention))
        return resolve([one, two], extractions, [Act(verb, tuple(words)) for verb, *words in acts])

    return without


TAKEN = ("alias", "method/lora", "remove", "low-rank adaptation")
GIVEN = ("alias", "method/lora", "add", "low-rank adaptation")


def test_a_name_that_was_taken_from_a_listed_thing_links_nothing_to_it(without):
    uses = [fact.object for fact in without(TAKEN).facts if fact.relation == "usesMethod"]
    made = ids.unlisted("Method", "low-rank adaptation")
    assert sorted(uses) == ["method/lora", made]


def test_a_name_that_was_taken_is_no_mention_beside_others_of_the_thing(without):
    spelled = {item.text for item in without(TAKEN).mentions if item.entity == "method/lora"}
    assert spelled == {"LoRA"}


def test_a_name_that_was_given_back_links_again(without):
    assert without(TAKEN, GIVEN).mentions == without().mentions


def test_the_label_of_a_listed_thing_cannot_be_taken(without):
    graph = without(("alias", "method/lora", "remove", "LoRA"))
    assert graph.mentions == without().mentions


def test_how_a_paper_spells_a_name_is_asked_once_whatever_was_taken():
    acts = [Act("alias", (LLAMA.known, "remove", f"Name {n}")) for n in range(2_000)]
    asked = []

    def spellings():
        asked.append(1)
        return frozenset({ids.name_key("Name 7")})

    curated = Curated(acts)
    made = ids.unlisted("Model", "Name 7")
    assert curated.entity(LLAMA.known, "paper/2401.00001", spellings, LLAMA.label) == made
    assert len(asked) == 1
