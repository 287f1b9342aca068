"""Names that a text tells to be models of a size."""

import pytest

from kg.mentions.models.told import is_told_model


@pytest.mark.parametrize(
    "behind",
    [
        ", a 15B-parameter open-weight LLM",
        ", a 7B model",
        " (ZB), a 3.5 billion parameter vision-language model",
        ", an open 70B language model",
    ],
)
def test_an_apposition_with_a_size_makes_a_model(behind: str) -> None:
    assert is_told_model(f"ZorbBase{behind}.", len("ZorbBase"))


@pytest.mark.parametrize(
    "behind", [", a method for 7B models", ", a model", ", a 10B-token corpus", " with a 7B model"]
)
def test_what_is_no_model_of_a_size_is_told_as_none(behind: str) -> None:
    assert not is_told_model(f"ZorbBase{behind}.", len("ZorbBase"))
