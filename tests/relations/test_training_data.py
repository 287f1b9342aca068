"""Whether data that a paper makes is for training."""

import pytest

from kg.extract import extract
from tests.relations.facts import held


def trained_on(title: str, abstract: str) -> set[str]:
    said = next(extract([(title, abstract)]))
    return {fact.object for fact in held(said) if fact.relation == "trainedOn"}


def test_an_own_data_set_trains_where_the_text_trains() -> None:
    text = "We introduce FoldChat, a dataset of dialogues. We fine-tune small models with it."
    assert trained_on("FoldChat: A Dataset of Dialogues", text) == {"Dataset/FoldChat"}


@pytest.mark.parametrize(
    "text",
    [
        "We introduce FoldChat, a dataset of dialogues. It shows how people talk.",
        "We introduce FoldChat, a dataset to evaluate dialogues. We use GPT-4.",
    ],
)
def test_other_own_data_does_not(text: str) -> None:
    assert trained_on("FoldChat: Dialogues of Many", text) == set()
