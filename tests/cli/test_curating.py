"""curate, explain and remove, on a store of three made-up papers."""

import json
import re

import pytest

from kg import pipeline
from kg.curation import curation_path, read
from kg.model import Document, Source
from kg.store import open_store, open_writer

RECORDS = [
    {
        "id": "2401.00001",
        "title": "BarNet: Sparse Nets for Long Texts",
        "abstract": "We propose BarNet, a sparse net. We evaluate BarNet on GSM8K with Llama-2-7B.",
    },
    {"id": "2403.00002", "title": "Prompts", "abstract": "We compare BarNet on MMLU with LoRA."},
    {"id": "2405.00003", "title": "On sums", "abstract": "We test GPT-4 on GSM8K."},
    {
        "id": "2406.00004",
        "title": "BazNet: Sums for All",
        "abstract": "We propose BazNet. "
        "BazNet reaches 91.5% accuracy on GSM8K and 64.2% on HumanEval. "
        "LoRA reaches 64.2% on HumanEval. BazNet is 17.5 points better than LoRA on MATH.",
    },
]
RESULT = ("BazNet", "hasResult", "91.5%")
FACT = ("paper/2405.00003", "evaluatedOn", "GSM8K")


@pytest.fixture
def store(tmp_path):
    source = tmp_path / "papers.jsonl"
    source.write_text("".join(f"{json.dumps(record)}\n" for record in RECORDS), encoding="utf-8")
    path = tmp_path / "kg.sqlite"
    pipeline.build([source], path, workers=1)
    return path


@pytest.fixture
def say(call, store):
    """Call a command that must succeed; return what it prints."""

    def say(*words):
        result = call(*words, store=store)
        assert result.exit_code == 0, result.output
        return result.stdout

    return say


def explained(say, *words):
    return json.loads(say("explain", *words, "--format", "json"))


def test_a_verdict_is_written_and_replayed(say, store):
    say("curate", "accept", *FACT, "--who", "ada", "--note", "seen")
    (act,) = read(curation_path(store))
    assert (act.verb, act.who, act.note) == ("accept", "ada", "seen")
    assert act.arguments == ("paper/2405.00003", "evaluatedOn", "benchmark/gsm8k")
    told = explained(say, *FACT)
    assert told["status"] == "curated"
    assert told["curation"][0]["who"] == "ada"
    assert told["evidence"][0]["evidence"][0]["quote"] == "We test GPT-4 on GSM8K."


def test_an_alias_that_another_thing_has_is_told(call, store):
    result = call("curate", "alias", "LoRA", "MMLU", "--later", store=store)
    assert "benchmark/mmlu has the name 'MMLU' too" in result.stderr


def test_merge_that_is_recommended_can_be_made(call, say, store):
    told = call("curate", "alias", "LoRA", "MMLU", store=store).stderr
    [words] = re.findall(r"`kg (curate merge [^`]+)`", told)
    say(*words.split())
    assert "method/lora" in say("show", "MMLU", "--format", "json")


def test_name_of_a_paper_that_becomes_an_alias_is_told_without_a_merge(call, store):
    told = call("curate", "alias", "LoRA", "On sums", "--later", store=store).stderr
    assert "paper/2405.00003 has the name 'On sums' too, and stays another thing" in told


def test_spelling_of_the_label_that_is_taken_as_an_alias_is_told(call, store):
    told = call("curate", "alias", "Llama-2-7B", "LLaMA2 7B", "--remove", store=store).stderr
    assert "'LLaMA2 7B' is read as the label, Llama-2-7B" in told


def test_merge_of_two_types_says_which_one_counts(call, store):
    told = call("curate", "merge", "LoRA", "MMLU", "--later", store=store).stderr
    assert "method/lora was a Method and is a Benchmark now: facts that no Benchmark can" in told


def test_later_writes_the_line_only(say):
    say("curate", "accept", *FACT, "--later")
    assert explained(say, *FACT)["status"] == "extracted"


def test_a_fact_is_named_by_its_id_too(say, store):
    say("curate", "reject", explained(say, *FACT)["id"])
    assert explained(say, *FACT)["status"] == "rejected"


def test_what_a_fact_follows_from_is_rejected_with_it(say, store):
    say("curate", "reject", "BarNet", "evaluatedOnModel", "Llama-2-7B")
    paper = ("paper/2401.00001", "evaluatedOnModel", "model/llama-2-7b")
    assert paper in [act.arguments for act in read(curation_path(store))]
    assert explained(say, *paper)["status"] == "rejected"


