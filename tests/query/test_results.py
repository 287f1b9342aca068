"""Leaderboards, and the results of a work."""

from typing import Any

import pytest

from kg.errors import UnknownNameError, WrongTypeError
from kg.model import Entity
from kg.query import Answer, ask, leaderboard
from kg.query.answer import text_table
from kg.query.aspects import UNITS
from kg.query.measured import ROLES
from kg.rdf import sparql
from kg.results.numbers import units
from kg.store import Store
from tests.graphs import relations
from tests.graphs.maker import Maker, paper


def board(answer: Answer) -> list[tuple[object, ...]]:
    return [(row["rank"], row["work"], row["value"], row["role"]) for row in answer]


def test_values_are_ranked_own_and_baseline_apart(related):
    answer = ask(related, "leaderboard of GSM8K by accuracy")
    assert board(answer) == [
        (1, "BetaTune", "61.5%", "own"),
        (2, "Camel-7B", "0.58", "own"),
        (3, "AlphaTune", "55.0%", "own"),
        (1, "AlphaTune", "53.2%", "baseline"),
        (2, "LoRA", "51.5%", "baseline"),
    ]


def test_less_is_better_where_the_metric_says_so(related):
    answer = leaderboard(related, "WikiText2")
    assert [row["value"] for row in answer] == ["5.40", "5.9"]
    assert answer.notes == ()


def test_the_lowest_stands_first_where_less_is_better(related):
    answer = ask(related, "lowest perplexity on WikiText2")
    assert [row["value"] for row in answer] == ["5.40", "5.9"]
    assert answer.notes == ()


def test_the_lowest_stands_last_where_more_is_better(related):
    answer = ask(related, "lowest accuracy on GSM8K")
    assert answer.notes[0] == "less accuracy is not better: in each group the lowest stands last"


def test_that_less_may_be_worse_is_told_where_nobody_knows(related):
    answer = ask(related, "lowest wit on GSM-Twisted")
    assert answer.notes[0] == "less wit may not be better: in each group the lowest stands last"


def test_unknown_direction_is_said(related):
    (note,) = leaderboard(related, "GSM-Twisted").notes
    assert note == (
        "whether more is better is not known of a metric that is not named, wit: from high to low"
    )


def test_conflicting_reports_are_marked_and_both_there(related):
    answer = leaderboard(related, "GSM8K")
    marked = {row["value"]: row["conflict"] for row in answer if row["work"] == "AlphaTune"}
    assert marked == {"55.0%": "also 53.2%", "53.2%": "also 55.0%"}


def test_conflict_is_marked_where_the_other_report_is_left_out(related):
    answer = leaderboard(related, "GSM8K", role="own")
    assert {row["role"] for row in answer} == {"own"}
    assert "also 53.2%" in [row["conflict"] for row in answer]


def test_changes_and_ratios_have_no_rank(related):
    last = leaderboard(related, "GSM8K").rows[-1]
    assert (last["kind"], last["value"], last["change"], last["rank"]) == (
        "ratio", "1.2–1.4x", "ratio, higher", "",
    )  # fmt: skip


def test_narrower_data_are_named_apart(related):
    (variant,) = leaderboard(related, "GSM8K").variants
    assert (variant.label, variant.total) == ("GSM-Twisted", 3)


def test_data_of_longer_names_are_told(open_graph):
    longer = (
        Entity("benchmark/gsm8k-hard", "Benchmark", "GSM8K-Hard"),
        Entity("benchmark/gsm8k-none", "Benchmark", "GSM8K-None"),
        Entity("benchmark/gsm8kids", "Benchmark", "GSM8Kids"),
        Entity("benchmark/gsm8k-part", "Benchmark", "GSM8K-Part", parent="benchmark/gsm8k"),
        Entity("dataset/gsm8k-plus", "Dataset", "Gsm8k Plus"),
    )
    text = "AlphaTune scores 1."
    on = ["benchmark/gsm8k-hard", "benchmark/gsm8kids", "benchmark/gsm8k-part"]
    on += ["dataset/gsm8k-plus"] * 2
    measured = [("2301.00001", text, str(n), {"data": one}) for n, one in enumerate(on)]
    documents = [paper("2301.00001", "AlphaTune", text, None)]
    graph = Maker(documents, [*relations.ENTITIES, *longer], (), measured).graph()
    answer = leaderboard(open_graph(graph), "GSM8K")
    told = "of longer names, with results of their own: Gsm8k Plus (2), GSM8K-Hard (1)"
    assert answer.notes[0] == told
    assert [variant.label for variant in answer.variants] == ["GSM8K-Part"]


