"""What a curator decided, as the stages of resolving ask for it.

Merges, types and splits are a last step between a name's entity and the graph (`entity`); verdicts
on facts and words on aliases come after; what may not be one thing is asked while names are linked.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg import ids
from kg.curation import Act
from kg.model import Entity, Fact, Mention
from kg.resolve.uses import Key, key_of_type, name_key

#: Subject, relation and object.
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Split:
    """What goes to a thing of its own: a spelling, all that a paper means, or both."""

    name: str
    paper: str
    entity: str
    label: str = ""


class Curated:
    """The acts, replayed from first to last."""

    def __init__(self, acts: Iterable[Act] = ()) -> None:
        self.acts = tuple(acts)
        self._redirects: Mapping[str, str] = {}
        self._roots: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._origins: dict[str, str] = {}
        self._splits: dict[str, list[Split]] = {}
        self.verdicts: dict[Triple, str] = {}
        #: The things that splits make, each with its label where the act gives one.
        self.made: dict[str, str] = {}
        self._apart = {frozenset(act.arguments) for act in self._of("do-not-merge")}
        self._aliases: dict[tuple[str, str], str] = {
            (act.arguments[0], act.arguments[2]): act.arguments[1] for act in self._of("alias")
        }
        self._claims: dict[Key, str] = {
            key_of_type(ids.type_of(entity), name): entity
            for (entity, name), change in self._aliases.items()
            if change == "add"
        }

    def _of(self, verb: str) -> Iterator[Act]:
        return (act for act in self.acts if act.verb == verb)

    def claimed(self, key: Key) -> str:
        """Return the entity that a curator gave a name to, or ''."""
        return self._claims.get(key, "")

    def may_be(self, name: str, entity: str, open_ids: Iterable[str]) -> bool:
        """Tell whether a name that has one of the open ids may be taken for an entity."""
        if any(frozenset((entity, other)) in self._apart for other in open_ids):
            return False
        return not any(
            change == "remove" and owner == entity and name_key(alias) == name_key(name)
            for (owner, alias), change in self._aliases.items()
        )

    def settle(self, redirects: Mapping[str, str]) -> None:
        """Replay merges, types and splits; an act may name what a thing was called before.

        `redirects` leads past ids, which nothing has now, to the present ones.
        """
        self._redirects = redirects
        for act in self.acts:
            if act.verb == "merge" and not act.arguments[0].startswith("paper/"):
                one, other = map(self._root, act.arguments)
                if one != other:
                    self._roots[one] = other
            elif act.verb == "retype":
                thing, type_name = self._root(act.arguments[0]), act.arguments[1]
                self._types[thing] = type_name
                if (retyped := ids.retyped(thing, type_name)) != thing:
                    self._origins[retyped] = thing
        self._splits = self._splits_by_thing()
        for split in (split for splits in self._splits.values() for split in splits):
            if self._root(split.entity) == split.entity:
                self.made[self.final(split.entity)] = split.label
        self.verdicts = self._last_verdicts()

    def _splits_by_thing(self) -> dict[str, list[Split]]:
        found: dict[str, list[Split]] = defaultdict(list)
        for act in self._of("split"):
            found[self._root(act.arguments[0])].insert(0, _split(act))
        return dict(found)

    def _last_verdicts(self) -> dict[Triple, str]:
        found: dict[Triple, str] = {}
        for act in self.acts:
            if act.verb in ("accept", "reject"):
                subject, relation, object_ = act.arguments
                found[self.final(subject), relation, self.final(object_)] = act.verb
        return found

    def _root(self, entity: str) -> str:
        """Return what an id stands for once redirects and merges are followed, types aside."""
        seen = set()
        while entity not in seen:
            seen.add(entity)
            entity = self._origins.get(entity, entity)
            entity = self._redirects.get(entity, entity)
            entity = self._roots.get(entity, entity)
        return entity

    def final(self, entity: str) -> str:
        """Return the id that an entity has in the graph."""
        if not self.acts:
            return entity
        root = self._root(entity)
        return ids.retyped(root, self._types[root]) if root in self._types else root

    def origin(self, entity: str) -> str:
        """Return the id that a thing had before it was given another type."""
        return self._origins.get(entity, entity)

    def entity(self, entity: str, paper: str, spellings: Callable[[], frozenset[str]]) -> str:
        """Return what a name of a paper means at last; `spellings` are those of the paper."""
        if not self.acts:
            return entity
        root = self._root(entity)
        for split in self._splits.get(root, ()):
            if self._holds(split, paper, spellings):
                return self.final(split.entity)
        return self.final(entity)

    def _holds(self, split: Split, paper: str, spellings: Callable[[], frozenset[str]]) -> bool:
        if split.paper and self._redirects.get(split.paper, split.paper) != paper:
            return False
        return not split.name or spellings() == {split.name}

    def judge(self, facts: list[Fact]) -> list[Fact]:
        """Leave out the rejected facts, and mark the accepted ones."""
        if not self.verdicts:
            return facts
        judged = []
        for fact in facts:
            verdict = self.verdicts.get((fact.subject, fact.relation, fact.object))
            if verdict == "accept":
                judged.append(replace(fact, status="curated"))
            elif verdict is None:
                judged.append(fact)
        return judged

    def judged_mentions(self, mentions: list[Mention]) -> list[Mention]:
        """Leave out the mentions of what a paper is said not to mention."""
        rejected = {
            (subject, object_)
            for (subject, relation, object_), verdict in self.verdicts.items()
            if relation == "mentions" and verdict == "reject"
        }
        return [item for item in mentions if (item.document, item.entity) not in rejected]

    def amended(self, entities: dict[str, Entity]) -> dict[str, Entity]:
        """Give and take names, and take things out of families, the last word last."""
        for entity_id, name, given in self._words_on_names():
            if entity := entities.get(entity_id):
                amend = with_names(entity, [name]) if given else _without_name(entity, name)
                entities[entity_id] = amend
        for (subject, relation, object_), verdict in self.verdicts.items():
            member = entities.get(subject)
            if relation == "inFamily" and verdict == "reject" and member:
                parent = "" if member.parent == object_ else member.parent
                entities[subject] = replace(member, parent=parent)
        return entities

    def _words_on_names(self) -> Iterator[tuple[str, str, bool]]:
        """Yield entity, name, and whether the entity has it."""
        for act in self.acts:
            if act.verb == "alias":
                entity, change, name = act.arguments
                yield self.final(entity), name, change == "add"
            elif act.verb == "split" and act.arguments[1] and not _split(act).paper:
                yield self.final(act.arguments[0]), act.arguments[1], False

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield each id that a merge or a new type took away, with the present one."""
        for entity in {*self._roots, *self._types, *self._origins}:
            if (final := self.final(entity)) != entity:
                yield entity, final


def _split(act: Act) -> Split:
    """Name the thing that a split makes, so that the same line makes the same id."""
    entity, name, paper = (*act.arguments, "", "")[:3]
    if name:
        made = ids.unlisted(ids.type_of(entity), name, f"split {entity} {paper}")
    else:
        made = f"{entity}-{ids.digest('split', entity, paper, length=6)}"
    return Split(name_key(name) if name else "", paper, made, name)


def with_names(entity: Entity, names: Iterable[str]) -> Entity:
    """Return an entity with more aliases."""
    aliases = {*entity.aliases, *names} - {entity.label}
    return replace(entity, aliases=tuple(sorted(aliases)))


def _without_name(entity: Entity, name: str) -> Entity:
    """Return an entity without an alias, however it is written."""
    kept = [alias for alias in entity.aliases if name_key(alias) != name_key(name)]
    return replace(entity, aliases=tuple(kept))
