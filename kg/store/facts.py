"""Read facts with their evidence and premises: three statements a chunk, not three a fact."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product

from kg.ids import fact_id
from kg.model import Evidence, Fact
from kg.store.connection import Database
from kg.store.paging import chunks, marks


def fact_keys(
    database: Database, *, columns: Mapping[str, Sequence[str | int]], status: Sequence[str]
) -> list[int]:
    """Return the keys of the facts whose columns have one of these values each, in order."""
    found: list[int] = []
    for values in product(*(list(chunks(items)) for items in columns.values())):
        wanted = dict(zip(columns, values, strict=True)) | ({"status": status} if status else {})
        conditions = " AND ".join(f"{name} IN ({marks(items)})" for name, items in wanted.items())
        sql = f"SELECT key FROM fact WHERE {conditions or 'TRUE'}"
        found += [key for (key,) in database.rows(sql, list(chain(*wanted.values())))]
    return sorted(found)


def keys_of_id(database: Database, wanted: str) -> list[int]:
    """Return the key of the fact that has an id, which is a hash of its ends and relation."""
    rows = database.rows(
        "SELECT fact.key, subject.id, relation, object.id FROM fact"
        " JOIN entity AS subject ON subject.key = fact.subject"
        " JOIN entity AS object ON object.key = fact.object"
    )
    return [key for key, *triple in rows if fact_id(*triple) == wanted]


def read_facts(database: Database, keys: Sequence[int]) -> Iterator[Fact]:
    """Yield the facts that have these keys, which are in ascending order."""
    for chunk in chunks(keys):
        evidence = _evidence(database, chunk)
        premises = _premises(database, chunk)
        for key, subject, relation, object_, status in database.rows(
            "SELECT fact.key, subject.id, relation, object.id, status FROM fact"
            " JOIN entity AS subject ON subject.key = fact.subject"
            " JOIN entity AS object ON object.key = fact.object"
            f" WHERE fact.key IN ({marks(chunk)}) ORDER BY fact.key",
            chunk,
        ):
            proofs = tuple(evidence[key])
            yield Fact(subject, relation, object_, proofs, status, tuple(premises[key]))


def _evidence(database: Database, keys: Sequence[int]) -> Mapping[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    for key, *values in database.rows(
        'SELECT fact, entity.id, field, start, "end", rule, confidence FROM evidence'
        " JOIN entity ON entity.key = evidence.document"
        f" WHERE fact IN ({marks(keys)}) ORDER BY fact, position",
        keys,
    ):
        found[key].append(Evidence(*values))
    return found


def _premises(database: Database, keys: Sequence[int]) -> Mapping[int, list[str]]:
    """Return the ids of the facts that each fact follows from, sorted."""
    found: dict[int, list[str]] = defaultdict(list)
    for key, *names in database.rows(
        "SELECT premise.fact, subject.id, relation, object.id FROM premise"
        " JOIN fact ON fact.key = premise.premise"
        " JOIN entity AS subject ON subject.key = fact.subject"
        " JOIN entity AS object ON object.key = fact.object"
        f" WHERE premise.fact IN ({marks(keys)})",
        keys,
    ):
        found[key].append(fact_id(*names))
    for premises in found.values():
        premises.sort()
    return found
