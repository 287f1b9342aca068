"""Every form reads its own examples, and leaves what it says it leaves."""

import pytest

from kg.query import FORMS
from kg.query.vocabulary import CLASSES

READS = [(form, question) for form in FORMS for question in form.reads]
LEAVES = [(form, question) for form in FORMS for question in form.leaves]


@pytest.mark.parametrize(("form", "question"), READS, ids=lambda value: str(value)[:60])
def test_form_reads_its_examples(form, question):
    assert list(form.read(question))


@pytest.mark.parametrize(("form", "question"), LEAVES, ids=lambda value: str(value)[:60])
def test_form_leaves_what_is_none_of_its(form, question):
    assert not list(form.read(question))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.intent)
def test_form_reads_its_plainest_wording(form):
    assert list(form.read(form.example.replace("{name}", "LoRA")))


def test_intents_differ():
    assert len({form.intent for form in FORMS}) == len(FORMS)


def test_frames_name_known_classes():
    items = {item for form in FORMS for frame in form.frames for item in frame.split()}
    assert {item for item in items if item.isupper()} <= CLASSES.keys()
    assert {item for item in items if item.islower()} == {"name", "other", "listing"}


def test_every_class_of_words_is_used():
    items = {item for form in FORMS for frame in form.frames for item in frame.split()}
    assert CLASSES.keys() <= items