DERIVED = ("BarNet", "evaluatedOnModel", "Llama-2-7B")


@pytest.mark.parametrize("number", ["1", "2"])
def test_undo_takes_out_all_that_a_command_wrote(say, store, number):
    before = say("export", "--to", "ntriples")
    say("curate", "reject", *DERIVED)
    assert len({act.when for act in read(curation_path(store))}) == 1
    say("curate", "undo", number)
    assert read(curation_path(store)) == ()
    assert say("export", "--to", "ntriples") == before


@pytest.mark.parametrize("by_id", [True, False])
def test_a_rejected_fact_is_explained_and_accepted(say, by_id):
    words = (explained(say, *DERIVED)["id"],) if by_id else DERIVED
    say("curate", "reject", *DERIVED)
    assert explained(say, *words)["status"] == "rejected"
    say("curate", "accept", *words)
    assert explained(say, *words)["status"] == "curated"
    say("curate", "undo", "4")
    assert explained(say, *words)["status"] == "rejected"


def test_what_a_paper_says_is_accepted_alone(say, store):
    said = ("paper/2401.00001", "evaluatedOnModel", "model/llama-2-7b")
    say("curate", "reject", *DERIVED)
    say("curate", "accept", *said)
    assert [act.arguments for act in read(curation_path(store))[2:]] == [said]
    assert explained(say, *DERIVED)["status"] == "rejected"


def test_a_fact_of_a_thing_that_went_with_it_is_accepted(say):
    mentions = ("paper/2403.00002", "mentions", "LoRA")
    before = explained(say, *mentions)["id"]
    say("curate", "reject", *mentions)
    say("curate", "accept", before)
    assert explained(say, *mentions)["status"] == "curated"


def test_a_fact_alone_is_rejected_on_demand(say, store):
    say("curate", "reject", "BarNet", "evaluatedOnModel", "Llama-2-7B", "--alone")
    assert len(read(curation_path(store))) == 1


@pytest.mark.parametrize(
    ("words", "name", "shows"),
    [
        (
            ("merge", "model/gpt-4", "Llama-2-7B"),
            "model/gpt-4",
            "Llama-2-7B  (Model, model/llama-2-7b)",
        ),
        (("retype", "LoRA", "Model"), "LoRA", "LoRA  (Model, model/lora)"),
        (("alias", "GSM8K", "school sums"), "school sums", "GSM8K  (Benchmark, benchmark/gsm8k)"),
    ],
)
def test_names_find_what_a_curator_says(say, words, name, shows):
    say("curate", *words)
    assert say("show", name, "--format", "human").splitlines()[0] == shows


def test_what_a_paper_means_is_split_off(say):
    say("curate", "split", "GSM8K", "--paper", "2405.00003")
    facts = say("show", "GSM8K", "--format", "tsv")
    assert "2405.00003" not in facts


def test_acts_are_listed_and_undone(say, store):
    say("curate", "do-not-merge", "GSM8K", "MMLU", "--later")
    say("curate", "alias", "LoRA", "Lora", "--remove", "--later")
    listed = json.loads(say("curate", "list", "--format", "json"))["rows"]
    assert [(row["number"], row["act"]) for row in listed] == [(1, "do-not-merge"), (2, "alias")]
    say("curate", "undo", "1")
    assert [act.verb for act in read(curation_path(store))] == ["alias"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("accept", "BarNet", "evaluatedOn", "MMLU"), "no fact is known by the name"),
        (("accept", "BarNet", "evaluates", "MMLU"), "no relation is known by the name 'evaluates'"),
        (("accept", "A net", "evaluatdOn", "MMLU"), "'evaluatdOn'; did you mean evaluatedOn,"),
        (("accept", "A net", "usd", "MMLU"), "'usd'; the relations are introduces, "),
        (("accept", "BarNet", "MMLU"), "by the name 'BarNet MMLU'; a fact is its id, or SUBJECT"),
        (("reject", "GSM8K"), "no fact is known by the name 'GSM8K'; a fact is its id, or"),
        (("retype", "BarNett", "Model"), "did you mean BarNet"),
        (("merge", "BarNet", "BarNet"), "is one thing already"),
        (("merge", "GPT-4", "BarNet"), "may be model/gpt-4, family/gpt-4"),
        (("undo", "3"), "there is no act 3"),
        (("split", "GSM8K", "--paper", "no such paper"), "known by the name 'no such paper'"),
    ],
)
def test_a_mistake_writes_nothing(call, store, words, message):
    result = call("curate", *words, store=store)
    assert result.exit_code == 1
    assert message in result.stderr
    assert read(curation_path(store)) == ()


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (("split", "GSM8K", "--alias", "nowhere"), "no paper spells benchmark/gsm8k 'nowhere'"),
        (("split", "GSM8K", "--paper", "2403.00002"), "paper/2403.00002 does not mention"),
        (("alias", "GSM8K", "GSM8K"), "benchmark/gsm8k is called 'GSM8K', and nothing else is"),
        (("alias", "GSM8K", "school sums"), ""),
        (("alias", "GSM8K", "nowhere", "--remove"), "benchmark/gsm8k has no alias 'nowhere'"),
        (("retype", "GSM8K", "Benchmark"), "benchmark/gsm8k is of that type"),
        (("split", "GSM8K", "--paper", "2405.00003"), ""),
        (("split", "GSM8K", "--alias", "gsm8k"), ""),
        (("retype", "GSM8K", "Dataset"), ""),
        (("accept", *FACT), ""),
    ],
)
def test_what_changes_nothing_is_noted(call, store, words, note):
    said = call("curate", *words, "--later", store=store).stderr
    assert "wrote" in said
    assert (note in said, "changes nothing" in said) == (True, bool(note))


