"""Any question, and any text from a paper, is harmless."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError, QuestionError
from kg.query import FORMS, Answer, ask, path, search, show, walk
from kg.query.answer import text_table
from kg.query.passages import shorten
from kg.query.table import UNSAFE, clean, render
from kg.terminal import display_width

WORDS = sorted({word for form in FORMS for text in form.reads for word in text.split()})
QUIET = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@QUIET
@given(question=st.text(max_size=120))
def test_any_text_is_answered_or_refused(store, question):
    with suppress(KgError):
        assert isinstance(ask(store, question), Answer)


@QUIET
@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_are_answered_or_refused(store, related, words):
    for asked in (store, related):
        with suppress(KgError):
            answer = ask(asked, " ".join(words))
            assert answer.total == len(answer.rows)


@QUIET
@given(name=st.text(max_size=60))
def test_any_name_is_known_or_refused(store, name):
    search(store, name)
    for look in (lambda: show(store, name), lambda: path(store, name, "LoRA")):
        with suppress(KgError):
            look()


@QUIET
@given(step=st.text(max_size=30))
def test_any_step_is_taken_or_refused(store, step):
    with suppress(KgError):
        walk(store, "LoRA", [step])


@QUIET
@given(cells=st.lists(st.text(), min_size=1, max_size=4), width=st.integers(10, 120))
def test_table_has_no_control_characters_and_no_line_too_long(cells, width):
    columns = [f"c{number}" for number in range(len(cells))]
    table = render(columns, [dict(zip(columns, cells, strict=True))], width=width)
    assert not UNSAFE.search(table.replace("\n", ""))
    assert all(display_width(line) <= width for line in table.splitlines())


@QUIET
@given(text=st.text(), names=st.lists(st.text(), max_size=3), length=st.integers(8, 60))
def test_shortened_passage_is_part_of_it(text, names, length):
    short = shorten(text, names, length)
    assert short.removeprefix("… ").removesuffix(" …") in clean(text)


@pytest.mark.parametrize("question", ["methods evaluated on Mistral-7B", "methods for Llama 2"])
def test_hostile_title_steers_no_terminal(store, question):
    text = text_table(ask(store, question))
    assert "img" in text
    assert not UNSAFE.search(text.replace("\n", ""))


def test_long_question_is_refused_shortly(store):
    with pytest.raises(KgError) as error:
        ask(store, "methods evaluated on " + "x" * 100_000)
    assert len(str(error.value)) < 1000


@pytest.mark.parametrize("words", ["papers on LoRA", "papers since 2024 on LoRA"])
def test_question_longer_than_any_is_told_as_such(store, words):
    reason = r": it has 2,001 characters, and a question at most 2,000$"
    with pytest.raises(QuestionError, match=reason):
        ask(store, words.ljust(2_001, "?"))
    assert ask(store, words.ljust(2_000, "?")).intent


@pytest.mark.parametrize("words", ["what", "which models on", "what based on", "compare and"])
def test_question_of_many_words_is_read_in_time(related, words):
    began = time.process_time()
    with suppress(KgError):
        ask(related, " ".join([words] * 80)[:400])
    assert time.process_time() - began < 2
