"""The components of a method."""

from kg.extract import extract

TITLE = "QuantFold: Packing Weights in Half the Space"


def parts(abstract: str) -> set[tuple[str, str]]:
    said = next(extract([(TITLE, abstract)]))
    return {(fact.subject, fact.object) for fact in said.facts if fact.relation == "partOf"}


def test_numbered_components_belong_to_the_principal_method() -> None:
    text = (
        "We introduce QuantFold, a framework with (i) FoldScan, a scheduler, and (ii) FoldPack, a"
        " packer."
    )
    whole = "Method/QuantFold"
    assert parts(text) == {("Method/FoldScan", whole), ("Method/FoldPack", whole)}


def test_what_is_not_introduced_is_no_component() -> None:
    assert parts("We introduce QuantFold. The framework consists of LoRA and Adam.") == set()
