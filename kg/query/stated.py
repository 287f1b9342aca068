"""From the words for a fact, ``SUBJECT RELATION OBJECT`` or its id, to the fact."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg import schema
from kg.errors import UnknownNameError
from kg.ids import id_of
from kg.query.names import candidates, encodable, nearest, unknown

if TYPE_CHECKING:
    from kg.model import Entity, Fact
    from kg.store import Store

_ID = re.compile(r"[0-9a-f]{16}")
#: How many near facts an error offers.
_OFFERED = 5
#: From what likeness to a relation on a word within others is one that is misspelt.
_MISSPELT = 0.8
_GONE = (
    "`kg curate list` shows what was rejected: a rejected result is named by its words, as in LoRA"
    " hasResult 67.7% GSM8K"
)
_FACT = "a fact is its id, or SUBJECT RELATION OBJECT, as in LoRA usesMethod fine-tuning"


def states_fact(words: Sequence[str]) -> bool:
    """Tell whether words are meant for a fact and not for a name."""
    return is_id(words) or bool(triple_of(words))


def is_id(words: Sequence[str]) -> bool:
    """Tell whether words are the id of a fact."""
    return len(words) == 1 and bool(_ID.fullmatch(words[0]))


def triple_of(words: Sequence[str]) -> tuple[str, str, str] | None:
    """Split words at the first relation that has some before and behind it.

    >>> triple_of(["Llama 2 7B", "inFamily", "Llama 2"]) == triple_of(
    ...     "Llama 2 7B inFamily Llama 2".split()
    ... )
    True
    """
    parts = " ".join(words).split()
    for place, word in enumerate(parts):
        if 0 < place < len(parts) - 1 and word in schema.relations():
            return " ".join(parts[:place]), word, " ".join(parts[place + 1 :])
    return None


def find_fact(store: "Store", words: Sequence[str]) -> "Fact":
    """Return a fact by its id, or by subject, relation and object with any alias as the names.

    Raises UnknownNameError with the nearest relations, names or facts where there is none.
    """
    if is_id(words):
        return _of_id(store, words[0])
    triple = triple_of(words)
    if triple is None:
        raise no_relation(words)
    subjects, objects = (_meant(store, name) for name in (triple[0], triple[2]))
    for fact in _between(store, subjects, triple[1], objects):
        return fact
    raise _no_fact(store, subjects, triple, objects)


def _of_id(store: "Store", fact_id: str) -> "Fact":
    from kg.store import fact_of

    try:
        return fact_of(store, fact_id)
    except UnknownNameError as error:
        raise UnknownNameError("fact or result", fact_id, (), _GONE) from error


def misspells_relation(words: Sequence[str]) -> bool:
    """Tell whether words would be meant for a fact but for one letter or two of the relation.

    >>> misspells_relation("QLoRA usesMethodd LoRA".split()), misspells_relation(["QLoRA"])
    (True, False)
    """
    relations = schema.relations()
    return any(_likeness(part, relations) >= _MISSPELT for part in _within(words))


def _within(words: Sequence[str]) -> list[str]:
    """Return the words that have some before and behind."""
    return " ".join(words).split()[1:-1]


def no_relation(words: Sequence[str]) -> UnknownNameError:
    """Name the word, of those with some before and behind, that is most like a relation."""
    relations, within = schema.relations(), _within(words)
    if not within:
        return UnknownNameError("fact", encodable(" ".join(words)), (), _FACT)
    word = max(within, key=lambda part: _likeness(part, relations))
    near = nearest(word, relations, _OFFERED)
    known = "" if near else f"the relations are {', '.join(relations)}"
    return UnknownNameError("relation", encodable(word), near, known)


def _likeness(word: str, names: Iterable[str]) -> float:
    from difflib import SequenceMatcher

    key = word[:100].casefold()
    return max(SequenceMatcher(None, key, name.casefold()).ratio() for name in names)


def _meant(store: "Store", name: str) -> list["Entity"]:
    found = candidates(store, name)
    if not found:
        raise unknown(store, name)
    return found


def _between(
    store: "Store", subjects: Iterable["Entity"], relation: str, objects: Sequence["Entity"]
) -> Iterator["Fact"]:
    for subject in subjects:
        for object_ in objects:
            yield from store.facts(subject=subject.id, relation=relation, object=object_.id)


def _no_fact(
    store: "Store",
    subjects: Sequence["Entity"],
    triple: tuple[str, str, str],
    objects: Sequence["Entity"],
) -> UnknownNameError:
    """Offer what the subject has by that relation, and what has it towards the object."""
    of_subjects = (store.facts(subject=entity.id, relation=triple[1]) for entity in subjects)
    of_objects = (store.facts(relation=triple[1], object=entity.id) for entity in objects)
    facts = islice(chain.from_iterable((*of_subjects, *of_objects)), _OFFERED)
    offered = dict.fromkeys(_written(store, fact) for fact in facts)
    return UnknownNameError("fact", encodable(" ".join(triple)), tuple(offered))


def _written(store: "Store", fact: "Fact") -> str:
    """Write a fact as the command line takes it.

    Labels of several words stand in quotation marks.
    """
    ends = (store.entity(end).label for end in (fact.subject, fact.object))
    subject, object_ = (f'"{label}"' if " " in label else label for label in ends)
    return f"{subject} {fact.relation} {object_}"


def premises(store: "Store", triple: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what papers say of themselves where a fact of their contribution follows from it."""
    subject, relation, object_ = triple
    (fact,) = store.facts(subject=subject, relation=relation, object=object_)
    return [
        (said.subject, said.relation, said.object)
        for paper in sorted({item.document for item in fact.evidence})
        for ends in ({"subject": paper, "object": object_}, {"subject": subject, "object": paper})
        for said in store.facts(relation=relation, **ends)
        if id_of(said) in fact.premises
    ]
