"""From a question in words to its answer."""

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import KgError, QuestionError
from kg.query.answer import Answer
from kg.query.asked import Asked, parameters
from kg.query.forms import FORMS, Form, readings
from kg.query.listings import date_in, find_listings, unknown_listing
from kg.query.names import candidates, encodable, unknown
from kg.query.papers import Papers
from kg.query.words import Binding

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: How many readings of a question are tried, and how many other things of a name are told.
TRIED = 24
TOLD = 3


def ask(store: "Store", question: str, *, below_threshold: bool = False, limit: int = 0) -> Answer:
    """Answer a question in words; the forms are those of `kg.query.FORMS`.

    With `below_threshold`, facts below the threshold of confidence count too. `limit` cuts the
    rows, not the total. Raises QuestionError for a question of no form, UnknownNameError for a
    name that nothing is known by.
    """
    form, asked = _understand(store, encodable(question))
    answer = form.answer(replace(asked, candidates=below_threshold))
    notes = answer.notes if answer.total else (*answer.notes, *_mentioned(asked))
    rows = answer.rows[:limit] if limit else answer.rows
    return replace(answer, rows=rows, notes=notes, reading=_explain(form, answer))


def _mentioned(asked: Asked) -> tuple[str, ...]:
    """Point from an empty answer to the papers that mention the thing."""
    if len(asked.things) != 1 or asked.intent == "papers_mentioning":
        return ()
    papers = len(asked.facts(relation="mentions", object_=asked.thing.id))
    label = asked.thing.label
    return (
        (f"{label} is mentioned in {papers}; ask: papers that mention {label}",) if papers else ()
    )


def _understand(store: "Store", question: str) -> tuple[Form, Asked]:
    """Return the first reading whose names are known and fit."""
    misfits: list[Entity] = []
    unread: list[tuple[str, tuple[str, ...]]] = []
    for form, binding in islice(readings(question), TRIED):
        things, missing = _things(store, form, binding)
        if missing:
            unread.append((missing, form.accepts))
        elif all(thing.type in form.accepts for thing in things):
            return form, _asked(store, question, form, things, binding)
        else:
            misfits.append(things[0])
    if not misfits and not unread:
        misfits = candidates(store, question)  # a bare name
    raise _misread(store, question, misfits, unread)


def _asked(
    store: "Store", question: str, form: Form, things: list["Entity"], binding: Binding
) -> Asked:
    papers = Papers(store)
    if "listing" in binding:
        date = date_in(binding["listing"])
        told = {"date": date} if date else {"listing": binding["listing"]}
        return Asked(store, question, form.intent, tuple(things), papers, told)
    notes = _namesakes(store, form, binding, things)
    return Asked(
        store, question, form.intent, tuple(things), papers, parameters(things), notes=notes
    )


def _things(store: "Store", form: Form, binding: Binding) -> tuple[list["Entity"], str]:
    """Return what the names of a reading mean, and the first name that means nothing."""
    if "listing" in binding:
        listings = find_listings(store, binding["listing"])
        return listings, "" if listings else binding["listing"]
    found: list[Entity] = []
    for slot in ("name", "other"):
        if slot in binding:
            meant = candidates(store, binding[slot], form.accepts)
            if not meant:
                return found, binding[slot]
            found.append(meant[0])
    return found, ""


def _namesakes(
    store: "Store", form: Form, binding: Binding, things: list["Entity"]
) -> tuple[str, ...]:
    """Tell of other things that bear the name asked for."""
    notes = []
    for slot, thing in zip(("name", "other"), things, strict=False):
        others = [
            other for other in candidates(store, binding[slot], form.accepts) if other != thing
        ]
        if others:
            told = ", ".join(f"{other.id} ({other.type})" for other in others[:TOLD])
            notes.append(f"{thing.label} is read as {thing.id}; of the same name: {told}")
    return tuple(notes)


def _misread(
    store: "Store",
    question: str,
    misfits: list["Entity"],
    unread: list[tuple[str, tuple[str, ...]]],
) -> KgError:
    """Make the error that helps most: what fits the thing named, near names, or near forms."""
    if misfits:
        thing = misfits[0]
        fitting = [form for form in FORMS if thing.type in form.accepts]
        return QuestionError(_short(question), [_worded(form, thing.label) for form in fitting[:5]])
    if unread:
        name, types = min(unread, key=lambda item: len(item[0]))
        if date_in(name) or types == ("Listing",):
            return unknown_listing(store, _short(name))
        return unknown(store, _short(name), types)
    return QuestionError(_short(question), nearest_forms(question))


def _short(text: str, length: int = 200) -> str:
    return text if len(text) <= length else f"{text[:length]}…"


def _worded(form: Form, name: str) -> str:
    return form.example.replace("{name}", name)


def nearest_forms(question: str, count: int = 3) -> tuple[str, ...]:
    """Return the forms that share the most words with a question."""
    words = {word.strip("?.,!:;") for word in question.casefold().split()}

    def shared(form: Form) -> int:
        examples = " ".join((form.asks, *form.reads)).casefold().split()
        return len(words & {word.strip("?") for word in examples})

    ranked = sorted(FORMS, key=lambda form: (-shared(form), FORMS.index(form)))
    return tuple(form.asks for form in ranked[:count])


def _explain(form: Form, answer: Answer) -> str:
    """Say how the question was read."""
    named = ", ".join(f"{name} = {value}" for name, value in answer.parameters.items())
    return f"read as: {form.asks}\nwith: {named}\nintent: {form.intent}"
