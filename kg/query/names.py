"""From a name in a question to the entity that is meant."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.counted import counted
from kg.errors import UnknownNameError
from kg.identifiers import identifier_in
from kg.ids import name_key
from kg.query.nouns import topics_of
from kg.query.words import other_number, spellings, turned

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: How many near names an error offers, and how many it looks at closely.
NEAREST = 5
#: From what likeness on a name is one that is misspelt.
_MISSPELT = 0.8
LOOKED_AT = 60

#: So many words may be names of as many things, given where one is wanted.
SEVERAL = 5
#: How many other things of a name are told.
TOLD = 3
#: Why a paper is not there, and what to do.
_NO_PAPER = "no listing in this store has it: `kg build` one that does"
#: What is told where nothing is like a name.
_NOTHING_NEAR = "`kg stats` tells what there is, and `kg ask` lists it: all methods"

_REGISTRY = re.compile(r"^(?:https?://)?huggingface\.co/", re.IGNORECASE)


def candidates(store: "Store", name: str, types: Sequence[str] = ()) -> list["Entity"]:
    """Return what a name may mean, best first; what is of the given types comes before the rest.

    The name may be a label, an alias, an id, an arXiv id, or any spelling that the grammar of model
    names reads, Hugging Face ids among them. Empty where nothing is known by it.
    """
    return meant(store.find, name, types)


def meant(
    find: "Callable[[str], list[Entity]]",
    name: str,
    types: Sequence[str] = (),
    *,
    respelled: bool = True,
) -> list["Entity"]:
    """Return what a name may mean, as `candidates`, of what `find` gives for its spellings.

    Those of the grammar of model names are among them if `respelled`.
    """
    rest: list[Entity] = []
    for spelling in spelled(encodable(name), respelled=respelled):
        found = find(spelling)
        fitting = [entity for entity in found if not types or entity.type in types]
        if fitting:
            return fitting + [entity for entity in found if entity not in fitting]
        rest = rest or found
    return rest


def encodable(text: str) -> str:
    r"""Replace what UTF-8 cannot hold.

    >>> encodable("a\ud800")
    'a?'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def resolve(store: "Store", name: str, types: Sequence[str] = ()) -> "Entity":
    """Return the entity that a name means; UnknownNameError, with the nearest names, if none."""
    found = candidates(store, name, types)
    if not found:
        raise unknown(store, name, types)
    return found[0]


def resolve_told(store: "Store", name: str) -> "tuple[Entity, tuple[str, ...]]":
    """Return the entity that a name means, and what is to be told of others with that name."""
    found = candidates(store, name)
    if not found:
        raise unknown(store, name)
    return found[0], tuple(filter(None, (namesakes(found),)))


def namesakes(found: "Sequence[Entity]") -> str:
    """Tell of what else bears a name that is taken for the first of these; '' for nothing."""
    told = ", ".join(f"{other.id} ({other.type})" for other in found[1 : 1 + TOLD])
    return f"{found[0].label} is read as {found[0].id}; of the same name: {told}" if told else ""


# Whose names are like too many others to be worth naming where no type is asked for.
_SELDOM_MEANT = ("author/", "listing/", "repo/", "page/")


def unknown(store: "Store", name: str, types: Sequence[str] = ()) -> UnknownNameError:
    """Make the error for a name that nothing is known by; it says what to do instead."""
    name = encodable(name).strip(" ,:;?!")
    if name.startswith("paper/") or identifier_in(name):
        return UnknownNameError("paper", name, (), _NO_PAPER)
    kind = " or ".join(types) if 0 < len(types) <= 2 else "thing"
    known = {
        other: entity
        for other, entity in store.names(types)
        if types or not entity.startswith(_SELDOM_MEANT)
    }
    bare = (spellings(name) or (name,))[-1]
    near = (other for text in dict.fromkeys((name, bare)) for other in nearest(text, known))
    labels = tuple(dict.fromkeys(store.entity(known[other]).label for other in near))
    if not is_misspelt(name, labels):
        labels = tuple(dict.fromkeys((*topics_of(store, name, types)[:NEAREST], *labels)))
    further = _told_of_several(store, name) or told_of_search(store, name)
    return UnknownNameError(
        kind, name, labels[:NEAREST], further or ("" if labels else _NOTHING_NEAR)
    )


def _told_of_several(store: "Store", name: str) -> str:
    """Tell that words are names of several things; '' where they are not."""
    words = name.split()
    if not 1 < len(words) <= SEVERAL or not all(store.find(word) for word in words):
        return ""
    return f"these are {len(words)} names: give one, or `kg compare {' '.join(words)}`"


def is_misspelt(name: str, near: Iterable[str]) -> bool:
    """Tell whether a name is so like a near one that it is likely to be meant."""
    from difflib import SequenceMatcher

    key = name.casefold()
    return any(SequenceMatcher(None, key, one.casefold()).ratio() >= _MISSPELT for one in near)


def told_of_search(store: "Store", words: str, more_than: int = 0) -> str:
    """Say how many papers have the words, and how to see them; '' where they are no more."""
    from kg.store import papers_with

    text = " ".join(words.replace('"', " ").split())
    papers = papers_with(store, text)
    having = counted(papers, "paper")
    found = f'`kg search "{text}"` finds {having} with these words'
    return found if papers > more_than else ""


def nearest(name: str, known: Iterable[str], count: int = NEAREST) -> tuple[str, ...]:
    """Return the known names that are most like a name, best first.

    >>> nearest("Lama 2 7B", ["Llama-2-7B", "GSM8K", "Llama-2-70B"], 2)
    ('Llama-2-7B', 'Llama-2-70B')
    """
    from difflib import SequenceMatcher
    from heapq import nlargest

    key = name_key(name)
    grams = _grams(key)
    shared = {other: _overlap(grams, name_key(other)) for other in known}
    closest = nlargest(LOOKED_AT, shared.items(), key=lambda item: (item[1], item[0]))
    scored = [
        (SequenceMatcher(None, key, name_key(other)).ratio(), other)
        for other, overlap in closest
        if overlap
    ]
    best = sorted(scored, key=lambda item: (-item[0], item[1]))
    return _apart((other for ratio, other in best if ratio >= 0.5), count)


def _apart(names: Iterable[str], count: int) -> tuple[str, ...]:
    """Keep one spelling of each name."""
    kept: dict[str, str] = {}
    for name in names:
        if len(kept) == count:
            break
        kept.setdefault(name_key(name), name)
    return tuple(kept.values())


def _grams(key: str) -> frozenset[str]:
    return frozenset(key[i : i + 2] for i in range(max(len(key) - 1, 1)))


def _overlap(grams: frozenset[str], key: str) -> float:
    """Return the share of the pairs of letters that two keys have in common (Dice)."""
    others = _grams(key)
    return 2 * len(grams & others) / (len(grams) + len(others))


def spelled(name: str, *, respelled: bool) -> Iterable[str]:
    """Yield the spellings to look up, the most literal first."""
    texts = spellings(name)
    yield from texts
    yield from filter(None, map(other_number, texts))
    for text in texts:
        yield from turned(text)
    if respelled:
        yield from _canonical(_REGISTRY.sub("", text) for text in texts)


def _canonical(texts: Iterable[str]) -> Iterable[str]:
    """Yield the canonical label where the grammar of model names reads a text as one."""
    for text in texts:
        if label := _canonical_label(text):
            yield label


@lru_cache(maxsize=256)
def _canonical_label(text: str) -> str:
    from kg.mentions.models.find import canonical

    return canonical(text)
