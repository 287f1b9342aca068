"""Whose base a sentence or a name tells."""

from time import process_time

import pytest

from kg.extract import extract

KINDS = {"basedOn", "extends", "derivedFrom", "fineTunedFrom", "prunedFrom"}


def lineage(title: str, abstract: str) -> set[tuple[str, str, str]]:
    said = next(extract([(title, abstract)]))
    return {(f.subject, f.relation, f.object) for f in said.facts if f.relation in KINDS}


def test_the_own_model_of_the_sentence_is_meant() -> None:
    text = "We introduce MedFold-7B, a model for clinics. MedFold-7B is fine-tuned from LLaMA-7B."
    assert lineage("A Model for Clinics", text) == {
        ("Model/MedFold-7B", "fineTunedFrom", "Model/Llama-7B")
    }


def test_what_a_method_is_applied_to_is_no_base() -> None:
    text = "We introduce QuantFold, a framework. We fine-tune LLaMA-7B with it."
    assert lineage("QuantFold: Packing Weights", text) == set()


def test_what_is_compared_with_is_no_base() -> None:
    text = "We introduce MedFold-7B, a model. It surpasses models built on LLaMA-7B."
    assert lineage("MedFold-7B: A Model", text) == set()


@pytest.mark.parametrize(
    ("own", "base", "relation"),
    [
        ("GraLoRA", "LoRA", "extends"),
        ("Adam-mini", "Adam", "extends"),
        ("MMLU-Odd", "MMLU", "derivedFrom"),
    ],
)
def test_a_name_tells_what_it_goes_on_from(own: str, base: str, relation: str) -> None:
    kind = "benchmark" if relation == "derivedFrom" else "method"
    text = f"{base} is well known. We introduce {own}, a new {kind}. We study {base} too."
    found = lineage(f"{own}: Better Than Before", text)
    ends = {(subject.partition("/")[2], name.partition("/")[2]) for subject, _, name in found}
    assert ends == {(own, base)}
    assert {name for _, name, _ in found} == {relation}


@pytest.mark.parametrize("base", ["ZORB", "SAE"])
def test_a_part_of_the_own_work_and_a_design_of_its_kind_tell_no_lineage(base: str) -> None:
    text = (
        f"We introduce ZORB, a new framework. We introduce {base}-Tuner, a method. {base} is fast."
    )
    assert lineage("ZORB: Better Than Before", text) == set()


def test_the_next_of_a_series_is_not_made_from_the_last() -> None:
    text = "LLaVA-OneVision is well known. We introduce LLaVA-OneVision-2-8B, a new model."
    assert lineage("LLaVA-OneVision-2: A Model", text) == set()


def test_a_relative_clause_is_about_what_stands_before_it() -> None:
    text = (
        "We introduce QuantFold, a new method. QuantFold beats QLoRA (which builds on LoRA), and"
        " is small."
    )
    found = lineage("QuantFold: Packing Weights", text)
    assert ("Method/QLoRA", "extends", "Method/LoRA") in found
    assert ("Method/QuantFold", "extends", "Method/LoRA") not in found


def test_what_is_made_of_a_model_comes_from_it() -> None:
    text = "We prune LLaMA-13B to obtain QuantFold-7B (small) and QuantFold-3B."
    assert lineage("Small Models", text) == {
        ("Model/QuantFold-7B", "prunedFrom", "Model/Llama-13B"),
        ("Model/QuantFold-3B", "prunedFrom", "Model/Llama-13B"),
    }


def test_the_named_subject_of_a_version_is_meant_alone() -> None:
    text = "We introduce QuantFold, a recipe. It trains with DoRA, an extension of LoRA."
    assert lineage("QuantFold: Packing Weights", text) == {
        ("Method/DoRA", "extends", "Method/LoRA")
    }


def test_a_base_model_stays_a_base_where_it_is_compared_with() -> None:
    text = "We introduce MedFold-7B, a model. It gains 3.1% over the base model LLaMA-7B."
    assert lineage("MedFold-7B: A Model", text) == {
        ("Model/MedFold-7B", "basedOn", "Model/Llama-7B")
    }


def test_works_that_are_told_again_and_again_take_time_that_grows_with_the_text() -> None:
    told = "We introduce FooNet. It extends FooNet-B. "
    lineage("A Net", told)
    began = process_time()
    lineage("A Net", told * 2_000)
    assert process_time() - began < 2
