"""Each seeded fault is caught, with the node and the remedy named, by kg and by pySHACL alike."""

from collections.abc import Iterable

import pyoxigraph
import pytest
from rdflib import SH, Graph

from kg.exporters import EXPORTERS, export
from kg.namespaces import BASE
from kg.rdf import to_rdflib
from kg.rdf.batches import pieces
from kg.rdf.blocks import blocks
from kg.rdf.index import index
from kg.rdf.ntriples import block_lines, lines
from kg.rdf.shapes import read
from kg.rdf.terms import PREFIXES
from kg.rdf.validation import Violation, check, check_piece, load, validate
from kg.schema import ontology_path

READ, DERIVED, CANDIDATE = (
    f"assertion:{key}" for key in ("3fae8406e788b1af", "d5a48d647c533b78", "c0cf1e91c94e12f4")
)
OUTPERFORMS = "assertion:8e82874e0500c923"
PASSAGE = "<https://w3id.org/paperkg/evidence/2407.08296.abstract.27-57>"
PAPER = "paper:2407.08296"
NUMBER, RANGE = "result:60c2e61983266f67", "result:d75cfc241c3947d0"
MENTION = "mention:ebf71e3a313a2d10"
METHOD = "method:q-galore-0a1b2c"

#: Makes the number of the small graph stand in its quote.
MEND = f'DELETE {{ {RANGE} kgo:rawValue ?raw }} INSERT {{ {RANGE} kgo:rawValue "50%" }} WHERE {{ {RANGE} kgo:rawValue ?raw }}'  # noqa: E501


def without(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?any }}"


def also(subject: str, said: str) -> str:
    return f"INSERT DATA {{ {subject} {said} }}"


def instead(subject: str, predicate: str, value: str) -> str:
    return f"{without(subject, predicate)} ; {also(subject, f'{predicate} {value}')}"


