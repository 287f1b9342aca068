"""``kg candidates``: the formats, the choice, and what stands below a name."""

import json

import pytest

WORDS = ("candidates", "--papers", "1")


@pytest.mark.parametrize("form", ["human", "json", "jsonl", "csv", "tsv", "md"])
def test_each_format_is_written(call, form):
    result = call(*WORDS, "--format", form)
    assert result.exit_code == 0


def test_json_has_the_passages(call):
    answer = json.loads(call(*WORDS, "--format", "json").stdout)
    assert answer["intent"] == "candidates"
    assert all(len(row["evidence"]) == 1 for row in answer["rows"])


def test_a_type_that_no_table_has_is_wrong_usage(call):
    assert call("candidates", "--type", "Paper").exit_code == 2


def test_people_see_how_many_there_are(call):
    assert call("candidates", "--format", "human").stdout.startswith("0 names")
