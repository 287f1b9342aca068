"""What a store says as RDF: the facts, what they rest on, and nothing twice."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import pytest

from kg.ids import id_of
from kg.namespaces import RECORDS
from kg.rdf import terms
from kg.rdf.blocks import PROVENANCE, blocks
from kg.rdf.describe import Property
from kg.rdf.ntriples import lines

PAPER, OTHER = "paper/2407.08296", "paper/2401.00001"
Described = Mapping[str, list[Property]]

OWN, LORA = "method/q-galore-0a1b2c", "method/lora"


@pytest.fixture(scope="module")
def described(store):
    return dict(blocks(store))


def values(properties: Iterable[Property], predicate: str) -> list[str]:
    return [value for found, _, value in properties if found == predicate]


def assertions_of(described: Described, subject: str, relation: str) -> list[list[Property]]:
    wanted = {"rdf:subject": [subject], "rdf:predicate": [f"kgo:{relation}"]}
    return [
        properties
        for properties in described.values()
        if all(values(properties, name) == value for name, value in wanted.items())
    ]


def test_each_node_is_described_once(store, described):
    assert len(list(blocks(store))) == len(described)


def test_no_triple_is_written_twice(store):
    text = "".join(lines(store)).splitlines()
    assert len(text) == len(set(text))


def test_entities_come_sorted_by_id(store, graph):
    known = {item.id for item in graph.entities}
    found = [subject for subject, _ in blocks(store) if subject in known]
    assert all(a < b for a, b in pairwise(found))


def test_an_entity_has_its_own_and_the_standard_types(described):
    assert values(described[LORA], "rdf:type") == ["kgo:Method", "mls:Algorithm"]


def test_names_of_an_entity(described):
    assert values(described["model/llama-7b"], "skos:prefLabel") == ["Llama-7B"]
    assert values(described["model/llama-7b"], "skos:altLabel") == ["LLaMA 7B", "LLaMA-7B"]


def test_families_nest(described):
    assert values(described["family/llama-1"], "skos:broader") == ["family/llama"]


@pytest.mark.parametrize(
    ("paper", "kind", "value"),
    [
        (PAPER, "xsd:date", "2024-07-11"),
        (OTHER, "xsd:gYearMonth", "2024-01"),
        ("paper/0123456789abcdef", "xsd:gYear", "2023"),
    ],
)
def test_a_date_is_typed_by_its_precision(described, paper, kind, value):
    assert ("dcterms:issued", kind, value) in described[paper]


def test_an_inferred_year_is_marked(described):
    assert values(described[PAPER], "kgo:yearInferred") == ["true"]
    assert not values(described[OTHER], "kgo:yearInferred")


def test_a_summary_that_is_not_the_authors_is_marked(described):
    assert values(described[PAPER], "kgo:summaryBy") == ["kg"]


def test_every_fact_but_a_candidate_has_a_direct_triple(described, graph):
    for fact in graph.facts:
        direct = ("kgo:" + fact.relation, terms.NODE, fact.object) in described[fact.subject]
        assert direct == (fact.status != "candidate")


def test_every_fact_has_an_assertion_for_each_paper(described, graph):
    wanted = {
        (fact.subject, f"kgo:{fact.relation}", fact.object, item.document)
        for fact in graph.facts
        for item in fact.evidence
    }
    parts = ("rdf:subject", "rdf:predicate", "rdf:object", "prov:wasDerivedFrom")
    found = [
        tuple(values(properties, part)[0] for part in parts)
        for properties in described.values()
        if "kgo:Assertion" in values(properties, "rdf:type")
    ]
    assert sorted(found) == sorted(wanted)


def test_an_assertion_says_how_sure_by_which_rule_and_where(described):
    (found,) = assertions_of(described, PAPER, "evaluatedOnModel")
    assert values(found, "kgo:confidence") == ["0.93"]
    assert values(found, "kgo:rule") == ["pre-train-on"]
    assert values(found, "kgo:status") == ["extracted"]
    assert values(found, "prov:wasGeneratedBy") == ["run/0123456789abcdef"]
    (place,) = values(found, "kgo:evidence")
    assert values(described[place], "nif:anchorOf") == ["We pre-train LLaMA-7B with it."]


def test_quotes_stand_at_their_offsets(described, graph):
    texts = {item.id: {"title": item.title, "abstract": item.abstract} for item in graph.documents}
    for properties in described.values():
        for start in values(properties, "nif:beginIndex"):
            (end,), (field,) = values(properties, "nif:endIndex"), values(properties, "kgo:field")
            (paper,) = values(properties, "prov:wasDerivedFrom")
            expected = texts[paper][field][int(start) : int(end)]
            assert values(properties, "nif:anchorOf") == [expected]


def test_evidence_of_listing_data_has_a_position_and_no_offsets(described):
    found = described["evidence/2407.08296.authors.0-1"]
    assert values(found, "kgo:position") == ["0"]
    assert values(found, "nif:anchorOf") == ["Ada Example"]
    assert not values(found, "nif:beginIndex")


def test_a_derived_fact_names_its_premises(described):
    (found,) = assertions_of(described, OWN, "evaluatedOnModel")
    facts = [described[premise] for premise in values(found, "kgo:premise")]
    stated = {(values(f, "rdf:subject")[0], values(f, "rdf:predicate")[0]) for f in facts}
    assert stated == {(PAPER, "kgo:introduces"), (PAPER, "kgo:evaluatedOnModel")}


def test_evidence_that_differs_in_rule_or_confidence_is_told_apart(described):
    (found,) = assertions_of(described, OWN, "evaluatedOnModel")
    readings = [described[reading] for reading in values(found, "kgo:reading")]
    told = {
        tuple(values(reading, name)[0] for name in ("kgo:rule", "kgo:confidence", "kgo:evidence"))
        for reading in readings
    }
    assert told == {
        ("title-name", "0.97", "evidence/2407.08296.title.0-8"),
        ("pre-train-on", "0.93", "evidence/2407.08296.abstract.27-57"),
    }


def test_one_evidence_needs_no_reading(described):
    (found,) = assertions_of(described, PAPER, "evaluatedOnModel")
    assert not values(found, "kgo:reading")


@pytest.mark.parametrize(
    ("provenance", "told"),
    [("none", set()), ("compact", {"assertion", "run"}), ("full", set(RECORDS))],
)
def test_provenance_is_told_as_far_as_asked(store, provenance, told):
    kinds = {subject.partition("/")[0] for subject, _ in blocks(store, provenance)}
    assert kinds & set(RECORDS) == told


@pytest.mark.parametrize("provenance", PROVENANCE)
def test_less_provenance_is_a_part_of_more(store, described, provenance):
    for subject, properties in blocks(store, provenance):
        assert set(properties) <= set(described[subject])


@pytest.mark.parametrize("provenance", PROVENANCE)
def test_nothing_points_to_what_is_left_out(store, provenance):
    found = dict(blocks(store, provenance))
    for properties in found.values():
        assert {value for _, kind, value in properties if kind == terms.NODE} <= set(found)


def test_every_node_that_is_pointed_to_is_described(described):
    for properties in described.values():
        nodes = {value for _, kind, value in properties if kind == terms.NODE}
        assert nodes <= set(described)


def test_a_redirect_points_to_what_is_there_now(described):
    assert described["paper/old"] == [("dcterms:isReplacedBy", terms.NODE, PAPER)]


def test_a_result_has_its_parts_and_its_evidence(described):
    (own,) = values(described[OWN], "kgo:hasResult")
    found = described[own]
    assert values(found, "kgo:value") == ["50.0"]
    assert values(found, "kgo:baseline") == [LORA]
    assert values(found, "kgo:kind") == ["delta"]
    assert values(found, "kgo:reportedIn") == [PAPER]
    assert values(found, "kgo:evidence") == ["evidence/2407.08296.abstract.58-101"]


def test_a_range_has_two_ends(described):
    (found,) = values(described["model/llama-7b"], "kgo:hasResult")
    assert values(described[found], "kgo:lowestValue") == ["1.2"]
    assert values(described[found], "kgo:highestValue") == ["1.4"]
    assert not values(described[found], "kgo:value")


def test_a_paper_has_all_its_results(described):
    assert len(values(described[PAPER], "kgo:hasResult")) == 2


def test_the_premises_of_the_small_graph_exist(graph):
    known = {id_of(fact) for fact in graph.facts}
    assert all(known.issuperset(fact.premises) for fact in graph.facts)