def test_other_metrics_are_told(related):
    answer = leaderboard(related, "GSM8K", metric="acc.")
    assert answer.notes == ("by other metrics: 2 (none named)",)


def test_leaderboard_takes_a_time(related):
    answer = leaderboard(related, "GSM8K", earliest="2024-05")
    assert [row["work"] for row in answer] == ["Camel-7B", "A Study without a Name"]


def test_bound_leaves_out_values(related):
    answer = ask(related, "results on GSM8K above 60")
    assert [row["value"] for row in answer] == ["61.5%", "70.1"]


def test_empty_columns_are_left_out(related):
    columns = leaderboard(related, "GSM-Twisted").columns
    shown = ("rank", "work", "metric", "value", "role", "paper", "date", "confidence")
    assert columns == shown


def test_row_has_numbers_too(related):
    last = leaderboard(related, "GSM8K").rows[-1]
    assert (last["lowest"], last["highest"], last["unit"]) == (1.2, 1.4, "x")


def test_results_of_a_method(related):
    answer = ask(related, "results of BetaTune")
    assert [(row["data"], row["metric"], row["value"]) for row in answer] == [
        ("GSM8K", "accuracy", "61.5%"),
        ("GSM8K", "", "1.2–1.4x"),
        ("WikiText2", "perplexity", "5.40"),
        ("", "memory", "40%"),
    ]


def test_results_of_a_method_on_a_benchmark(related):
    answer = ask(related, "how well does AlphaTune do on GSM8K?")
    assert [(row["value"], row["role"]) for row in answer] == [
        ("55.0%", "own"), ("53.2%", "baseline"),
    ]  # fmt: skip


def test_results_of_a_method_in_one_metric(related):
    answer = ask(related, "accuracy of BetaTune on GSM8K")
    assert [row["value"] for row in answer] == ["61.5%"]
    assert answer.notes[-1] == "by other metrics: 1 (none named)"
    assert answer.parameters["metric"] == "metric/accuracy"


def test_results_of_a_method_in_one_metric_on_anything(related):
    answer = ask(related, "what is the perplexity of BetaTune?")
    assert [(row["data"], row["value"]) for row in answer] == [("WikiText2", "5.40")]


def test_a_metric_that_nobody_knows_is_told(related):
    with pytest.raises(UnknownNameError, match="acuracy"):
        ask(related, "acuracy of BetaTune on GSM8K")


def test_leaderboard_by_its_metric_alone(related):
    assert ask(related, "accuracy on GSM8K").intent == "leaderboard"


def test_a_benchmark_covers_its_parts_and_says_so(related):
    answer = ask(related, "results of Llama 2 on GSM8K")
    assert {row["data"] for row in answer} == {"GSM8K", "GSM-Twisted"}
    assert "counted too: GSM-Twisted" in answer.notes[1]


def test_family_covers_its_models_and_says_so(related):
    answer = ask(related, "results of Llama 2 on GSM-Twisted")
    assert {row["work"] for row in answer} == {"Llama-2-7B", "Llama-2-7B-Chat"}
    assert "its members count too" in answer.notes[0]


def test_variants_of_a_model_are_named_apart(related):
    answer = ask(related, "results of Llama-2-7B on GSM-Twisted")
    assert {row["work"] for row in answer} == {"Llama-2-7B"}
    assert [variant.label for variant in answer.variants] == ["Llama-2-7B-Chat"]


def test_results_of_a_paper(related):
    answer = ask(related, "results of 2407.00005")
    assert [(row["work"], row["value"]) for row in answer] == [("A Study without a Name", "70.1")]


def test_work_without_a_name_shows_the_title(related):
    assert "A Study without a Name" in str(ask(related, "results of 2407.00005"))


@pytest.mark.parametrize(("name", "metric"), [("GSM9K", ""), ("GSM8K", "acuracy")])
def test_unknown_name_has_near_names(related, name, metric):
    with pytest.raises(UnknownNameError) as error:
        leaderboard(related, name, metric=metric)
    assert error.value.nearest[0] in ("GSM8K", "accuracy")


