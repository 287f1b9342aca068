"""Papers on a topic, and their works: "quantization methods", "MoE models evaluated on GSM8K".

A paper is on a method or task that it addresses, extends, uses or names in its title, and on a
model or data that it is evaluated on. Narrower things count too: post-training quantization is a
kind of quantization.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import kg.query.twins as twins
from kg.model import DATA, MODELS
from kg.query.answer import Answer
from kg.query.asked import EVALUATION, PAPER_COLUMNS, Asked, of_one_thing
from kg.query.families import covered, described, told
from kg.query.papers import by_paper, newest_first
from kg.query.related import papers_with_code
from kg.query.works import papers_that, works_that

if TYPE_CHECKING:
    from kg.model import Entity, Evidence
    from kg.query.rows import Row

METHODS = ("Method",)

#: What a paper says of a method or task that it is on.
_SAYS = ("addressesTask", "extends", "usesMethod")


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic with what is narrower, and each paper on it with the evidence.

    The `users` are papers that merely use it: it is not their subject. What stands `apart` is
    narrower, and does not count.
    """

    thing: "Entity"
    things: "Sequence[Entity]"
    papers: "Mapping[str, Sequence[Evidence]]"
    users: "Set[str]" = frozenset()
    apart: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """What matches its papers in a SPARQL twin."""
        ends = _ends(self.thing)
        ids = [self.thing.id] if ends else [one.id for one in self.things]
        if self.thing.type in EVALUATION:
            return twins.papers_saying(ids, (EVALUATION[self.thing.type],))
        return twins.papers_saying(ids, _SAYS, ends=ends, apart=self.apart, or_titled=True)

    def notes(self) -> tuple[str, ...]:
        """Say which narrower things count too."""
        if self.thing.type != "Method":
            return told(self.thing, self.things)
        kinds = described(one for one in self.things if one.id != self.thing.id)
        return (f"kinds of {self.thing.label}, counted too: {kinds}",) if kinds else ()


def works_on(types: Sequence[str]) -> Callable[[Asked], Answer]:
    """Return what answers "methods for METHOD": works of the types that papers on it introduce."""

    def answer(asked: Asked) -> Answer:
        topic = _topic(asked, asked.thing)
        column = _column(types)
        rows = _ranked(topic, newest_first(_introduced(asked, topic, column, types)))
        others = len(topic.papers.keys() - {str(row["paper"]) for row in rows})
        wider = f"other papers: {others}; ask: papers on {topic.thing.label}"
        return asked.answer(
            (column, "type", *PAPER_COLUMNS),
            rows,
            sparql=twins.introduced_by(topic.pattern, topic.thing.id, column, types),
            notes=(*topic.notes(), *_on_users(topic, rows), *([wider] if others else [])),
        )

    return answer


def works_on_both(types: Sequence[str]) -> Callable[[Asked], Answer]:
    """Return what answers "methods for TOPIC evaluated on X"; of no types, works of all."""

    def answer(asked: Asked) -> Answer:
        place = replace(asked, things=asked.things[1:])
        found = works_that(place, (EVALUATION[place.thing.type],), _column(types), types)
        return _of_topic(asked, replace(found, variants=()))

    return answer


def best_on_both(asked: Asked) -> Answer:
    """Answer "which TOPIC method is best for X" with those evaluated there, which have no order."""
    answer = works_on_both(())(asked)
    topic, place = asked.things
    ask = "leaderboard of" if place.type in DATA else "results of"
    note = (
        f"which {topic.label} method is best on {place.label} is not known: the newest stand first;"
        f" ask: {ask} {place.label}"
    )
    return replace(answer, notes=(note, *answer.notes)) if answer.rows else answer


def papers_on_both(asked: Asked) -> Answer:
    """Answer "papers on TOPIC evaluated on X"."""
    place = replace(asked, things=asked.things[1:])
    found = papers_that(place, (EVALUATION[place.thing.type],))
    return _of_topic(asked, replace(found, variants=()))


def _ranked(topic: _Topic, rows: "Sequence[Row]") -> "list[Row]":
    """Put first what is of papers whose subject the topic is; of each paper, its main work.

    The further works of papers, such as all sizes of a model, follow in the same order.
    """
    by_title = sorted(rows, key=lambda row: str(row.cells[0][1]) not in str(row["title"]))
    main = {row["paper"]: row["id"] for row in reversed(by_title)}
    return sorted(
        rows,
        key=lambda row: (row["paper"] in topic.users, row["id"] != main[row["paper"]]),
    )


def _on_users(topic: _Topic, rows: "Iterable[Row]") -> tuple[str, ...]:
    """Say how many rows, the last ones, are of papers that merely use the topic."""
    of_users = [row["paper"] in topic.users for row in rows]
    if not any(of_users) or all(of_users):
        return ()
    label, behind = topic.thing.label, of_users.count(True)
    return (f"first those of papers on {label} itself; the last {behind} of papers that use it",)


def on_topic_with_code(asked: Asked) -> Answer:
    """Answer "papers on TOPIC with code"."""
    return _of_topic(asked, papers_with_code(asked))


