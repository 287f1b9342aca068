"""Whose a value is that a text gives to people, or to systems that it does not name."""

import pytest

from kg.extract import extract
from kg.model import Result

BENCHMARK = "TaskBench: A Test of Agents"


def results(body: str) -> tuple[Result, ...]:
    own = "We introduce QuantFold, a method that packs weights. "
    (found,) = extract([("QuantFold: Packing Weights in Half the Space", own + body)])
    return found.results


@pytest.mark.parametrize(
    "body",
    [
        "State-of-the-art industry solutions only answer 63% of the questions.",
        "Most video generators achieve less than 20% success.",
        "Today's agents complete only 14% of the tasks.",
        "The strongest baseline reaches 41.2% accuracy.",
        "Domain experts reach 90% accuracy.",
        "Models get 41.2% accuracy at best.",
        "We find an accuracy of 35% there.",
    ],
)
def test_what_a_benchmark_tests_has_the_values(body: str) -> None:
    own = "We introduce TaskBench, a benchmark for agents. "
    (paper,) = extract([(BENCHMARK, own + body)])
    (found,) = paper.results
    assert (found.role, found.method or found.model) == ("other", "")


def test_both_of_a_clause_may_be_others() -> None:
    found = results("While humans solve 92%, the best baseline solves 31% of GSM8K.")
    assert [r.role for r in found] == ["other", "other"]


@pytest.mark.parametrize(
    "body",
    [
        "It is the best of all methods with 61.2% on GSM8K.",
        "It packs the open-source model Llama-2-7B and reaches 61.2% on GSM8K.",
        "It packs open-source models such as Llama-2-7B and reaches 61.2% on GSM8K.",
        "Its best model (7B) reaches 61.2% on GSM8K.",
        "It needs 1,000 human-annotated samples and reaches 61.2% on GSM8K.",
        "On all tasks, models & seeds it reaches 61.2% on GSM8K.",
    ],
)
def test_systems_that_do_not_act_have_no_value(body: str) -> None:
    (found,) = results(body)
    assert (found.role, found.method) == ("own", "Method/QuantFold")


def test_systems_that_are_beaten_do_not_have_the_value() -> None:
    (found,) = results("It outperforms all prior methods with 61.2% on GSM8K.")
    assert (found.role, found.method) == ("own", "Method/QuantFold")


def test_values_behind_a_list_of_rivals_are_theirs() -> None:
    found = results("It gets 64%, comparable to Mistral-7B and Llama-2-7B (63% & 66%), on MMLU.")
    assert [(r.role, r.model) for r in found][1:] == [
        ("baseline", "Model/Mistral-7B"),
        ("baseline", "Model/Llama-2-7B"),
    ]


def test_people_have_the_value_that_is_told_to_be_theirs() -> None:
    found = results("Mistral-7B achieves 54.9% accuracy versus 87.5% for humans.")
    assert [(r.role, r.model) for r in found] == [("other", "Model/Mistral-7B"), ("other", "")]


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("It scores 51.7 on GSM8K, close to w4a4's 54.2.", ["own", "baseline"]),
        ("It reaches 85.1% on GSM8K, below its 31B sibling's 89.2%.", ["own", "baseline"]),
        ("It reaches 85.1% on GSM8K, below the human baseline of 90%.", ["own", "other"]),
    ],
)
def test_the_value_of_a_rival_that_nobody_knows_is_nobodys(body: str, roles: list[str]) -> None:
    found = results(body)
    assert [result.role for result in found] == roles
    assert [result.method for result in found] == ["Method/QuantFold", ""]


