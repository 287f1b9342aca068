"""Who says each name that no list knows, and what things papers introduce by name and expansion."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.model import Name
from kg.resolve.papers import Paper
from kg.resolve.uses import Key, Use


@dataclass(slots=True)
class Uses:
    """Who says one name that no list knows.

    `own` has the use of each paper that introduces it, `others` those of the other papers, by the
    paper's id; `spelled` counts the types and labels of the latter.
    """

    own: dict[str, Use] = field(default_factory=dict)
    others: dict[str, Use] = field(default_factory=dict)
    spelled: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, paper: Paper, name: Name) -> None:
        """Note a use by a paper that does not introduce the name."""
        self.spelled[name.type, name.label] += 1
        known = self.others.get(paper.document.id)
        if known is None or (name.aliases and not known.name.aliases):
            self.others[paper.document.id] = Use(paper, name)


class Things:
    """What papers introduce, by name and by expansion."""

    def __init__(self, uses: Mapping[Key, Uses]) -> None:
        self._named = {key: tuple(found.own.values()) for key, found in uses.items() if found.own}

    @cached_property
    def _spelled_out(self) -> Mapping[Key, list[Use]]:
        found: dict[Key, list[Use]] = defaultdict(list)
        for thing in (thing for things in self._named.values() for thing in things):
            for key in thing.sense_keys:
                found[key].append(thing)
        return found

    def of(self, key: Key, use: Use) -> list[Use]:
        """Return the things that a use of a name may mean, each once."""
        found = [*self._named.get(key, ()), *self._spelled_out.get(key, ())]
        found += (thing for expansion in use.sense_keys for thing in self._named.get(expansion, ()))
        return list({thing.entity: thing for thing in found}.values())


def senses(uses: Iterable[Use]) -> frozenset[str]:
    """Return the expansions that tell uses apart; none where all that have one agree."""
    found = [use.senses for use in uses if use.senses]
    if not found or frozenset.intersection(*found):
        return frozenset()
    return frozenset.union(*found)


def most_used(spellings: Counter[tuple[str, str]]) -> tuple[str, str]:
    """Return the type that most papers give, and the label that most of these give."""
    types: Counter[str] = Counter()
    for (type_name, _), count in spellings.items():
        types[type_name] += count
    chosen = min(types, key=lambda type_name: (-types[type_name], type_name))
    labels = {
        label: count for (type_name, label), count in spellings.items() if type_name == chosen
    }
    return chosen, min(labels, key=lambda label: (-labels[label], label))
