"""One thing of the graph, full-text search, and what a store holds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kg import given
from kg.model import iso_date
from kg.query.answer import Answer
from kg.query.asked import Asked
from kg.query.families import members
from kg.query.measured import rows_of
from kg.query.names import candidates, encodable, unknown
from kg.query.papers import CANDIDATE, SURE, Papers
from kg.query.rows import SHOWN, Cell, Row, html_table, told_rows

if TYPE_CHECKING:
    from kg.model import Entity, Fact
    from kg.store import Store

#: How many facts of one relation a card holds, unless told otherwise.
FACTS_SHOWN = 10


#: What of its facts and results a card shows in a notebook.
_SHOWN_COLUMNS = (
    "relation", "name", "type", "data", "metric", "value", "status", "papers", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of a thing by one relation, the surest first; `total` counts those left out too.

    `inverse` is true where the thing is the object.
    """

    relation: str
    inverse: bool
    total: int
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The relation, with ``^`` before it where the thing is its object."""
        return f"{'^' * self.inverse}{self.relation}"


@dataclass(frozen=True, slots=True)
class Card:
    """A thing of the graph with all that is known of it.

    `family` are the labels of the families it is in, the narrowest first; `members` the labels of
    what is in it; `others` the ids of other things of the same name. `results` are those that name
    the thing in any slot, or stand in the paper.
    """

    entity: "Entity"
    family: tuple[str, ...]
    members: tuple[str, ...]
    groups: tuple[Group, ...]
    others: tuple[str, ...] = ()
    results: tuple[Row, ...] = ()
    results_total: int = 0

    def to_dict(self) -> dict[str, object]:
        """Return the card as plain values, ready for JSON."""
        entity = asdict(self.entity)
        entity["date"] = iso_date(self.entity.date)
        return {
            "entity": entity,
            "family": list(self.family),
            "members": list(self.members),
            "facts": [
                {
                    "relation": group.relation,
                    "inverse": group.inverse,
                    "total": group.total,
                    "rows": [row.to_dict() for row in group.rows],
                }
                for group in self.groups
            ],
            "results": {
                "total": self.results_total,
                "rows": [row.to_dict() for row in self.results],
            },
            "others": list(self.others),
        }

    def _repr_html_(self) -> str:
        """Return what is known as an HTML table, for a notebook."""
        rows = list(self.rows())[:SHOWN]
        total = sum(number for _, number in self.counts())
        thing = self.entity
        told = f"{thing.label} ({thing.type}, {thing.id}): {told_rows(total, len(rows))}"
        used = {column for row in rows for column, cell in row.cells if cell != ""}
        columns = tuple(column for column in _SHOWN_COLUMNS if column in used)
        return html_table(columns, rows, [told])

    def rows(self) -> Iterator[Row]:
        """Yield the facts of all groups with the relation as a cell, then the results."""
        for group in self.groups:
            for row in group.rows:
                yield Row((("relation", group.title), *row.cells), row.evidence)
        for row in self.results:
            named = {"relation": "result", "name": row["work"], "status": ""}
            yield Row(tuple({**named, **dict(row.cells)}.items()), row.evidence)

    def counts(self) -> Iterator[tuple[str, int]]:
        """Yield each relation, and the results, with how many facts there are."""
        yield from ((group.title, group.total) for group in self.groups)
        if self.results_total:
            yield "results", self.results_total


def show(
    store: "Store", name: str, *, limit: int = FACTS_SHOWN, below_threshold: bool = False
) -> Card:
    """Return all that is known of a name; UnknownNameError, with the nearest names, if nothing.

    `limit` facts of each relation and so many results are given, all for 0. With
    `below_threshold`, facts below the threshold of confidence are given too.
    """
    given.number("limit", limit)
    found = candidates(store, name)
    if not found:
        raise unknown(store, name)
    thing = found[0]
    inside = members(store, thing.id) if thing.type == "ModelFamily" else []
    asked = Asked(store, f"show {name}", "show", (thing,), Papers(store), {})
    results = rows_of(asked, asked.results(thing.id))
    return Card(
        entity=thing,
        family=tuple(_families(store, thing)),
        members=tuple(member.label for member in inside),
        groups=tuple(
            _groups(store, thing.id, limit, SURE + ((CANDIDATE,) if below_threshold else ()))
        ),
        others=tuple(other.id for other in found[1:]),
        results=tuple(results[: limit or None]),
        results_total=len(results),
    )


def _families(store: "Store", thing: "Entity") -> Iterator[str]:
    """Yield the labels of what a thing stands in, from the inside out."""
    seen = {thing.id}
    while thing.parent and thing.parent not in seen:
        thing = store.entity(thing.parent)
        seen.add(thing.id)
        yield thing.label


def _groups(store: "Store", thing: str, limit: int, status: tuple[str, ...]) -> Iterator[Group]:
    papers = Papers(store)
    for inverse in (False, True):
        facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in store.facts(**{"object" if inverse else "subject": thing}, status=status):
            facts[fact.relation].append(fact)
        for relation in sorted(facts):
            rows = _fact_rows(papers, facts[relation], inverse=inverse, limit=limit)
            yield Group(relation, inverse, len(facts[relation]), rows)


def _fact_rows(
    papers: Papers, facts: Sequence["Fact"], *, inverse: bool, limit: int
) -> tuple[Row, ...]:
    ends = [(fact.subject if inverse else fact.object, fact) for fact in facts]
    ordered = sorted(ends, key=lambda item: (-item[1].confidence, item[0]))
    return tuple(_fact_row(papers, end, fact) for end, fact in ordered[: limit or None])


def _fact_row(papers: Papers, end: str, fact: "Fact") -> Row:
    cells: dict[str, Cell] = {
        **papers.cells("name", end),
        "status": fact.status,
        "papers": len({item.document for item in fact.evidence}),
        "confidence": fact.confidence,
    }
    return Row(tuple(cells.items()), papers.quotes(fact.evidence))


def search(store: "Store", text: str, *, limit: int = 20) -> Answer:
    """Find titles, abstracts and names that hold all the words, best first."""
    hits = store.search(encodable(text), limit)
    rows = [
        Row((("name", hit.label), ("id", hit.id), ("type", hit.type), ("text", hit.snippet)))
        for hit in hits
    ]
    return Answer(
        question=f"search {text}",
        intent="search",
        columns=("name", "type", "id", "text"),
        rows=tuple(rows),
        total=len(rows),
        parameters={"text": text},
    )


def stats(store: "Store") -> Answer:
    """Count what a store holds, and what share of the papers says something of each kind."""
    counts = store.counts()
    papers = store.papers_by_relation(SURE)
    rows = [_count("documents", "papers", counts.documents)]
    rows += [_count("entities", name, number) for name, number in sorted(counts.entities.items())]
    rows += [
        _relation_row(name, number, papers.get(name, 0), counts.documents)
        for name, number in sorted(counts.facts.items())
    ]
    rows += [
        _count("records", name, number)
        for name, number in (
            ("records read", counts.records),
            ("listings", counts.listings),
            ("mentions", counts.mentions),
            ("evidence", counts.evidence),
            ("results", counts.results),
        )
    ]
    return Answer(
        question="stats",
        intent="stats",
        columns=("kind", "name", "count", "papers", "share"),
        rows=tuple(rows),
        total=len(rows),
        parameters=dict(sorted(store.meta().items())),
        notes=("share: of all papers, those with at least one such fact that is no candidate",),
    )


def _count(kind: str, name: str, number: int) -> Row:
    return Row((("kind", kind), ("name", name), ("count", number), ("papers", ""), ("share", "")))


def _relation_row(relation: str, number: int, papers: int, documents: int) -> Row:
    share = papers / documents if papers and documents else ""
    cells: dict[str, Cell] = {
        "kind": "facts",
        "name": relation,
        "count": number,
        "papers": papers or "",
        "share": share,
    }
    return Row(tuple(cells.items()))
