"""What follows once it is known what is a paper's own."""

from kg.extract import extract


def test_an_abbreviation_of_what_is_outperformed_is_not_the_papers() -> None:
    text = (
        "We introduce QuantFold, a new method. Our experiments show that it outperforms the novel"
        " Robotic View Transformer (RVT) by 3%."
    )
    said = next(extract([("QuantFold: Packing Weights", text)]))
    facts = {(fact.relation, fact.object) for fact in said.facts}
    assert ("outperforms", "Method/RVT") in facts
    assert ("introduces", "Method/RVT") not in facts
