"""What follows once it is known what is a paper's own."""

from kg.extract import extract
from tests.relations.facts import held


def test_an_abbreviation_of_what_is_outperformed_is_not_the_papers() -> None:
    text = (
        "We introduce QuantFold, a new method. Our experiments show that it outperforms the novel"
        " Folded View Network (FVN) by 3%."
    )
    said = next(extract([("QuantFold: Packing Weights", text)]))
    facts = {(fact.relation, fact.object) for fact in held(said)}
    assert ("outperforms", "Method/FVN") in facts
    assert ("introduces", "Method/FVN") not in facts


def test_a_rival_is_not_run_on_by_the_same_mention() -> None:
    text = "We introduce QuantFold. It beats GPT-4 and improves over the base model OPT-6.7B."
    said = next(extract([("QuantFold: Packing Weights", text)]))
    tested = {fact.object for fact in held(said) if fact.relation == "evaluatedOnModel"}
    assert tested == {"Model/OPT-6.7B"}


def test_data_tuned_on_with_scores_is_tested_on_too() -> None:
    text = "We introduce QuantFold. BERT is tuned on GLUE, with scores as before, and on SQuAD."
    said = next(extract([("QuantFold: Packing Weights", text)]))
    facts = {(fact.relation, fact.object) for fact in held(said)}
    assert {("trainedOn", "Benchmark/GLUE"), ("evaluatedOn", "Benchmark/GLUE")} <= facts
