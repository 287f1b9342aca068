"""The stages as spaCy components."""

import subprocess
import sys
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

from kg.components import RECOGNISER_KEY
from kg.errors import SettingError

TEXT = "We introduce QuantFold, a packer. We run QuantFold on Llama2-7B and test on GSM8K."


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("kg_mentions")
    pipeline.add_pipe("kg_relations")
    return pipeline


def test_names_stand_as_spans(nlp) -> None:
    doc = nlp(TEXT)
    found = {(span.text, span.label_, span._.kg_name) for span in doc.spans["kg"]}
    assert ("Llama2-7B", "Model", "Llama-2-7B") in found
    assert ("GSM8K", "Benchmark", "GSM8K") in found


def test_a_known_name_carries_its_id(nlp) -> None:
    doc = nlp(TEXT)
    ids = {span.kb_id_ for span in doc.spans["kg"]}
    assert {"model/llama-2-7b", "benchmark/gsm8k"} <= ids


def test_mentions_have_offsets_into_the_text(nlp) -> None:
    doc = nlp("We prune Llama3- 8B, \\eg, on GSM8K.")
    assert [doc.text[m["start"] : m["end"]] for m in doc._.kg_mentions] == ["Llama3- 8B", "GSM8K"]


def test_facts_name_relation_and_rule(nlp) -> None:
    facts = {(fact["relation"], fact["name"]) for fact in nlp(TEXT)._.kg_facts}
    assert {("introduces", "QuantFold"), ("evaluatedOnModel", "Llama-2-7B")} <= facts


def test_a_doc_with_names_can_be_serialised(nlp) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again.spans["kg"]] == [span.text for span in doc.spans["kg"]]


def test_the_recogniser_gives_spans_with_probabilities():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_recogniser")
    doc = nlp("We fine-tune Llama-2-7B with LoRA and evaluate it on GSM8K.")
    spans = {span.text: span for span in doc.spans[RECOGNISER_KEY]}
    assert spans["GSM8K"].label_ == "Benchmark"
    assert 0.5 <= spans["GSM8K"]._.kg_probability <= 1.0


def test_saved_docs_are_read_without_a_component(nlp, tmp_path):
    DocBin(docs=[nlp(TEXT)], store_user_data=True).to_disk(tmp_path / "saved.spacy")
    code = (
        "import sys, spacy, kg.components\n"
        "saved = spacy.tokens.DocBin().from_disk(sys.argv[1])\n"
        "(doc,) = saved.get_docs(spacy.blank('en').vocab)\n"
        "print([found['name'] for found in doc._.kg_mentions], doc.spans['kg'][0]._.kg_name)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "saved.spacy")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "'Llama-2-7B'" in done.stdout, done.stderr
    assert done.stdout.endswith("QuantFold\n")


@pytest.mark.parametrize(
    ("text", "length", "said"),
    [
        ("FooNet: Rows\nWe prune LLaMA-2 7B.", 12, r"behind 'FooNet: Rows' stands '\\nW'"),
        ("FooNet: Rows\n\nWe prune LLaMA-2 7B.", 6, r"behind 'FooNet' stands ': '"),
        ("FooNet: Rows\n\nWe prune LLaMA-2 7B.", 3.5, r"3\.5 is no whole number from 0 to 34"),
        ("FooNet: Rows\n\nWe prune LLaMA-2 7B.", 35, "35 is no whole number"),
        ("FooNet: Rows\n\nWe prune LLaMA-2 7B.", -1, "-1 is no whole number"),
    ],
)
@pytest.mark.parametrize("name", ["kg_mentions", "kg_recogniser", "kg_relations"])
def test_a_title_that_ends_elsewhere_is_refused(text, length, said, name):
    nlp = spacy.blank("en")
    component = nlp.add_pipe(name)
    doc = nlp.make_doc(text)
    doc._.kg_title_length = length
    with pytest.raises(ValueError, match=said):
        component(doc)


@pytest.mark.parametrize("text", ["GSM8K with LoRA", "GSM8K with LoRA\n\nWe prune LLaMA-2 7B."])
def test_a_title_may_stand_alone(nlp, text):
    doc = nlp.make_doc(text)
    doc._.kg_title_length = 15
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [doc.text[m["start"] : m["end"]] for m in doc._.kg_mentions][:2] == ["GSM8K", "LoRA"]


def test_a_title_that_is_set_later_is_read(nlp):
    doc = nlp("GSM8K with LoRA\n\nWe prune LLaMA-2 7B.")
    doc._.kg_title_length = 15
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [doc.text[m["start"] : m["end"]] for m in doc._.kg_mentions] == [
        "GSM8K", "LoRA", "LLaMA-2 7B",
    ]  # fmt: skip


CUT = "We test on GSM8K. LoRA on Llama2-7B brings a big accuracy gain on C4. We like MATH-500."


@pytest.mark.parametrize("name", ["kg_mentions", "kg_recogniser"])
def test_spans_of_others_keep_their_characters(name):
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("span_ruler", config={"spans_key": "mine"})
    ruler.add_patterns([{"label": "GAIN", "pattern": "accuracy gain", "id": "of-mine"}])
    before = nlp(CUT)
    nlp.add_pipe(name)
    after = nlp(CUT)
    assert len(after) > len(before)
    (span,) = after.spans["mine"]
    assert (span.text, span.label_, span.id_) == ("accuracy gain", "GAIN", "of-mine")


def test_the_components_leave_each_others_spans():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_recogniser", config={"least": 0.997})
    nlp.add_pipe("kg_mentions")
    doc = nlp(CUT)
    sure = ["GSM8K", "LoRA", "Llama2-7B", "MATH-500"]
    assert [span.text for span in doc.spans[RECOGNISER_KEY]] == sure
    assert all(span._.kg_probability >= 0.997 for span in doc.spans[RECOGNISER_KEY])


def test_a_span_of_no_token_stays_where_it_is():
    nlp = spacy.blank("en")
    component = nlp.add_pipe("kg_mentions")
    doc = nlp.make_doc(CUT)
    doc.spans["mine"] = [Span(doc, len(doc) - 3, len(doc) - 3, "HERE", kb_id="id")]
    place = doc.spans["mine"][0].start_char
    (span,) = component(doc).spans["mine"]
    assert (span.start_char, len(span), span.kb_id_) == (place, 0, "id")


def test_entities_of_others_keep_their_characters():
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GAIN", "pattern": "accuracy gain"}])
    nlp.add_pipe("kg_mentions")
    assert [ent.text for ent in nlp(CUT).ents] == ["accuracy gain"]


@pytest.mark.parametrize("least", [7, -0.1])
def test_what_is_no_probability_is_refused(least):
    with pytest.raises(SettingError, match="least"):
        spacy.blank("en").add_pipe("kg_recogniser", config={"least": least})


@pytest.mark.parametrize(
    ("name", "assigned"),
    [
        ("kg_mentions", {"doc.spans", "doc._.kg_mentions", "span._.kg_name"}),
        ("kg_recogniser", {"doc.spans", "span._.kg_probability"}),
        ("kg_relations", {"doc._.kg_facts"}),
    ],
)
def test_what_a_component_assigns_is_told(name, assigned):
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    analysis = nlp.analyze_pipes()
    assert analysis
    assert set(analysis["summary"][name]["assigns"]) == assigned
