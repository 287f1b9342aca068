"""From a question in words to its answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from kg import given
from kg.errors import KgError, QuestionError, cut
from kg.query.alternatives import EITHER, apart
from kg.query.answer import Answer
from kg.query.asked import Asked, parameters
from kg.query.dates import odd_date, without_year
from kg.query.filters import Filters
from kg.query.forms import Form, readings
from kg.query.listings import date_in, find_listings
from kg.query.mentioned import mentioned
from kg.query.misreadings import (
    Misfit,
    Unread,
    bare,
    misfitting,
    of_what_is_not_read,
    unknown_in,
    with_odd_words,
    without_a_year,
)
from kg.query.names import TOLD, candidates, encodable, meant, namesakes, told_of_search
from kg.query.papers import Papers
from kg.query.results import BOARDS
from kg.query.rows import Row
from kg.query.titles import by_part_of_title
from kg.query.words import Binding, asks_for_best_papers, asks_for_best_works, first_few, spellings

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: How many readings of a question are tried.
TRIED = 96
#: A question of no more words than this is tried without each of them.
SHORTENED = 16
#: What answers with the works on a topic, which have no order by merit.
_OF_A_TOPIC = ("methods_on_method", "models_on_method")
#: An answer of no more rows than these points to a search that finds so many times more papers.
FEW = 5
MANY_TIMES = 5


def ask(store: "Store", question: str, *, below_threshold: bool = False, limit: int = 0) -> Answer:
    """Answer a question in words; the forms are those of `kg.query.FORMS`.

    With `below_threshold`, facts below the threshold of confidence count too. `limit` cuts the
    rows, not the total; 0 leaves as many as the question asks for ("top 5 models"). Raises
    QuestionError for a question of no form, UnknownNameError for a name that nothing is known by,
    SettingError for a limit below 0.
    """
    given.number("limit", limit)
    form, asked = _understand(store, encodable(question))
    answer = form.answer(replace(asked, candidates=below_threshold))
    few = 0 if limit else first_few(question)
    notes = (
        *_unranked(asked, question),
        *_of_each(answer, few),
        *answer.notes,
        *_further(form, asked, answer.total),
    )
    rows = answer.rows[:limit] if limit else _asked_for(few, answer.rows)
    return replace(answer, rows=rows, notes=notes, reading=_explain(form, answer))


def _asked_for(few: int, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Keep so many rows, 0 all: where rows are ranked, the best of each measurement."""
    return (_ranked(few, rows) or rows[:few]) if few else rows