@pytest.mark.parametrize("words", [("list",), ("undo", "1")])
def test_the_acts_of_no_store_are_an_error(call, tmp_path, words):
    assert "there is no store here" in call("curate", *words, store=tmp_path / "no").stderr
    (tmp_path / "text").write_text("no store " * 100)
    result = call("curate", *words, store=tmp_path / "text")
    assert (result.exit_code, "is not a kg store" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("retype", "BarNet", "Modell"), "did you mean Model"),
        (("alias", "BarNet", " "), "an empty name"),
        (("alias", "BarNet", "Bar\x1b"), "U+001B"),
        (("split", "GSM8K"), "--alias, --paper or both"),
        (("split", "GSM8K", "--alias", ""), "an empty name"),
    ],
)
def test_wrong_words_are_wrong_usage(call, store, words, message):
    result = call("curate", *words, store=store)
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert "curation.tsv" not in result.stderr


def test_a_derived_fact_is_explained_by_its_premises(say):
    told = explained(say, "BarNet", "evaluatedOnModel", "llama2 7b")
    assert told["status"] == "derived"
    assert {premise["fact"].split()[-2] for premise in told["premises"]} == {
        "introduces",
        "evaluatedOnModel",
    }


def test_names_of_a_fact_are_explained(say):
    told = explained(say, "paper/2403.00002", "mentions", "BarNet")
    (name,) = told["names"]
    assert name["read_by"] == "how the text speaks of it"
    assert name["linked_by"] == "one paper introduces a thing of that name"


@pytest.mark.parametrize("words", [("BarNet", "usesMethodd", "LoRA"), ("BarNet evaluatedon MMLU",)])
def test_a_misspelt_relation_is_told_from_a_name(call, store, words):
    said = call("explain", *words, store=store).stderr
    assert "no relation is known by the name" in said
    assert "did you mean usesMethod" in said or "did you mean evaluatedOn" in said


def test_a_name_with_a_word_like_a_relation_is_still_a_name(say):
    say("curate", "alias", "BarNet", "what extend nets")
    assert explained(say, "what", "extend", "nets")["type"] == "Method"


def test_a_name_is_explained_by_its_spellings_and_links(say):
    told = explained(say, "BarNet")
    assert [(row["spelling"], row["papers"]) for row in told["spellings"]] == [("BarNet", 2)]
    assert "the paper introduces it" in [row["linked_by"] for row in told["linked"]]


@pytest.mark.parametrize("form", ["human", "tsv", "jsonl", "csv", "md"])
def test_an_explanation_has_every_format(say, form):
    assert "extracted" not in say("explain", "BarNet", "--format", form)
    assert "GSM8K" in say("explain", *FACT, "--format", form)


def written(store):
    return [act.what for act in read(curation_path(store))]


