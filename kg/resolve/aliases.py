"""Give names to an entity, and take them."""

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Entity
from kg.resolve.uses import name_key


def with_names(entity: Entity, names: Iterable[str]) -> Entity:
    """Return an entity with more aliases."""
    aliases = {*entity.aliases, *names} - {entity.label}
    return replace(entity, aliases=tuple(sorted(aliases)))


def without_name(entity: Entity, name: str) -> Entity:
    """Return an entity without an alias, however it is written."""
    kept = [alias for alias in entity.aliases if name_key(alias) != name_key(name)]
    return replace(entity, aliases=tuple(kept))