def _ranked(few: int, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows of the first so many ranks."""
    return tuple(row for row in rows if isinstance(rank := row.get("rank"), int) and rank <= few)


def _of_each(answer: Answer, few: int) -> Iterator[str]:
    """Say that the best of each measurement are shown, and of how many rows."""
    ranked = _ranked(few, answer.rows)
    if few and len(ranked) > few:
        yield f"the first {few} of each measurement, by metric and whose value it is"


def _unranked(asked: Asked, question: str) -> Iterator[str]:
    """Say that the best papers or works are asked for, and that none is known to be so."""
    if asks_for_best_papers(question):
        board = asked.things and asked.thing.type in BOARDS
        instead = f"; ask: leaderboard of {asked.thing.label}" if board else ""
        yield f"papers are not ranked: the newest stand first{instead}"
    elif asked.intent in _OF_A_TOPIC and asks_for_best_works(question):
        yield f"which is best for {asked.thing.label} is not known: the newest stand first"


def _further(form: Form, asked: Asked, rows: int) -> Iterator[str]:
    """Point from an answer with few rows to what has more."""
    if not rows:
        yield from mentioned(asked)
    if form.topical and rows <= FEW and not asked.filters:
        found = told_of_search(asked.store, asked.thing.label, MANY_TIMES * rows)
        yield from filter(None, [found])


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a question: its form, what stands in the slots, and what that means."""

    form: Form
    binding: Binding
    filters: Filters
    meant: tuple[tuple["Entity", ...], ...]

    @property
    def things(self) -> tuple["Entity", ...]:
        """What is asked about: all listings of a date, else the best of each name."""
        if "listing" in self.binding:
            return self.meant[0]
        return tuple(found[0] for found in self.meant if found)

    @property
    def missing(self) -> Unread | None:
        """The first name that means nothing, and the types that it may have."""
        for (slot, name), found in zip(self._slots(), self.meant, strict=True):
            if not found:
                return name, self.form.types_of(slot)
        return None

    @property
    def misfit(self) -> Misfit | None:
        """The first thing that the form does not take, the types that it takes, and all things."""
        for (slot, _), thing in zip(self._slots(), self.things, strict=False):
            if thing.type not in self.form.types_of(slot):
                return thing, self.form.types_of(slot), self.things
        return None

    @property
    def fits(self) -> bool:
        """Whether all names are known, and of types that the form takes."""
        return not (self.missing or self.misfit)

    def plainly(self, question: str) -> str:
        """Return the question in the plainest wording of its form, where that has one name."""
        alone = len(self.things) == 1 and set(self.binding) == {"name"} and not self.filters
        return self.form.example.replace("{name}", self.things[0].label) if alone else question

    def _slots(self) -> list[tuple[str, str]]:
        listing = self.binding.get("listing")
        return [("listing", listing)] if listing else self.form.names(self.binding)

    def asked(self, store: "Store", question: str) -> Asked:
        """Return what is asked for in this reading."""
        told = self._told()
        if listing := self.binding.get("listing"):
            date = date_in(listing)
            told = {"date": date} if date else {"listing": listing}
        return Asked(
            store,
            question,
            self.form.intent,
            self.things,
            Papers(store),
            told | self.filters.told(),
            notes=tuple(self._namesakes(store, question)),
            filters=self.filters,
        )

    def titles(self) -> Iterator[str]:
        """Tell which papers are taken by parts of their titles."""
        for (_, name), thing in zip(self._slots(), self.things, strict=False):
            if thing.type == "Paper":
                yield f"“{cut(name)}” is taken for a part of the title {thing.label}"

    def _told(self) -> dict[str, str]:
        """Return what the things are called in the answer: the measure is no second thing."""
        if "measure" not in self.binding:
            return parameters(self.things, role=self.form.role)
        *things, metric = self.things
        return {**parameters(things, role=self.form.role), "metric": metric.id}

    def _namesakes(self, store: "Store", question: str) -> Iterator[str]:
        """Tell of other things that bear a name asked for, and how to ask of one of them."""
        if "listing" in self.binding:
            return
        for (_, name), found in zip(self._slots(), self.meant, strict=True):
            if told := namesakes(found):
                bare = spellings(name)[-1]
                of_others = (question.replace(bare, other.id) for other in found[1 : 1 + TOLD])
                choose = [one for one in of_others if one != question and _is_read(store, one)]
                yield f"{told}; ask: {choose[0]}" if choose else told


def _is_read(store: "Store", question: str) -> bool:
    """Tell whether a question can be asked, and is not of one thing twice."""
    readings = _readings(store, question, respelled=False)
    things = next((reading.things for reading in readings if reading.fits), None)
    return things is not None and len(set(things)) == len(things)


def _understand(store: "Store", question: str) -> tuple[Form, Asked]:
    """Return the first reading whose names are known and fit.

    Names are looked up as they stand, then as the grammar of model names reads them, then as parts
    of titles.
    """
    for respelled in (False, True):
        misfits: list[Misfit] = []
        unread: list[Unread] = []
        for reading in _readings(store, question, respelled=respelled):
            if missing := reading.missing:
                unread.append(missing)
            elif misfit := reading.misfit:
                misfits.append(misfit)
            else:
                return reading.form, reading.asked(store, question)
    for reading in _readings(store, question, respelled=False, by_title=True):
        if reading.fits and "Paper" in {thing.type for thing in reading.things}:
            asked = reading.asked(store, question)
            return reading.form, replace(asked, notes=(*asked.notes, *reading.titles()))
    raise _misread(store, question, misfits, unread)


def _readings(
    store: "Store", question: str, *, respelled: bool, by_title: bool = False
) -> Iterator[_Reading]:
    """Yield the ways to read a question, with what its names mean.

    Where nothing else is meant, `by_title` takes a part of a title for its paper.
    """
    find = cache(store.find)
    part = by_part_of_title(store)
    listings = cache(lambda text: find_listings(store, text))
    for form, binding, filters in islice(readings(question), TRIED):
        if "listing" in binding:
            found = [listings(binding["listing"])]
        else:
            found = [
                meant(find, name, form.types_of(slot), respelled=respelled)
                or next(filter(None, map(part, spellings(name) if by_title else ())), [])
                for slot, name in form.names(binding)
            ]
        yield _Reading(form, binding, filters, tuple(map(tuple, found)))


def _misread(
    store: "Store", question: str, misfits: Sequence[Misfit], unread: Sequence[Unread]
) -> KgError:
    """Make the error that helps most: what fits the thing named, near names, or near forms."""
    if time := without_year(question) or odd_date(question):
        return without_a_year(question, time)
    if error := of_what_is_not_read(store, question):
        return error
    is_read = partial(_is_read, store)
    if each := apart(store, question, is_read):
        return QuestionError(question, each, EITHER)
    if misfits:
        return misfitting(store, question, misfits)
    if unread:
        return unknown_in(store, question, unread, _shortened(store, question), is_read)
    if found := candidates(store, question):
        return bare(question, found[0])
    return with_odd_words(store, question, list(islice(_shortened(store, question), TOLD)))


def _shortened(store: "Store", question: str) -> Iterator[tuple[str, str]]:
    """Yield each word without which a question can be read, and the plain wording of what is left.

    A word that something is known by is needed.
    """
    words = question.split()
    for at, word in enumerate(words if len(words) <= SHORTENED else ()):
        if candidates(store, word):
            continue
        rest = " ".join([*words[:at], *words[at + 1 :]])
        read = (one for one in _readings(store, rest, respelled=False) if one.fits)
        if reading := next(read, None):
            yield word, reading.plainly(rest)


def _explain(form: Form, answer: Answer) -> str:
    """Say how the question was read."""
    named = ", ".join(f"{name} = {value}" for name, value in answer.parameters.items())
    return f"read as: {form.asks}\nwith: {named}\nintent: {form.intent}"