def test_a_result_is_rejected_and_told_of(say, store):
    asked = [("leaderboard", "GSM8K"), ("ask", "results of BazNet"), ("compare", "BazNet", "LoRA")]
    asked += [("sparql", "SELECT ?r { ?r kgo:rawValue '91.5%' }")]

    def answers():
        return [json.loads(say(*words, "--format", "json")) for words in asked]

    before = answers(), say("export", "--to", "ntriples")
    told = explained(say, *RESULT)
    assert told["status"] == "extracted"
    assert 0 < float(told["confidence"]) < 1
    (spoken,) = told["evidence"]
    assert spoken["evidence"][0]["quote"].startswith("BazNet reaches 91.5% accuracy")
    say("curate", "reject", *RESULT, "--who", "ada", "--note", "of a yardstick")
    (line,) = written(store)
    assert line == f"reject {told['title']}"
    told = explained(say, *RESULT)
    assert (told["status"], told["curation"][0]["note"]) == ("rejected", "of a yardstick")
    *shown, found = answers()
    assert [answer["total"] for answer in before[0][:2]] == [1, 3]
    assert [answer["total"] for answer in shown[:2]] == [0, 2]
    assert _cells(before[0][2], "91.5%")
    assert not _cells(shown[2], "91.5%")
    assert found != before[0][-1]
    say("curate", "undo", "1")
    assert (answers(), say("export", "--to", "ntriples")) == before


def _cells(answer, text):
    """Return the cells that have a text; quotes, which stand deeper, are none."""
    return [cell for row in answer["rows"] for cell in row.values() if text in str(cell)[:60]]


def test_an_accepted_result_is_curated(say):
    say("curate", "accept", *RESULT)
    told = explained(say, *RESULT)
    assert (told["status"], told["curation"][0]["act"]) == ("curated", f"accept {told['title']}")
    (row,) = json.loads(say("ask", "results of BazNet on GSM8K", "--format", "json"))["rows"]
    assert (row["status"], row["result"]) == ("curated", told["id"])


@pytest.mark.parametrize(
    "words",
    [
        ("BazNet", "hasResult", "91.5%", "GSM8K"),
        ("BazNet hasResult 91.5",),
        ("2406.00004", "hasResult", "91.5% accuracy"),
        ("BazNet", "hasResult", "gsm8k"),
        ("paper/2406.00004", "hasResult", "91.5%", "benchmark/gsm8k", "BazNet"),
    ],
)
def test_a_result_is_named_by_what_has_it_and_as_much_as_tells_it(say, store, words):
    (id_,) = {explained(say, *given)["id"] for given in (RESULT, words)}
    assert explained(say, id_.removeprefix("result/"))["id"] == id_
    say("curate", "reject", id_)
    line = written(store)
    assert explained(say, *words)["status"] == "rejected"
    say("curate", "accept", *words)
    assert written(store)[1:] == [line[0].replace("reject", "accept")]


def test_the_words_that_are_offered_are_taken(call, say, store):
    result = call("curate", "reject", "2406.00004", "hasResult", "64.2%", store=store)
    assert result.exit_code == 1
    offered = result.stderr.partition("may be ")[2].partition("; give one")[0].split(" | ")
    assert len(offered) == 2
    for words in offered:
        say("curate", "reject", words)
    assert written(store) == [f"reject {words}" for words in offered]
    result = call("curate", "accept", "2406.00004", "hasResult", "64.2%", store=store)
    assert set(result.stderr.partition("may be ")[2].partition("; give one")[0].split(" | ")) == {
        *offered
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("BazNet", "hasResult", "91.6%"), "did you mean paper/2406.00004 hasResult 91.5% method/"),
        (("BazNet", "hasResult", "91.5%", "HumanEval"), "did you mean paper/2406.00004 hasResult "),
        (("BazNet", "hasResult", "91.5%", "nobody's"), "did you mean paper/2406.00004 hasResult "),
        (("BazNet", "hasResult", "accuracy on sums"), "did you mean paper/2406.00004 hasResult 17"),
        (("GSM8K", "hasResult", "91.5%"), "GSM8K has none: a paper, method or model has results"),
        (("QuxNet", "hasResult", "91.5%"), "did you mean"),
        (("BazNet", "hasResult", "GSM8K HumanEval"), "did you mean"),
        ((f"result/{16 * '0'}",), "`kg curate list` shows what was rejected"),
    ],
)
@pytest.mark.parametrize("command", [("explain",), ("curate", "reject"), ("curate", "accept")])
def test_a_result_that_is_not_there_gets_the_nearest(call, store, command, words, message):
    result = call(*command, *words, store=store)
    assert (result.exit_code, message in result.stderr) == (1, True), result.stderr
    assert read(curation_path(store)) == ()


