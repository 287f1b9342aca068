"""Papers by a part of their titles, for questions that nothing else can be read from."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Entity
    from kg.store import Store

#: Fewer words than these are in too many titles, or are those of another thing.
FEWEST = 4
_BETWEEN = re.compile(r"[\W_]+")


def by_part_of_title(store: "Store") -> "Callable[[str], list[Entity]]":
    """Return what finds the paper whose title has some words in a row, if it is the only one."""

    @cache
    def titles() -> list[tuple[str, str]]:
        return [(_plain(title), paper) for title, paper in store.names(("Paper",))]

    @cache
    def find(words: str) -> "list[Entity]":
        plain = _plain(words)
        if len(plain.split()) < FEWEST:
            return []
        found = {paper for title, paper in titles() if plain in title}
        return [store.entity(paper) for paper in found] if len(found) == 1 else []

    return find


def _plain(text: str) -> str:
    """Write words apart from their marks, with a space around each.

    >>> _plain("QLoRA: Efficient Fine-Tuning")
    ' qlora efficient fine tuning '
    """
    return f" {_BETWEEN.sub(' ', text.casefold()).strip()} "
