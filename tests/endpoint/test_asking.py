"""Questions are answered by a store that is not ours as they are here."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.endpoint import Endpoint, ask, publish, query
from kg.errors import QuestionError, UnknownNameError
from kg.query import FORMS
from kg.query import ask as ask_here
from kg.rdf import sparql
from kg.schema import bundled_path, ontology_path
from kg.store import Store

ANSWERS = json.loads(bundled_path("examples", "answers.json").read_text(encoding="utf-8"))
QUESTIONS = tuple(
    dict.fromkeys(
        [
            *(answer["question"] for answer in ANSWERS),
            *(form.reads[0] for form in FORMS),
            "how is QLoRA connected to LoRA",
            "leaderboard of GSM8K since 2022",
            "what is new since 2024-06",
        ]
    )
)
FILES = sorted(ontology_path("queries").glob("*.rq"))
#: The rows of these are counts or facts here, and one fact each there.
OTHER_ROWS = {"comparison", "is_better"}


@pytest.fixture(scope="module")
def published(server: Endpoint, demo: Store) -> Endpoint:
    publish(demo, server)
    return server


def rows(found: Iterable[Mapping[str, object]], names: Iterable[str]) -> set[tuple[str, ...]]:
    names = list(names)
    return {tuple(_text(row.get(name, "")) for name in names) for row in found}


def _text(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, int | float) else str(value)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_the_same_rows(published: Endpoint, demo: Store, question: str) -> None:
    try:
        here = ask_here(demo, question)
    except UnknownNameError:
        with pytest.raises(UnknownNameError):
            ask(published, question)
        return
    there = ask(published, question)
    assert (there.intent, there.verdict) == (here.intent, "")
    if here.intent in OTHER_ROWS:
        assert there.total
        return
    shared = [name for name in ("id", *there.columns) if here.rows and name in here.rows[0]]
    assert rows(there, shared) == rows(here, shared)
    assert bool(there.total) == bool(here.total)


def test_most_forms_have_rows(demo: Store) -> None:
    answered = set()
    for question in QUESTIONS:
        try:
            answer = ask_here(demo, question)
        except UnknownNameError:
            continue
        answered |= {answer.intent} if answer.total else set()
    assert len(answered) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_query_of_the_ontology_has_the_same_rows(
    published: Endpoint, demo: Store, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    here: Any = sparql(demo, text)
    there: Any = query(published, text)
    names = [variable.value for variable in here.variables]
    assert [variable.value for variable in there.variables] == names
    found = sorted([str(row[name]) for name in names] for row in there)
    assert found == sorted([str(row[name]) for name in names] for row in here)


def test_any_alias_will_do(published: Endpoint) -> None:
    plain = ask(published, "methods evaluated on Llama-2-7B")
    assert plain.total
    for name in ("Llama2-7B", "LLaMA-2 7B", "meta-llama/Llama-2-7b-hf"):
        assert ask(published, f"methods evaluated on {name}").rows == plain.rows


def test_a_limit_cuts_the_rows_and_not_the_total(published: Endpoint) -> None:
    answer = ask(published, "methods evaluated on Llama-2-7B", limit=2)
    assert len(answer) == 2 < answer.total


def test_a_name_that_nothing_has(published: Endpoint) -> None:
    with pytest.raises(UnknownNameError, match="Nothing-9B"):
        ask(published, "methods evaluated on Nothing-9B")


def test_a_question_of_no_form(published: Endpoint) -> None:
    with pytest.raises(QuestionError):
        ask(published, "why is the sky blue")


def test_hostile_names_stay_names(published: Endpoint) -> None:
    with pytest.raises(UnknownNameError):
        ask(published, 'methods evaluated on X") } DROP ALL ; SELECT * { FILTER(STR("')
    assert ask(published, "methods evaluated on Llama-2-7B").total


def test_yes_and_no_and_triples(published: Endpoint, demo: Store) -> None:
    assert query(published, "ASK { method:lora a kgo:Method }")
    said = "CONSTRUCT { method:lora ?p ?o } { method:lora ?p ?o }"
    there: Any = query(published, said)
    here: Any = sparql(demo, said)
    assert set(map(str, there)) == set(map(str, here))
