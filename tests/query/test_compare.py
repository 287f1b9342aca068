"""Things side by side."""

import pytest

from kg.errors import QuestionError
from kg.query import ask, compare


@pytest.fixture(scope="module")
def table(related):
    return compare(related, ["AlphaTune", "BetaTune"])


def line(table, aspect, what):
    (row,) = [row for row in table if (row["aspect"], row["what"]) == (aspect, what)]
    return row["AlphaTune"], row["BetaTune"], row["shared"]


def test_direct_facts_come_before_the_others(table):
    assert [(row["aspect"], row["what"]) for row in table][:3] == [
        ("type", ""), ("outperforms", "AlphaTune"), ("extends", "AlphaTune"),
    ]  # fmt: skip


def test_shared_and_different_are_told(table):
    assert line(table, "evaluatedOn", "GSM8K") == (1, 1, 2)
    assert line(table, "evaluatedOn", "WikiText2") == ("", 1, 1)


def test_results_on_the_same_data_stand_together(table):
    assert line(table, "result", "GSM8K, accuracy") == ("55.0%, 53.2%", "61.5%", 2)


def test_rows_rest_on_words(table):
    said = [row for row in table if row["aspect"] != "type"]
    assert len(said) == len(table) - 1 > 1
    assert all(row.evidence for row in said)


def test_models_are_compared_by_who_ran_on_both(related):
    table = compare(related, ["Llama-2-7B", "Llama-2-7B-Chat"])
    assert "GSM-Twisted: Harder Sums" in [
        row["what"] for row in table if row["aspect"] == "^evaluatedOnModel"
    ]


def test_family_has_what_its_members_have(related):
    table = compare(related, ["Llama 2", "Camel-7B"])
    row = next(row for row in table if row["what"] == "GSM-Twisted")
    assert row["Llama 2"] == "15%, 20.5%"


def test_members_of_a_family_of_which_something_is_said_are_named(related):
    table = compare(related, ["Llama 2", "Llama-2-7B-Chat"])
    rows = {row["what"]: row for row in table if row["aspect"] == "^evaluatedOnModel"}
    assert rows["GSM-Twisted"]["Llama 2"] == "1 (Llama-2-7B, Llama-2-7B-Chat)"
    assert any("its members count too" in note for note in table.notes)


def test_question_in_words_is_the_same(related, table):
    assert ask(related, "AlphaTune vs BetaTune").rows == table.rows


def test_up_to_five_stand_side_by_side(related):
    names = ["AlphaTune", "BetaTune", "LoRA", "FourBit", "Camel-7B"]
    assert compare(related, names).columns[3:] == tuple(names)


def test_that_nobody_says_which_is_better_is_told(related, table):
    said = "no paper says that one of them outperforms another"
    assert said not in table.notes
    assert said in compare(related, ["LoRA", "FourBit"]).notes


def test_who_is_better_is_not_denied_where_it_is_not_shown(related):
    said = "no paper says that one of them outperforms another"
    assert said not in compare(related, ["AlphaTune", "BetaTune"], shared=True).notes
    assert said not in compare(related, ["GSM8K", "WikiText2"]).notes


@pytest.mark.parametrize("names", [["LoRA"], ["LoRA", "LoRA"], ["LoRA"] * 2 + ["lora"]])
def test_one_thing_is_too_few(related, names):
    with pytest.raises(QuestionError):
        compare(related, names)


def test_more_than_five_are_too_many(related):
    names = ["AlphaTune", "BetaTune", "LoRA", "FourBit", "Camel-7B", "Llama-2-7B"]
    with pytest.raises(QuestionError):
        compare(related, names)


def test_things_head_their_columns_as_they_are_written(table):
    assert str(table).splitlines()[3].split() == [
        "ASPECT", "WHAT", "SHARED", "AlphaTune", "BetaTune"
    ]  # fmt: skip


def test_two_names_of_one_thing_are_told(related):
    with pytest.raises(QuestionError, match=r"names mean the same thing, LoRA .*; give two"):
        compare(related, ["LoRA", "lora"])