#: What is broken, the node that breaks the shapes then, and words of the message and of its remedy.
FAULTS: dict[str, tuple[str, str, str]] = {
    "an assertion without source": (
        without(READ, "prov:wasDerivedFrom"),
        READ,
        "has not one source; name the paper as prov:wasDerivedFrom",
    ),
    "an assertion of two sources": (
        also(READ, "prov:wasDerivedFrom paper:2401.00001"),
        READ,
        "has not one source; name the paper as prov:wasDerivedFrom",
    ),
    "an assertion without run": (
        without(READ, "prov:wasGeneratedBy"),
        READ,
        "has no run; name the run",
    ),
    "an assertion without rule": (without(READ, "kgo:rule"), READ, "has no rule; name what read"),
    "an assertion without evidence": (
        without(READ, "kgo:evidence"),
        READ,
        "has no evidence; point with kgo:evidence",
    ),
    "an assertion without confidence": (
        without(READ, "kgo:confidence"),
        READ,
        "has not one confidence; give one xsd:decimal",
    ),
    "a confidence above 1": (
        instead(READ, "kgo:confidence", "1.2"),
        READ,
        "lies outside 0 to 1; give the probability",
    ),
    "a confidence below 0": (
        instead(NUMBER, "kgo:confidence", '"-0.1"^^xsd:decimal'),
        NUMBER,
        "lies outside 0 to 1; give the probability",
    ),
    "a confidence that is a float": (
        instead(READ, "kgo:confidence", "9e-1"),
        READ,
        "has not one confidence; give one xsd:decimal",
    ),
    "a status that is none": (
        instead(READ, "kgo:status", '"guessed"'),
        READ,
        "say where the fact comes from",
    ),
    "an assertion without its triple": (
        f"DELETE DATA {{ {PAPER} kgo:evaluatedOnModel model:llama-7b }}",
        READ,
        "the triple itself is missing; write it beside the assertion",
    ),
    "a candidate with a triple": (
        also("paper:2401.00001", "kgo:usesMethod method:lora"),
        CANDIDATE,
        "has a triple; take the triple out, or accept",
    ),
    "evidence of another paper": (
        instead(PASSAGE, "prov:wasDerivedFrom", "paper:2401.00001"),
        READ,
        "evidence is of another paper",
    ),
    "a premise of another paper": (
        instead(READ, "prov:wasDerivedFrom", "paper:2401.00001"),
        DERIVED,
        "premise is of another paper; what a paper implies",
    ),
    "premises of what is no conclusion": (
        instead(DERIVED, "kgo:status", '"metadata"'),
        DERIVED,
        "make the status derived, or take the premises out",
    ),
    "a subject that nothing describes": (
        instead(READ, "rdf:subject", "paper:9999.99999"),
        READ,
        "the subject is described nowhere; load the whole export",
    ),
    "a method that outperforms itself": (
        instead(OUTPERFORMS, "rdf:subject", "method:lora"),
        OUTPERFORMS,
        "subject and object are one thing; take the assertion out",
    ),
    "a quote that is not in the text": (
        instead(PASSAGE, "nif:anchorOf", '"We pre-train LLaMA-9B with it."'),
        PASSAGE,
        "other words at these offsets than We pre-train LLaMA-9B with it.; build again",
    ),
    "a quote at wrong offsets": (
        instead(PASSAGE, "nif:beginIndex", '"26"^^xsd:nonNegativeInteger'),
        PASSAGE,
        "other words at these offsets",
    ),
    "a passage that ends before it begins": (
        instead(MENTION, "nif:endIndex", '"0"^^xsd:nonNegativeInteger'),
        MENTION,
        "ends before it begins; offsets count characters from 0",
    ),
    "a text that is gone": (
        without(PAPER, "dcterms:abstract"),
        MENTION,
        "other words at these offsets than Q-GaLore; build again",
    ),
    "a passage without place": (
        without(PASSAGE, "nif:endIndex"),
        PASSAGE,
        "not located; give nif:beginIndex and nif:endIndex",
    ),
    "a result without value": (
        without(NUMBER, "kgo:value"),
        NUMBER,
        "neither one number nor one range; give kgo:value",
    ),
    "a result with half a range": (
        without(RANGE, "kgo:highestValue"),
        RANGE,
        "neither one number nor one range",
    ),
    "a range turned round": (
        instead(RANGE, "kgo:lowestValue", "9.0"),
        RANGE,
        "the range is turned round; the lower end is kgo:lowestValue",
    ),
    "a value that is a string": (
        instead(NUMBER, "kgo:value", '"50"'),
        NUMBER,
        "not one xsd:decimal; two values are two results",
    ),
    "a raw value that no quote has": (
        instead(NUMBER, "kgo:rawValue", '"51%"'),
        NUMBER,
        "the raw value 51% stands in none of the passages",
    ),
    "a result of a paper that reports it not": (
        instead(NUMBER, "kgo:reportedIn", "paper:2401.00001"),
        NUMBER,
        "make prov:wasDerivedFrom and kgo:reportedIn one",
    ),
    "a result on a method": (
        also(NUMBER, "kgo:onData method:lora"),
        NUMBER,
        "not one benchmark or data set; a task goes with kgo:onTask",
    ),
    "a kind that is none": (
        instead(NUMBER, "kgo:kind", '"relative"'),
        NUMBER,
        "not one of absolute, delta, ratio; say what the number is",
    ),
    "a direction that is none": (
        instead("metric:memory", "kgo:direction", '"better"'),
        "metric:memory",
        "not one of higher and lower; say which way is better",
    ),
    "a model that comes from itself": (
        also(
            "model:llama-7b", "kgo:fineTunedFrom model:b . model:b kgo:quantizedFrom model:llama-7b"
        ),
        "model:llama-7b",
        "comes from itself; one of the lineage facts in the ring is wrong",
    ),
    "a method that extends itself": (
        also("method:galore", f"kgo:extends {METHOD}"),
        METHOD,
        "extends itself; one of the facts in the ring is wrong",
    ),
    "a family within itself": (
        also("family:llama", "skos:broader family:llama-1"),
        "family:llama",
        "lies within itself; correct the parents",
    ),
    "a relation from what cannot have it": (
        also("metric:memory", "kgo:usesMethod method:lora"),
        "metric:memory",
        "what has kgo:usesMethod is no",
    ),
    "a relation to what cannot take it": (
        also(PAPER, "kgo:usesMethod model:llama-7b"),
        PAPER,
        "what kgo:usesMethod points to is no method; `kg curate retype` it",
    ),
    "a thing of two types": (
        also("method:lora", "a kgo:Model"),
        "method:lora",
        "is also a https://w3id.org/paperkg/ontology#Model; a thing has one type",
    ),
    "a benchmark that is its data": (
        also(
            "benchmark:b",
            'a kgo:Benchmark, mls:EvaluationSpecification, mls:Dataset ; skos:prefLabel "B"',
        ),
        "benchmark:b",
        "give its data an IRI of their own",
    ),
    "a thing without name": (
        without("method:lora", "skos:prefLabel"),
        "method:lora",
        "has no name; give it one skos:prefLabel",
    ),
    "a thing of two names": (
        also("method:lora", 'skos:prefLabel "Lora"'),
        "method:lora",
        "has two names; keep one skos:prefLabel",
    ),
    "a name with a language": (
        instead("method:lora", "skos:prefLabel", '"LoRA"@en'),
        "method:lora",
        "the name is no plain text; write a string",
    ),
    "a standard type that is missing": (
        f"DELETE DATA {{ {METHOD} a mls:Algorithm }}",
        METHOD,
        "the standard type is missing; add mls:Algorithm",
    ),
    "an IRI of another namespace": (
        also("model:m", 'a kgo:Method, mls:Algorithm ; skos:prefLabel "M"'),
        "model:m",
        "not that of a method; it ends in method/",
    ),
    "a paper without title": (
        without(PAPER, "dcterms:title"),
        PAPER,
        "has no title; add dcterms:title",
    ),
    "an arXiv id with its version": (
        instead(PAPER, "fabio:hasArXivId", '"2407.08296v2"'),
        PAPER,
        "write it without version and prefix",
    ),
    "a date that is a text": (
        instead(PAPER, "dcterms:issued", '"July 2024"'),
        PAPER,
        "the date is none; write xsd:date",
    ),
    "a repository without address": (
        without("repo:github--example--q-galore", "schema:codeRepository"),
        "repo:github--example--q-galore",
        "give its URL as schema:codeRepository",
    ),
    "a mention of nothing": (
        without(MENTION, "itsrdf:taIdentRef"),
        MENTION,
        "names not one thing; point to the entity",
    ),
    "a redirect to nowhere": (
        instead("paper:old", "dcterms:isReplacedBy", "paper:9999.99999"),
        "paper:old",
        "the successor is described nowhere; point to an IRI that is in use",
    ),
}


def iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return name.strip("<>") if name.startswith("<") else PREFIXES[prefix] + local


def engine_with(text: str, *updates: str) -> pyoxigraph.Store:
    engine = pyoxigraph.Store()
    engine.load(text, format=pyoxigraph.RdfFormat.N_TRIPLES)
    for update in updates:
        engine.update(update, prefixes=PREFIXES)
    return engine


@pytest.fixture(scope="module")
def sound(store):
    return "".join(lines(store))


def grave(found: Iterable[Violation]) -> set[tuple[str, str, str]]:
    """Return what breaks the shapes: node, component, message."""
    return {(v.node, v.component, v.message) for v in found if v.severity == "Violation"}


def test_the_small_graph_is_sound(sound):
    assert grave(check(engine_with(sound, MEND))) == set()


def test_there_are_twenty_faults_or_more():
    assert len(FAULTS) >= 20


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_caught_with_its_node_and_remedy(sound, fault):
    update, node, words = FAULTS[fault]
    found = [v for v in check(engine_with(sound, MEND, update)) if v.node == iri(node)]
    assert [v for v in found if words in v.message and v.severity == "Violation"]


def test_every_message_has_a_remedy():
    assert [c.shape for c in read().constraints() if "; " not in c.message] == []


@pytest.fixture(scope="module")
def shapes_graph():
    return Graph().parse(ontology_path("shapes.ttl"))


