"""leaderboard and compare, and the results of show, as their output stands."""

import json

import pytest

BOARD = """\
leaderboard of GSM8K: 3 rows

RANK  WORK       MODEL       VALUE  CONFLICT    PAPER       DATE        CONFIDENCE

accuracy: own values
1     BetaTune   Llama-2-7B  61.5%              2402.00002  2024-02     0.90
    “BetaTune scores 61.5% accuracy on GSM8K where AlphaTune has 53.2%.” (abstract of
    paper/2402.00002)
2     Camel-7B               0.58               2405.00003  2024-05-10  0.90
    “With an accuracy of 0.58 on GSM8K it is better than Llama-2-7B.” (abstract of paper/2405.00003)
3     AlphaTune              55.0%  also 53.2%  2301.00001  2023-01-05  0.90
    “AlphaTune reaches 55.0% accuracy on GSM8K and beats LoRA with 51.5%.” (abstract of
    paper/2301.00001)

by other metrics: 2 (none named)
Not counted here: GSM-Twisted (3)
"""
FORMATS = ("human", "json", "jsonl", "csv", "tsv", "md")


@pytest.fixture(autouse=True)
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def run(call, related_path):
    return lambda *words: call(*words, store=related_path)


def test_leaderboard_is_as_it_was(run):
    words = ("leaderboard", "GSM8K", "--metric", "accuracy", "--role", "own", "--format", "human")
    assert run(*words).stdout == BOARD


def test_each_group_has_its_heading(run):
    text = run("leaderboard", "GSM8K", "--format", "human").stdout
    headings = [line for line in text.splitlines() if line.endswith(("values", "baselines"))]
    assert headings == [
        "accuracy: own values",
        "accuracy: values of baselines",
        "metric not named: own values",
    ]


def test_programs_are_told_the_group(run):
    rows = json.loads(run("leaderboard", "GSM8K", "--format", "json").stdout)["rows"]
    assert (rows[0]["group"], rows[-1]["group"]) == (
        "accuracy: own values", "metric not named, in x: own ratios",
    )  # fmt: skip


@pytest.mark.parametrize("width", ["20", "40", "80"])
def test_ids_are_never_cut(run, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    text = run("leaderboard", "GSM8K", "--format", "human").stdout
    assert {"2402.00002", "2024-02", "2405.00003", "2024-05-10"} <= set(text.split())


def test_ids_longer_than_the_terminal_is_wide_are_not_cut(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    text = run("show", "AlphaTune", "--format", "human").stdout
    assert "\nid: task/mathematical-reasoning\n" in text


def test_leaderboard_takes_a_date(run):
    text = run("leaderboard", "GSM8K", "--since", "2024-05", "--format", "tsv").stdout
    assert [line.split("\t")[1] for line in text.splitlines()[1:]] == [
        "Camel-7B", "A Study without a Name",
    ]  # fmt: skip


def test_json_has_twin_and_numbers(run):
    answer = json.loads(run("leaderboard", "GSM8K", "--format", "json").stdout)
    assert answer["rows"][-1]["lowest"] == 1.2
    assert "kgo:onData" in answer["sparql"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", [["leaderboard", "GSM8K"], ["compare", "AlphaTune", "LoRA"]])
def test_every_format_has_the_values(run, command, form):
    result = run(*command, "--format", form)
    assert result.exit_code == 0
    assert "51.5%" in result.stdout


def test_compare_can_show_only_what_is_shared(run):
    text = run("compare", "AlphaTune", "BetaTune", "--shared", "--format", "tsv").stdout
    lines = [line.split("\t")[:5] for line in text.splitlines()[1:]]
    assert lines == [
        ["type", "", "2", "Method", "Method"],
        ["evaluatedOn", "GSM8K", "2", "1", "1"],
        ["result", "GSM8K, accuracy", "2", "55.0%, 53.2%", "61.5%"],
        ["result", "WikiText2, perplexity", "2", "5.9", "5.40"],
    ]


def test_ask_explains_a_leaderboard(run):
    told = run("ask", "leaderboard of GSM8K by accuracy since 2024", "--explain").stderr
    assert "metric = metric/accuracy, since = 2024" in told
    assert "FILTER(SUBSTR(STR(?issued), 1, 4) >= " in told


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["compare", "LoRA"], "two to five"),
        (["leaderboard", "GSM8K", "--since", "soon"], "is no date"),
        (["leaderboard", "GSM8K", "--since", "2024-02-31"], "no date of the calendar"),
        (["leaderboard", "GSM8K", "--role", "mine"], "'mine' is not one of"),
    ],
)
def test_wrong_usage_is_told(run, words, hint):
    result = run(*words)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_unknown_name_has_near_names(run):
    result = run("leaderboard", "GSM9K")
    assert result.exit_code == 1
    assert "did you mean GSM8K" in result.stderr


def test_card_has_counts_and_results(run):
    text = run("show", "BetaTune", "--format", "human").stdout
    assert "  facts: evaluatedOn 2, evaluatedOnModel 1, extends 1, outperforms 1," in text
    assert "results: 4\nWORK" in text
    assert "delta, lower" in text


def test_card_cuts_results(run):
    card = json.loads(run("show", "BetaTune", "--limit", "1", "--format", "json").stdout)
    assert (card["results"]["total"], len(card["results"]["rows"])) == (4, 1)


def test_flat_card_has_results(run):
    lines = run("show", "BetaTune", "--format", "tsv").stdout.splitlines()
    assert lines[-1].startswith("result\tBetaTune\tMethod\t")
    assert "\tmemory\t40%\town\t" in lines[-1]
