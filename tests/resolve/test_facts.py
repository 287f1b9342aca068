from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kg import ids, schema
from kg.model import PAPER, Evidence, Extraction, Fact, Link, Listing, Name, PartialDate, Result
from kg.resolve import metadata, resolve
from kg.resolve.facts import renamed_result

FOO, BAR = Name("Method", "FooNet"), Name("Method", "BarNet")
LLAMA = Name("Model", "Llama-2-7B", known="model/llama-2-7b")
TITLE = "BarNet and others"
ON_LLAMA = (PAPER, "evaluatedOnModel", LLAMA.reference)
INTRODUCES_FOO = (PAPER, "introduces", FOO.reference)
INTRODUCES_BAR = (PAPER, "introduces", BAR.reference)


def _own(name, title=TITLE):
    return ids.unlisted(name.type, name.label, ids.title_key(title))


def _facts(graph, **wanted):
    return [
        fact
        for fact in graph.facts
        if all(getattr(fact, name) == value for name, value in wanted.items())
    ]


def test_lists_of_the_document_are_facts_with_their_place(record, graph_of):
    document = record(
        "T",
        authors=("A. Ada", "B. Babbage"),
        listings=(Listing("Daily", PartialDate(2024, 1, 3)),),
        links=(Link("code", "https://github.com/foo/net"), Link("project", "https://foo.example")),
    )
    graph = graph_of([document])
    places = {
        (fact.relation, item.field, item.start, item.end)
        for fact in graph.facts
        for item in fact.evidence
    }
    assert places == {
        ("writtenBy", "authors", 0, 1),
        ("writtenBy", "authors", 1, 2),
        ("listedIn", "listings", 0, 1),
        ("hasCode", "links", 0, 1),
        ("hasProject", "links", 1, 2),
    }
    assert {fact.status for fact in graph.facts} == {"metadata"}


def test_the_relations_of_links_are_in_the_schema():
    for relation, type_name in metadata._LINKS.values():
        assert schema.allows(relation, "Paper", type_name)


def test_one_fact_has_all_its_evidence_sorted(record):
    document = record("T", abstract="A. B.")
    text = ids.text_id("T", "A. B.")
    proofs = [Evidence(text, "abstract", start, start + 2, "r") for start in (3, 0)]
    said = tuple(
        Fact(PAPER, "mentions", LLAMA.reference, (proof,)) for proof in (*proofs, proofs[0])
    )
    graph = resolve([document], {text: Extraction(text, (LLAMA,), (), said)})
    (fact,) = _facts(graph, relation="mentions")
    assert [item.start for item in fact.evidence] == [0, 3]
    assert {item.document for item in fact.evidence} == {document.id}


def test_what_holds_for_the_paper_holds_for_its_principal_contribution(record, graph_of):
    graph = graph_of([record(TITLE), [BAR, LLAMA], [INTRODUCES_BAR, ON_LLAMA]])
    (fact,) = _facts(graph, subject=_own(BAR))
    assert (fact.relation, fact.object, fact.status) == ("evaluatedOnModel", LLAMA.known, "derived")
    assert [(item.rule, item.confidence) for item in fact.evidence] == [
        ("principal-contribution", 0.64)
    ]


def test_a_derived_fact_names_its_premises(record, graph_of):
    graph = graph_of([record(TITLE), [BAR, LLAMA], [INTRODUCES_BAR, ON_LLAMA]])
    (fact,) = _facts(graph, subject=_own(BAR))
    known = {ids.id_of(fact): fact for fact in graph.facts}
    assert {known[premise].relation for premise in fact.premises} == {
        "introduces",
        "evaluatedOnModel",
    }


def test_the_contribution_that_the_title_names_goes_first(record, graph_of):
    facts = [INTRODUCES_FOO, INTRODUCES_BAR, ON_LLAMA]
    graph = graph_of([record(TITLE), [FOO, BAR, LLAMA], facts])
    assert [fact.subject for fact in _facts(graph, status="derived")] == [_own(BAR)]


def test_the_first_contribution_is_taken_where_the_title_names_none(record, graph_of):
    facts = [INTRODUCES_FOO, INTRODUCES_BAR, ON_LLAMA]
    graph = graph_of([record("Quiet"), [BAR, FOO, LLAMA], facts])
    assert [fact.subject for fact in _facts(graph, status="derived")] == [_own(FOO, "Quiet")]


def test_a_contribution_that_the_relation_does_not_allow_is_passed_over(record, graph_of):
    own = Name("Benchmark", "BarNet")
    gsm8k = Name("Benchmark", "GSM8K", known="benchmark/gsm8k")
    evaluated = (PAPER, "evaluatedOn", gsm8k.reference)
    facts = [(PAPER, "introduces", own.reference), INTRODUCES_FOO, evaluated]
    graph = graph_of([record(TITLE), [own, FOO, gsm8k], facts])
    assert [fact.subject for fact in _facts(graph, status="derived")] == [_own(FOO)]


