"""What a caller gives, looked at where it comes in."""

from collections.abc import Callable
from typing import Any

import pytest

from kg import given, query, view
from kg.errors import QuestionError, SettingError

#: Calls with a number that cannot be, by the name of the setting.
WRONG: dict[str, Callable[[Any], object]] = {
    "limit of an answer": lambda store: query.ask(store, "papers that use LoRA", limit=-1),
    "limit of a card": lambda store: query.show(store, "LoRA", limit=-1),
    "limit of a search": lambda store: query.search(store, "LoRA", limit=-1),
    "limit of hits": lambda store: store.search("LoRA", -1),
    "limit of an explanation": lambda store: query.explain(store, "LoRA", limit=-1),
    "limit of a picture": lambda store: view.render(store, limit=0),
    "limit that is none": lambda store: query.ask(store, "papers that use LoRA", limit=2.5),  # type: ignore[arg-type]
    "hops": lambda store: query.surroundings(store, "LoRA", hops=-1),
    "max_hops": lambda store: query.path(store, "DoRA", "QLoRA", max_hops=-1),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_number_that_cannot_be_is_refused(demo, name):
    with pytest.raises(SettingError, match="whole number") as caught:
        WRONG[name](demo)
    assert caught.value.setting == name.split()[0]


@pytest.mark.parametrize("setting", ["limit", "contexts", "fewest"])
def test_candidates_take_no_number_below_nought(demo, setting):
    from kg.query.candidates import candidates

    with pytest.raises(SettingError, match=setting):
        candidates(demo, **{setting: -1})  # type: ignore[arg-type]


def test_bounds_are_told():
    with pytest.raises(SettingError, match="year: 99999 is no whole number from 1990 to 2100"):
        given.number("year", 99999, 1990, 2100)


def test_queries_take_one_name_alone_as_one(demo):
    steps = query.walk(demo, "LoRA", ["^usesMethod"])
    assert query.walk(demo, "LoRA", "^usesMethod").rows == steps.rows != ()
    around = query.surroundings(demo, "LoRA", relations=["usesMethod"])
    assert query.surroundings(demo, "LoRA", relations="usesMethod").rows == around.rows != ()
    with pytest.raises(QuestionError, match="2 to 5 things"):
        query.compare(demo, "LoRA")