@pytest.mark.parametrize(
    ("rival", "method", "model"),
    [("LoRA", "Method/LoRA", ""), ("FP16", "Method/FP16", ""), ("GPT-4", "", "Model/GPT-4")],
)
def test_a_value_is_that_of_whom_it_is_said_to_be(rival: str, method: str, model: str) -> None:
    found = results(f"It scores 51.7 on GSM8K, below {rival}'s 54.2.")
    assert [result.role for result in found] == ["own", "baseline"]
    assert (found[1].method, found[1].model) == (method, model)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "It reaches 71.0% on GSM8K, close to the GPT-4 base model at 92.0%.",
            [("own", "Method/QuantFold"), ("baseline", "Model/GPT-4")],
        ),
        (
            "On GSM8K, it keeps a 2% error, whereas baselines reach up to 38.33%.",
            [("own", "Method/QuantFold"), ("baseline", "")],
        ),
        (
            "Starting from a supervised baseline with 48.9% success, QuantFold reaches 99.2%.",
            [("baseline", ""), ("own", "Method/QuantFold")],
        ),
    ],
)
def test_what_is_nearly_reached_or_started_from_is_no_own_value(
    body: str, told: list[tuple[str, str]]
) -> None:
    assert [(r.role, r.method or r.model) for r in results(body)] == told


@pytest.mark.parametrize(
    "body",
    [
        "It decomposes documents into knowledge triples.",
        "It is robust on AgentHarm even at 20% label-flip rates.",
    ],
)
def test_what_is_no_value_at_all(body: str) -> None:
    assert results(body) == ()


def test_the_difference_of_two_values_is_a_change() -> None:
    found = results("It has a WikiText2 perplexity of 6.10 (0.55downarrow vs 6.65 in GPTQ).")
    assert [(r.kind, r.direction) for r in found] == [
        ("absolute", ""),
        ("delta", "lower"),
        ("absolute", ""),
    ]


def test_a_rival_named_after_a_loss_turns_no_gain_round() -> None:
    (found,) = results("It outperforms LLM-Pruner and SliceGPT by 3% in accuracy on MMLU.")
    assert (found.kind, found.direction) == ("delta", "higher")


def test_values_in_brackets_behind_a_list_of_rivals_are_theirs() -> None:
    body = "QuantFold is comparable to Qwen3-8B and Llama-3-8B on MMLU (61% & 63%)."
    found = results(body)
    assert [r.model for r in found] == ["Model/Qwen3-8B", "Model/Llama-3-8B"]
    assert {r.role for r in found} == {"baseline"}


def test_who_is_named_in_brackets_has_the_value_behind_them() -> None:
    own = "We introduce TaskBench, a benchmark for agents. "
    body = "Even the best writer GPT-4 fools most: the strongest reader (GPT-4o) achieves only 56%."
    (found,) = extract([(BENCHMARK, own + body)])
    assert [r.model for r in found.results] == ["Model/GPT-4o"]


def test_a_rate_won_against_a_rival_is_an_own_value() -> None:
    (found,) = results("QuantFold has a win rate against GPT-4 of 61% on AlpacaEval 2.")
    assert (found.method, found.role) == ("Method/QuantFold", "own")


def test_who_outperforms_with_a_value_has_it() -> None:
    (found,) = results("QuantFold outperforms LoRA with an accuracy of 61.2% on GSM8K.")
    assert (found.role, found.method) == ("own", "Method/QuantFold")


def test_each_rival_has_the_value_in_the_bracket_behind_it() -> None:
    found = results("It outperforms LoRA (F1 = 0.68, 61% recall) and DoRA (F1 = 0.73) on GSM8K.")
    assert [r.method for r in found] == ["Method/LoRA", "Method/LoRA", "Method/DoRA"]
    assert {r.role for r in found} == {"baseline"}


def test_what_a_value_in_brackets_is_told_to_be_of_was_not_measured_on() -> None:
    own, rival = results("It reaches 61% accuracy (vs. 52% for GPT-4) on GSM8K.")
    assert (own.model, rival.model, rival.role) == ("", "Model/GPT-4", "baseline")


def test_who_no_recogniser_knows_has_not_the_value_of_the_one_before() -> None:
    found = results("It reaches 97% accuracy, compared to 72% for LoRA and 70% for decision trees.")
    assert [r.method for r in found] == ["Method/QuantFold", "Method/LoRA", ""]
    found = results("It has 97% accuracy compared to the raw data, which performed at 74%.")
    assert (found[1].method, found[1].role) == ("", "baseline")