@pytest.mark.parametrize(
    ("name", "metric", "takes"),
    [
        ("AlphaTune", "", "a leaderboard is of a Benchmark, Dataset or Task"),
        ("GSM8K", "AlphaTune", "the measure of a leaderboard is of a Metric"),
    ],
)
def test_thing_of_another_type_has_no_leaderboard(related, name, metric, takes):
    with pytest.raises(WrongTypeError, match=f"AlphaTune is a Method; {takes}"):
        leaderboard(related, name, metric=metric)


def test_unknown_role_is_refused(related):
    with pytest.raises(UnknownNameError) as error:
        leaderboard(related, "GSM8K", role="mine")
    assert error.value.nearest == ("all", "own", "baseline", "other")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_can_be_asked_for(related, role):
    assert {row["role"] for row in leaderboard(related, "GSM8K", role=role)} <= {role}


def test_sentence_of_two_rows_is_shown_once(related):
    assert str(leaderboard(related, "GSM-Twisted")).count("20.5% and Llama-2-7B 15%") == 1
    assert "\n    (same sentence)\n" in str(leaderboard(related, "GSM-Twisted"))


def test_group_on_other_data_says_which(related):
    (row, *_) = leaderboard(related, "WikiText2")
    assert row["group"] == "perplexity: own values"
    groups = {row["group"] for row in ask(related, "results of BetaTune")}
    assert "perplexity, on WikiText2: own values" in groups


@pytest.mark.parametrize("few", ["top 1", "top one", "the best 1", "the 1 best"])
def test_as_many_rows_as_the_question_asks_for(store, few):
    answer = ask(store, f"{few} papers on LoRA")
    assert len(answer) == 1
    assert answer.total > 1


def test_the_first_of_each_measurement_are_the_top_of_a_leaderboard(related):
    answer = ask(related, "top 1 models on GSM8K")
    groups = [row["group"] for row in answer]
    assert {row["rank"] for row in answer} == {1}
    assert len(groups) == len(set(groups)) > 1
    assert answer.total > len(answer)
    assert answer.notes[0] == "the first 1 of each measurement, by metric and whose value it is"


def test_the_best_on_a_task_are_asked_for_by_its_name_too(related):
    for question in ("top arithmetic methods", "best GSM8K models"):
        assert ask(related, question).intent == "leaderboard"


def test_limit_goes_before_what_the_question_asks_for(related):
    assert len(ask(related, "top 1 models on GSM8K", limit=2)) == 2


def test_a_change_in_per_cent_makes_no_share_of_the_values_beside_it(open_graph):
    text = "AlphaTune has 0.99 on WikiText2, BetaTune 2.35; AlphaTune is 5.2% lower."
    slots = {"data": "benchmark/wikitext2", "metric": "metric/perplexity", "role": "own"}
    alpha, beta = slots | {"method": "method/alphatune"}, slots | {"method": "method/betatune"}
    measured = (
        ("2301.00001", "0.99", "0.99", alpha),
        ("2301.00001", "2.35", "2.35", beta),
        ("2301.00001", "5.2%", "5.2", alpha | {"kind": "delta", "unit": "%"}),
    )
    documents = [paper("2301.00001", "AlphaTune", text, None)]
    graph = Maker(documents, relations.ENTITIES, (), measured).graph()
    answer = leaderboard(open_graph(graph), "WikiText2")
    assert [(row["rank"], row["value"]) for row in answer] == [
        (1, "0.99"),
        (2, "2.35"),
        ("", "5.2%"),
    ]


def test_how_much_memory_a_work_needs_is_told_by_all_its_metrics(related):
    answer = ask(related, "how much memory does BetaTune need?")
    assert [(row["metric"], row["value"]) for row in answer] == [("memory", "40%")]
    twin: Any = sparql(related, answer.sparql)
    assert len(list(twin)) == 1


@pytest.mark.parametrize("question", ["how fast is BetaTune", "how fast is BetaTune on GSM8K?"])
def test_that_no_result_measures_an_aspect_is_said(related, question):
    answer = ask(related, question)
    assert not answer
    assert answer.notes[0] == "no result that measures the speed of BetaTune is known"


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("best method for dialogue", "dialogue is the task of 1 paper; ask: methods for dialogue"),
        (
            "best model on WikiText2 above 80",
            "WikiText2 is evaluated on in 1 paper; ask: papers evaluated on WikiText2",
        ),
    ],
)
def test_a_leaderboard_without_results_points_to_papers(related, question, note):
    answer = ask(related, question)
    assert not answer
    assert note in answer.notes