def test_a_component_is_no_principal_contribution(record, graph_of):
    part = (BAR.reference, "partOf", FOO.reference)
    facts = [INTRODUCES_BAR, INTRODUCES_FOO, part, ON_LLAMA]
    graph = graph_of([record(TITLE), [BAR, FOO, LLAMA], facts])
    assert [fact.subject for fact in _facts(graph, status="derived")] == [_own(FOO)]


def test_nothing_is_derived_of_a_thing_and_itself(record, graph_of):
    facts = [INTRODUCES_BAR, (PAPER, "usesMethod", BAR.reference)]
    assert not _facts(graph_of([record(TITLE), [BAR], facts]), status="derived")


@pytest.mark.parametrize("relation", ["mentions", "introduces", "writtenBy"])
def test_what_speaks_of_the_paper_itself_derives_nothing(record, graph_of, relation):
    document = record(TITLE, authors=("A. Ada",))
    graph = graph_of([document, [BAR, LLAMA], [INTRODUCES_BAR]])
    assert not [fact for fact in _facts(graph, status="derived") if fact.relation == relation]


def test_code_of_the_paper_is_code_of_its_method(record, graph_of):
    document = record(TITLE, links=(Link("code", "https://github.com/bar/net"),))
    graph = graph_of([document, [BAR], [INTRODUCES_BAR]])
    assert _facts(graph, subject=_own(BAR), relation="hasCode")


def test_the_stronger_status_of_one_fact_holds(record):
    document = record(TITLE)
    text = ids.text_id(TITLE, "")
    proof = (Evidence(text, "title", 0, 6, "r"),)
    said = tuple(
        Fact(PAPER, "usesMethod", BAR.reference, proof, status)
        for status in ("candidate", "extracted")
    )
    graph = resolve([document], {text: Extraction(text, (BAR,), (), said)})
    assert [fact.status for fact in _facts(graph, relation="usesMethod")] == ["extracted"]


def test_what_follows_from_a_candidate_is_one(record):
    document, text = record(TITLE), ids.text_id(TITLE, "")
    proof = (Evidence(text, "title", 0, 6, "r"),)
    said = (
        Fact(PAPER, "introduces", BAR.reference, proof),
        Fact(PAPER, "evaluatedOnModel", LLAMA.reference, proof, "candidate"),
    )
    graph = resolve([document], {text: Extraction(text, (BAR, LLAMA), (), said)})
    assert [fact.status for fact in _facts(graph, subject=_own(BAR))] == ["candidate"]


def test_results_point_to_entities(record):
    document, text = record(TITLE), ids.text_id(TITLE, "")
    proof = (Evidence(text, "title", 0, 6, "r"),)
    result = Result(PAPER, (Decimal("1.5"),), "1.5", proof, BAR.reference, model=LLAMA.reference)
    graph = resolve([document], {text: Extraction(text, (BAR, LLAMA), (), (), (result,))})
    (found,) = graph.results
    assert (found.paper, found.model, found.task) == (document.id, LLAMA.known, "")
    assert found.evidence[0].document == document.id


def test_what_outperforms_the_paper_outperforms_its_principal_contribution(record, graph_of):
    turned = (LLAMA.reference, "outperforms", PAPER)
    graph = graph_of([record(TITLE), [BAR, LLAMA], [INTRODUCES_BAR, turned]])
    (fact,) = _facts(graph, status="derived")
    assert (fact.subject, fact.relation, fact.object) == (LLAMA.known, "outperforms", _own(BAR))


def test_a_slot_of_a_result_holds_things_of_its_type(record):
    """A model that is linked to a paper's method is the method of the result."""
    document, other = record("BarNet: one"), record("On BarNet")
    model = Name("Model", "BarNet")
    own, text = (ids.text_id(item.title, "") for item in (document, other))
    proof = (Evidence(text, "title", 0, 2, "r"),)
    introduces = (Fact(PAPER, "introduces", BAR.reference, (Evidence(own, "title", 0, 6, "r"),)),)
    result = Result(PAPER, (Decimal(2),), "2", proof, model=model.reference)
    extractions = {
        own: Extraction(own, (BAR,), (), introduces),
        text: Extraction(text, (model,), (), (), (result,)),
    }
    (found,) = resolve([document, other], extractions).results
    assert (found.method, found.model) == (_own(BAR, "BarNet: one"), "")


@pytest.mark.parametrize(
    ("slot", "type_name", "held"),
    [
        ("metric", "Method", ""),
        ("model", "Method", "method"),
        ("data", "Task", "task"),
        ("data", "Model", ""),
        ("baseline", "Model", "baseline"),
        ("baseline", "Task", ""),
    ],
)
def test_what_has_another_type_moves_to_an_alike_slot_only(slot, type_name, held):
    types = {"metric": "Metric", "model": "Model", "data": "Dataset", "baseline": "Method"}
    reference, entity = (ids.entity_id(name, "bar") for name in (types[slot], type_name))
    named: dict[str, Any] = {slot: reference}
    result = replace(Result(PAPER, (Decimal(1),), "1", ()), **named)
    found = renamed_result("paper/1", result, {reference: entity})
    slots = ("method", "model", "data", "task", "metric", "baseline")
    assert [name for name in slots if getattr(found, name)] == [held] * bool(held)
