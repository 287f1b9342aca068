"""What a paper's comparisons come to."""

import pytest

from kg.extract import extract
from kg.model import PAPER
from tests.relations.facts import held

TITLE = "QuantFold: Packing Weights in Half the Space"
LORA = "Method/LoRA"
OWN = "We introduce QuantFold, a framework that packs weights. "


def compared(abstract: str, title: str = TITLE) -> set[tuple[str, str, str]]:
    said = next(extract([(title, abstract)]))
    facts = (fact for fact in held(said) if fact.relation in ("comparedWith", "outperforms"))
    return {(fact.subject, fact.relation, fact.object) for fact in facts}


def of_paper(abstract: str) -> set[tuple[str, str]]:
    return {(relation, name) for subject, relation, name in compared(abstract) if subject == PAPER}


def test_what_is_outperformed_is_compared_with() -> None:
    assert of_paper(OWN + "QuantFold outperforms LoRA.") == {
        ("comparedWith", LORA),
        ("outperforms", LORA),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "It is on par with LoRA.",
        "It needs 40% less memory than LoRA.",
        "It gives a 3x speedup over LoRA.",
        "It has 30% higher throughput than LoRA.",
        "It does not outperform LoRA.",
        "Compared to LoRA, it has a higher throughput.",
        "It outperforms LoRA in terms of latency, while it keeps its accuracy.",
    ],
)
def test_neither_is_better(sentence: str) -> None:
    assert of_paper(OWN + sentence) == {("comparedWith", LORA)}


@pytest.mark.parametrize(
    "sentence",
    [
        "It matches or exceeds LoRA.",
        "It is more accurate and 3x faster than LoRA.",
        "It not only outperforms LoRA but is small.",
        "It improves accuracy by 3.2% over LoRA.",
        "Compared with LoRA, it reaches higher accuracy.",
        "Compared with LoRA, QuantFold improves accuracy broadly.",
        "It outperforms LoRA in terms of latency and accuracy.",
        "It rivals LoRA in size while far exceeding it in accuracy.",
    ],
)
def test_the_own_work_is_better(sentence: str) -> None:
    assert ("outperforms", LORA) in of_paper(OWN + sentence)


def test_the_own_work_is_worse() -> None:
    assert compared(OWN + "Our method still lags behind LoRA.") == {
        (PAPER, "comparedWith", LORA),
        (LORA, "outperforms", PAPER),
    }


def test_what_another_name_does_better_is_said_of_it() -> None:
    assert compared(OWN + "In our tests QLoRA outperforms LoRA.") == {
        ("Method/QLoRA", "outperforms", LORA)
    }


def test_a_name_behind_a_preposition_does_nothing() -> None:
    said = compared(OWN + "Training with QLoRA outperforms LoRA.")
    assert {subject for subject, _, _ in said} == {PAPER}


@pytest.mark.parametrize(
    "sentence",
    [
        "In our tests humans outperform GPT-4.",
        "Many open-source models surpass GPT-4.",
        "We find that tuned models surpass GPT-4.",
        "Unlike GPT-4, it is small.",
        "It outperforms existing SLAM techniques.",
    ],
)
def test_what_others_do_is_no_comparison_of_the_paper(sentence: str) -> None:
    assert of_paper(OWN + sentence) == set()


def test_prior_work_in_the_background_is_not_compared_with() -> None:
    background = "Prior work such as LoRA outperforms full tuning. "
    assert of_paper(background + OWN) == set()


def test_a_benchmark_compares_the_models_of_others() -> None:
    text = "We introduce ChartEval-X, a benchmark for plots. Small models are worse than GPT-4."
    assert compared(text, "ChartEval-X: A Benchmark for Plots") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "It outperforms pruned and fine-tuned networks.",
        "It outperforms online knowledge distillation.",
        "It outperforms knowledge distillation networks.",
        "It outperforms knowledge distillation methods such as Foo.",
        "It outperforms hybrid SFT--DPO baselines.",
        "It outperforms fixed-data RL and exceeds existing RL datasets.",
    ],
)
def test_part_of_a_longer_name_is_no_rival(sentence: str) -> None:
    assert of_paper(OWN + sentence) == set()


def test_what_own_work_improves_is_a_rival_that_it_runs_on() -> None:
    said = next(extract([(TITLE, OWN + "QuantFold improves LLaMA-7B by 3.1% on GSM8K.")]))
    facts = {fact.relation for fact in held(said) if fact.object == "Model/Llama-7B"}
    assert {"comparedWith", "outperforms", "evaluatedOnModel"} <= facts


def test_what_a_gap_is_narrowed_to_is_not_beaten() -> None:
    said = of_paper(OWN + "It reduces the accuracy gap compared to the FP16 baseline.")
    assert said == {("comparedWith", "Method/FP16")}


def test_a_question_claims_nothing() -> None:
    assert of_paper(OWN + "Why is our QuantFold better than LoRA?") == set()
