"""What the graph says of each named thing: label, aliases, attributes, parent."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.ids import type_of
from kg.lexicon import Lexicon
from kg.lexicon.directions import metric_direction
from kg.model import Entity, Extraction, Name
from kg.resolve.curated import Curated
from kg.resolve.linking import Links

#: What is counted: a label, or version, size and variant together.
T = TypeVar("T", str, tuple[str, str, str])

#: Types of which the name is a web address.
_ADDRESSES = frozenset({"CodeRepository", "WebPage"})
_SCHEME = re.compile(r"^\w+://(?:www\.)?|/+$")


@dataclass(slots=True)
class _Seen:
    """How texts speak of one thing; `forms` counts version, size and variant."""

    # Plain: an empty Counter takes ten times as long to make, and there are many things.
    labels: dict[str, int] = field(default_factory=dict)
    forms: dict[tuple[str, str, str], int] = field(default_factory=dict)
    families: dict[str, int] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    named: bool = False
    listed: bool = False

    def note(self, name: Name) -> None:
        """Note one name."""
        _count(self.labels, name.label)
        _count(self.forms, (name.version, name.size, name.variant))
        self.aliases.update(name.aliases)
        self.named |= name.named
        self.listed |= bool(name.known)

    def take(self, other: "_Seen") -> None:
        """Take the names of what was merged into this."""
        self.aliases |= {*other.labels, *other.aliases}
        self.named |= other.named
        self.listed |= other.listed


class Entities:
    """Collects what texts say of each thing, then makes the entities."""

    def __init__(self, links: Links, lexicon: Lexicon, curated: Curated) -> None:
        self._links, self._lexicon, self._curated = links, lexicon, curated
        self._seen: dict[str, _Seen] = defaultdict(_Seen)
        self._merged: dict[str, _Seen] = defaultdict(_Seen)
        self._family_labels: dict[str, dict[str, int]] = defaultdict(dict)

    def see(self, extraction: Extraction, ids: Mapping[str, str]) -> None:
        """Note the spellings of one text; `ids` has the entity of each reference."""
        for spelling, entity_id in _own_spellings(extraction, ids):
            self._seen[entity_id].aliases.add(spelling)

    def see_name(self, entity_id: str, name: Name) -> None:
        """Note one name of a thing."""
        seen = self._seen[entity_id]
        seen.note(name)
        if name.family:
            family = self._curated.final(self._links.family(name.family))
            _count(seen.families, family)
            _count(self._family_labels[family], name.family)

    def see_merged(self, entity_id: str, name: Name) -> None:
        """Note one name of what a curator merged into a thing, which keeps its own label."""
        self._merged[entity_id].note(name)

    def make(self) -> dict[str, Entity]:
        """Return the entities by id, with all that are parents of others."""
        for entity_id, merged in self._merged.items():
            if self._seen[entity_id].labels:
                self._seen[entity_id].take(merged)
            else:  # nobody else speaks of it
                merged.aliases |= self._seen[entity_id].aliases
                self._seen[entity_id] = merged
        entities = {
            entity_id: self._entity(entity_id, seen) for entity_id, seen in self._seen.items()
        }
        waiting = [entity.parent for entity in entities.values()]
        while waiting:
            parent = waiting.pop()
            if parent and parent not in entities:
                named_within = _Seen(self._family_labels[parent], named=True, listed=True)
                entities[parent] = self._entity(parent, named_within)
                waiting.append(entities[parent].parent)
        return _without_cycles(entities)

    def _entity(self, entity_id: str, seen: _Seen) -> Entity:
        entry = self._lexicon.entries.get(self._curated.origin(entity_id))
        if entry is None:
            return _fitting(_unknown(entity_id, seen))
        made = _unknown(entity_id, replace(seen, labels={entry.label: 1}))
        aliases = {*made.aliases, *seen.labels, *entry.aliases} - {entry.label}
        made = replace(
            made,
            aliases=tuple(sorted(aliases)),
            parent=self._curated.final(entry.parent) or made.parent,
            named=entry.named,
            listed=True,
            unit=entry.unit,
            direction=entry.direction,
            url=entry.url,
        )
        return _fitting(made)


def _fitting(entity: Entity) -> Entity:
    """Drop a parent that is of no type to be one: a curator may have given either another type."""
    allowed = "ModelFamily" if entity.type == "Model" else entity.type
    if entity.parent and type_of(entity.parent) != allowed:
        return replace(entity, parent="")
    return entity


def _unknown(entity_id: str, seen: _Seen) -> Entity:
    """Make the entity of a thing that is not in the lexicon, from what texts say of it."""
    type_name, name = type_of(entity_id), _most_used(seen.labels)
    is_address = type_name in _ADDRESSES
    label = _SCHEME.sub("", name) if is_address else name
    version, size, variant = _most_used(seen.forms) if seen.forms else ("", "", "")
    return Entity(
        id=entity_id,
        type=type_name,
        label=label,
        aliases=tuple(sorted({*seen.aliases, *seen.labels} - {label})),
        parent=_most_used(seen.families) if seen.families else "",
        named=seen.named,
        listed=seen.listed,
        version=version,
        size=size,
        variant=variant,
        direction=metric_direction(label) if type_name == "Metric" else "",
        url=name if is_address else "",
    )


def _count(counts: dict[T, int], item: T) -> None:
    """Count one more of an item."""
    counts[item] = counts.get(item, 0) + 1


def _most_used(counts: Mapping[T, int]) -> T:
    """Return what was counted most; of equals the first by name."""
    return min(counts, key=lambda item: (-counts[item], item))


def _own_spellings(extraction: Extraction, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each spelling that names one thing only; a list written short names several."""
    meant: dict[str, str] = {}
    for mention in extraction.mentions:
        spelling, entity_id = " ".join(mention.text.split()), ids[mention.entity]
        if meant.setdefault(spelling, entity_id) != entity_id:
            meant[spelling] = ""
    for spelling, entity_id in meant.items():
        if entity_id:
            yield spelling, entity_id


def _without_cycles(entities: dict[str, Entity]) -> dict[str, Entity]:
    """Cut the parent of the first of those that would be their own ancestors."""
    for entity_id in sorted(entities):
        ancestors, parent = set(), entities[entity_id].parent
        while parent and parent not in ancestors:
            ancestors.add(parent)
            parent = entities[parent].parent
        if entity_id in ancestors:
            entities[entity_id] = replace(entities[entity_id], parent="")
    return entities
