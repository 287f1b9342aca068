"""What fills the slots of a result: candidates with their features, and the weights that choose."""

from collections.abc import Iterator

import pytest

from kg.extract import extract
from kg.mentions import find_mentions
from kg.results import with_measured
from kg.results.find import read_cases
from kg.results.slots.candidates import NOBODY, SLOTS, Candidates, Slot
from kg.results.slots.case import Case
from kg.results.slots.scores import Chooser, slot_weights
from kg.text import read


def cases(body: str) -> Iterator[Case]:
    reading = read("", f"We read 2 texts. {body}")
    return read_cases(reading, with_measured(reading, find_mentions(reading)), (), ())


def subjects(title: str, body: str) -> list[str]:
    (found,) = extract([(title, body)])
    return [result.method or result.model for result in found.results]


TEXT = "LoRA reaches 61% accuracy on GSM8K."


def test_the_candidate_of_the_largest_sum_is_chosen() -> None:
    (case,) = cases(TEXT)
    own = {"method": (0.0, 0.0, 0.0), "nobody": (1.0, 0.0, 0.0)}
    assert Chooser(case, own).best("subject", ("Method/LoRA",)) == ()
    own = {"method": (2.0, 0.0, 0.0), "nobody": (1.0, 0.0, 0.0)}
    assert Chooser(case, own).best("subject", ("Method/LoRA",)) == ("Method/LoRA",)


def test_the_first_of_many_may_be_unlikely() -> None:
    (case,) = cases("LoRA and DoRA reach 61% accuracy, above GPT-4, on GSM8K.")
    chooser = Chooser(case, {"rules": (0.2, 0.0, 0.0)})
    assert chooser.best("subject", ("Method/LoRA",)) == ("Method/LoRA",)
    assert chooser.is_unlikely("subject", ("Method/LoRA",))
    assert not chooser.is_unlikely("metric", ("Metric/accuracy",))
    chooser = Chooser(case, {"rules": (2.0, 0.0, 0.0)})
    chooser.best("subject", ("Method/LoRA",))
    assert not chooser.is_unlikely("subject", ("Method/LoRA",))


def test_a_weight_holds_for_its_slot_alone() -> None:
    (case,) = cases(TEXT)
    weights = {"method": (2.0, 0.0, -2.0), "metric": (0.0, 1.0, 0.0)}
    chooser = Chooser(case, weights)
    assert chooser.best("subject", ()) == ("Method/LoRA",)
    assert chooser.best("metric", ()) == ("Metric/accuracy",)
    assert chooser.best("baseline", ()) == ()


def test_what_no_weight_knows_counts_nothing() -> None:
    (case,) = cases(TEXT)
    (nobody,) = (one for one in Candidates(case).of("metric", ()) if one.basis == NOBODY)
    assert Chooser(case, {}).score("metric", nobody) == 0


@pytest.mark.parametrize("slot", SLOTS)
def test_the_table_trusts_the_choice_of_the_rules(slot: Slot) -> None:
    assert slot_weights()["rules"][SLOTS.index(slot)] > 0


def test_each_candidate_is_a_name_of_the_sentence_or_nobody() -> None:
    (case,) = cases("LoRA and DoRA reach 61% accuracy, above GPT-4, on GSM8K.")
    found = {one.references for one in Candidates(case).of("baseline", ())}
    assert found == {("Method/LoRA",), ("Method/DoRA",), ("Model/GPT-4",), ()}


def test_a_metric_of_the_rules_is_not_taken_away() -> None:
    (case,) = cases(TEXT)
    found = {one.references for one in Candidates(case).of("metric", ("Metric/accuracy",))}
    assert found == {("Metric/accuracy",)}


def test_several_rivals_of_the_rules_are_one_candidate() -> None:
    (case,) = cases("LoRA gains 3 points over GPT-4 and DoRA on GSM8K.")
    chosen = ("Model/GPT-4", "Method/DoRA")
    assert chosen in {one.references for one in Candidates(case).of("baseline", chosen)}


def test_the_model_that_a_study_tests_has_the_value() -> None:
    body = "We study how models reason. The accuracy of GPT-4o drops by 14% on GSM8K."
    assert subjects("How Models Reason", body) == ["Model/GPT-4o"]


@pytest.mark.parametrize(
    "body",
    [
        "QuantFold reaches 61% on GSM8K with Llama-2-7B.",
        "QuantFold with a backbone of Llama-2-7B reaches 61% on GSM8K.",
    ],
)
def test_the_own_system_has_the_value_that_it_reaches_with_a_model(body: str) -> None:
    title = "QuantFold: Packing Weights"
    assert subjects(title, f"We introduce QuantFold. {body}") == ["Method/QuantFold"]


def test_each_of_several_models_has_its_value() -> None:
    body = (
        "We test models. The performance of GPT-4, Claude 3, and GPT-3.5 is 92%, 86%, and 79%,"
        " respectively."
    )
    assert subjects("A Study of Models", body) == [
        "Model/GPT-4",
        "ModelFamily/Claude 3",
        "Model/GPT-3.5",
    ]


def test_who_only_explains_another_in_brackets_has_no_value() -> None:
    body = "We introduce QuantFold. Our QuantFold-7B (a LoRA-trained version of it) reaches 61%."
    assert subjects("QuantFold: Packing Weights", body) == ["Model/QuantFold-7B"]


def test_the_initials_of_the_own_system_speak_of_it() -> None:
    body = "We introduce Folded Sampling, a method. In tales, FS raises diversity by 2.1x."
    assert subjects("Folded Sampling", body) == ["Method/Folded Sampling"]


def test_the_value_of_an_unnamed_rival_is_not_that_of_the_own_system() -> None:
    body = (
        "We introduce QuantFold. QuantFold reaches 61.4% on GSM8K, compared with 55.2% for the full"
        " packing."
    )
    assert subjects("QuantFold: Packing Weights", body) == ["Method/QuantFold", ""]