def by_pyshacl(data: Graph, shapes_graph: Graph) -> set[tuple[str, str, str]]:
    """Return what pySHACL finds: node, component, message."""
    pyshacl = pytest.importorskip("pyshacl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph)
    return {
        (
            str(report.value(found, SH.focusNode)),
            str(report.value(found, SH.sourceConstraintComponent)).removeprefix(str(SH)),
            str(report.value(found, SH.resultMessage)),
        )
        for found in report.objects(None, SH.result)
        if report.value(found, SH.resultSeverity) == SH.Violation
    }


def test_pyshacl_finds_the_same_faults(sound, shapes_graph):
    updates = [MEND, *(update for update, _, _ in FAULTS.values())]
    data = Graph().parse(data=sound, format="nt")
    for update in updates:
        data.update(update, initNs=PREFIXES)
    found = by_pyshacl(data, shapes_graph)
    assert found == grave(check(engine_with(sound, *updates)))
    assert len(found) >= len(FAULTS) - 10  # one fault may hide another


def test_the_demo_graph_is_sound(demo):
    assert grave(check(index(demo))) == set()


def part_of(store, papers: int) -> str:
    """Return what some papers of a store say, and the things that they say it of."""
    chosen = {paper.id for paper, _ in zip(store.documents(), range(papers), strict=False)}
    things, said, keeps = [], [], False
    for subject, properties in blocks(store):
        if not subject.startswith("reading/"):  # which follow what they are of
            source = [value for key, _, value in properties if key == "prov:wasDerivedFrom"]
            keeps = bool(chosen & set(source))
            things += [] if source else [(subject, properties)]
        said += [(subject, properties)] if keeps else []
    named = chosen | {value for _, properties in said for _, kind, value in properties
                      if kind == "node"}  # fmt: skip
    return "".join(map(block_lines, [*(item for item in things if item[0] in named), *said]))


def test_both_find_what_two_papers_say_sound(demo, shapes_graph):
    text = part_of(demo, 2)
    found = by_pyshacl(Graph().parse(data=text, format="nt"), shapes_graph)
    assert found == grave(check(engine_with(text))) == set()


@pytest.mark.slow
def test_pyshacl_finds_the_demo_graph_sound(demo, shapes_graph):
    assert by_pyshacl(to_rdflib(demo), shapes_graph) == set()


def test_pieces_show_what_the_whole_does(demo):
    with pieces(demo, papers=20) as parts:
        found = {item for piece in parts for item in check_piece(piece)}
    assert found == set(check(index(demo)))


def test_a_large_store_is_checked_in_pieces(store, monkeypatch):
    monkeypatch.setattr("kg.rdf.validation.LARGE", 0)
    assert set(validate(store, papers=1)) == set(check(index(store)))


def test_what_abstracts_leave_out_is_visible_and_allowed(demo):
    told = {v.message for v in check(index(demo)) if v.severity == "Info"}
    assert "the text names no metric; the full paper may" in told


def test_a_file_is_validated_like_a_store(sound, tmp_path):
    path = tmp_path / "kg.nt"
    path.write_text(sound, encoding="utf-8")
    assert {v.shape for v in check(load([path])) if v.severity == "Violation"} == {"Result"}


def test_nodes_are_named_by_their_iris(sound):
    found = check(engine_with(sound, without(READ, "kgo:rule")))
    assert f"{BASE}assertion/3fae8406e788b1af" in {v.node for v in found}


@pytest.mark.parametrize("name", [name for name, found in EXPORTERS.items() if found.is_rdf])
def test_an_export_is_validated_like_its_store(store, tmp_path, name):
    path = tmp_path / f"kg{EXPORTERS[name].suffix}"
    export(store, name, path)
    assert set(check(load([path]))) == set(check(index(store)))
