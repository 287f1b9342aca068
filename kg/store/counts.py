"""Count what a store holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.store.connection import Database
from kg.store.paging import marks


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of each. `listings` counts appearances of papers on pages.

    `records` counts what was read: two records may be one document.
    """

    records: int
    documents: int
    entities: dict[str, int]
    facts: dict[str, int]
    evidence: int
    mentions: int
    results: int
    listings: int


def count(database: Database) -> Counts:
    """Count the rows of each kind; entities by type and facts by relation."""
    return Counts(
        records=_number(database, "SELECT count(*) FROM record"),
        documents=_number(database, "SELECT count(*) FROM document"),
        entities=_groups(database, "SELECT type, count(*) FROM entity GROUP BY type"),
        facts=_groups(database, "SELECT relation, count(*) FROM fact GROUP BY relation"),
        evidence=_number(database, "SELECT count(*) FROM evidence"),
        mentions=_number(database, "SELECT count(*) FROM mention"),
        results=_number(database, "SELECT count(*) FROM result"),
        listings=_number(
            database,
            "SELECT count(*) FROM evidence JOIN fact ON fact.key = evidence.fact"
            " WHERE fact.relation = 'listedIn'",
        ),
    )


def papers_by_relation(database: Database, status: Sequence[str]) -> dict[str, int]:
    """Return how many papers are the subject of a fact of each relation, of these statuses."""
    sql = (
        "SELECT relation, count(DISTINCT subject) FROM fact JOIN entity ON entity.key = subject"
        f" WHERE type = 'Paper' AND status IN ({marks(status)}) GROUP BY relation"
    )
    return dict(database.rows(sql, status))


def papers_mentioning(
    database: Database, types: Sequence[str], status: Sequence[str]
) -> dict[str, int]:
    """Return how many papers mention each entity of some types, by facts of these statuses."""
    sql = (
        "SELECT id, count(*) FROM entity JOIN fact ON object = entity.key"
        f" WHERE relation = 'mentions' AND type IN ({marks(types)})"
        f" AND status IN ({marks(status)}) GROUP BY entity.key"
    )
    return dict(database.rows(sql, [*types, *status]))


def _number(database: Database, sql: str) -> int:
    return int(database.rows(sql)[0][0])


def _groups(database: Database, sql: str) -> dict[str, int]:
    return dict(sorted(database.rows(sql)))
