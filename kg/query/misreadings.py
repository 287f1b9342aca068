"""Errors for questions that cannot be read: each says what is in the way, and what can be asked."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.errors import KgError, QuestionError, UnknownNameError, cut, with_article
from kg.query.forms import FORMS
from kg.query.listings import date_in, unknown_listing
from kg.query.names import candidates, is_misspelt, unknown
from kg.query.near_questions import LONGEST_NAME, OFFERED, clutter, named_in, nearest
from kg.query.vocabulary import CLASSES
from kg.query.words import spellings, words_of

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: The form that has both a work and what it was measured on.
_RESULTS_OF = next(form for form in FORMS if form.intent == "results_of")

#: The form that has several things.
_COMPARISON = next(form for form in FORMS if form.intent == "comparison")

#: A name that means nothing, or a thing that is not taken, and the types that stand there.
Unread = tuple[str, tuple[str, ...]]
#: With all that is asked about.
Misfit = tuple["Entity", tuple[str, ...], tuple["Entity", ...]]


def without_a_year(question: str, time: str) -> QuestionError:
    """Make the error for a time that is no date."""
    reason = (
        f"{time!r} is no date of the calendar with its year; write since 2024, in July 2024, on"
        " 2024-07-16"
    )
    return QuestionError(question, (), reason)


#: Words that ask for what is not so.
_DENYING = re.compile(
    r"(?<![\w-])(not|never|without|except|nobody|nothing|neither|[a-z]+n't|other than)(?![\w-])"
)


def denying(question: str) -> str:
    """Return the word by which a question asks for what is not so, empty where there is none.

    >>> denying("papers that don't use LoRA"), denying("papers that use LoRA")
    ("don't", '')
    """
    found = _DENYING.search(question.replace("\u2019", "'"))
    return found[0] if found else ""


def of_what_is_not(question: str, word: str) -> QuestionError:
    """Make the error for a question that asks for what is not so."""
    reason = (
        f"{word!r} asks for what is not so, and a graph of titles and abstracts cannot tell: what"
        " they leave out may be so all the same; `kg sparql` finds what is not stated (MINUS)"
    )
    return QuestionError(question, (), reason)


#: Words for those who stand behind a work and are no persons.
_ORGANISATIONS = re.compile(
    r"\b(?:organi[sz]ations?|compan(?:y|ies)|labs?|laborator(?:y|ies)|universit(?:y|ies)"
    r"|institut(?:es?|ions?)|affiliations?|firms?|vendors?)\b",
    re.IGNORECASE,
)
#: What is said where one is asked for.
NO_ORGANISATIONS = "organisations are not read, only authors"


def asks_for_organisations(question: str) -> bool:
    """Tell whether a question asks for an organisation.

    >>> asks_for_organisations("which company released Llama 2"), asks_for_organisations("who did")
    (True, False)
    """
    return bool(_ORGANISATIONS.search(question))


def of_organisations(store: "Store", question: str) -> QuestionError:
    """Make the error for a question that asks for an organisation."""
    thing = known_in(store, question)
    offered = [f"authors of {thing.label}", f"papers that introduce {thing.label}"] if thing else []
    return QuestionError(question, offered, NO_ORGANISATIONS)


_WEIGHTS = re.compile(
    r"\b(?:(?:open|releas\w+|public\w*|available|download\w*|shar(?:e|es|ed|ing))[ -](?:\w+ ){0,2}"
    r"|with )weights\b|\bweights (?:are |is )?(?:released|available|public|open)\b",
    re.IGNORECASE,
)


def asks_for_weights(question: str) -> bool:
    """Tell whether a question asks who released the weights of models.

    >>> asks_for_weights("papers with released weights"), asks_for_weights("papers on weights")
    (True, False)
    """
    return bool(_WEIGHTS.search(question))


def of_weights(question: str) -> QuestionError:
    """Make the error for a question that asks for weights."""
    reason = "whether weights are released is not read, only links to code, and new models"
    return QuestionError(question, ["papers with code", "newest models"], reason)


def of_what_is_not_read(store: "Store", question: str) -> QuestionError | None:
    """Make the error for a question that asks for what no paper is read for; None for others."""
    if word := denying(question):
        return of_what_is_not(question, word)
    if asks_for_weights(question):
        return of_weights(question)
    return of_organisations(store, question) if asks_for_organisations(question) else None


def misfitting(store: "Store", question: str, misfits: Sequence[Misfit]) -> QuestionError:
    """Make the error for a thing that no form read takes: which do it takes, and what takes it."""
    thing, _, things = misfits[0]
    taken = dict.fromkeys(t for other, types, _ in misfits if other == thing for t in types)
    if list(taken) == ["Metric"]:
        return _as_measure(store, question, thing)
    *others, last = taken
    wanted = f"{', '.join(others)} or {last}" if others else last
    what, whom = with_article(thing.type), with_article(wanted)
    reason = f"{thing.label} is {what}, and this is asked of {whom}"
    offered = [*_of_all(things), *_nearest(store, question, thing)]
    return QuestionError(question, offered[:OFFERED], reason)


def _of_all(things: Sequence["Entity"]) -> Iterator[str]:
    """Yield what can be asked of two things that are no rivals: results of a work, a comparison."""
    for one, other in itertools.permutations(things, 2) if len(things) == 2 else ():
        if _RESULTS_OF.takes(one.type, other.type):
            yield f"results of {one.label} on {other.label}"
    if len({thing.id for thing in things}) == 2 and len({thing.type for thing in things}) == 1:
        one, other = dict.fromkeys(things)
        if _COMPARISON.takes(one.type, other.type):
            yield f"compare {one.label} and {other.label}"


def _as_measure(store: "Store", question: str, thing: "Entity") -> QuestionError:
    """Make the error for "GPT-4 on GSM8K": a thing stands where a metric does."""
    place = known_in(store, question)
    offered = _nearest(store, question, thing)
    if place and _RESULTS_OF.takes(thing.type, place.type):
        offered = [f"results of {thing.label} on {place.label}", *offered][:OFFERED]
    reason = f"{thing.label} is {with_article(thing.type)}, and no metric to measure by"
    return QuestionError(question, offered, reason)


def _nearest(store: "Store", question: str, thing: "Entity") -> list[str]:
    """Return the nearest questions on a thing, and on what else the question names."""
    others = (one for one in named_in(store, question) if one != thing)
    return nearest(question, [thing, *others])


def bare(question: str, thing: "Entity") -> QuestionError:
    """Make the error for a name alone: what shows it, and what can be asked of it."""
    label = thing.label.replace('"', " ")
    reason = f'`kg show "{label}"` shows what is known of {thing.label}, {with_article(thing.type)}'
    return QuestionError(question, nearest("", [thing]), reason)


def with_odd_words(
    store: "Store", question: str, shortened: Sequence[tuple[str, str]]
) -> QuestionError:
    """Make the error for a question that can be read without a word of it, or for none of ours."""
    if not shortened:
        return QuestionError(question, nearest(question, named_in(store, question)))
    odd = " or ".join(repr(cut(word)) for word, _ in shortened)
    offered = [cut(rest) for _, rest in shortened]
    return QuestionError(question, offered, f"{odd} is not understood there")


def unknown_in(
    store: "Store",
    question: str,
    unread: Sequence[Unread],
    shortened: Iterable[tuple[str, str]],
    is_read: Callable[[str], bool],
) -> KgError:
    """Make the error for names that mean nothing; the least cluttered is told.

    `shortened` are words without which the question can be read, with what is left: where the name
    is one of them and nothing is called alike, it is an odd word. Of a misspelt name, a question is
    offered only if it `is_read`.
    """
    name = min((name for name, _ in unread), key=clutter)
    types = tuple(dict.fromkeys(t for other, known in unread if other == name for t in known))
    if date_in(name) or types == ("Listing",):
        return unknown_listing(store, cut(name))
    told = " ".join(itertools.dropwhile(CLASSES["THING"].__contains__, name.split()))
    told = next((part for part in told.split(" or ") if not candidates(store, part)), told)
    error = unknown(store, cut(told), types)
    if "Author" in types:
        further = "; ".join(filter(None, (error.further, NO_ORGANISATIONS)))
        error = UnknownNameError(error.kind, error.name, error.nearest, further)
    if is_misspelt(told, error.nearest):
        return _corrected(question, error, is_read)
    of_what = known_in(store, question)
    if types == ("Metric",) and of_what:
        return _no_measure(store, question, name, of_what)
    odd = [(word, rest) for word, rest in shortened if word == told]
    return with_odd_words(store, question, odd) if odd else error


def _corrected(
    question: str, error: UnknownNameError, is_read: Callable[[str], bool]
) -> UnknownNameError:
    """Add to the error for a misspelt name the question with the nearest one that can be asked."""
    alike = (one for one in error.nearest if is_misspelt(error.name, [one]))
    asked = (question.replace(error.name, one) for one in alike)
    corrected = next((one for one in asked if one != question and is_read(one)), "")
    if not corrected:
        return error
    further = "; ".join(filter(None, (f"ask: {cut(corrected)}", error.further)))
    return UnknownNameError(error.kind, error.name, error.nearest, further)


def _no_measure(store: "Store", question: str, name: str, thing: "Entity") -> QuestionError:
    """Make the error for "license of LoRA": what stands where a metric does, and is like none."""
    name = cut((spellings(name) or (name,))[-1])
    reason = f"{name!r} is no metric that is known, nor anything else to ask of {thing.label}"
    return QuestionError(question, _nearest(store, question, thing), reason)


def known_in(store: "Store", question: str) -> "Entity | None":
    """Return the thing whose name a question ends with, the longest that is known."""
    words = words_of(question)[-LONGEST_NAME:]
    found = (candidates(store, " ".join(words[at:])) for at in range(1, len(words)))
    return next((things[0] for things in found if things), None)
