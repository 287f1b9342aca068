"""Frequent names that the lexicon does not list: what a curator may want to add to it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import given, schema
from kg.ids import NAMESPACES, name_key
from kg.lexicon import load
from kg.lexicon.tables import TABLES
from kg.query.answer import Answer
from kg.query.papers import SURE, Papers
from kg.query.rows import Cell, Quote, Row

if TYPE_CHECKING:
    from kg.model import Document, Entity, Mention
    from kg.store import Store

#: A name in fewer papers is not shown, unless asked for.
FEWEST = 2
#: How far a context reaches on either side of the name, in characters.
REACH = 60


@dataclass(slots=True)
class _Candidate:
    """The uses of one name, whatever entities they were linked to; `papers` have one type each.

    `coined` are the papers that introduce something of this name: TIDE is coined again and again.
    """

    papers: dict[str, str] = field(default_factory=dict)
    coined: set[str] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)
    first: "dict[str, Mention]" = field(default_factory=dict)
    #: How sure the recognisers are of the name, by paper, where they are most sure.
    scores: dict[str, float] = field(default_factory=dict)

    def add(self, mention: "Mention", entity: "Entity") -> None:
        """Count a mention."""
        self.papers.setdefault(mention.document, entity.type)
        self.spellings[mention.text] += 1
        self.first.setdefault(mention.document, mention)
        known = self.scores.get(mention.document, 0.0)
        self.scores[mention.document] = max(known, mention.score)

    @property
    def used(self) -> int:
        """How many papers use the name without having coined it."""
        return len(self.papers) - len(self.coined)

    @property
    def confidence(self) -> float:
        """How sure the recognisers are of the name, on average over its papers."""
        return round(sum(self.scores.values()) / len(self.scores), 2)


def candidates(
    store: "Store", *, type: str = "", limit: int = 0, contexts: int = 1, fewest: int = FEWEST
) -> Answer:
    """Return the names of at least `fewest` papers that the lexicon lacks, the surest first.

    They are ranked by use times the confidence of the recognisers. Use is counted in papers that
    do not introduce the name themselves; two that do are two entities, and one candidate here.
    The type is what most papers take the name for; `type` keeps the names of which it is that.
    Each row has `contexts` passages, of as many papers; `limit` is the most rows, 0 for all.
    """
    for name, value, least in (
        ("limit", limit, 0),
        ("contexts", contexts, 0),
        ("fewest", fewest, 1),
    ):
        given.number(name, value, least)
    schema.check(types=given.several(type))
    found = _collect(store)
    kept = [(label, item) for label, item in _frequent(found, fewest) if type in ("", _type(item))]
    papers = Papers(store)
    shown = kept[: limit or None]
    return Answer(
        question=f"candidates{f' of type {type}' if type else ''}",
        intent="candidates",
        columns=("name", "type", "papers", "introduced", "confidence", "types", "spellings"),
        rows=tuple(_row(papers, label, item, contexts) for label, item in shown),
        total=len(kept),
        parameters={"type": type} if type else {},
    )


def _collect(store: "Store") -> dict[str, _Candidate]:
    """Gather the mentions of unlisted named things by the key of their label."""
    unlisted = {entity.id: entity for entity in _unlisted(store)}
    found: dict[str, _Candidate] = {}
    for mention in store.mentions():
        if entity := unlisted.get(mention.entity):
            found.setdefault(name_key(entity.label), _Candidate()).add(mention, entity)
    for fact in store.facts(relation="introduces", status=SURE):
        if entity := unlisted.get(fact.object):
            item = found.get(name_key(entity.label), _Candidate())
            item.coined |= {fact.subject} & item.papers.keys()
    return found


def _unlisted(store: "Store") -> "Iterator[Entity]":
    """Yield what the lexicon could list and does not, under any type.

    A family gives all its sizes and versions in any spelling: these need no row of their own.
    """
    lexicon = load()
    families = {entity.id for entity in store.entities("ModelFamily") if entity.listed}
    for type_name in sorted(set(TABLES) & set(NAMESPACES)):
        for entity in store.entities(type_name):
            given_by_family = entity.parent in families and not entity.variant
            if not (entity.listed or given_by_family or lexicon.lookup(entity.label)):
                yield entity


def _frequent(found: Mapping[str, _Candidate], fewest: int) -> list[tuple[str, _Candidate]]:
    """Return the candidates in enough papers, with the commonest spelling, in a settled order."""
    kept = [(_most(item.spellings), item) for item in found.values() if len(item.papers) >= fewest]
    return sorted(kept, key=_rank)


def _rank(pair: tuple[str, _Candidate]) -> tuple[float, int, str, str]:
    label, item = pair
    return (-item.used * item.confidence, -len(item.papers), label.casefold(), label)


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda text: (-counted[text], text))


def _type(item: _Candidate) -> str:
    """Guess the type: that of most papers."""
    return _most(Counter(item.papers.values()))


def _row(papers: Papers, label: str, item: _Candidate, contexts: int) -> Row:
    cells: dict[str, Cell] = {
        "name": label,
        "type": _type(item),
        "papers": len(item.papers),
        "introduced": len(item.coined),
        "confidence": item.confidence,
        "types": _counts(Counter(item.papers.values())),
        "spellings": _counts(item.spellings),
    }
    chosen = spread(sorted(item.first), contexts)
    return Row(tuple(cells.items()), tuple(_context(papers, item.first[key]) for key in chosen))


def spread(keys: Sequence[str], number: int) -> list[str]:
    """Choose some of the keys, evenly from first to last.

    >>> spread("abcdefghi", 3), spread("ab", 3), spread("abc", 0)
    (['a', 'd', 'g'], ['a', 'b'], [])
    """
    number = min(number, len(keys))
    return [keys[place * len(keys) // number] for place in range(number)]


def _counts(counted: Counter[str]) -> str:
    """Write texts with their counts, the commonest first.

    >>> _counts(Counter({"b": 1, "a": 1, "c": 2}))
    'c (2), a (1), b (1)'
    """
    ordered: Iterable[tuple[str, int]] = sorted(counted.items(), key=lambda it: (-it[1], it[0]))
    return ", ".join(f"{text} ({number})" for text, number in ordered)


def _context(papers: Papers, mention: "Mention") -> Quote:
    """Return the words around a mention, cut at blanks."""
    document = papers.document(mention.document)
    start, end = _around(_text(document, mention.field), mention.start, mention.end)
    return Quote(
        paper=document.id,
        title=document.title,
        field=mention.field,
        start=start,
        end=end,
        quote=_text(document, mention.field)[start:end],
        rule=mention.recogniser,
        confidence=mention.score,
    )


def _text(document: "Document", field_name: str) -> str:
    return document.title if field_name == "title" else document.abstract


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of whole words that reaches `REACH` characters to either side."""
    left, right = max(0, start - REACH), min(len(text), end + REACH)
    if left:
        left = text.find(" ", left, start) + 1 or start
    if right < len(text):
        right = max(text.rfind(" ", end, right), end)
    return left, right
