"""What a curator says of names, as it is asked while they are linked."""

from collections.abc import Iterable

from kg.curation import Act
from kg.curation.replay import Replay
from kg.ids import type_of
from kg.resolve.uses import Key, key_of_type, name_key


class CuratedNames:
    """Names that were given to things or taken from them, and things that stay two."""

    def __init__(self, acts: Iterable[Act] = ()) -> None:
        self._acts = tuple(acts)
        self._things = Replay()
        for act in self._acts:
            self._things.take(act)
        words = self._last_words()
        self._claims = {key: entity for (entity, key), change in words.items() if change == "add"}
        self._removed = {
            (self._things.root(entity), name)
            for (entity, (_, name)), change in words.items()
            if change == "remove"
        }

    def _last_words(self) -> dict[tuple[str, Key], str]:
        """Return what was said last of each name and thing, in the order of saying."""
        words: dict[tuple[str, Key], str] = {}
        for act in self._acts:
            if act.verb == "alias":
                entity, change, name = act.arguments
                alias = (entity, key_of_type(type_of(entity), name))
                words.pop(alias, None)
                words[alias] = change
        return words

    def claimed(self, key: Key) -> str:
        """Return the entity that a curator gave a name to, or ''."""
        return self._claims.get(key, "")

    def may_be(self, name: str, entity: str, open_ids: Iterable[str]) -> bool:
        """Tell whether a name that has one of the open ids may be taken for an entity."""
        if not self._acts:
            return True
        root = self._things.root(entity)
        if (root, name_key(name)) in self._removed:
            return False
        apart = self._things.apart_from(root)
        return not apart or apart.isdisjoint(map(self._things.root, open_ids))
