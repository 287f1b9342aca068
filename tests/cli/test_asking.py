"""ask, show, search and stats, as their output stands."""

import csv
import json
from io import StringIO

import pytest

from kg.cli.output import WRITERS
from kg.model import Document, Entity, Evidence, Fact, Graph
from kg.query import FORMS
from kg.query.rows import Row
from kg.store import open_writer

QUESTION = "methods evaluated on Llama2-7B"
FORMATS = ("auto", "human", "json", "jsonl", "csv", "tsv", "md")

HUMAN = """\
methods evaluated on Llama2-7B: 3 rows

METHOD              TYPE    PAPER       TITLE                                 DATE        CONFIDENCE
(the paper itself)  Paper   2408.00001  A Study of Small Batches              2024-08     0.85
    “Llama2-7b is the only model that we tune.” (abstract of paper/2408.00001)
Q-GaLore            Method  2407.08296  Q-GaLore: Quantized GaLore with INT4  2024-07-11  0.95
                                        Projection
    “Experiments cover Llama-2-7B and Llama-2-13B.” (abstract of paper/2407.08296)
GaLore              Method  2403.03507  GaLore: Memory-Efficient LLM          2024-03-06  0.90
                                        Training by Gradient Low-Rank
                                        Projection
    “We tune LLaMA-2 7B with it and reach good marks on GSM8K.” (abstract of paper/2403.03507)

Not counted here: Llama 2, no size given (1); Llama-2-7B-Chat (1)
"""

SHOWN = """\
QLoRA  (Method, method/qlora)
  facts: evaluatedOn 1, evaluatedOnModel 1, hasCode 1, usesMethod 2, ^introduces 1

evaluatedOn: 1
NAME  TYPE       ID              STATUS   CONFIDENCE
MMLU  Benchmark  benchmark/mmlu  derived  0.81
    “The tuned models are scored on MMLU.” (abstract of paper/2305.14314)

evaluatedOnModel: 1
NAME      TYPE   ID              STATUS   CONFIDENCE
Llama-7B  Model  model/llama-7b  derived  0.83
    “All runs use LLaMA-7B.” (abstract of paper/2305.14314)
"""


@pytest.fixture(autouse=True)
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")


def test_human_table_is_as_it_was(call):
    assert call("ask", QUESTION, "--format", "human").stdout == HUMAN


def test_card_is_as_it_was(call):
    assert call("show", "QLoRA", "--format", "human").stdout.startswith(SHOWN)


def test_help_lists_all_forms(call):
    text = call("ask", "--help").stdout
    assert all(f"  {form.asks}\n" in text for form in FORMS)


def test_question_needs_no_quotation_marks(call):
    assert call("ask", *QUESTION.split(), "--format", "human").stdout == HUMAN


def test_json_is_what_the_design_says(call):
    answer = json.loads(call("ask", QUESTION, "--format", "json").stdout)
    assert answer["total"] == len(answer["rows"]) == 3
    assert answer["rows"][1]["evidence"][0] == {
        "paper": "paper/2407.08296",
        "title": "Q-GaLore: Quantized GaLore with INT4 Projection",
        "field": "abstract",
        "start": 38,
        "end": 83,
        "quote": "Experiments cover Llama-2-7B and Llama-2-13B.",
        "rule": "evaluatedOnModel/by-hand",
        "confidence": 0.95,
    }


def test_json_lines_are_rows(call):
    lines = call("ask", QUESTION, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["method"] for line in lines][1:] == ["Q-GaLore", "GaLore"]


def test_csv_has_ids_and_the_quote(call):
    text = call("ask", QUESTION, "--format", "csv").stdout
    row = list(csv.DictReader(StringIO(text)))[1]
    assert (row["id"], row["confidence"]) == ("method/q-galore", "0.95")
    assert row["quote"].startswith("Experiments cover")


def test_no_format_has_a_column_twice(call):
    for form in ("csv", "tsv", "md"):
        head = call("search", "LoRA", "--format", form).stdout.splitlines()[0]
        columns = [cell for cell in head.replace("|", ",").replace("\t", ",").split(",") if cell]
        assert len(columns) == len(set(columns))


def test_csv_holds_no_formula(call):
    text = call("ask", "papers evaluated on Mistral-7B", "--format", "csv").stdout
    assert next(csv.DictReader(StringIO(text)))["title"].startswith("'=cmd|")


def test_markdown_is_a_table(call):
    lines = call("ask", "papers evaluated on Mistral-7B", "--format", "md").stdout.splitlines()
    assert lines[1] == "|" + " --- |" * 8
    assert "=cmd\\|" in lines[2]
    assert "<img" not in lines[2]


