"""Whose value a number is: candidates with their features, and the weights that choose."""

from kg.extract import extract
from kg.results.candidates import Candidate
from kg.results.scores import MARGIN, best, score, subject_weights

OWN = Candidate("Method/LoRA", ("own",))
NOBODY = Candidate("", ("nobody", "rules"))


def subjects(title: str, body: str) -> list[str]:
    (found,) = extract([(title, body)])
    return [result.method or result.model for result in found.results]


def test_the_best_candidate_is_chosen() -> None:
    assert best([OWN, NOBODY], {"own": 1 + MARGIN, "rules": 1.0}, "") == "Method/LoRA"


def test_the_choice_of_the_rules_stands_where_it_is_close() -> None:
    assert best([OWN, NOBODY], {"own": 0.9 + MARGIN, "rules": 1.0}, "") == ""


def test_what_no_weight_knows_counts_nothing() -> None:
    assert score(Candidate("", ("unknown", "own")), {"own": 0.5}) == 0.5


def test_the_table_holds_a_weight_for_the_choice_of_the_rules() -> None:
    assert subject_weights()["rules"] > 0


def test_the_model_that_a_study_tests_has_the_value() -> None:
    body = "We study how models reason. The accuracy of GPT-4o drops by 14% on GSM8K."
    assert subjects("How Models Reason", body) == ["Model/GPT-4o"]


def test_an_own_system_keeps_its_value_beside_others() -> None:
    body = "We introduce QuantFold. QuantFold reaches 61% on GSM8K with Llama-2-7B."
    assert subjects("QuantFold: Packing Weights", body) == ["Method/QuantFold"]


def test_a_part_of_the_own_system_has_no_value() -> None:
    body = "We introduce QuantFold. QuantFold with a backbone of Llama-2-7B reaches 61% on GSM8K."
    assert subjects("QuantFold: Packing Weights", body) == ["Method/QuantFold"]


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
