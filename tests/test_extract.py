"""What one text says."""

import re
import runpy
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import extract
from kg.model import PAPER, Extraction
from kg.relations import RULES
from kg.results import KINDS, SCREENS
from kg.text import GAP

#: Names for the marks in the examples of wordings.
NAMES = {
    "M": "LLaMA-7B",
    "D": "GSM8K",
    "A": "LoRA",
    "C": "accuracy",
    "T": "captioning",
    "H": "A100",
}
#: The sentences that rules and wordings give as their own examples.
EXAMPLES = dict.fromkeys(
    re.sub(r"[\[\]]", "", re.sub("⟦o?([A-Z])⟧", lambda mark: NAMES[mark[1]], text))
    for text in (
        *(holds for rule in RULES for holds, _ in rule.holds),
        *(fails for rule in RULES for fails in rule.fails),
        *(one for wording in (*SCREENS, *KINDS) for one in (*wording.holds, *wording.fails)),
    )
)

TITLE = "QuantFold: Packing Weights in Half the Space"
ABSTRACT = (
    "Models such as GPT-4 are large. We introduce QuantFold, a framework that packs weights. On"
    " LLaMA-2 (7B and 13B), QuantFold outperforms GPTQ on MMLU. Code: https://github.com/zorb/fold."
)


def say(title: str = TITLE, abstract: str = ABSTRACT) -> Extraction:
    return next(extract.extract([(title, abstract)]))


def facts(extraction: Extraction) -> set[tuple[str, str]]:
    held = (fact for fact in extraction.facts if fact.status != "candidate")
    return {(fact.relation, fact.object) for fact in held}


def test_a_text_may_end_anywhere() -> None:
    cuts = [text[: at.start()] for text in EXAMPLES for at in re.finditer(r"\s|\b$", text)]
    found = [
        *extract.extract([("", cut) for cut in cuts]),
        *extract.extract((cut, "") for cut in cuts),
    ]
    assert len(found) == 2 * len(cuts)


@pytest.mark.parametrize("text", ["It gains 3% over the base model LLaMA-7B", "A backbone: BERT"])
def test_a_text_may_end_with_the_model_of_another(text: str) -> None:
    assert say("", text).names
    assert say(text, "").names


@pytest.mark.parametrize(
    ("relation", "name"),
    [
        ("introduces", "Method/QuantFold"),
        ("evaluatedOnModel", "Model/Llama-2-7B"),
        ("evaluatedOnModel", "Model/Llama-2-13B"),
        ("evaluatedOn", "Benchmark/MMLU"),
        ("hasCode", "CodeRepository/https://github.com/zorb/fold"),
        ("mentions", "Model/GPT-4"),
    ],
)
def test_a_text_says(relation: str, name: str) -> None:
    assert (relation, name) in facts(say())


@pytest.mark.parametrize(
    ("relation", "name"),
    [
        ("evaluatedOnModel", "Model/GPT-4"),
        ("usesMethod", "Method/GPTQ"),
        ("usesMethod", "Method/QuantFold"),
    ],
)
def test_a_text_does_not_say(relation: str, name: str) -> None:
    assert (relation, name) not in facts(say())


def test_the_principal_contribution_stands_first() -> None:
    said = say(abstract="We add FoldScan, a scheduler. " + ABSTRACT)
    first = next(fact.object for fact in said.facts if fact.relation == "introduces")
    assert first == "Method/QuantFold"


def test_every_subject_is_the_paper_and_every_object_a_name() -> None:
    said = say()
    names = {name.reference for name in said.names}
    assert all(fact.subject == PAPER and fact.object in names for fact in said.facts)


def test_texts_that_are_read_together_say_what_they_say_alone() -> None:
    texts = [(f"{TITLE} {number}", ABSTRACT) for number in range(70)]
    assert list(extract.extract(texts)) == [say(*text) for text in texts]


def test_the_version_is_stable() -> None:
    assert extract.version() == extract.version.__wrapped__()


pieces = st.sampled_from(
    [
        "We introduce ",
        "LoRA",
        "Llama-2 (7B and 13B)",
        ", ",
        "on GSM8K. ",
        "\\eg ",
        "3.9times ",
        "“",
        "ZorbNet (Zorb Network) ",
    ]
)


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=30),
    st.lists(st.one_of(pieces, st.text(max_size=6)), max_size=20).map("".join),
)
def test_all_offsets_lie_in_the_text(title: str, abstract: str) -> None:
    said = say(title, abstract)
    texts = {"title": title, "abstract": abstract}
    for mention in said.mentions:
        assert texts[mention.field][mention.start : mention.end] == mention.text
    for fact in said.facts:
        for item in fact.evidence:
            assert 0 <= item.start <= item.end <= len(texts[item.field])


ODD: dict[str, str] = runpy.run_path(str(Path(__file__).with_name("odd_texts.py")))["odd_texts"]()


def test_there_are_many_odd_texts() -> None:
    assert len(ODD) >= 200


@pytest.mark.slow
@pytest.mark.parametrize("kind", ODD)
def test_an_odd_text_takes_no_long_time(kind: str) -> None:
    say("A title", "warm")
    started = time.process_time()
    say("A title", ODD[kind])
    # Three times what it takes: a pattern that takes the square of the time is far beyond.
    assert time.process_time() - started < 2


def test_a_text_may_hold_the_signs_of_marks() -> None:
    assert [item.text for item in say("A title", "We tune ⟦M7⟧ with LoRA.").mentions] == ["LoRA"]
    assert not say("A title", "We find it. It is good on ⟦D⟧ (61.4).").results


def test_a_title_of_one_letter_is_read() -> None:
    assert not say("Q : A Model for Things", "We introduce Q. It is good.").facts


def test_names_are_those_of_the_spacy_components() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_mentions")
    doc = nlp.make_doc(TITLE + GAP + ABSTRACT)
    doc._.kg_title_length = len(TITLE)
    found = [(item["text"], f"{item['type']}/{item['name']}") for item in nlp(doc)._.kg_mentions]
    assert found == [(item.text, item.entity) for item in say().mentions]


def test_what_a_result_tells_is_as_sure_as_the_result() -> None:
    body = "We introduce QuantFold. QuantFold solves 72.8% of GSM8K, against 67.7% with LoRA."
    (found,) = extract.extract([("T", body)])
    (better,) = (fact for fact in found.facts if fact.relation == "outperforms")
    assert better.confidence >= max(
        result.confidence for result in found.results if result.method == better.object
    )