def test_auto_is_tsv_where_nobody_looks(call):
    automatic = call("ask", QUESTION).stdout
    assert automatic == call("ask", QUESTION, "--format", "tsv").stdout
    assert automatic.startswith("method\ttype\tpaper\t")


def test_what_is_left_out_goes_to_stderr(call):
    assert "Llama-2-7B-Chat (1)" in call("ask", QUESTION).stderr


def test_verdict_goes_to_stderr_where_stdout_is_for_programs(call):
    found = call("ask", "is LoRA better than Q-GaLore")
    assert found.stderr.startswith("Not known: ")
    assert found.stdout.startswith("aspect\twhat\t")


def test_explain_shows_reading_and_sparql(call):
    told = call("ask", QUESTION, "--explain").stderr
    assert "read as: methods evaluated on MODEL, BENCHMARK or DATASET" in told
    assert "id = model/llama-2-7b" in told
    assert "SELECT" in told


def test_no_limit_is_0_and_said_so(call):
    words = ("ask", "methods evaluated on Llama-2-7B", "--format", "tsv")
    assert call(*words, "--limit", "0").stdout == call(*words).stdout
    assert "0 for all" in call("ask", "--help").stdout


def test_search_takes_0_for_all(call):
    def found(limit):
        return call("search", "LoRA", "--limit", limit, "--format", "jsonl").stdout.splitlines()

    assert len(found("0")) == len(found("1000")) > len(found("1")) == 1


@pytest.mark.parametrize("text", ["", '"', "? !"])
def test_search_without_a_word_is_wrong_usage(call, text):
    result = call("search", text)
    assert (result.exit_code, "TEXT has no word to look for" in result.stderr) == (2, True)


def test_limit_says_how_many_there_are(call):
    text = call("ask", QUESTION, "--limit", "1", "--format", "human").stdout
    assert text.startswith("methods evaluated on Llama2-7B: 3 rows, showing 1")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "words", [["ask", "papers evaluated on Llama 2"], ["show", "2408.00003"], ["search", "prompt"]]
)
def test_no_format_lets_control_characters_out(call, words, form):
    result = call(*words, "--format", form)
    assert result.exit_code == 0
    assert result.stdout
    steering = {"\x1b", "\x07", "\u202e", "\x9b"}
    assert not steering & set(result.stdout + result.stderr)


@pytest.mark.parametrize("form", FORMATS)
def test_stats_in_every_format(call, form):
    assert "evaluatedOnModel" in call("stats", "--format", form).stdout


def test_empty_answer_is_no_failure(call):
    result = call("ask", "papers that use GaLore")
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        ['`kg search "GaLore"` finds 2 papers with these words', "papers that use GaLore: 0 rows"],
    )


def test_a_query_longer_than_any_path_is_asked(call):
    names = " ".join(f"model:zorb-{number}" for number in range(60))
    assert call("sparql", f"DESCRIBE {names}").exit_code == 0


PAPERS = ("paper/2401.00011", "paper/2401.00012")


def test_titles_at_the_head_of_columns_are_no_formulas_and_hide_no_passage(call, titled):
    text = call("compare", *PAPERS, "--format", "csv", store=titled).stdout
    head, *rows = csv.reader(StringIO(text))
    assert "'=1+1" in head
    assert "2401.00012" in " ".join(head)  # its title is the name of another column
    assert len(head) == len(set(head)) == len(rows[0])


@pytest.fixture
def titled(tmp_path):
    """A store of two papers whose titles are those of a spreadsheet's cell and of a column."""
    facts = tuple(
        Fact(paper, "usesMethod", "method/lora", (Evidence(paper, "abstract", 0, 8, "a-rule"),))
        for paper in PAPERS
    )
    titles = dict(zip(PAPERS, ("=1+1", "quote"), strict=True))
    documents = tuple(
        Document(id=paper, title=title, abstract="We use LoRA.") for paper, title in titles.items()
    )
    papers = tuple(Entity(paper, "Paper", title) for paper, title in titles.items())
    graph = Graph(
        documents=documents,
        entities=(Entity("method/lora", "Method", "LoRA"), *papers),
        facts=facts,
    )
    with open_writer(tmp_path / "titled") as writer, writer.transaction():
        writer.replace_graph(graph, {})
    return tmp_path / "titled"


def test_cells_of_markdown_are_whole_and_escaped():
    cell = f"a|b `c`\nd\\ {'x ' * 300}e"
    text = WRITERS["md"](("name",), [Row((("name", cell),))])
    assert text.splitlines()[2:] == [rf"| a\|b \`c\` d\\ {'x ' * 300}e |"]
