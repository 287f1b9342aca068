"""The acts one after the other: which ids are one thing, of which type, and what stays apart.

Both ask here: what is written and read, whether acts can stand together; what resolves, what a
thing is at last.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from types import MappingProxyType

from kg import ids
from kg.curation.acts import Act

_NOWHERE: Mapping[str, str] = MappingProxyType({})


class Replay:
    """Which ids stand for one thing, once the acts that were taken are followed.

    `redirects` leads past ids, which nothing has now, to the present ones.
    """

    def __init__(self, redirects: Mapping[str, str] = _NOWHERE) -> None:
        self._redirects = redirects
        self._parents: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._apart: dict[str, dict[str, Act]] = defaultdict(dict)

    def take(self, act: Act) -> str:
        """Follow an act; where it goes against an earlier one do nothing and say why, else ''."""
        if act.verb == "merge":
            return self._merge(*act.arguments)
        if act.verb == "do-not-merge":
            return self._keep_apart(act)
        if act.verb == "retype":
            return self._retype(*act.arguments)
        return ""

    def _merge(self, name: str, into: str) -> str:
        one, other = self.root(name), self.root(into)
        if one == other:
            return f"{name} and {into} are merged already"
        return self._unite(one, other)

    def _keep_apart(self, act: Act) -> str:
        one, other = map(self.root, act.arguments)
        if one == other:
            return "goes against what made the two one thing"
        self._apart[one].setdefault(other, act)
        self._apart[other].setdefault(one, act)
        return ""

    def _retype(self, name: str, type_name: str) -> str:
        """Note the type of a thing; what had the id that it gets by that is the same thing."""
        thing = self.root(name)
        retyped = ids.retyped(thing, type_name)
        other = self.root(retyped)
        if other not in (thing, retyped):
            return f"gives the id {retyped}, which stands for {other} already"
        if other != thing and (wrong := self._unite(other, thing)):
            return wrong
        self._types[thing] = type_name
        return ""

    def _unite(self, one: str, other: str) -> str:
        """Make one thing of two, which is called as the other; say what forbids it, else ''."""
        if forbids := self._apart[one].get(other):
            where = f" of line {forbids.line}" if forbids.line else ""
            return f"goes against {forbids.what!r}{where}"
        self._parents[one] = other
        for third, act in self._apart.pop(one).items():
            del self._apart[third][one]
            self._apart[third].setdefault(other, act)
            self._apart[other].setdefault(third, act)
        return ""

    def root(self, entity: str) -> str:
        """Return the id that stands for a thing, types aside."""
        passed: dict[str, None] = {}
        while above := self._parents.get(entity) or self._redirects.get(entity):
            passed[entity] = None
            if above in passed:
                break
            entity = above
        for below in passed:
            if below != entity:
                self._parents[below] = entity
        return entity

    def final(self, entity: str) -> str:
        """Return the id that a thing has in the graph."""
        root = self.root(entity)
        return ids.retyped(root, self._types[root]) if root in self._types else root

    def apart_from(self, root: str) -> Set[str]:
        """Return the roots of what is not to become one with a thing."""
        return self._apart[root].keys() if root in self._apart else frozenset()

    def moved(self) -> Iterator[tuple[str, str]]:
        """Yield each id that acts or redirects led elsewhere, with the one it has at last."""
        for entity in sorted({*self._parents, *self._types}):
            if (final := self.final(entity)) != entity:
                yield entity, final


def contradiction(acts: Iterable[Act]) -> tuple[Act, str] | None:
    """Return the first act that an earlier one rules out, and why; None where all stand together.

    Of two verdicts on a fact, two types of a thing, or two words on an alias the later one counts.
    """
    replay = Replay()
    for act in acts:
        if reason := replay.take(act):
            return act, reason
    return None
