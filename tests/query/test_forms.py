"""Every form reads its own examples, and leaves what it says it leaves."""

import re

import pytest

from kg.query import FORMS
from kg.query.forms import readings
from kg.query.vocabulary import CLASSES
from kg.query.words import spellings

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
    assert list(form.read(form.example.format(name="LoRA", other="GSM8K", third="QLoRA")))


#: What stands for each word in capitals of the wording that help and docs print.
MEANT = {
    "DATE": "2024-08-02",
    "YEAR": "2024",
    "LISTING": "Hugging Face Daily Papers",
    "A": "LoRA",
    "B": "QLoRA",
}
#: One of several words in capitals: any will do.
CHOICE = re.compile(r"\b[A-Z]+\b(?:(?:, | or )[A-Z]+\b)*")

#: What of that is looked for in a store.
NAME = re.compile(r"[A-Z]+-1|Q?LoRA|Hugging Face Daily Papers")


def filled(asks):
    """Yield what a form asks with a name in each place; one question for each alternative."""
    whole, _, other = asks.partition(" or in ")
    for wording in (whole, whole.replace("on DATE", f"in {other}")) if other else (asks,):
        yield CHOICE.sub(
            lambda found: MEANT.get(found[0], f"{found[0].replace(',', '').split()[0]}-1"), wording
        )


ASKED = [(form, question) for form in FORMS for question in filled(form.asks)]


@pytest.mark.parametrize(("form", "question"), ASKED, ids=lambda value: str(value)[:60])
def test_form_reads_what_it_says_it_asks(form, question):
    names = {*NAME.findall(question)}
    found = [binding.values() for binding, _ in form.read(question)]
    assert found
    assert any(names <= {known for text in texts for known in spellings(text)} for texts in found)


@pytest.mark.parametrize(
    "question",
    ["What's the leaderboard of GSM8K?", "top 5 models on GSM8K", "what's the SOTA on GSM8K"],
)
def test_short_and_counting_words_are_read(question):
    (form, binding, _) = next(readings(question))
    assert (form.intent, binding["name"]) == ("leaderboard", "GSM8K")


def test_words_that_say_nothing_are_no_name():
    assert all(not binding for _, binding, _ in readings("list all benchmarks"))


def test_intents_differ():
    assert len({form.intent for form in FORMS}) == len(FORMS)


def test_frames_name_known_classes():
    items = {item for form in FORMS for frame in form.frames for item in frame.split()}
    assert {item for item in items if item.isupper()} <= CLASSES.keys()
    assert {item for item in items if item.islower()} == {
        *("name", "other", "third", "measure", "listing")
    }


def test_every_class_of_words_is_used():
    items = {item for form in FORMS for frame in form.frames for item in frame.split()}
    assert CLASSES.keys() <= items