def papers_combining(asked: Asked) -> Answer:
    """Answer "papers that combine A and B", both of them methods or tasks."""
    if len(set(asked.things)) == 1:
        raise of_one_thing(asked)
    ids = [thing.id for thing in asked.things]
    one, other = topics = [
        _topic(asked, thing, apart=[id_ for id_ in ids if id_ != thing.id])
        for thing in asked.things
    ]
    shared = one.papers.keys() & other.papers.keys()
    asked.papers.fetch(papers=shared)
    rows = [
        asked.papers.row(
            asked.papers.cells("title", paper), paper, (*one.papers[paper], *other.papers[paper])
        )
        for paper in shared
    ]
    each = " and ".join(f"{len(topic.papers)} on {topic.thing.label}" for topic in topics)
    apart = f"no paper on both is known; of each: {each}"
    return asked.answer(
        ("title", "paper", "date", "confidence"),
        newest_first(rows),
        sparql=twins.also(twins.papers_matching(one.pattern), other.pattern),
        notes=(*one.notes(), *other.notes(), *(() if rows else (apart,))),
    )


def _column(types: Sequence[str]) -> str:
    return "model" if types == MODELS else "method"


def _of_topic(asked: Asked, answer: Answer) -> Answer:
    """Keep the rows of papers on the topic, with what says so."""
    topic = _topic(asked, asked.thing)
    rows = []
    for row in answer.rows:
        if said := topic.papers.get(str(row["paper"])):
            quotes = dict.fromkeys((*row.evidence, *asked.papers.quotes(said)))
            rows.append(replace(row, evidence=tuple(quotes)))
    return replace(
        answer,
        rows=tuple(rows),
        total=len(rows),
        sparql=twins.also(answer.sparql, topic.pattern),
        notes=tuple(dict.fromkeys((*topic.notes(), *answer.notes))),
        names=tuple(name for thing in asked.things for name in (thing.label, *thing.aliases)),
    )


def _topic(asked: Asked, thing: "Entity", *, apart: Sequence[str] = ()) -> _Topic:
    """Gather the papers on a topic; what stands `apart` is no part of it."""
    narrower = [*covered(asked.store, thing), *_kinds(asked, thing)]
    things = [one for one in narrower if one.id not in apart]
    said: dict[str, list[Evidence]] = {}
    subjects = set()
    for is_subject, paper, evidence in _said(asked, thing.type, [one.id for one in things]):
        # What follows for a work of the paper rests on the same passage.
        passages = {(item.field, item.start): item for item in reversed(evidence)}
        said.setdefault(paper, [item for item in evidence if item in passages.values()])
        subjects |= {paper} if is_subject else set()
    return _Topic(thing, things, said, said.keys() - subjects, tuple(apart))


def _said(
    asked: Asked, type_name: str, ids: Sequence[str]
) -> "Iterator[tuple[bool, str, list[Evidence]]]":
    """Yield papers on some things of a type with what says so, what says it best first.

    And whether the things are their subject by that.
    """
    if type_name in EVALUATION:
        facts = asked.facts(relation=EVALUATION[type_name], object_=ids)
        yield from ((True, *said) for said in by_paper(facts).items())
        return
    for relation in _SAYS:
        facts = asked.facts(relation=relation, object_=ids)
        yield from ((relation != "usesMethod", *said) for said in by_paper(facts).items())
    for fact in asked.facts(relation="mentions", object_=ids):
        for paper, evidence in by_paper([fact]).items():
            if titled := [item for item in evidence if item.field == "title"]:
                yield True, paper, titled


def _kinds(asked: Asked, thing: "Entity") -> "list[Entity]":
    """Return methods and tasks whose names end as that of a method does, in their order.

    None of a method with a name of its own: who asks for LoRA does not ask for Quantized LoRA.
    """
    ends = _ends(thing)
    names = asked.store.names(twins.KINDS_OF_METHODS) if ends else ()
    found = {entity for name, entity in names if name.casefold().endswith(ends)} - {thing.id}
    asked.papers.fetch(found)
    return [asked.papers.entity(entity) for entity in sorted(found)]


def _ends(thing: "Entity") -> tuple[str, ...]:
    """Return what the names of kinds of a method end in, in small letters."""
    if thing.type != "Method" or thing.named:
        return ()
    names = (thing.label, *thing.aliases)
    return tuple(dict.fromkeys(f"{mark}{name.casefold()}" for name in names for mark in " -"))


def _introduced(asked: Asked, topic: _Topic, column: str, types: Sequence[str]) -> "Iterable[Row]":
    """Yield a row for each work of the types that a paper on the topic introduces."""
    facts = asked.facts(subject=topic.papers.keys(), relation="introduces")
    asked.papers.fetch((fact.object for fact in facts), (fact.subject for fact in facts))
    for fact in facts:
        if fact.object != topic.thing.id and asked.papers.entity(fact.object).type in types:
            evidence = (*topic.papers[fact.subject], *fact.evidence)
            yield asked.papers.row(asked.papers.cells(column, fact.object), fact.subject, evidence)
