"""Times and bounds at the end of a question."""

from decimal import Decimal

import pytest

from kg.model import PartialDate
from kg.query import ask
from kg.query.dates import read_date
from kg.query.filters import Filters, split, split_within

TIMES = (
    ("papers on LoRA since 2024", "papers on LoRA", ((">=", "2024"),)),
    ("papers that use LoRA after Aug 2024?", "papers that use LoRA", ((">", "2024-08"),)),
    ("papers before 2 August 2024", "papers", (("<", "2024-08-02"),)),
    ("papers that use LoRA until 2023", "papers that use LoRA", (("<=", "2023"),)),
    ("papers published in 2024", "papers", (("=", "2024"),)),
    ("models that were released from 2024 on", "models", ((">=", "2024"),)),
    ("papers between 2022 and 2023", "papers", (("<=", "2023"), (">=", "2022"))),
    ("papers between 2023 and 2022", "papers", (("<=", "2023"), (">=", "2022"))),
    ("papers on LoRA from 2022 to May 2023", "papers on LoRA", (("<=", "2023-05"), (">=", "2022"))),
    ("papers on LoRA", "papers on LoRA", ()),
    ("2024", "2024", ()),
)


@pytest.mark.parametrize(("question", "rest", "dates"), TIMES)
def test_time_is_cut_off(question, rest, dates):
    found, filters = split(question)
    assert (found, filters.dates) == (rest, dates)


WITHIN = (
    ("which papers since 2024 use LoRA?", "which papers use LoRA", ((">=", "2024"),)),
    ("Since May 2024, which papers use LoRA?", "which papers use LoRA", ((">=", "2024-05"),)),
    ("papers published in 2024 on LoRA", "papers on LoRA", (("=", "2024"),)),
    ("papers between 2022 and 2023 on X", "papers on X", (("<=", "2023"), (">=", "2022"))),
    ("methods evaluated on AIME 2024 by X", "methods evaluated on AIME 2024 by X", ()),
)


@pytest.mark.parametrize(("question", "rest", "dates"), WITHIN)
def test_time_is_cut_out_of_the_middle(question, rest, dates):
    found, filters = split_within(question)
    assert (found.rstrip("?"), filters.dates) == (rest, dates)


@pytest.mark.parametrize(
    "text", ["2024-02-31", "31 April 2024", "2024-13", "2024-00", "2024-01-00", "0000", "LoRA"]
)
def test_what_no_calendar_has_is_no_date(text):
    assert read_date(text) == ""


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("above 80", (">", Decimal(80))),
        ("of at least 62.5%", (">=", Decimal("62.5"))),
        ("less than 5", ("<", Decimal(5))),
        ("<= 0.5", ("<=", Decimal("0.5"))),
    ],
)
def test_bound_is_cut_off(words, bound):
    found, filters = split(f"results on GSM8K {words}")
    assert (found, filters.values) == ("results on GSM8K", (bound,))


def test_time_and_bound_come_in_any_order():
    one, other = (
        split("results on X above 80 since 2024"),
        split("results on X since 2024 above 80"),
    )
    assert one == other
    assert one[1].dates
    assert one[1].values


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("above 80 above 90", {"above": "90"}),
        ("at most 80 at most 9.5", {"at most": "9.5"}),
        ("above 80 below 90", {"above": "80", "below": "90"}),
        ("since 2024 since May 2023", {"since": "2024"}),
        ("since 2024 since May 2024", {"since": "2024-05"}),
        ("after May 2024 after 2024", {"after": "2024"}),
        ("before May 2024 before 2024", {"before": "2024"}),
        ("until 2024 until May 2024", {"until": "2024-05"}),
        ("in 2024 in May 2024", {"in": "2024-05"}),
        ("in 2023 in 2024", {"in": "2023 and 2024"}),
    ],
)
def test_of_several_bounds_the_strictest_is_told(words, told):
    assert split(f"results on X {words}")[1].told() == told


@pytest.mark.parametrize(
    ("operator", "bound", "date", "holds"),
    [
        (">=", "2024-07", PartialDate(2024), True),
        (">", "2024", PartialDate(2024, 7), False),
        (">", "2024", PartialDate(2025), True),
        ("<", "2024-07", PartialDate(2024, 6, 30), True),
        ("=", "2024", PartialDate(2024, 7), True),
        ("=", "2024", None, False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_known(operator, bound, date, holds):
    assert Filters(dates=((operator, bound),)).dated(date) is holds


@pytest.mark.parametrize(
    ("question", "papers"),
    [
        ("papers that use LoRA since 2024-08", {"2408.00001"}),
        ("papers that use LoRA before 2024", {"2305.14314"}),
        ("papers using LoRA in 2024", {"2407.08296", "2408.00001"}),
        ("methods evaluated on Llama-2-7B since July 2024", {"2407.08296", "2408.00001"}),
        ("papers evaluated on GSM8K until 2021", {"2110.14168"}),
    ],
)
def test_any_question_on_papers_takes_a_time(store, question, papers):
    answer = ask(store, question)
    assert {str(row["paper"]).removeprefix("paper/") for row in answer} == papers


def test_answer_tells_its_time(store):
    answer = ask(store, "papers that use LoRA since 2024")
    assert answer.parameters["since"] == "2024"


def test_listing_keeps_its_date(store):
    assert ask(store, "papers listed in 2024").intent == "papers_listed"


def test_variants_are_counted_within_the_time(store):
    answer = ask(store, "methods evaluated on Llama-2-7B before 2024-08-02")
    assert [variant.label for variant in answer.variants] == ["Llama-2-7B-Chat"]
