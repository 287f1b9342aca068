"""``kg candidates``: the formats, the choice, and what stands below a name."""

import json

import pytest

from tests.graphs.small import small_graph

WORDS = ("candidates", "--papers", "1")


@pytest.mark.parametrize("form", ["human", "json", "jsonl", "csv", "tsv", "md"])
def test_each_format_is_written(call, form):
    result = call(*WORDS, "--format", form)
    assert result.exit_code == 0


def test_json_has_the_passages(call, write_store):
    store = write_store(small_graph())
    answer = json.loads(call(*WORDS, "--format", "json", store=store).stdout)
    assert [row["name"] for row in answer["rows"]] == ["Q-GaLore"]
    assert answer["intent"] == "candidates"
    assert {len(row["evidence"]) for row in answer["rows"]} == {1}


def test_a_type_that_no_table_has_is_wrong_usage(call):
    assert call("candidates", "--type", "Paper").exit_code == 2


def test_people_see_how_many_there_are(call):
    assert call("candidates", "--format", "human").stdout.startswith("0 names")
