"""From the words for a result, ``PAPER hasResult 72.86% GSM8K`` or its id, to the result."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.curation.acts import HAS_RESULT
from kg.curation.result_names import folded, read_name, result_name
from kg.errors import AmbiguousNameError, UnknownNameError
from kg.ids import result_id
from kg.model import SLOTS, value_text
from kg.query.names import candidates, encodable, unknown
from kg.query.stated import is_id, triple_of

if TYPE_CHECKING:
    from kg.model import Entity, Result
    from kg.store import Store

_ID = re.compile(r"(?:result/)?([0-9a-f]{16})")
#: How many results an error offers.
_OFFERED = 8
_HINT = "`kg curate list` shows what was rejected"
_OWNERS = "a paper, method or model has results, as in LoRA hasResult 67.7% GSM8K"


def means_result(store: "Store", words: Sequence[str]) -> bool:
    """Tell whether words are meant for a result; tables have its id bare, as that of a fact."""
    if is_id(words):
        return _of_id(store, _id(words)) is not None
    triple = triple_of(words)
    return bool(_id(words) or (triple and triple[1] == HAS_RESULT))


def _id(words: Sequence[str]) -> str:
    """Return the id of a result that words are, with its namespace; '' where they are none."""
    found = _ID.fullmatch(words[0]) if len(words) == 1 else None
    return f"result/{found[1]}" if found else ""


def _of_id(store: "Store", wanted: str) -> "Result | None":
    """Return the result of an id; all are looked through."""
    return next((item for item in store.results() if result_id(item) == wanted), None)


def find_result(store: "Store", words: Sequence[str]) -> "Result":
    """Return a result by its id, or by what has it, its value and names of what it is of.

    What has it is its paper, method or model; value and names may be left out where one result is
    meant all the same. Raises UnknownNameError, with the nearest, and AmbiguousNameError, with the
    words for each, where several are meant.
    """
    if wanted := _id(words):
        if found := _of_id(store, wanted):
            return found
        raise UnknownNameError("result", wanted, (), _HINT)
    triple = triple_of(words)
    if triple is None:
        raise UnknownNameError("result", encodable(" ".join(words)))
    owners = candidates(store, triple[0])
    if not owners:
        raise unknown(store, triple[0])
    owned = [result for owner in owners for result in _owned(store, owner.id)]
    name = read_name(triple[2])  # in full: one result may be of what another is of, and of more
    exactly = [result for result in owned if read_name(result_name(result)) == name]
    meant = exactly or _meant(store, owned, triple[2])
    by_name = {written(result): result for result in meant}
    if len(by_name) > 1:
        offered = tuple(sorted(by_name))[:_OFFERED]
        raise AmbiguousNameError(encodable(" ".join(triple)), offered, results=True)
    for result in by_name.values():
        return result
    raise _no_result(owned, triple)


def written(result: "Result") -> str:
    """Write a result as the command line takes it, whatever else there is."""
    return f"{result.paper} {HAS_RESULT} {result_name(result)}"


def _owned(store: "Store", owner: str) -> Iterator["Result"]:
    if owner.startswith("paper/"):
        return store.results(paper=owner)
    named = store.results(entity=owner)
    return (result for result in named if owner in (result.method, result.model))


def _meant(store: "Store", results: Sequence["Result"], words: str) -> Iterator["Result"]:
    """Yield the results that have the value with which words begin, and all that the rest names."""
    known: dict[str, list[list[Entity]]] = {}
    for result in results:
        rest = behind_value(value_text(result), words)
        if rest not in known:
            known[rest] = named_in(store, rest)
        things = {result.paper, *(getattr(result, slot) for slot in SLOTS)}
        if all(any(entity.id in things for entity in meant) for meant in known[rest]):
            yield result


def behind_value(value: str, words: str) -> str:
    """Return the words behind a value with which they begin, with or without its unit; else all.

    >>> behind_value("17.9 points", "17.9 points GSM8K"), behind_value("17.9 points", "17.9 GSM8K")
    ('GSM8K', 'GSM8K')
    >>> behind_value("7 points", "17.9 GSM8K")
    '17.9 GSM8K'
    """
    number = re.match(r"[+-]?[\d.]+(?:[–-][+-]?[\d.]+)?", value)
    forms = {folded(value), folded(number[0])} if number else {folded(value)}
    parts = words.split()
    for end in range(len(parts), 0, -1):
        if folded("".join(parts[:end])) in forms:
            return " ".join(parts[end:])
    return words


def named_in(store: "Store", words: str) -> list[list["Entity"]]:
    """Return what the names in a row mean, of which each is as long as can be.

    What nothing is known by means nothing, and no result is of that.
    """
    parts, found = words.split(), []
    while parts:
        for end in range(len(parts), 0, -1):
            meant = candidates(store, " ".join(parts[:end]))
            if meant or end == 1:
                found.append(meant)
                parts = parts[end:]
                break
    return found


def _no_result(owned: Sequence["Result"], triple: tuple[str, str, str]) -> UnknownNameError:
    """Offer the owner's results, those of the nearest value first."""
    from difflib import SequenceMatcher

    value = folded(triple[2].split()[0])
    likeness = {
        written(one): SequenceMatcher(None, value, folded(value_text(one))).ratio() for one in owned
    }
    near = sorted(likeness, key=lambda name: (-likeness[name], name))[:_OFFERED]
    further = "" if near else f"{triple[0]} has none: {_OWNERS}; {_HINT}"
    return UnknownNameError("result", encodable(" ".join(triple)), near, further)