def test_a_result_is_rejected_by_the_id_that_tables_have(say, store):
    say("curate", "reject", explained(say, *RESULT)["id"].removeprefix("result/"))
    assert written(store)[0].startswith("reject paper/2406.00004 hasResult 91.5% ")


def test_a_result_is_not_rejected_twice(call, say, store):
    say("curate", "reject", *RESULT)
    result = call("curate", "reject", *RESULT, store=store)
    assert (result.exit_code, "it was rejected already" in result.stderr) == (1, True)


@pytest.mark.parametrize(("words", "noted"), [(RESULT, True), (("BarNet", *FACT[1:]), False)])
def test_a_result_has_no_premises_to_leave(call, store, words, noted):
    said = call("curate", "reject", *words, "--alone", store=store).stderr
    assert ("a result has no premises" in said, "wrote" in said) == (noted, True)


def test_the_id_of_a_rejected_result_is_told_to_be_gone(call, say, store):
    bare = explained(say, *RESULT)["id"].removeprefix("result/")
    say("curate", "reject", *RESULT)
    said = call("explain", bare, store=store).stderr
    assert "no fact or result is known by the name" in said
    assert "a rejected result is named by its words" in said


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (("BazNet", "hasResult", "91.6%"), "; a value cannot be written anew"),
        (("GSM8K", "hasResult", "91.5%"), "; a value cannot be written anew"),
        (("BarNet", "evaluatedOn", "MMLU"), ""),
        ((16 * "0",), ""),
    ],
)
def test_what_was_never_read_is_not_accepted(call, store, words, more):
    said = call("curate", "accept", *words, store=store).stderr
    assert f"only what was read can be accepted{more}\n" in said
    assert "only what was read" not in call("curate", "reject", *words, store=store).stderr
    assert not written(store)


def test_verdicts_on_results_are_told_where_their_things_are_explained(say):
    say("curate", "reject", *RESULT)
    assert [row["act"].split()[0] for row in explained(say, "GSM8K")["curation"]] == ["reject"]
    assert "curation" not in explained(say, "HumanEval")


def test_a_verdict_is_told_after_a_merge_and_a_new_type(say):
    say("curate", "accept", *RESULT)
    say("curate", "merge", "GSM8K", "MATH")
    say("curate", "retype", "BazNet", "Hardware")
    (act,) = explained(say, "2406.00004", "hasResult", "91.5%")["curation"]
    assert act["act"].startswith("accept")


def test_a_paper_is_taken_out(call, store, say):
    result = call("remove", "2405.00003", store=store)
    assert "removed 1 record;" in result.stderr
    assert call("show", "2405.00003", store=store).exit_code == 1


def test_a_source_is_taken_out(call, store):
    assert "now holds 0 papers" in call("remove", "papers.jsonl", store=store).stderr


def test_a_source_is_known_by_its_name_wherever_it_lies(call, store):
    result = call("remove", "some/folder/papers.jsonl", store=store)
    assert "now holds 0 papers" in result.stderr


def test_a_source_that_no_graph_has_yet_is_taken_out(call, store, tmp_path):
    source = Source("killed.jsonl", 1)
    with open_writer(store) as writer:
        writer.add([Document("paper/2405.00009", "BazNet: late", sources=(source,))])
    assert "removed" in call("remove", "killed.jsonl", store=store).stderr
    with open_store(store) as opened:
        assert opened.sources() == ["papers.jsonl"]


def test_an_unknown_source_gets_the_nearest(call, store):
    result = call("remove", "paper.jsonl", store=store)
    assert (result.exit_code, "did you mean papers.jsonl" in result.stderr) == (1, True)


def test_what_is_neither_source_nor_paper_is_not_removed(call):
    result = call("remove", "LoRA")
    assert result.exit_code == 1
    assert "LoRA is a Method; a removal is of a source or paper" in result.stderr


def test_an_empty_leaderboard_points_to_what_mentions_the_thing(call, store):
    result = call("leaderboard", "MMLU", store=store)
    assert "MMLU is mentioned in 1 paper" in result.output


def test_what_was_rejected_is_not_rejected_again(call, say, store):
    say("curate", "reject", *FACT)
    result = call("curate", "reject", *FACT, store=store)
    assert "it was rejected already" in result.stderr
