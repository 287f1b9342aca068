"""Which records are of one paper: by identifiers, by titles, and by what a curator says."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from kg import ids
from kg.curation import Act
from kg.model import Document
from kg.resolve.titles import agree, loose_keys

#: The schemes of which an identifier makes two records one paper.
_SCHEMES = frozenset({"arxiv", "doi", "acl"})

#: Titles that are shared by more papers than this tell nothing.
_MANY = 8

#: The numbers of the records that share a key.
Shared = Iterable[list[int]]


class _Groups:
    """Union-find over the numbers of the records; some pairs may be kept apart."""

    def __init__(self, records: list[Document], apart: Iterable[frozenset[str]]) -> None:
        self._parents = list(range(len(records)))
        self._apart = [pair for pair in apart if len(pair) == 2]
        self._ids = [{record.id} if self._apart else set() for record in records]

    def find(self, item: int) -> int:
        while self._parents[item] != item:
            self._parents[item] = item = self._parents[self._parents[item]]
        return item

    def unite(self, items: Iterable[int]) -> None:
        """Make one group of those of the items, but for what is to be kept apart."""
        roots = [self.find(item) for item in items]
        for root in roots[1:]:
            into, other = self.find(roots[0]), self.find(root)
            if into != other and not self._are_apart(into, other):
                self._parents[other] = into
                self._ids[into] |= self._ids[other]

    def _are_apart(self, one: int, other: int) -> bool:
        known = self._ids[one], self._ids[other]
        return any(
            (first in known[0] and second in known[1]) or (second in known[0] and first in known[1])
            for first, second in self._apart
        )


def same_papers(
    records: list[Document], acts: tuple[Act, ...]
) -> Iterator[tuple[list[Document], str]]:
    """Yield the records of each paper, with the id that a curator gives it, else ''.

    Records that share an identifier are one paper. Two arXiv ids are two papers, whatever the
    titles; a record without one joins the only paper with an arXiv id that has its title, and else
    those that have none either. Titles that are nearly the same count where authors agree.
    """
    acts = tuple(act for act in acts if act.arguments[0].startswith("paper/"))
    apart = [frozenset(act.arguments) for act in acts if act.verb == "do-not-merge"]
    if acts:  # which of three is kept out of a group depends on the order
        records = sorted(records, key=repr)
    groups = _Groups(records, apart)
    for same in _numbers_by(records, _identifier_keys).values():
        groups.unite(same)
    _unite_by_title(groups, records)
    _unite_by_loose_title(groups, records)
    merged = _unite_by_hand(groups, records, acts)
    for root, numbers in _members(groups, records).items():
        yield [records[number] for number in numbers], merged.get(root, "")


def _unite_by_title(groups: _Groups, records: list[Document]) -> None:
    by_title = _numbers_by(records, lambda record: [ids.title_key(record.title)]).values()
    on_arxiv = _on_arxiv(groups, records)
    for same in by_title:
        groups.unite(number for number in same if groups.find(number) not in on_arxiv)
    for other, found in _candidates(groups, by_title, on_arxiv).items():
        if len(found) == 1:
            groups.unite([*found, other])


def _unite_by_loose_title(groups: _Groups, records: list[Document]) -> None:
    """Unite what has nearly the same title, where authors agree and only one paper comes near."""
    members, on_arxiv = _members(groups, records), _on_arxiv(groups, records)
    if len(on_arxiv) == len(members):
        return
    for key, same in sorted(_numbers_by(records, _loose_keys).items()):
        roots = {groups.find(number) for number in same}
        if not 1 < len(roots) <= _MANY or len(on_arxiv & roots) > 1:
            continue
        texts = [[records[number] for number in members[root]] for root in roots]
        if all(_agree(key, one, other) for one, other in combinations(texts, 2)):
            groups.unite(roots)
            for root in roots - {groups.find(root) for root in roots}:
                members[groups.find(root)] += members[root]
            if on_arxiv & roots:
                on_arxiv |= {groups.find(root) for root in roots}


def _agree(key: str, one: list[Document], other: list[Document]) -> bool:
    """Tell whether two groups may be one; where only a head is shared, one has no subtitle.

    Groups that share an exact title are apart for a reason already.
    """
    exact = [{ids.title_key(record.title) for record in group} for group in (one, other)]
    if exact[0] & exact[1]:
        return False
    wholes = [{loose_keys(record.title)[0] for record in group} for group in (one, other)]
    by_head = not (key in wholes[0] and key in wholes[1])
    if by_head and not (key in wholes[0] or key in wholes[1]):
        return False
    return agree(one, other, by_head=by_head)


def _loose_keys(record: Document) -> Iterable[str]:
    return loose_keys(record.title)


def _unite_by_hand(
    groups: _Groups, records: list[Document], acts: Iterable[Act]
) -> Mapping[int, str]:
    """Unite what a curator says is one; return the id that he gives to each such group."""
    merges = [act.arguments for act in acts if act.verb == "merge"]
    if not merges:
        return {}
    by_id: dict[str, int] = {}
    for number, record in enumerate(records):
        by_id.setdefault(record.id, number)
    for root, numbers in _members(groups, records).items():
        found = {item for number in numbers for item in records[number].identifiers}
        by_id.setdefault(ids.paper_id(found, records[root].title), root)
    wanted = [(one, other) for one, other in merges if one in by_id and other in by_id]
    for one, other in wanted:
        groups.unite([by_id[other], by_id[one]])
    into = {one for one, _ in merges}
    return {groups.find(by_id[other]): other for _, other in wanted if other not in into}


def _members(groups: _Groups, records: list[Document]) -> dict[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(records)):
        members[groups.find(number)].append(number)
    return members


def _identifier_keys(record: Document) -> Iterator[str]:
    """Yield each identifier as the paper id that it would make, which folds its case."""
    for identifier in record.identifiers:
        if identifier.scheme in _SCHEMES:
            yield ids.paper_id((identifier,), record.title)


def _on_arxiv(groups: _Groups, records: list[Document]) -> set[int]:
    """Return the groups that have an arXiv id."""
    return {
        groups.find(number)
        for number, record in enumerate(records)
        if any(identifier.scheme == "arxiv" for identifier in record.identifiers)
    }


def _numbers_by(
    records: list[Document], keys_of: Callable[[Document], Iterable[str]]
) -> dict[str, list[int]]:
    """Return the numbers of the records that share a key, by the key."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for key in keys_of(record):
            found[key].append(number)
    return found


def _candidates(groups: _Groups, by_title: Shared, on_arxiv: set[int]) -> dict[int, set[int]]:
    """Return the groups with an arXiv id that share a title with each group without one."""
    candidates: dict[int, set[int]] = defaultdict(set)
    for same in by_title:
        roots = {groups.find(number) for number in same}
        for other in roots - on_arxiv:
            candidates[other] |= roots & on_arxiv
    return candidates