@pytest.mark.parametrize(("width", "is_told"), [(200, True), (60, False)])
def test_how_sure_results_are_is_told_where_there_is_room(
    related: Store, width: int, is_told: bool
) -> None:
    board = ask(related, "leaderboard of GSM8K")
    assert ("CONFIDENCE" in text_table(board, width=width)) == is_told


@pytest.fixture
def own(open_graph):
    """Return what opens a store of a paper with results of its own without a name.

    It introduces BetaTune, and `more`.
    """

    def open_own(*measured, more=()):
        text = "BetaTune runs at 68 FPS, in 12 GB and 3 ms, with 61.5 %; LoRA has 20 FPS."
        said = [("2301.00001", "introduces", thing, "BetaTune", 0.9) for thing in more]
        said += [("2301.00001", "introduces", "method/betatune", "BetaTune", 0.9)]
        results = [
            ("2301.00001", f"{value} {unit}".strip(), value, {"unit": unit} | slots)
            for value, unit, slots in measured
        ]
        documents = [paper("2301.00001", "BetaTune", text, None)]
        return open_graph(Maker(documents, relations.ENTITIES, said, results).graph())

    return open_own


_OWN = {"role": "own"}
_OF_LORA = {"method": "method/lora", "role": "other"}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("results of BetaTune", {"12 GB", "3 ms", "68 FPS"}),
        ("how fast is BetaTune", {"3 ms", "68 FPS"}),
        ("how much memory does BetaTune need", {"12 GB"}),
        ("how fast is LoRA", {"20 FPS"}),
        ("results of LoRA", {"20 FPS"}),
        ("memory of BetaTune", {"12 GB"}),
        ("BetaTune vs LoRA on GSM8K", {"3 ms", "20 FPS"}),
    ],
)
def test_what_a_paper_has_without_a_name_is_of_its_one_work(own, question, values):
    store = own(
        ("12", "GB", _OWN | {"metric": "metric/memory"}),
        ("3", "ms", _OWN | {"data": "benchmark/gsm8k"}),
        ("68", "FPS", _OWN | {"method": "method/betatune"}),
        ("20", "FPS", _OF_LORA | {"data": "benchmark/gsm8k"}),
        more=("benchmark/gsm-bent",),
    )
    answer = ask(store, question)
    assert {row["value"] for row in answer} == values
    twin: Any = sparql(store, answer.sparql)
    assert len(list(twin)) == answer.total


def test_a_comparison_has_what_a_paper_has_without_a_name(own):
    store = own(
        ("61.5", "%", _OWN | {"data": "benchmark/gsm8k"}),
        ("20", "FPS", _OF_LORA | {"metric": "metric/memory"}),
    )
    lines = {row["what"]: row for row in ask(store, "compare BetaTune and LoRA")}
    assert (lines["GSM8K"]["BetaTune"], lines["GSM8K"]["LoRA"]) == ("61.5%", "")


@pytest.mark.parametrize("question", ["results of BetaTune", "how fast is AlphaTune"])
def test_what_a_paper_of_two_works_has_without_a_name_is_of_none(own, question):
    answer = ask(own(("3", "ms", _OWN), more=("method/alphatune",)), question)
    assert not answer
    twin: Any = sparql(own(("3", "ms", _OWN), more=("method/alphatune",)), answer.sparql)
    assert not list(twin)


def test_numbers_in_a_unit_of_an_aspect_that_measure_something_else_do_not_count(own):
    store = own(("3", "ms", _OWN | {"metric": "metric/accuracy"}), ("61.5", "%", _OWN))
    answer = ask(store, "how fast is BetaTune")
    assert not answer
    assert "by other metrics: 2 (accuracy, none named)" in answer.notes


@pytest.mark.parametrize(("aspect", "families"), [("speed", "time speed"), ("memory", "memory")])
def test_all_units_of_an_aspect_are_known(aspect, families):
    known = [unit for unit, family, _ in units._UNITS if family in families.split()]
    assert list(UNITS[aspect]) == known
