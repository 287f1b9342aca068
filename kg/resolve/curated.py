"""What a curator decided, as the stages of resolving ask for it.

Merges, types and splits are a last step between a name's entity and the graph (`entity`); verdicts
on facts and words on aliases come after. What is asked before, while names are linked, stands in
`kg.resolve.curated_names`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg import ids
from kg.curation import Act
from kg.curation.replay import Replay
from kg.curation.result_names import folded, read_name
from kg.ids import type_of
from kg.model import SLOTS, Entity, Fact, Mention, Result, value_text
from kg.resolve.aliases import with_names, without_name
from kg.resolve.uses import name_key

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
    """The acts, replayed from first to last, once names are linked.

    `redirects` leads past ids, which nothing has now, to the present ones: an act may name what a
    thing was called before.
    """

    def __init__(
        self, acts: Iterable[Act] = (), redirects: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.acts = tuple(acts)
        self._redirects = redirects
        self._things = Replay(redirects)
        for act in self.acts:
            if act.verb != "merge" or type_of(act.arguments[0]) != "Paper":
                self._things.take(act)
        self._splits = self._splits_by_thing()
        self._taken = self._taken_by_thing()
        self._verdicts = self._last_verdicts()
        self._on_results = self._verdicts_on_results()
        #: The things that splits make, each with its label where the act gives one.
        self.made = {
            self.final(split.entity): split.label
            for splits in (*self._splits.values(), *(t.values() for t in self._taken.values()))
            for split in splits
            if self._things.root(split.entity) == split.entity
        }

    def _splits_by_thing(self) -> dict[str, list[Split]]:
        found: dict[str, list[Split]] = defaultdict(list)
        for act in self.acts:
            if act.verb == "split":
                found[self._things.root(act.arguments[0])].insert(0, _split(act))
        return dict(found)

    def _taken_by_thing(self) -> dict[str, dict[str, Split]]:
        """Return by name what was taken from each thing, the last word on each counting."""
        found: dict[tuple[str, str], Split | None] = {}
        for act in self.acts:
            if act.verb == "alias":
                entity, change, name = act.arguments
                thing, key = self._things.root(entity), name_key(name)
                made = ids.unlisted(type_of(entity), name)
                found[thing, key] = Split(key, "", made, name) if change == "remove" else None
        taken: dict[str, dict[str, Split]] = defaultdict(dict)
        for (thing, key), split in found.items():
            if split:
                taken[thing][key] = split
        return dict(taken)

    def _last_verdicts(self) -> dict[Triple, str]:
        found: dict[Triple, str] = {}
        for act in self.acts:
            if act.verb in ("accept", "reject") and not act.on_result:
                subject, relation, object_ = act.arguments
                found[self.final(subject), relation, self.final(object_)] = act.verb
        return found

    def _verdicts_on_results(self) -> dict[str, list[tuple[str, frozenset[str], str]]]:
        """Return by paper the value and the things of each result judged, the last verdict first.

        A merge of papers is followed by the redirect that it leaves.
        """
        found: dict[str, list[tuple[str, frozenset[str], str]]] = defaultdict(list)
        for act in self.acts:
            if act.on_result:
                paper, _, name = act.arguments
                value, things = read_name(name)
                judged = (value, frozenset(map(self.final, things)), act.verb)
                found[self.final(paper)].insert(0, judged)
        return dict(found)

    def final(self, entity: str) -> str:
        """Return the id that an entity has in the graph."""
        return self._things.final(entity) if self.acts else entity

    def origin(self, entity: str) -> str:
        """Return the id that a thing had before it was given another type."""
        return self._things.root(entity) if self.acts else entity

    def entity(
        self, entity: str, paper: str, spellings: Callable[[], frozenset[str]], known: str = ""
    ) -> str:
        """Return what a name of a paper means at last; `spellings` are those of the paper.

        `known` is the label of what lexicon or grammar know: a name taken from that is none of its
        names, but a label cannot be taken. Other names were asked for when they were linked.
        """
        if not self.acts:
            return entity
        root = self._things.root(entity)
        splits, taken = self._splits.get(root, ()), self._taken.get(root) if known else None
        if not splits and not taken:
            return self.final(entity)
        spelled = spellings()
        one = next(iter(spelled)) if len(spelled) == 1 else ""
        found = next((split for split in splits if self._holds(split, paper, one)), None)
        if not found and one and taken and (entity != root or one != name_key(known)):
            found = taken.get(one)
        return self.final(found.entity if found else entity)

    def _holds(self, split: Split, paper: str, spelled: str) -> bool:
        """Tell whether a split takes what a paper spells as this, where it does in one way."""
        of_paper = not split.paper or self._redirects.get(split.paper, split.paper) == paper
        return of_paper and split.name in ("", spelled)

    def judge(self, facts: list[Fact]) -> list[Fact]:
        """Leave out the rejected facts, and mark the accepted ones."""
        if not self._verdicts:
            return facts
        judged = []
        for fact in facts:
            verdict = self._verdicts.get((fact.subject, fact.relation, fact.object))
            if verdict == "accept":
                judged.append(replace(fact, status="curated"))
            elif verdict is None:
                judged.append(fact)
        return judged

    def judged_result(self, result: Result, named: frozenset[str]) -> Result | None:
        """Return a result, marked if it was accepted; None for one that was rejected.

        `named` is all that its text names for it. A verdict may have been given before a new type
        took something of that out of the result, or after.
        """
        for value, things, verb in self._on_results.get(result.paper, ()):
            if value == folded(value_text(result)) and _things(result) <= things <= named:
                return replace(result, status="curated") if verb == "accept" else None
        return result

    def judged_mentions(
        self, mentions: list[Mention], entities: Mapping[str, Entity]
    ) -> list[Mention]:
        """Leave out mentions of what a paper is said not to mention, or by a name that was taken.

        That name stands beside others of the listed thing in its text.
        """
        rejected = {
            (subject, object_)
            for (subject, relation, object_), verdict in self._verdicts.items()
            if relation == "mentions" and verdict == "reject"
        }
        taken = {
            (thing, split.name)
            for root, splits in self._taken.items()
            if (entity := entities.get(thing := self.final(root))) and entity.listed
            for split in splits.values()
            if split.name != name_key(entity.label)
        }
        return [
            item
            for item in mentions
            if (item.document, item.entity) not in rejected
            and (not taken or (item.entity, name_key(item.text)) not in taken)
        ]

    def amended(self, entities: dict[str, Entity]) -> dict[str, Entity]:
        """Give and take names, and take things out of families, the last word last."""
        for entity_id, name, given in self._words_on_names():
            if entity := entities.get(entity_id):
                amend = with_names(entity, [name]) if given else without_name(entity, name)
                entities[entity_id] = amend
        for (subject, relation, object_), verdict in self._verdicts.items():
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
        return self._things.moved()


def _things(result: Result) -> frozenset[str]:
    return frozenset(filter(None, (getattr(result, slot) for slot in SLOTS)))


def _split(act: Act) -> Split:
    """Name the thing that a split makes, so that the same line makes the same id."""
    entity, name, paper = (*act.arguments, "", "")[:3]
    if name:
        made = ids.unlisted(type_of(entity), name, f"split {entity} {paper}")
    else:
        made = f"{entity}-{ids.digest('split', entity, paper, length=6)}"
    return Split(name_key(name) if name else "", paper, made, name)
