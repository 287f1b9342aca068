"""What a curator decided, and the one thing that he means by a name."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import AmbiguousNameError
from kg.ids import name_key, type_of
from kg.query.answer import Answer
from kg.query.names import candidates, unknown
from kg.query.rows import Row

if TYPE_CHECKING:
    from kg.curation import Act
    from kg.store import Store


def decided(store: Path) -> Answer:
    """List the acts of the curation file of a store, in the order in which they are replayed."""
    from kg.curation import curation_path, read
    from kg.store import open_store

    open_store(store).close()  # the decisions of no store are none
    rows = tuple(
        Row(
            (
                ("number", number),
                ("act", act.verb),
                ("what", " ".join(filter(None, act.arguments))),
                ("who", act.who),
                ("when", act.when),
                ("note", act.note),
            )
        )
        for number, act in enumerate(read(curation_path(store)), 1)
    )
    columns = ("number", "act", "what", "who", "when", "note")
    return Answer("curate list", "curation", columns, rows, len(rows))


def one_thing(store: "Store", name: str, types: Sequence[str] = ()) -> str:
    """Return the id of the thing that a name means; a past id stands for itself.

    Raises UnknownNameError where nothing has the name, AmbiguousNameError where several things do.
    """
    past = dict(store.redirects())
    if name in past:
        return name
    found = [item for item in candidates(store, name, types) if not types or item.type in types]
    if not found:
        raise unknown(store, name, types)
    if len(found) > 1 and name != found[0].id:
        raise AmbiguousNameError(name, [entity.id for entity in found])
    return found[0].id


def without_effect(store: "Store", act: "Act") -> str:
    """Say why an act changes nothing of the graph as it is now; '' where that is not plain."""
    past = dict(store.redirects())
    now = [past.get(argument, argument) for argument in act.arguments]
    return _REASONS[act.verb](store, now) if act.verb in _REASONS else ""


def remark(store: "Store", act: "Act") -> str:
    """Say what an act leaves to be decided, or takes with it; '' for nothing."""
    if act.verb == "alias":
        tell = _also_called_so if act.arguments[1] == "add" else _is_the_label
        return tell(store, act)
    return _of_two_types(*act.arguments) if act.verb == "merge" else ""


def _is_the_label(store: "Store", act: "Act") -> str:
    """Say that the alias that is taken is the label but for case and signs; '' where it is not."""
    thing, _, name = act.arguments
    labels = [found.label for found in store.find(name) if found.id == thing]
    if not labels or name in labels or name_key(labels[0]) != name_key(name):
        return ""
    return f"{name!r} is read as the label, {labels[0]}, and goes on to be linked"


def _of_two_types(name: str, into: str) -> str:
    """Say that a thing gets another type by a merge; '' where it keeps its own."""
    old, new = type_of(name), type_of(into)
    told = f"{name} was a {old} and is a {new} now: facts that no {new} can have go"
    return told if old != new else ""


def _also_called_so(store: "Store", act: "Act") -> str:
    """Say what else has the name that becomes an alias; '' where nothing has."""
    thing, _, name = act.arguments
    others = [found.id for found in store.find(name) if found.id != thing]
    if not others:
        return ""
    told = f"{', '.join(others[:_TOLD])} has the name {name!r} too"
    merges = (f"`kg curate merge {other} {thing}`" for other in others)
    able = [words for words, other in zip(merges, others, strict=True) if not _apart(thing, other)]
    return f"{told}; {able[0]} makes one of two" if able else f"{told}, and stays another thing"


def _apart(one: str, other: str) -> str:
    """Say why two things cannot be merged, whoever decides it; '' where they can."""
    from kg.curation import Act
    from kg.curation.checking import check

    return check(Act("merge", (other, one)))


#: So many other things of a name are told.
_TOLD = 3


def _nothing_to_split(store: "Store", act: Sequence[str]) -> str:
    thing, name, paper = act
    spelled: dict[str, set[str]] = defaultdict(set)
    for mention in store.mentions(entity=thing, document=paper):
        spelled[mention.document].add(name_key(mention.text))
    if not spelled:
        return f"{paper} does not mention {thing}" if paper else f"no paper mentions {thing}"
    if name and {name_key(name)} not in spelled.values():
        who = f"{paper} does not spell" if paper else "no paper spells"
        return f"{who} {thing} {name!r} and nothing else"
    return ""


def _no_other_alias(store: "Store", act: Sequence[str]) -> str:
    thing, change, name = act
    entity = store.entity(thing)
    if change == "add":
        # Another spelling becomes an alias; and where others have the name, mentions may move.
        had = name in (entity.label, *entity.aliases)
        alone = [found.id for found in store.find(name)] == [thing]
        return f"{thing} is called {name!r}, and nothing else is" if had and alone else ""
    if name_key(name) not in map(name_key, entity.aliases):
        return f"{thing} has no alias {name!r}"
    return ""


def _same_type(_: "Store", act: Sequence[str]) -> str:
    thing, type_name = act
    return f"{thing} is of that type" if type_of(thing) == type_name else ""


_REASONS: Mapping[str, Callable[["Store", Sequence[str]], str]] = MappingProxyType(
    {"split": _nothing_to_split, "alias": _no_other_alias, "retype": _same_type}
)