@pytest.mark.parametrize(
    ("body", "owners"),
    [
        (
            "It reaches 61%, compared to 55% for LoRA and 53% for DoRA.",
            ["QuantFold", "LoRA", "DoRA"],
        ),
        (
            "It reaches 61.2, against 55.5 for LoRA and 53.2 for GPT-4.",
            ["QuantFold", "LoRA", "GPT-4"],
        ),
        (
            "QuantFold scores 61.2 on GSM8K, GPT-4 58.3, and LoRA 55.1.",
            ["QuantFold", "GPT-4", "LoRA"],
        ),
        ("LoRA reaches 65.1% on GSM8K and DoRA 66.9%.", ["LoRA", "DoRA"]),
        ("LoRA and QuantFold reach 58% and 61% on GSM8K.", ["LoRA", "QuantFold"]),
        (
            "QuantFold, LoRA and DoRA reach 61%, 58% and 55% on GSM8K.",
            ["QuantFold", "LoRA", "DoRA"],
        ),
        ("QuantFold with LoRA and DoRA reaches 61% and 58% on GSM8K.", ["QuantFold", "QuantFold"]),
        ("It reaches 67.2 F1 on GLUE, lower than the 69.0 F1 of DoRA.", ["QuantFold", "DoRA"]),
        ("It cuts WER from 2.7 (GPT-4) to 1.9.", ["GPT-4", "QuantFold"]),
        ("GPT-4 gets 61% on GSM8K, while random guessing gets 25%.", ["GPT-4", ""]),
        ("It gets 61% on GSM8K, LoRA 57% and full retraining 60%.", ["QuantFold", "LoRA", ""]),
        ("It attains 34.2 BLEU on GLUE while LoRA attains only 31.5.", ["QuantFold", "LoRA"]),
        ("LoRA, Zorb-E and GPT-4 reach 61%, 58% and 55% on GSM8K.", ["", "", ""]),
        (
            "It scores 61% on GSM8K, while LoRA and DoRA retain 58% and 55%.",
            ["QuantFold", "LoRA", "DoRA"],
        ),
    ],
)
def test_each_of_several_values_is_of_the_system_beside_it(body: str, owners: list[str]) -> None:
    found = [(r.method or r.model).partition("/")[2] for r in results(body)]
    assert found == owners


@pytest.mark.parametrize(
    ("body", "owner"),
    [
        ("It surpasses GPT-4 with 5 shots (61.2%) on GSM8K.", "Model/GPT-4"),
        ("It exceeds GPT-4 with chain of thought (52.1%) on GSM8K.", "Model/GPT-4"),
        ("It outperforms LoRA trained with Adam (52.1%) on GSM8K.", "Method/LoRA"),
    ],
)
def test_what_a_rival_is_run_with_has_not_its_value(body: str, owner: str) -> None:
    (found,) = results(body)
    assert (found.method or found.model, found.role) == (owner, "baseline")


def test_who_is_set_against_nobody_is_no_rival() -> None:
    (found,) = results("LoRA (61.2% accuracy) outperforms DoRA on GSM8K.")
    assert (found.method, found.role) == ("Method/LoRA", "other")


def test_who_improves_on_the_existing_is_no_rival() -> None:
    (found,) = results("Compared to existing methods, DoRA improves accuracy by 3% on GSM8K.")
    assert (found.method, found.baseline) == ("Method/DoRA", "")


def test_the_first_of_two_in_the_bracket_behind_a_rival_is_the_own_value() -> None:
    own, rival = results("It outperforms GPT-4 (61.2% vs. 52.1%) on GSM8K.")
    assert (own.method, own.role) == ("Method/QuantFold", "own")
    assert (rival.model, rival.role) == ("Model/GPT-4", "baseline")


def test_what_a_value_is_for_need_not_have_it() -> None:
    (found,) = results("It reaches 61% for image classification.")
    assert found.method == "Method/QuantFold"


def test_what_is_reached_is_no_cost_of_the_clause_before() -> None:
    _, own = results("LoRA needs 3 GB of memory on GSM8K, while QuantFold reaches 61%.")
    assert own.metric == ""


def test_a_value_for_what_nobody_knows_is_not_that_of_the_rival_before_it() -> None:
    body = "It succeeds in 81.3% of all trials, versus 62.5% for LoRA and 55.0% for QRT."
    assert [r.method for r in results(body)] == ["Method/QuantFold", "Method/LoRA", ""]
