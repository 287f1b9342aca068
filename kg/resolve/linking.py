"""Which entity each name of each text means.

A name that lexicon or grammar know has its entity. Of the others, a name that exactly one paper
introduces means that paper's thing wherever it stands; one that several papers introduce means
each one's own thing there, and an open one elsewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from kg import ids
from kg.lexicon import Lexicon
from kg.model import PAPER, Extraction, Name
from kg.resolve.papers import Paper

#: Types that texts mix up: one name is one thing within a group.
_GROUPS = {
    "Model": "system",
    "ModelFamily": "system",
    "Method": "system",
    "Dataset": "data",
    "Benchmark": "data",
}

#: What a name is looked up by: the group of its type, and the folded name.
Key = tuple[str, str]

#: `kg.ids.name_key`, kept: the same few thousand names come again and again.
name_key = cache(ids.name_key)


@cache
def type_of(entity_id: str) -> str:
    """Return the type that an id says.

    >>> type_of("family/llama-2")
    'ModelFamily'
    """
    return ids.TYPES_BY_NAMESPACE[entity_id.partition("/")[0]]


@dataclass(slots=True)
class _Uses:
    """Who says one name that no list knows.

    `own` has the entity of each paper that introduces it, `others` counts the types and labels
    in the other papers.
    """

    own: dict[str, str] = field(default_factory=dict)
    others: Counter[tuple[str, str]] = field(default_factory=Counter)


class Links:
    """The entity of each name, once all texts are known."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.redirects: dict[str, str] = {}
        self._lexicon = lexicon
        self._own: dict[Key, dict[str, str]] = {}
        self._open: dict[Key, str] = {}
        self._families: dict[str, str] = {}

    def entity(self, paper_id: str, name: Name) -> str:
        """Return the id of what a name means in a paper."""
        key = _key(name)
        return name.known or self._own.get(key, {}).get(paper_id) or self._open[key]

    def family(self, label: str) -> str:
        """Return the id of the family of this label: as texts, or the lexicon, know it."""
        key = name_key(label)
        if key not in self._families:
            found = self._lexicon.lookup(label, "ModelFamily")
            self._families[key] = found[0].id if found else self._open_family(label)
        return self._families[key]

    def _open_family(self, label: str) -> str:
        found = self._open.get((_GROUPS["ModelFamily"], name_key(label)), "")
        if found and type_of(found) == "ModelFamily":
            return found
        return ids.entity_id("ModelFamily", label)

    def settle(self, uses: Mapping[Key, _Uses]) -> None:
        """Choose what each name means where it is introduced, and where it is not."""
        for key, found in uses.items():
            self._own[key] = found.own
            former = set(found.others)
            if len(found.own) == 1:
                (self._open[key],) = found.own.values()
            elif former:
                chosen = _most_used(found.others)
                self._open[key] = ids.unlisted(*chosen)
                former.remove(chosen)
            for spelled in former:
                self.redirects[ids.unlisted(*spelled)] = self._open[key]

    def know(self, name: Name) -> None:
        """Note the id of a family that is named by itself; of two ids the first one holds."""
        key = name_key(name.label)
        self._families[key] = min(name.known, self._families.get(key, name.known))

    def redirect_titles(self, paper: Paper, name: Name) -> None:
        """Lead the ids that an own name had under another title of its paper to the present."""
        present, *former = (
            ids.unlisted(name.type, name.label, title) for title in paper.title_keys
        )
        self.redirects.update((old, present) for old in former)


def link(papers: Iterable[Paper], extractions: Mapping[str, Extraction], lexicon: Lexicon) -> Links:
    """Look at all names of all texts, then say what each means."""
    links = Links(lexicon)
    uses: dict[Key, _Uses] = defaultdict(_Uses)
    for paper in papers:
        extraction = extractions[paper.text]
        own = _introduced(extraction)
        for name in extraction.names:
            if name.known:
                if name.type == "ModelFamily":
                    links.know(name)
            elif _key(name) not in own:
                uses[_key(name)].others[name.type, name.label] += 1
        for key, name in own.items():
            title, *_ = paper.title_keys
            uses[key].own[paper.document.id] = ids.unlisted(name.type, name.label, title)
            links.redirect_titles(paper, name)
    links.settle(uses)
    return links


def _introduced(extraction: Extraction) -> dict[Key, Name]:
    """Return the names that the text introduces and no list knows, the first of each key."""
    own: dict[Key, Name] = {}
    introduced = introduced_references(extraction)
    if introduced:
        names = {name.reference: name for name in extraction.names}
        for name in map(names.__getitem__, introduced):
            if not name.known:
                own.setdefault(_key(name), name)
    return own


def introduced_references(extraction: Extraction) -> list[str]:
    """Return the local references of what the text introduces, the principal one first."""
    return [
        fact.object
        for fact in extraction.facts
        if fact.relation == "introduces" and fact.subject == PAPER
    ]


def _key(name: Name) -> Key:
    return (_GROUPS.get(name.type, name.type), name_key(name.label))


def _most_used(spellings: Counter[tuple[str, str]]) -> tuple[str, str]:
    """Return the type that most papers give, and the label that most of these give."""
    types: Counter[str] = Counter()
    for (type_name, _), count in spellings.items():
        types[type_name] += count
    chosen = min(types, key=lambda type_name: (-types[type_name], type_name))
    labels = {
        label: count for (type_name, label), count in spellings.items() if type_name == chosen
    }
    return chosen, min(labels, key=lambda label: (-labels[label], label))
